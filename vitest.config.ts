// Unit, property and conformance tests, all in Node.js. Browser journeys are Playwright's (playwright.config.ts).
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { guestImage } from './vite.guest-image.ts';

export default defineConfig({
	plugins: [svelte(), guestImage()],
	test: {
		name: 'unit',
		environment: 'node',
		include: ['test/**/*.test.ts'],
		exclude: ['test/browser/**', 'test/conformance/{amqp,pomelo}/**'],
		testTimeout: 30_000,
		// The runner leaves a core to itself otherwise, and of two that is half the speed.
		maxWorkers: '100%'
	}
});
