// A person changes a scenario: what it did to the run is shown, files come and go, versions are kept, links and frames carry it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { digestOf, editorField, expect, open, region, test } from './page-journey.ts';

const openScenario = (page: Page, part: string) =>
	page
		.getByRole('button', { name: /^Scenario/ })
		.click()
		.then(() => page.getByRole('tab', { name: part }).click());

async function setLatency(page: Page, ms: string): Promise<void> {
	await openScenario(page, 'Settings');
	await page.getByLabel('Latency of every connection, one way').fill(ms);
	await page.keyboard.press('Tab');
}

test('a change is compared with the run before, and leads to where the runs part', async ({
	cleanPage: page
}) => {
	const digest = await open(page, '#/play/amqp-rpc');
	await setLatency(page, '40');
	await page.keyboard.press('Escape');
	await digestOf(page, digest);
	await page.getByRole('button', { name: 'Compare' }).click();
	const panel = region(page, 'Compared with before');
	await expect(panel.getByRole('row', { name: /Latency, median/ })).toContainText('worse');
	await expect(panel).toContainText('The runs part at event');
	const { violations } = await new AxeBuilder({ page }).include('section.panel').analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await panel.getByRole('button', { name: 'Go there' }).first().click();
	await expect(page).toHaveURL(/@\d+$/);
	await panel.getByRole('button', { name: 'Keep as baseline' }).click();
	await page
		.getByRole('button', { name: 'Undo: Changed: Latency of every connection, one way' })
		.click();
	await expect.poll(() => digestOf(page)).toBe(digest);
	await page.getByRole('button', { name: 'Compare' }).click();
	await expect(
		region(page, 'Compared with the baseline').getByRole('row', { name: /Latency, median/ })
	).toContainText('better');
});

