// Browser journeys: real Chromium, dist/ as built, served from a sub-path under the site's Content-Security-Policy.
import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './test/support/chromium.ts';

const port = Number(process.env['ROUNDTRIP_TEST_PORT'] ?? 41735);
const executablePath = await findChromium();
// Workers load this file too and shall not search again.
process.env['CHROMIUM_PATH'] = executablePath;

export default defineConfig<{ hands: 'mouse' | 'keyboard' }>({
	testDir: 'test/browser',
	testMatch: '**/*.test.ts',
	outputDir: 'test-results',
	// Nothing here measures time, and one page leaves a second core idle while it waits.
	workers: 2,
	fullyParallel: true,
	// Long, for machines that are slow: what takes this long is broken, not slow.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	use: {
		baseURL: `http://127.0.0.1:${port}/class/rpc/`,
		// Only offline.test.ts wants it: elsewhere nothing shall be fetched beside what a test looks at.
		serviceWorkers: 'block',
		// Recording every action takes longer than many a journey: `--trace on` when one has failed.
		trace: 'off',
		screenshot: 'only-on-failure',
		launchOptions: { executablePath, args: chromiumArgs }
	},
	projects: [
		{ name: 'all' },
		{
			// Journeys that click much, made by keyboard alone; others use no mouse, click one tab, or are about the mouse.
			name: 'keyboard',
			testMatch: /(editing|faults|scenarios)\.test\.ts/,
			grepInvert: /digest/,
			use: { hands: 'keyboard' }
		}
	],
	webServer: {
		command: `node test/support/serve-dist.mjs ${port}`,
		url: `http://127.0.0.1:${port}/class/rpc/`,
		reuseExistingServer: false
	}
});
