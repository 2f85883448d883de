// The site as one file (release/roundtrip.html), opened from the disk without a network: it runs what the site runs, keeps
// what is changed, and asks for nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestOf, expect, open, region, replaceCode, test } from './page-journey.ts';

const repository = join(import.meta.dirname, '../..');
const file = join(repository, 'release/roundtrip.html');
const address = pathToFileURL(file).href;

// 16 megabytes are read and compiled each time it is opened.
test.describe.configure({ timeout: 300_000 });

test('one file on a disk runs programs as the site does, with the editor, and keeps changes', async ({
	cleanPage: page
}) => {
	const digest = await open(page, '#/play/amqp-rpc');
	const foreign: string[] = [];
	// The site's page is left before its network goes.
	await page.goto('about:blank');
	await page.context().setOffline(true);
	page.on('request', (request) => {
		if (!/^(?:file|data|blob):/.test(request.url())) foreign.push(request.url());
	});
	await page.goto(`${address}#/play/amqp-rpc`);
	expect(await digestOf(page)).toBe(digest);

	await replaceCode(page, "console.log('from a stick'); ''.nope();\n");
	await expect(page.locator('.monaco-editor .squiggly-error')).toHaveCount(1, { timeout: 60_000 });
	const changed = await digestOf(page, digest);
	await page.reload();
	expect(await digestOf(page, digest)).toBe(changed);

	await page.goto('about:blank');
	await page.goto(`${address}#/lesson/pomelo-first-call`);
	await digestOf(page);
	await expect(region(page, 'Lesson')).toContainText('gate');
	expect(foreign).toEqual([]);
});

test('one file on a disk says that it needs no network, and holds the notices of what is in it', async ({
	cleanPage: page
}) => {
	await page.goto(`${address}#/about`);
	await expect(page.getByText('Works offline: all in this file')).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText('quickjs-wasi', { exact: true })).toBeVisible();
	const names = (text: string): string[] =>
		(JSON.parse(text) as readonly { readonly name: string }[]).map(({ name }) => name);
	const site = names(readFileSync(join(repository, 'dist/third-party.json'), 'utf8'));
	const held = names((await page.locator('[id="third-party.json"]').textContent()) ?? '');
	const inBoth = site.filter((name) => !name.startsWith('workbox-'));
	expect(held).toEqual(expect.arrayContaining(inBoth));
	await page.getByRole('button', { name: /中文/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('关于 Roundtrip');
});
