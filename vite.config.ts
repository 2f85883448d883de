// The site: `dist/` works from any sub-path of any static server, under the policy in index.html.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { guestImage } from './vite.guest-image.ts';

export default defineConfig({
	base: './',
	plugins: [svelte(), guestImage()],
	worker: { format: 'es', plugins: () => [guestImage()] },
	build: {
		target: 'es2023',
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
