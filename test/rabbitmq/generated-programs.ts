// Runs generated programs on both sides. A difference that shows again when RabbitMQ is given more time is shrunk, and
// written down as a folder that runs in both worlds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Sandbox } from '#sandbox';
import { anyProgram } from './arbitrary-program.ts';
import type { Observations, Program } from './program.ts';
import type { RealRunner } from './real-runner.ts';
import { shrink } from './shrink.ts';
import { programFiles, runSimulated } from './simulated-runner.ts';
import { lineDiff } from '../../src/lesson/line-diff.ts';

/** Pauses between operations in milliseconds: the usual one, and those of a doubtful program's repetitions. */
const settleMs = [4, 15, 40];
const shrinksMax = 250;

export interface GeneratedOptions {
	readonly programs: number;
	readonly seed: number;
	/** How many at the same time. */
	readonly concurrency: number;
	/** Prints what raced, too. */
	readonly verbose: boolean;
	/** Where the interpreter is. */
	readonly programsFolder: string;
	/** Where differences are written. */
	readonly differencesFolder: string;
}

export interface GeneratedReport {
	readonly same: number;
	/** The same only when RabbitMQ was given more time, or RabbitMQ itself differs from run to run. */
	readonly racing: number;
	/** Given up because the machine was too busy to keep the beat. */
	readonly late: number;
	readonly different: number;
	readonly operations: number;
}

interface Verdict {
	readonly is: 'same' | 'racing' | 'late' | 'different';
	/** What RabbitMQ (first or most patiently) and the simulator printed. */
	readonly real: Observations;
	readonly ours: Observations;
}

const isSame = (a: Observations, b: Observations) =>
	a.length === b.length && a.every((line, index) => line === b[index]);

/** Runs them all and prints each difference. */
export async function compareGenerated(
	options: GeneratedOptions,
	real: RealRunner,
	sandbox: Sandbox
): Promise<GeneratedReport> {
	const counts = { same: 0, racing: 0, late: 0, different: 0, operations: 0 };
	let next = 0;
	const side = { options, real, sandbox };
	/** Where it first differed, and the first seed for which it did. */
	const known = new Map<string, number>();
	const lane = async () => {
		while (next < options.programs) {
			const seed = options.seed + next++;
			const program = programOf(seed);
			const verdict = await judge(program, side);
			counts[verdict.is]++;
			counts.operations += program.operations.length;
			const done = counts.same + counts.racing + counts.late + counts.different;
			if (done % 100 === 0)
				console.log(`${String(done)} programs, ${String(counts.different)} differ`);
			if (verdict.is === 'different') {
				const kind = firstDifference(verdict);
				const before = known.get(kind);
				if (before === undefined) known.set(kind, seed);
				if (before === undefined) await report(seed, verdict, side);
				else console.log(`\nDIFFERENT: seed ${String(seed)}, first like seed ${String(before)}`);
			}
			if (verdict.is === 'racing' && options.verbose) {
				console.log(`\nRACING: seed ${String(seed)}`);
				for (const line of lineDiff(verdict.real, verdict.ours)) console.log(line);
			}
		}
	};
	await Promise.all(Array.from({ length: options.concurrency }, lane));
	return counts;
}

interface Sides {
	readonly options: GeneratedOptions;
	readonly real: RealRunner;
	readonly sandbox: Sandbox;
}

/** The program of a seed. */
function programOf(seed: number): Program {
	const [program] = fc.sample(anyProgram(), { seed, numRuns: 1 });
	if (program === undefined) throw new Error('fast-check made no program');
	return program;
}

/** Runs a program on both sides; again and with more patience on RabbitMQ when they differ. */
async function judge(program: Program, { options, real, sandbox }: Sides): Promise<Verdict> {
	const ours = await runSimulated(options.programsFolder, program, sandbox);
	const runs: Observations[] = [];
	for (const patience of settleMs) {
		const run = await real.run(program, patience);
		if (run === null) return { is: 'late', real: [], ours };
		if (isSame(run, ours))
			return { is: runs.length === 0 ? 'same' : 'racing', real: runs[0] ?? run, ours };
		runs.push(run);
	}
	const [last = [], before = []] = runs.toReversed();
	return { is: isSame(last, before) ? 'different' : 'racing', real: last, ours };
}

/** The first lines that differ, without names and numbers. */
function firstDifference({ real, ours }: Verdict): string {
	const index = ours.findIndex((line, at) => line !== real[at]);
	const at = index < 0 ? ours.length : index;
	return `${String(real[at])}\n${String(ours[at])}`.replace(/[a-z]?\d+/g, '');
}

/** Shrinks a difference, prints it and writes it down. */
async function report(seed: number, verdict: Verdict, side: Sides): Promise<void> {
	let shown = verdict;
	const differs = async (candidate: Program) => {
		const again = await judge(candidate, side);
		if (again.is === 'different') shown = again;
		return again.is === 'different';
	};
	const smallest = await shrink(programOf(seed), differs, shrinksMax);
	const folder = join(side.options.differencesFolder, `seed-${String(seed)}`);
	mkdirSync(folder, { recursive: true });
	const caseFile = {
		title: `differs from RabbitMQ, found with seed ${String(seed)}`,
		processes: [{ name: 'program', file: 'main.cjs' }],
		durationMs: 600_000
	};
	const files = {
		...programFiles(side.options.programsFolder, smallest),
		'case.json': JSON.stringify(caseFile, null, '\t')
	};
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	console.log(`\nDIFFERENT: seed ${String(seed)}, shrunk: ${folder}`);
	console.log('(- RabbitMQ, + Roundtrip; run it with `node main.cjs` there and `roundtrip run`)');
	for (const line of lineDiff(shown.real, shown.ours)) console.log(line);
}
