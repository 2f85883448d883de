// The stack limit is safe in a browser's worker too, whose stack is smaller than Node.js': every program of
// test/sandbox/recursion-programs.ts ends in the guest's own RangeError, at the depth it has in Node.js.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { recursionDepths } from '../sandbox/recursion-programs.ts';
import { guestImage } from '../../vite.guest-image.ts';

const workerFile = new URL('../sandbox/recursion-worker.ts', import.meta.url);
const wasmFile = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');

async function bundle(entry: string): Promise<string> {
	const output = (await build({
		configFile: false,
		logLevel: 'silent',
		publicDir: false,
		plugins: [guestImage()],
		build: {
			write: false,
			target: 'es2023',
			lib: { entry, formats: ['es'] },
			rolldownOptions: { output: { codeSplitting: false } }
		}
	})) as Rolldown.RolldownOutput[];
	const chunk = output[0]?.output.find((part) => part.type === 'chunk');
	if (chunk?.type !== 'chunk') throw new Error(`${entry} made no script`);
	return chunk.code;
}

test('recursion ends at the same depth in a worker as in Node.js', async ({ page }) => {
	const worker = await bundle(fileURLToPath(workerFile));
	await page.route('**/recursion/*', (route) => {
		const name = route.request().url().split('/').at(-1);
		if (name === 'worker.js')
			return route.fulfill({ contentType: 'text/javascript', body: worker });
		if (name === 'quickjs.wasm') {
			return route.fulfill({ contentType: 'application/wasm', body: readFileSync(wasmFile) });
		}
		return route.fulfill({
			contentType: 'text/html',
			body: '<!doctype html><title>recursion</title>'
		});
	});
	await page.goto('./recursion/page');
	const depths = await page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const started = new Worker('./worker.js', { type: 'module' });
				started.onmessage = (message) => {
					resolve(message.data);
				};
				started.onerror = (error) => {
					reject(new Error(error.message));
				};
			})
	);
	expect(depths).toEqual(recursionDepths);
});
