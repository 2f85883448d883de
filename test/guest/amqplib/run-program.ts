// Runs a program that uses amqplib in the real sandbox, with a fake broker at the other end of its sockets.
// What such a program prints against the real broker rules is the conformance cases' business; here the broker can be
// made to say anything.

import { guestImage } from 'virtual:guest-image';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defaultLimits } from '#kernel';
import {
	createSandbox,
	type Delivery,
	type GuestOp,
	type Sandbox,
	type WirePayload
} from '#sandbox';
import type { FakeBroker } from './fake-broker.ts';

let sandbox: Promise<Sandbox> | undefined;

function testSandbox(): Promise<Sandbox> {
	const path = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');
	sandbox ??= WebAssembly.compile(readFileSync(path)).then((wasm) =>
		createSandbox({ wasm, image: guestImage })
	);
	return sandbox;
}

/** What became of a program. */
export interface ProgramResult {
	/** Lines printed to standard output. */
	readonly lines: readonly string[];
	readonly stderr: string;
	/** Exit code; null when the program was waiting for something when all was quiet. */
	readonly code: number | null;
	/** The operations of each turn. */
	readonly turns: readonly (readonly GuestOp[])[];
}

/** Something that happens to the program from outside once it has come to rest; a test's script. */
export type Happening =
	{ readonly frame: WirePayload; readonly socket?: number } | { readonly socketBreaks: number };

/** Runs `main.js` until it ends or waits, then lets each happening occur in turn. */
export async function runProgram(
	source: string,
	broker: FakeBroker,
	happenings: readonly Happening[] = []
): Promise<ProgramResult> {
	const vm = await (
		await testSandbox()
	).start({
		name: 'test',
		file: 'main.js',
		args: [],
		env: {},
		files: { 'main.js': source },
		seed: 1,
		startTimeMs: Date.UTC(2025, 0, 1, 9),
		limits: defaultLimits,
		pollUs: 100
	});
	const waiting: Delivery[] = [['main']];
	const timers = new Map<number, number>();
	const script = [...happenings];
	const turns: (readonly GuestOp[])[] = [];
	const printed = { stdout: '', stderr: '', log: '' };
	const open = new Set<number>();
	let hasImmediates = false;
	let nowUs = 0;
	let code = null as number | null;

	const next = (): Delivery | undefined => {
		const first = waiting.shift();
		if (first !== undefined) return first;
		if (hasImmediates) {
			hasImmediates = false;
			return ['immediates'];
		}
		const happening = script.shift();
		if (happening !== undefined) {
			return 'frame' in happening
				? ['data', happening.socket ?? 1, happening.frame]
				: ['closed', happening.socketBreaks];
		}
		const [timer] = [...timers].sort((a, b) => a[1] - b[1]);
		if (timer === undefined) return open.size > 0 ? undefined : ['drain'];
		timers.delete(timer[0]);
		nowUs = Math.max(nowUs, timer[1]);
		return ['timer', timer[0]];
	};

	const carryOut = (op: GuestOp): void => {
		switch (op[0]) {
			case 'connect':
				if (op[3] === 5672) open.add(op[1]);
				waiting.push(op[3] === 5672 ? ['connected', op[1]] : ['refused', op[1], 'ECONNREFUSED']);
				return;
			case 'send':
				for (const answer of broker.handle(op[2])) waiting.push(['data', op[1], answer]);
				return;
			case 'close':
				open.delete(op[1]);
				return;
			case 'immediate':
				hasImmediates = true;
				return;
			case 'timer':
				timers.set(op[1], nowUs + op[2] * 1000);
				return;
			case 'cleartimer':
				timers.delete(op[1]);
				return;
			case 'print':
				printed[op[1]] += `${op[2]}\n`;
				return;
			case 'exit':
				code = op[1];
				return;
			case 'uncaught':
				code = 1;
				return;
			default:
		}
	};

	for (let delivery = next(); delivery !== undefined && code === null; delivery = next()) {
		if (delivery[0] === 'closed') open.delete(delivery[1]);
		const { ops, limit } = vm.turn(delivery, nowUs);
		if (limit !== undefined) throw new Error(`The program was stopped: ${limit}`);
		turns.push(ops);
		for (const op of ops) carryOut(op);
	}
	vm.dispose();
	return { lines: printed.stdout.split('\n').slice(0, -1), stderr: printed.stderr, code, turns };
}
