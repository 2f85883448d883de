// The functions the guest image finds on `globalThis.roundtripHost`. Their names and order belong to the image: the
// same list is there while it boots (answering nothing) and in every process.

import type { LimitReason } from './turn-batch.ts';
import type { Engine } from './engine.ts';
import type { Primitive } from './guest-memory.ts';
import { GuestValue, type HostFunction } from './host-call.ts';

/** What the functions need of a process. */
export interface HostSide {
	op(words: readonly Primitive[]): void;
	readFile(path: string): string | undefined;
	/** Paths, one per line. */
	listFiles(): string;
	nowUs(): number;
	/** 0 to 255. */
	randomByte(): number;
	engine(): Engine | undefined;
	/** Something waits inside the guest: call `proceed` once the promise jobs have run. */
	work(): void;
	/** The heap has once been as large as it may be. */
	isMemoryFull(): boolean;
	/** The guest noticed a limit of the engine. */
	fatal(reason: LimitReason): void;
}

const randomBytesMax = 65_536;

/** While the image boots there is no process: nothing may be asked for, nothing can be read. */
export const bootHostSide: HostSide = {
	op(words) {
		throw new Error(`The guest image asked for '${String(words[0])}' while booting`);
	},
	readFile: () => undefined,
	listFiles: () => '',
	nowUs: () => 0,
	randomByte: () => 0,
	engine: () => undefined,
	work() {
		// Nothing to do: the boot runs to its end by itself.
	},
	isMemoryFull: () => false,
	fatal() {
		// A boot that fails throws.
	}
};

/** The functions, by the names the image uses. */
export function hostFunctions(host: HostSide): Record<string, HostFunction> {
	return {
		op(args) {
			host.op(args as readonly Primitive[]);
			return undefined;
		},
		readFile: (args) => host.readFile(args[0] as string),
		listFiles: () => host.listFiles(),
		nowUs: () => host.nowUs(),
		randomBytes(args) {
			const length = Math.min(Math.max(Number(args[0]), 0), randomBytesMax);
			const bytes = new Uint8Array(length);
			for (let index = 0; index < length; index++) bytes[index] = host.randomByte();
			return bytes;
		},
		evaluate: (args) => host.engine()?.evaluate(args[0] as string, args[1] as string),
		compiles: (args) =>
			host.engine()?.compiles(args[0] as string, args[1] as string, args[2] === true) ?? false,
		promiseState: (args) =>
			args[0] instanceof GuestValue ? (host.engine()?.promiseState(args[0]) ?? 0) : 0,
		promiseResult: (args) =>
			args[0] instanceof GuestValue ? host.engine()?.promiseResult(args[0]) : undefined,
		proxyPart: (args) =>
			args[0] instanceof GuestValue
				? host.engine()?.proxyPart(args[0], args[1] as number)
				: undefined,
		work() {
			host.work();
			return undefined;
		},
		isMemoryFull: () => host.isMemoryFull(),
		fatal(args) {
			host.fatal(args[0] as LimitReason);
			return undefined;
		}
	};
}
