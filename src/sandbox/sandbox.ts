// The sandbox: boots an image of the guest libraries once and starts every process from a copy of it. Programs that need
// other parts of the libraries get an image of their own.

import { defaultLimits } from '#kernel';
import { Engine, type EngineImage } from './engine.ts';
import { imageSource, neededParts, type GuestImage, type GuestPart } from './guest-parts.ts';
import { GuestVm, type GuestStart } from './guest-vm.ts';
import { bootHostSide, hostFunctions } from './host-functions.ts';

/** What makes a sandbox. */
export interface SandboxOptions {
	/** quickjs.wasm of the package quickjs-wasi, compiled. */
	readonly wasm: WebAssembly.Module | Promise<WebAssembly.Module>;
	/** The guest libraries (`virtual:guest-image`). */
	readonly image: GuestImage;
	/**
	 * Told now and then while a turn is long, with the process and the polls it has used in this turn: the only sign of
	 * life a synchronous turn can give. Must not call back into the sandbox.
	 */
	readonly onLongTurn?: (process: string, polls: number) => void;
}

/** Starts guests. */
export interface Sandbox {
	/**
	 * A new guest, ready for its `main` turn. Awaits the boot of an image for its files, once, and the instantiation of its
	 * own WebAssembly module. Throws the guest's error when the image itself is broken.
	 */
	start(start: GuestStart): Promise<GuestVm>;
}

/** Name of the image in stacks: frames of files that begin with `node:` are left out of what students see. */
const imageName = 'node:roundtrip';

/** A sandbox that boots what its guests need. */
export function createSandbox(options: SandboxOptions): Sandbox {
	const byParts = new Map<string, Promise<EngineImage>>();
	// Of a run's processes all have the same files.
	const byFiles = new WeakMap<GuestStart['files'], Promise<EngineImage>>();

	function imageFor(files: GuestStart['files']): Promise<EngineImage> {
		const parts = neededParts(options.image.parts, files);
		const key = parts.map(({ name }) => name).join();
		const image = byParts.get(key) ?? boot(options, parts);
		byParts.set(key, image);
		byFiles.set(files, image);
		return image;
	}
	return {
		start: async (start) => {
			const image = await (byFiles.get(start.files) ?? imageFor(start.files));
			return GuestVm.start(image, start, options.onLongTurn);
		}
	};
}

async function boot(options: SandboxOptions, parts: readonly GuestPart[]): Promise<EngineImage> {
	const [wasm, source] = await Promise.all([options.wasm, imageSource(options.image, parts)]);
	return Engine.boot(wasm, source, imageName, {
		onPoll: () => false,
		nowNs: () => 0n,
		functions: hostFunctions(bootHostSide),
		heapBytesMax: defaultLimits.heapBytesMax,
		stackBytesMax: defaultLimits.stackBytesMax
	});
}
