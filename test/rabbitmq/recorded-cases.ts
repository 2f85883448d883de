// Runs the recorded cases once more against RabbitMQ, as real Node.js processes, by the rules of
// test/conformance/README.md, and tells what differs from the recording.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseFromFolder, parseExpected, problemLines, type ProcessSpec } from '#scenario';
import type { ProcessSummary } from '#simulation';
import { compareCase } from '../../src/cli/compare-case.ts';
import { caseNames } from '../../src/cli/conformance-command.ts';
import { globPattern } from '../../src/cli/glob-pattern.ts';
import { readFolder } from '../../src/cli/read-folder.ts';

const defaultDurationMs = 60_000;
/** A busy machine is late for the pauses of a case: a case has differed when it did so every time. */
const triesMax = 3;

export interface RecordedReport {
	readonly same: number;
	readonly different: number;
}

/**
 * Runs the cases called like `only` one after another, each on an empty broker, and prints what differs. `scratch`: a
 * folder of the repository for copies of the programs, which are CommonJS whatever the repository's own files are.
 */
export async function compareRecorded(
	corpus: string,
	scratch: string,
	only: string,
	empty: () => void
): Promise<RecordedReport> {
	const counts = { same: 0, different: 0 };
	const wanted = globPattern(only);
	rmSync(scratch, { recursive: true, force: true });
	mkdirSync(scratch, { recursive: true });
	writeFileSync(join(scratch, 'package.json'), '{ "type": "commonjs" }');
	for (const name of caseNames(corpus).filter((each) => wanted.test(each))) {
		cpSync(join(corpus, name), join(scratch, name), { recursive: true });
		let problems: readonly string[] = [];
		for (let tries = 0; tries === 0 || (tries < triesMax && problems.length > 0); tries++) {
			empty();
			problems = await problemsOf(join(scratch, name));
		}
		counts[problems.length === 0 ? 'same' : 'different']++;
		console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
		for (const line of problems) console.log(`       ${line}`);
	}
	empty();
	return counts;
}

async function problemsOf(folder: string): Promise<readonly string[]> {
	const files = readFolder(folder);
	const parsed = caseFromFolder(files);
	const expected = parseExpected(files['expected.json'] ?? '');
	if (!parsed.ok) return problemLines(parsed.problems);
	if (!expected.ok) return problemLines(expected.problems);
	const { processes, durationMs = defaultDurationMs } = parsed.value.scenario;
	const ended = await Promise.all(
		processes.map(async (spec) => {
			// Who ends by itself may take its time; the others are stopped at the end of the case.
			const endsItself = typeof expected.value[spec.name]?.exitCode === 'number';
			const endMs = endsItself ? 4 * durationMs : durationMs;
			return [spec.name, await runProcess(folder, spec, endMs)] as const;
		})
	);
	return compareCase(parsed.value, expected.value, { processes: Object.fromEntries(ended) });
}

/** Runs one program from its start to its end, its being killed, or the end of the case. */
async function runProcess(
	folder: string,
	{ file, args = [], startAt = 0, killAt }: ProcessSpec,
	endMs: number
): Promise<ProcessSummary> {
	await new Promise((resolve) => setTimeout(resolve, startAt));
	const child = spawn(process.execPath, [file, ...args], {
		cwd: folder,
		env: { ...process.env, TZ: 'UTC' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const output = { stdout: '', stderr: '' };
	for (const stream of ['stdout', 'stderr'] as const) {
		child[stream].setEncoding('utf8').on('data', (text: string) => (output[stream] += text));
	}
	const timer = setTimeout(() => child.kill('SIGKILL'), Math.min(killAt ?? endMs, endMs) - startAt);
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	clearTimeout(timer);
	return {
		stdout: linesOf(output.stdout),
		stderr: linesOf(output.stderr),
		log: [],
		exit: { code, reason: code === null ? 'killed' : null },
		steps: 0
	};
}

function linesOf(text: string): readonly string[] {
	const lines = text.split('\n');
	if (lines.at(-1) === '') lines.pop();
	return lines;
}
