// A booted engine, frozen: the guest libraries have run once and every guest starts from a copy of their memory.

import { GuestMemory, makeScratch, type Scratch } from './guest-memory.ts';
import { answerCall, type HostFunction } from './host-call.ts';
import {
	Machine,
	resolvePiece,
	runToPoll,
	withStretches,
	type EngineLimits,
	type FrozenMemory
} from './machine.ts';

/** A frozen engine, with the places of its entry functions. */
export interface EngineImage {
	readonly memory: FrozenMemory;
	readonly entries: ReadonlyMap<string, number>;
	readonly scratch: Scratch;
	/** The engine's own number for the class of byte arrays. */
	readonly bytesClass: number;
}

/** No bytes cross the border while an image boots. */
const noClass = 0;

/** The functions an image must offer. */
const entryNames = [
	'deliver',
	'deliverData',
	'proceed',
	'rejection',
	'resolveImport',
	'importSource'
] as const;

/**
 * Boots an image: runs the pieces one after the other in a fresh engine with the host functions on
 * `globalThis.roundtripHost`. They must leave an object of functions in `globalThis.roundtripGuest`.
 * @param pieces compiled; each may import those before it
 * @throws Error with the guest's error when one fails
 */
export async function bootImage(
	wasm: WebAssembly.Module,
	pieces: readonly Uint8Array[],
	functions: Readonly<Record<string, HostFunction>>,
	limits: EngineLimits
): Promise<EngineImage> {
	const machine = await Machine.fresh(wasm, limits);
	const { vm, exports } = machine;
	const scratch = makeScratch(exports);
	const memory = new GuestMemory(machine, scratch, noClass);
	let isBooted = false;
	machine.tenant = {
		onPoll: () => isBooted,
		nowNs: () => 0n,
		hostCall: (at, length, list, count) =>
			answerCall(machine, memory, functions, memory.textAt(at, length), list, count),
		reportRejection: () => undefined,
		resolveImport: (_base, specifier) => resolvePiece(specifier),
		importSource: () => ''
	};
	const host = vm.newObject();
	for (const name of Object.keys(functions)) {
		// The machine answers the calls; the library only wants to know the name.
		vm.newFunction(name, () => vm.undefined).consume((handle) => {
			host.setProp(name, handle);
		});
	}
	vm.global.setProp('roundtripHost', host);
	host.dispose();
	for (const piece of pieces) machine.runModule(piece);
	const guest = vm.global.getProp('roundtripGuest');
	const entries = new Map(entryNames.map((name) => [name, guest.getProp(name).ptr]));
	guest.dispose();
	// To the engine's next poll: a copy's polls do not depend on how much the boot did.
	isBooted = true;
	runToPoll(machine);
	isBooted = false;
	vm.evalCode('delete globalThis.roundtripGuest').dispose();
	exports.qjs_run_gc();
	const bytesClass = vm.evalCode('new Uint8Array()').consume((handle) => handle.classId);
	return { memory: withStretches(machine.save()), entries, scratch, bytesClass };
}
