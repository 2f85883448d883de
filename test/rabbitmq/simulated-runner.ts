// Runs a program in the simulator: the interpreter is its main program, the observations are what it printed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '#sandbox';
import type { Scenario } from '#scenario';
import { runScenario } from '#simulation';
import type { Observations, Program } from './program.ts';

/** The files of a program, runnable in both worlds: `node main.cjs`. */
export function programFiles(folder: string, program: Program): Record<string, string> {
	const read = (name: string) => readFileSync(join(folder, name), 'utf8');
	return {
		'main.cjs': read('main.cjs'),
		'interpreter.cjs': read('interpreter.cjs'),
		'program.json': JSON.stringify(program, null, '\t')
	};
}

/** What the program observes in the simulator. `folder`: where the interpreter is. */
export async function runSimulated(
	folder: string,
	program: Program,
	sandbox: Sandbox
): Promise<Observations> {
	const scenario: Scenario = {
		version: 1,
		files: programFiles(folder, program),
		processes: [{ name: 'program', file: 'main.cjs' }],
		links: { latencyMs: 0.2 },
		durationMs: 600_000
	};
	const { summary } = await runScenario(scenario, { sandbox });
	const { stdout = [], stderr = [], exit } = summary.processes['program'] ?? {};
	const ending = exit?.code === 0 ? [] : [`exit ${String(exit?.code)} ${String(exit?.reason)}`];
	return [...stdout, ...stderr.slice(0, 3).map((line) => `stderr ${line}`), ...ending];
}
