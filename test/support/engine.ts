// The sandbox for tests: the engine's wasm from its package, the guest libraries from the build, compiled once per file.
import { createRequire } from 'node:module';
import type { Sandbox } from '#sandbox';
import { loadEngine } from '../../src/cli/engine.ts';

/** Path of quickjs.wasm in its package. */
export const quickjsWasmFile = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');

let engine: Promise<Sandbox> | undefined;

/** The sandbox every test of this file shares. */
export function testSandbox(): Promise<Sandbox> {
	return (engine ??= loadEngine(quickjsWasmFile));
}
