// Stands in for the host when guest code is tested in plain Node.js: collects the operations the guest asks for, and
// plays the event loop turn by turn, with a fake broker at the other end of each socket.
// Import this file before anything of src/guest: host.ts takes the bridge when it is loaded.

import type { GuestOp, WirePayload } from '../../../src/sandbox/turn-batch.ts';

let operations: GuestOp[] = [];

(globalThis as { roundtripHost?: unknown }).roundtripHost = {
	op(...op: unknown[]) {
		operations.push(op as unknown as GuestOp);
	},
	readFile: () => undefined,
	listFiles: () => '',
	nowUs: () => 0,
	randomBytes: (length: number) => new Uint8Array(length),
	compile: () => undefined,
	isModule: () => false,
	promiseState: () => 0,
	promiseResult: () => undefined,
	proxyPart: () => undefined,
	work: () => undefined
};

/** The operations asked for since the last call. */
export function takeOperations(): GuestOp[] {
	const taken = operations;
	operations = [];
	return taken;
}

/** What a test's broker does with a frame: the frames it answers with. */
export type Broker = (frame: WirePayload) => readonly WirePayload[];

/** Lets promise jobs and ticks run until none is left. */
async function drainJobs(): Promise<void> {
	await new Promise((resolve) => {
		setImmediate(resolve);
	});
}
export { drainJobs };
