// Draws the site's icons (public/icons) from public/favicon.svg: run it after the mark has changed.
// Usage: CHROMIUM_PATH=<a Chromium> node .ci/render-icons.mjs
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const ground = '#fafaf8';
/** File, pixels, share of the width the mark takes, radius of the corners in percent. A maskable one may lose its outer fifth. */
const icons = [
	['192', 192, 0.72, 22],
	['512', 512, 0.72, 22],
	['maskable-512', 512, 0.54, 0],
	['apple-touch', 180, 0.66, 0]
];

const mark = await readFile('public/favicon.svg', 'utf8');
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM_PATH,
	args: ['--no-sandbox']
});
const page = await browser.newPage();
for (const [name, size, share, radius] of icons) {
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(`<style>
		html, body, div { margin: 0; height: 100%; }
		div { display: grid; place-content: center; border-radius: ${radius}%; background: ${ground}; }
		svg { display: block; width: ${size * share}px; }
	</style><div>${mark}</div>`);
	await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
}
await browser.close();
