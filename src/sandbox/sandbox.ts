// The sandbox: boots the guest image once and starts every process from a copy of it.

import { defaultLimits } from '#kernel';
import { Engine, type EngineImage } from './engine.ts';
import { GuestVm, type GuestStart } from './guest-vm.ts';
import { bootHostSide, hostFunctions } from './host-functions.ts';

/** What makes a sandbox. */
export interface SandboxOptions {
	/** quickjs.wasm of the package quickjs-wasi, compiled. */
	readonly wasm: WebAssembly.Module;
	/** The guest libraries as one script (`virtual:guest-image`). */
	readonly image: string;
	/**
	 * Told now and then while a turn is long, with the process and the polls it has used in this turn: the only sign of
	 * life a synchronous turn can give. Must not call back into the sandbox.
	 */
	readonly onLongTurn?: (process: string, polls: number) => void;
}

/** Starts guests. */
export interface Sandbox {
	/** A new guest, ready for its `main` turn. Awaits only the instantiation of its own WebAssembly module. */
	start(start: GuestStart): Promise<GuestVm>;
}

/** Name of the image in stacks: frames of files that begin with `node:` are left out of what students see. */
const imageName = 'node:roundtrip';

/** Boots the image. Throws the guest's error when the image itself is broken. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
	const image: EngineImage = await Engine.boot(options.wasm, options.image, imageName, {
		onPoll: () => false,
		nowNs: () => 0n,
		functions: hostFunctions(bootHostSide),
		heapBytesMax: defaultLimits.heapBytesMax,
		stackBytesMax: defaultLimits.stackBytesMax
	});
	return { start: (start) => GuestVm.start(image, start, options.onLongTurn) };
}
