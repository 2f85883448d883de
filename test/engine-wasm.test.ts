// The engine's module as it is shipped: fewer exports than the package's, and everything that is called.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { guestImage } from 'virtual:guest-image';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '#sandbox';
import { runScenario } from '#simulation';
import { engineWasm } from '../vite.engine-wasm.ts';
import { quickjsWasmFile } from './support/engine.ts';

const whole = new WebAssembly.Module(readFileSync(quickjsWasmFile));
const shipped = new WebAssembly.Module(engineWasm());
const exportNames = (module: WebAssembly.Module) =>
	new Set(WebAssembly.Module.exports(module).map(({ name }) => name));

describe('the engine as it is shipped', () => {
	it('leaves out most exports and keeps every one that quickjs-wasi calls', () => {
		const all = exportNames(whole);
		const kept = exportNames(shipped);
		const library = readFileSync(createRequire(import.meta.url).resolve('quickjs-wasi'), 'utf8');
		const called = new Set(library.match(/(?<=exports\.)\w+/g)?.filter((name) => all.has(name)));
		expect(called).toContain('qjs_call');
		expect([...called].filter((name) => !kept.has(name))).toEqual([]);
		expect(kept.size).toBeLessThan(all.size / 3);
	});

	it('runs a program as the whole one does', async () => {
		const scenario = {
			version: 1 as const,
			files: { 'a.js': "setTimeout(() => console.log([1, { b: 'c' }], new Map([[1, 2]])), 5);" },
			processes: [{ name: 'a', file: 'a.js' }]
		};
		const digests = [whole, shipped].map(async (wasm) => {
			const sandbox = createSandbox({ wasm, image: guestImage });
			const { summary } = await runScenario(scenario, { sandbox });
			expect(summary.processes['a']?.stdout).toEqual(["[ 1, { b: 'c' } ] Map(1) { 1 => 2 }"]);
			return summary.digest;
		});
		expect(await digests[1]).toBe(await digests[0]);
	});
});
