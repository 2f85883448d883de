// The site: `dist/` works from any sub-path of any static server, under the policy in index.html.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { about } from './vite.about.ts';
import { builtInContent } from './vite.built-in.ts';
import { announced, codeGroups } from './vite.chunks.ts';
import { engineWasmUrl } from './vite.engine-wasm.ts';
import { guestImage } from './vite.guest-image.ts';
import { offline, serviceWorkerPackages } from './vite.offline.ts';
import { ThirdParty } from './vite.third-party.ts';
import { workerChunk } from './vite.worker-chunk.ts';

/** Monaco and its workers lie apart: what a visitor loads only with the editor. */
const isEditor = (ids: readonly string[]): boolean =>
	ids.some((id) => id.includes('monaco-editor'));
const scriptFile = ({ moduleIds }: { moduleIds: string[] }): string =>
	`assets/${isEditor(moduleIds) ? 'editor/' : ''}[name]-[hash].js`;
const assetFile = ({ originalFileNames }: { originalFileNames: string[] }): string =>
	`assets/${isEditor(originalFileNames) ? 'editor/' : ''}[name]-[hash][extname]`;
const output = {
	chunkFileNames: scriptFile,
	entryFileNames: scriptFile,
	assetFileNames: assetFile
};

const thirdParty = new ThirdParty(serviceWorkerPackages);

export default defineConfig({
	base: './',
	plugins: [
		svelte(),
		builtInContent(),
		about(),
		engineWasmUrl(),
		guestImage(),
		workerChunk(),
		thirdParty.write(),
		offline()
	],
	worker: {
		format: 'es',
		plugins: () => [guestImage(), thirdParty.collect()],
		rolldownOptions: { output }
	},
	build: {
		target: 'es2023',
		rolldownOptions: {
			output: {
				...output,
				codeSplitting: { groups: codeGroups }
			}
		},
		// Browsers that know no `modulepreload` only fetch a moment later.
		modulePreload: { polyfill: false, resolveDependencies: announced },
		// Everything is a file of its own: data: addresses are for images and fonts alone under the policy.
		assetsInlineLimit: 0,
		// Monaco's TypeScript worker is 7 MB; it loads after the editor, which loads after a click.
		chunkSizeWarningLimit: 8000
	},
	optimizeDeps: {
		// Found late (the editor is imported when first needed), these would make the dev server reload the page.
		include: [
			'monaco-editor/editor',
			'monaco-editor/features/register.all',
			'monaco-editor/languages/definitions/javascript/register',
			'monaco-editor/languages/definitions/typescript/register',
			'monaco-editor/languages/definitions/markdown/register',
			'monaco-editor/languages/features/typescript/register',
			'monaco-editor/languages/features/json/register'
		],
		// It finds its wasm file by its own address.
		exclude: ['quickjs-wasi']
	}
});
