// The site as one file, release/roundtrip.html, that a browser opens from a disk or a USB stick.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { about } from './vite.about.ts';
import { builtInContent } from './vite.built-in.ts';
import { guestImage } from './vite.guest-image.ts';
import { singleFile } from './vite.single-file.ts';
import { ThirdParty } from './vite.third-party.ts';

const thirdParty = new ThirdParty([]);

export default defineConfig({
	base: './',
	// The page knows by its mode that it is one file (src/ui/offline).
	mode: 'single',
	publicDir: false,
	plugins: [
		svelte(),
		builtInContent(),
		about(),
		guestImage(),
		thirdParty.write(),
		singleFile('roundtrip.html', () => thirdParty.collect())
	],
	worker: { format: 'iife', plugins: () => [thirdParty.collect()] },
	build: {
		target: 'es2023',
		outDir: 'release',
		// The archive lies there, too.
		emptyOutDir: false,
		modulePreload: false,
		cssCodeSplit: false,
		assetsInlineLimit: Number.POSITIVE_INFINITY,
		chunkSizeWarningLimit: 20_000,
		rolldownOptions: { output: { codeSplitting: false } }
	}
});
