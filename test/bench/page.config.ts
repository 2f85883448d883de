// The benchmark of the built page: Chromium against dist/, served as for the browser tests. Build first.
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from '../support/chromium.ts';

const port = Number(process.env['ROUNDTRIP_TEST_PORT'] ?? 41735);
const address = `http://127.0.0.1:${String(port)}/class/rpc/`;

export default defineConfig({
	testMatch: '*.bench.ts',
	workers: 1,
	timeout: 300_000,
	reporter: 'line',
	use: {
		baseURL: address,
		viewport: { width: 1440, height: 900 },
		launchOptions: { executablePath: await findChromium(), args: chromiumArgs }
	},
	webServer: {
		command: `node test/support/serve-dist.mjs ${String(port)}`,
		cwd: join(import.meta.dirname, '../..'),
		url: address,
		reuseExistingServer: false
	}
});
