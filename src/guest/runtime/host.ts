// Everything the guest can ask of the host, typed. The host puts one object of functions on the global
// object before the image runs; it is taken off again here, so student code never sees it.
// All of them only read, or append to the list of operations of the turn: none waits, none calls back.

import type { GuestOp, WirePayload } from '../../sandbox/turn-batch.ts';
import { ReflectApply, Uint8ArrayConstructor } from './primordials.ts';

/** An operation without nested payload: all of them but `send`, which has `hostSend`. */
export type FlatOp = Exclude<GuestOp, readonly ['send', ...unknown[]]>;

interface HostBridge {
	readonly op: (...op: readonly unknown[]) => void;
	readonly readFile: (path: string) => string | undefined;
	readonly listFiles: () => string;
	readonly nowUs: () => number;
	readonly randomBytes: (length: number) => Uint8Array;
	readonly evaluate: (source: string, path: string) => unknown;
	readonly compiles: (source: string, path: string, asModule: boolean) => boolean;
	readonly promiseState: (promise: unknown) => number;
	readonly promiseResult: (promise: unknown) => unknown;
	readonly proxyPart: (proxy: unknown, part: 0 | 1) => unknown;
	readonly work: () => void;
	readonly isMemoryFull: () => boolean;
	readonly fatal: (reason: string, message: string) => void;
}

const bridge = takeBridge();

function takeBridge(): HostBridge {
	const holder = globalThis as { roundtripHost?: HostBridge };
	const taken = holder.roundtripHost;
	if (taken === undefined) throw new Error('The guest image needs its host');
	delete holder.roundtripHost;
	return taken;
}

/** Asks for an operation; it takes effect when the turn ends. E.g. `hostOp('print', 'stdout', 'hello')`. */
export const hostOp: (...op: FlatOp) => void = bridge.op;

/** A message as the operation that sends it: `send`, the socket's number, then the payload's items. */
export type SendOperation = WirePayload[number][];

/** Sends a message on a socket. Prefer the sockets of sockets.ts. */
export function hostSend(operation: SendOperation): void {
	ReflectApply(bridge.op, undefined, operation);
}

/** The text of a file of the process, by absolute path (`/app/lib/fib.js`), or undefined. */
export const hostReadFile: (path: string) => string | undefined = bridge.readFile;

/** Absolute paths of all files of the process, sorted, one per line. */
export const hostListFiles: () => string = bridge.listFiles;

/** Virtual time in microseconds since the run began, moving within a turn as the program computes. Not negative in practice, may be. */
export const hostNowUs: () => number = bridge.nowUs;

/** Bytes of this process' own seeded generator, at most 65,536 at once. */
export function hostRandomBytes(length: number): Uint8Array {
	if (length === 0) return new Uint8ArrayConstructor(0);
	return bridge.randomBytes(length);
}

/** Evaluates a script under a file name, which stacks then show, and gives its value. Throws what it throws. */
export const hostEvaluate: (source: string, path: string) => unknown = bridge.evaluate;

/** True when the source compiles as a script or as an ES module. Runs nothing. */
export const hostCompiles: (source: string, path: string, asModule: boolean) => boolean =
	bridge.compiles;

/** For the inspector: 0 pending, 1 fulfilled, 2 rejected. */
export const hostPromiseState: (promise: unknown) => number = bridge.promiseState;

/** For the inspector: the value or reason of a settled promise, undefined while pending. Does not count as handling a rejection. */
export const hostPromiseResult: (promise: unknown) => unknown = bridge.promiseResult;

/** For the inspector: target (0) or handler (1) of a Proxy without firing its traps; undefined when the value is no Proxy. */
export const hostProxyPart: (proxy: unknown, part: 0 | 1) => unknown = bridge.proxyPart;

/** Tells the host that ticks or turn-end work wait; private to runtime/. */
export const hostWork: () => void = bridge.work;

/** True when the heap has once been full. The engine then throws `null` where it cannot even make an error. Private to runtime/. */
export const hostIsMemoryFull: () => boolean = bridge.isMemoryFull;

/** A limit of the engine itself ended the process (`out of memory`, `stack overflow`). Does not return. Private to runtime/. */
export function hostFatal(reason: string, message: string): never {
	bridge.fatal(reason, message);
	for (;;);
}
