// The sandbox: boots an image of the guest libraries once and starts every process from a copy of it. Programs that need
// other parts of the libraries get an image of their own.

import { defaultLimits } from '#kernel';
import { bootImage, type EngineImage } from './engine-image.ts';
import {
	imagePieces,
	neededParts,
	reachableFiles,
	type GuestImage,
	type GuestPart
} from './guest-parts.ts';
import { GuestVm, type GuestStart } from './guest-vm.ts';
import { bootHostSide, hostFunctions } from './host-functions.ts';
import { compilePieces } from './machine.ts';
import { MachinePool } from './machine-pool.ts';

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
	/** Engine instances that exist at once; more guests share them. `liveInstancesMax` when not given. */
	readonly instancesMax?: number;
}

/** Chromium gives a page and its workers about a hundred WebAssembly memories; the rest is for other pages of the site. */
export const liveInstancesMax = 64;

/**
 * From so many processes of one program an image of its own, with what this program needs and not the whole scenario, is
 * worth its boot: what a start costs is touching the image's memory for the first time.
 */
const copiesForOwnImage = 32;

/** Starts guests. */
export interface Sandbox {
	/**
	 * A new guest, ready for its `main` turn. Awaits the boot of an image for its files, once, and the instantiation of its
	 * own WebAssembly module. Throws the guest's error when the image itself is broken.
	 */
	start(start: GuestStart): Promise<GuestVm>;
	/** True when there is no instance for the next turn of some guest: await `makeRoom` first. Only with many guests. */
	readonly isCramped: boolean;
	/** Makes an instance for the next turn of any guest. */
	makeRoom(): Promise<void>;
}

/** A sandbox that boots what its guests need. */
export function createSandbox(options: SandboxOptions): Sandbox {
	const pool = new MachinePool(options.wasm, options.instancesMax ?? liveInstancesMax);
	const byParts = new Map<string, Promise<EngineImage>>();
	// Of a run's processes all have the same files, so their images are looked up once.
	const byFiles = new WeakMap<GuestStart['files'], Map<string, Promise<EngineImage>>>();

	function imageOf({ files, file, copies = 1 }: GuestStart): Promise<EngineImage> {
		const program = copies < copiesForOwnImage ? '' : file;
		const byProgram = byFiles.get(files) ?? new Map<string, Promise<EngineImage>>();
		byFiles.set(files, byProgram);
		const image =
			byProgram.get(program) ?? imageFor(program === '' ? files : reachableFiles(files, program));
		byProgram.set(program, image);
		return image;
	}

	function imageFor(files: GuestStart['files']): Promise<EngineImage> {
		const parts = neededParts(options.image.parts, files);
		const key = parts.map(({ name }) => name).join();
		const image = byParts.get(key) ?? boot(options, parts);
		byParts.set(key, image);
		return image;
	}
	return {
		start: async (start) => {
			const image = await imageOf(start);
			return GuestVm.start(pool, image, start, options.onLongTurn);
		},
		get isCramped() {
			return pool.isCramped;
		},
		makeRoom: () => pool.makeRoom()
	};
}

async function boot(options: SandboxOptions, parts: readonly GuestPart[]): Promise<EngineImage> {
	const [wasm, pieces] = await Promise.all([options.wasm, imagePieces(options.image, parts)]);
	const compiled = await compilePieces(wasm, pieces);
	return bootImage(wasm, compiled, hostFunctions(bootHostSide), defaultLimits);
}
