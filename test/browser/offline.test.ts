// After one visit the site needs no network: from any sub-path, with lessons, editor and what the person changed. A newer
// version comes when the person says so, and takes nothing away.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ServedSite } from '../support/served-site.ts';
import { packCourse } from './packed-course.ts';
import { digestOf, expect, region, replaceCode, test as base } from './page-journey.ts';

const test = base.extend<{ site: ServedSite }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures this one needs: none
	site: async ({}, use) => {
		const site = await ServedSite.start('/any/sub/path/');
		await use(site);
		await site.remove();
	}
});
test.use({ serviceWorkers: 'allow' });
// All of the site is fetched and kept, 15 MB, more than once.
test.describe.configure({ timeout: 300_000 });

/** Opens a place and waits until the browser keeps everything. */
async function visit(page: Page, site: ServedSite, hash: string): Promise<void> {
	await page.goto(`${site.address}#/about`);
	await expect(page.getByText('Ready to work offline', { exact: true })).toBeVisible({
		timeout: 120_000
	});
	await page.goto(`${site.address}${hash}`);
	await digestOf(page);
}

/** Publishes another version on the server: another page, listed in another service worker. */
async function publish(site: ServedSite, mark: string): Promise<void> {
	const html = join(site.folder, 'index.html');
	const worker = join(site.folder, 'sw.js');
	await writeFile(
		html,
		(await readFile(html, 'utf8')).replace('<html lang="en"', `$& data-version="${mark}"`)
	);
	const listed = /\{url:"index\.html",revision:"\w+"\}/;
	const script = await readFile(worker, 'utf8');
	expect(script).toMatch(listed);
	await writeFile(worker, script.replace(listed, `{url:"index.html",revision:"${mark}"}`));
}

test('after one visit, lessons and the editor open without a network, and edits survive', async ({
	site,
	cleanPage: page
}) => {
	await visit(page, site, '#/play/amqp-rpc');
	const digest = await digestOf(page);
	await site.unplug();
	await page.context().setOffline(true);

	await page.goto('about:blank');
	await page.goto(`${site.address}?from=a-link#/lesson/pomelo-first-call`);
	await digestOf(page);
	await expect(region(page, 'Lesson')).toContainText('gate');

	await page.goto(`${site.address}#/play/amqp-rpc`);
	expect(await digestOf(page)).toBe(digest);
	await replaceCode(page, "console.log('nobody serves any more');\n");
	const changed = await digestOf(page, digest);
	await page.reload();
	expect(await digestOf(page, digest)).toBe(changed);
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await expect(page.locator('.monaco-editor').first()).toContainText('nobody serves any more', {
		timeout: 40_000
	});
	await page.goto(`${site.address}#/about`);
	await expect(page.getByText('monaco-editor')).toBeVisible();
});

test('a course loaded from the site is there without a network, after a reload too', async ({
	site,
	cleanPage: page
}) => {
	await mkdir(join(site.folder, 'courses'));
	packCourse(join(site.folder, 'courses/week-3.json'), 'Week 3');
	await visit(page, site, '#/play/amqp-rpc');
	await page.goto(`${site.address}#/course/courses/week-3.json`);
	await page.getByRole('dialog').getByRole('button', { name: 'Keep this course' }).click();
	const lesson = page.getByRole('link', { name: /A lesson to begin with/ }).last();
	await expect(lesson).toBeVisible();
	await site.unplug();
	await page.context().setOffline(true);

	await page.reload();
	await lesson.click();
	await digestOf(page);
	await expect(region(page, 'Lesson')).toContainText('Step 1 of 2');
	await page.reload();
	await digestOf(page);
	await expect(region(page, 'Lesson')).toContainText('Step 1 of 2');
});

test('a newer version is offered, put off, and taken with everything the person changed', async ({
	site,
	cleanPage: page
}) => {
	await visit(page, site, '#/play/amqp-rpc');
	const first = await digestOf(page);
	await publish(site, 'second');
	await page.reload();
	const notice = region(page, 'A new version of Roundtrip is here.');
	await expect(notice).toBeVisible({ timeout: 120_000 });
	await expect(page.locator('html')).not.toHaveAttribute('data-version');

	await page.getByRole('button', { name: 'Later' }).click();
	await expect(notice).toBeHidden();
	await replaceCode(page, "console.log('mine');\n");
	const changed = await digestOf(page, first);

	await page.reload();
	await expect(page.locator('html')).not.toHaveAttribute('data-version');
	await expect(notice).toContainText('Your changes and your progress are kept.');
	await page.getByRole('button', { name: 'Reload now' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-version', 'second');
	expect(await digestOf(page, first)).toBe(changed);
	await expect(notice).toBeHidden();
});
