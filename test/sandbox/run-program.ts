// Runs one program in the sandbox under a host of a few lines: virtual time, timers, immediates, and the end
// when nothing is left. Enough to test the guest; real processes have the simulation.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { guestImage } from 'virtual:guest-image';
import { defaultLimits, type Limits } from '#kernel';
import {
	createSandbox,
	type Delivery,
	type GuestOp,
	type LimitReason,
	type Sandbox
} from '#sandbox';

let sandbox: Promise<Sandbox> | undefined;

/** The sandbox all tests of a file share. */
export function testSandbox(): Promise<Sandbox> {
	const path = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');
	sandbox ??= WebAssembly.compile(readFileSync(path)).then((wasm) =>
		createSandbox({ wasm, image: guestImage })
	);
	return sandbox;
}

export interface ProgramOptions {
	readonly args?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly limits?: Partial<Limits>;
	readonly seed?: number;
	readonly pollUs?: number;
	/** Main file; `main.js`. */
	readonly file?: string;
	/** Deliveries after `main`, before anything else. */
	readonly deliveries?: readonly Delivery[];
	readonly untilUs?: number;
}

export interface ProgramResult {
	readonly stdout: string;
	readonly stderr: string;
	readonly log: string;
	/** Exit code; null when a limit ended it or it still runs. */
	readonly code: number | null;
	readonly limit: LimitReason | undefined;
	readonly ops: readonly GuestOp[];
	readonly polls: number;
	readonly turns: number;
	readonly nowUs: number;
	readonly uncaught: Extract<GuestOp, readonly ['uncaught', ...unknown[]]> | undefined;
}

/** Start date of test runs: 2025-01-01T09:00:00Z. */
export const startTimeMs = Date.UTC(2025, 0, 1, 9);

/** Runs a program, given as its main file or as several files, to its end. */
export async function runProgram(
	program: string | Readonly<Record<string, string>>,
	options: ProgramOptions = {}
): Promise<ProgramResult> {
	const file = options.file ?? 'main.js';
	const pollUs = options.pollUs ?? 100;
	const vm = await (
		await testSandbox()
	).start({
		name: 'test',
		file,
		args: options.args ?? [],
		env: options.env ?? {},
		files: typeof program === 'string' ? { [file]: program } : program,
		seed: options.seed ?? 1,
		startTimeMs,
		limits: { ...defaultLimits, ...options.limits },
		pollUs
	});
	const printed = { stdout: '', stderr: '', log: '' };
	const all: GuestOp[] = [];
	const timers = new Map<
		number,
		{ due: number; delayMs: number; repeats: boolean; ref: boolean; order: number }
	>();
	const waiting: Delivery[] = [['main'], ...(options.deliveries ?? [])];
	const untilUs = options.untilUs ?? 60_000_000;
	let [now, polls, turns, order] = [0, 0, 0, 0];
	let hasImmediates = false;
	let code: number | null = null;
	let limit: LimitReason | undefined;
	let uncaught: ProgramResult['uncaught'];
	let isOver = false;

	const next = (): Delivery | undefined => {
		const first = waiting.shift();
		if (first !== undefined) return first;
		let soonest: [number, { due: number; order: number; ref: boolean }] | undefined;
		for (const entry of timers) {
			const [, timer] = entry;
			const isSooner =
				soonest === undefined ||
				timer.due < soonest[1].due ||
				(timer.due === soonest[1].due && timer.order < soonest[1].order);
			if (isSooner) soonest = entry;
		}
		if (soonest !== undefined && soonest[1].due <= now) return ['timer', soonest[0]];
		if (hasImmediates) return ['immediates'];
		if (soonest === undefined || ![...timers.values()].some((timer) => timer.ref)) return ['drain'];
		now = soonest[1].due;
		return now > untilUs ? undefined : ['timer', soonest[0]];
	};

	while (!isOver) {
		const delivery = next();
		if (delivery === undefined) break;
		const fired = delivery[0] === 'timer' ? timers.get(delivery[1]) : undefined;
		if (delivery[0] === 'timer' && fired?.repeats !== true) timers.delete(delivery[1]);
		if (delivery[0] === 'immediates') hasImmediates = false;
		const result = vm.turn(delivery, now);
		turns += 1;
		polls += result.polls;
		now += result.polls * pollUs;
		if (fired?.repeats === true) {
			fired.due = now + fired.delayMs * 1000;
			fired.order = order++;
		}
		for (const op of result.ops) {
			all.push(op);
			if (op[0] === 'print') printed[op[1]] += `${op[2]}\n`;
			else if (op[0] === 'timer') {
				timers.set(op[1], {
					due: now + op[2] * 1000,
					delayMs: op[2],
					repeats: op[3],
					ref: true,
					order: order++
				});
			} else if (op[0] === 'cleartimer') timers.delete(op[1]);
			else if (op[0] === 'reftimer') {
				const timer = timers.get(op[1]);
				if (timer) timer.ref = op[2];
			} else if (op[0] === 'immediate') hasImmediates = true;
			else if (op[0] === 'exit' || op[0] === 'uncaught') {
				code = op[0] === 'exit' ? op[1] : 1;
				if (op[0] === 'uncaught') uncaught = op;
				isOver = true;
			}
		}
		if (result.limit !== undefined) {
			limit = result.limit;
			isOver = true;
		}
	}
	vm.dispose();
	return { ...printed, code, limit, ops: all, polls, turns, nowUs: now, uncaught };
}