test('files are added, renamed and removed with the keyboard, and taken back', async ({
	cleanPage: page
}) => {
	await open(page, '#/play/amqp-rpc');
	const add = page.getByRole('button', { name: 'Add a file' });
	await add.click();
	await expect(page.getByLabel('Path and name')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await add.click();
	await page.keyboard.type('lib/retry.js');
	await page.keyboard.press('Enter');
	const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
	await expect(tab('retry.js')).toBeFocused();
	await page.keyboard.press('F2');
	await page.getByLabel('Path and name').fill('rpc_server.js');
	await expect(page.getByText('There is a file or folder of that name.')).toBeVisible();
	await page.getByLabel('Path and name').fill('lib/again.js');
	await page.keyboard.press('Enter');
	await expect(tab('again.js')).toBeFocused();
	await page.keyboard.press('Delete');
	await expect(tab('again.js')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo: Removed lib/again.js' }).click();
	await page.getByRole('button', { name: 'Undo: Renamed lib/retry.js to lib/again.js' }).click();
	await expect(tab('retry.js')).toBeVisible();
	await page.reload();
	await digestOf(page);
	await expect(tab('retry.js')).toBeVisible();
});

test('the tab of the shown file stands whole in its row, however many there are', async ({
	cleanPage: page
}) => {
	await open(page, '#/play/pomelo-lobby');
	const row = page.getByRole('tablist', { name: 'Files' });
	const shown = row.getByRole('tab', { selected: true });
	const isWhole = async () => {
		const [outer, inner] = [await row.boundingBox(), await shown.boundingBox()];
		if (outer === null || inner === null) return false;
		return inner.x >= outer.x - 1 && inner.x + inner.width <= outer.x + outer.width + 1;
	};
	for (let tabs = await row.getByRole('tab').count(); tabs > 0; tabs--) {
		await expect.poll(isWhole).toBe(true);
		await shown.press('ArrowRight');
	}
});

test('a broken cluster file is not run, and the problem leads to its line', async ({
	cleanPage: page
}) => {
	const digest = await open(page, '#/play/pomelo-time');
	await page.getByRole('tab', { name: 'servers.json' }).click();
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await expect(editorField(page)).toBeFocused({ timeout: 60_000 });
	await page.keyboard.press('ControlOrMeta+Home');
	await page.keyboard.insertText(',');
	const refusal = page.getByText('Not run: one thing is wrong.');
	await expect(refusal).toBeVisible();
	await page.getByRole('button', { name: 'Show in the editor' }).click();
	const problem = page.getByRole('button', { name: /This is not JSON.*servers\.json, line 1/ });
	await expect(problem).toBeFocused();
	await page.getByRole('button', { name: 'Reset code' }).click();
	await expect(refusal).toHaveCount(0);
	expect(await digestOf(page)).toBe(digest);
});

test('a scenario is kept, saved in versions, and an older one is restored', async ({
	cleanPage: page
}) => {
	const digest = await open(page, '#/play/amqp-rpc');
	await openScenario(page, 'Saved versions');
	await page.getByLabel('Name', { exact: true }).fill('My calls');
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await expect(page).toHaveURL(/#\/mine\/my-calls/);
	await setLatency(page, '40');
	await page.keyboard.press('Escape');
	const slow = await digestOf(page, digest);
	await openScenario(page, 'Saved versions');
	await page.getByLabel(/What is new/).fill('slow wires');
	await page.getByRole('button', { name: 'Save a version' }).click();
	const versions = page.getByRole('list', { name: 'Versions, newest first' });
	await expect(versions.getByRole('listitem')).toHaveCount(2);

	await page.reload();
	expect(await digestOf(page)).toBe(slow);
	await openScenario(page, 'Saved versions');
	await versions.getByRole('listitem').last().getByRole('button').click();
	await expect(versions.getByRole('listitem')).toHaveCount(3);
	await page.keyboard.press('Escape');
	await expect.poll(() => digestOf(page)).toBe(digest);
});

test('a link carries the changes to somebody else', async ({ cleanPage: page, browser }) => {
	const digest = await open(page, '#/play/amqp-rpc');
	await setLatency(page, '40');
	await page.keyboard.press('Escape');
	const slow = await digestOf(page, digest);
	await page.getByRole('button', { name: 'Share' }).click();
	const dialog = page.getByRole('dialog', { name: 'Share' });
	const address = await dialog.getByLabel('Link').inputValue();
	const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);

	const context = await browser.newContext();
	const other = await context.newPage();
	await other.goto(address);
	expect(await digestOf(other)).toBe(slow);
	await context.close();
});

test('a frame in another page shows the stage and the run bar, nothing to edit', async ({
	cleanPage: page,
	browser
}) => {
	const digest = await open(page, '#/play/amqp-rpc');
	await page.getByRole('button', { name: 'Share' }).click();
	const code = await page.getByLabel('Code for a page of your own').inputValue();
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(`<!doctype html><title>A page</title>${code}`);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		const outer = await browser.newPage();
		const errors: string[] = [];
		outer.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
		await outer.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
		const frame = outer.frameLocator('iframe');
		const stage = frame.locator('[data-region="stage"]');
		await expect(stage).toHaveAttribute('data-digest', digest, { timeout: 40_000 });
		await frame.getByRole('button', { name: 'Play' }).click();
		await expect(frame.getByRole('region', { name: 'Editor' })).toHaveCount(0);
		await expect(frame.getByRole('link', { name: 'Open in Roundtrip' })).toHaveAttribute(
			'href',
			/^#\/play\/amqp-rpc/
		);
		expect(errors.filter((text) => !text.includes('favicon'))).toEqual([]);
		await outer.close();
	} finally {
		server.close();
	}
});

test('what a stranger’s scenario says stays text', async ({ cleanPage: page }) => {
	const hostile = `<img src=x onerror="document.title='got you'">`;
	await page.goto('./');
	const file = {
		version: 1,
		title: hostile,
		description: hostile,
		files: {
			[`${hostile.replaceAll('/', '')}.js`]: `console.log(${JSON.stringify(hostile)}); throw new Error(${JSON.stringify(hostile)})`
		},
		processes: [
			{ name: hostile.replaceAll(/[:/]/g, '').trim(), file: `${hostile.replaceAll('/', '')}.js` }
		]
	};
	await page.locator('main input[data-picks="file"]').setInputFiles({
		name: 'x.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(file))
	});
	await page.getByRole('button', { name: 'Open and run' }).click();
	await digestOf(page);
	await page.keyboard.press('End');
	await expect(region(page, 'Console')).toContainText(hostile);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(hostile);
	await page.getByRole('button', { name: 'Share' }).click();
	await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
	expect(await page.locator('img[src="x"]').count()).toBe(0);
	expect(await page.title()).toContain(hostile);
});
