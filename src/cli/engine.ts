// The sandbox of the command line: quickjs.wasm read from disk, the guest libraries from the build.
import { readFileSync } from 'node:fs';
import { guestImage } from 'virtual:guest-image';
import { createSandbox, type Sandbox } from '#sandbox';

/** Node.js has addresses for some twelve thousand; where memory is short parking a guest would not save any. */
const instancesMax = 4096;

/** Compile the engine. `wasmFile`: path of quickjs.wasm. */
export async function loadEngine(wasmFile: string): Promise<Sandbox> {
	const wasm = await WebAssembly.compile(readFileSync(wasmFile));
	return createSandbox({ wasm, image: guestImage, instancesMax });
}
