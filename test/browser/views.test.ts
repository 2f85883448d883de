// The views of a run by keyboard alone: searching and filtering events, the sequence diagram as a file, metrics, a call's time.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, region, tabTo, test } from './page-journey.ts';

/** Chooses a tab of the lower pane with the arrow keys. */
async function lowerTab(page: Page, name: string): Promise<void> {
	const tabs = page.getByRole('tablist', { name: 'Views of the run' });
	await tabs.getByRole('tab', { selected: true }).focus();
	for (let presses = 0; presses < 4; presses++) {
		if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return;
		await page.keyboard.press('ArrowRight');
	}
}

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

test('events are searched and filtered', async ({ cleanPage: page }) => {
	await open(page, '#/play/amqp-rpc');
	await lowerTab(page, 'Events');
	await tabTo(page, /^Search events$/);
	await page.keyboard.type('fib(35)');
	const events = page.getByRole('table', { name: 'Events' });
	const status = region(page, 'Events').getByRole('status');
	await expect(status).toHaveText('2 found');
	await page.keyboard.press('Enter');
	await expect(status).toHaveText('1 of 2');
	await page.keyboard.press('Enter');
	await expect(status).toHaveText('2 of 2');
	await expect(events.locator('[aria-current="true"]')).toContainText('[.] fib(35)');
	await page.keyboard.press('Shift+Enter');
	await expect(status).toHaveText('1 of 2');

	await tabTo(page, /^Show only hits$/);
	await page.keyboard.press('Enter');
	await expect(events.getByRole('row')).toHaveCount(3);
	await expectAccessible(page);

	await tabTo(page, /^Filters$/);
	await page.keyboard.press('Enter');
	const place = page.getByRole('combobox', { name: 'Where' });
	await place.focus();
	await page.keyboard.type('client');
	await expect(place).toHaveValue('client');
	await expect(events.getByRole('row')).toHaveCount(2);
	await expect(events).toContainText('Requesting fib(35)');
	await expectAccessible(page);
	await tabTo(page, /^Clear all$/);
	await page.keyboard.press('Enter');
	await expect(status).toHaveText(/^\d+ of \d+ events$/);
});

for (const size of [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 }
]) {
	test(`the end and the beginning of a run are in view of the sequence diagram, ${String(size.width)} wide`, async ({
		cleanPage: page
	}) => {
		await page.setViewportSize(size);
		await open(page, '#/play/amqp-rpc-busy');
		await page.getByRole('tab', { name: /^Sequence/ }).click();
		const diagram = region(page, 'Sequence diagram');
		const cursor = diagram.locator('.cursor');
		const timeline = page.getByRole('slider', { name: 'Timeline' });
		await expect(cursor).toBeVisible();
		const last = (await timeline.getAttribute('max')) ?? '';
		for (const [key, at] of [
			['End', last],
			['Home', null],
			['End', last]
		] as const) {
			await diagram.focus();
			await page.keyboard.press(key);
			if (at === null) await expect(timeline).not.toHaveValue(last);
			else await expect(timeline).toHaveValue(at);
			await expect
				.poll(async () => {
					const [pane, line] = await Promise.all([diagram.boundingBox(), cursor.boundingBox()]);
					return (
						pane !== null &&
						line !== null &&
						line.y > pane.y + 30 &&
						line.y < pane.y + pane.height - 8
					);
				})
				.toBe(true);
		}
	});
}

test('the sequence diagram becomes a file of its own', async ({ cleanPage: page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await open(page, '#/play/amqp-rpc');
	await page.keyboard.press('End');
	const files: string[] = [];
	for (const name of ['The whole run: SVG', 'What is in view: PNG']) {
		await page.getByRole('button', { name: 'Export the diagram' }).focus();
		await page.keyboard.press('Enter');
		const button = page.getByRole('button', { name });
		await expect(button).toBeVisible();
		const download = page.waitForEvent('download');
		await button.focus();
		await page.keyboard.press('Enter');
		files.push(await (await download).path());
	}
	const [svg = '', png = ''] = files;
	const drawing = readFileSync(svg, 'utf8');
	// Every colour and letter is in the file, and paper is light on a dark page, too.
	expect(drawing).not.toContain('var(');
	expect(drawing).toContain('fill="rgb(255, 255, 255)"');
	expect(drawing).toContain('url(data:');
	expect(drawing).toContain('server-2</text>');
	expect(drawing).toContain('publish "35"');
	expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
	expect(readFileSync(png).length).toBeGreaterThan(5000);
});

test('lifelines are moved and hidden, and found again', async ({ cleanPage: page }) => {
	await open(page, '#/play/amqp-rpc');
	const diagram = region(page, 'Sequence diagram');
	const heads = diagram.locator('.head');
	await expect(heads).toHaveText(['client', 'broker', 'server-1', 'server-2']);
	await heads.first().focus();
	await page.keyboard.press('Alt+ArrowRight');
	await expect(heads).toHaveText(['broker', 'client', 'server-1', 'server-2']);
	await diagram.getByRole('button', { name: 'Lifelines' }).focus();
	await page.keyboard.press('Enter');
	await diagram.getByRole('checkbox', { name: 'server-2' }).focus();
	await page.keyboard.press('Space');
	await expect(heads).toHaveText(['broker', 'client', 'server-1']);
	await expectAccessible(page);
	await page.reload();
	await expect(heads).toHaveText(['broker', 'client', 'server-1']);
});

test('metrics tell in numbers and tables, and a call tells where its time went', async ({
	cleanPage: page
}) => {
	await open(page, '#/play/amqp-rpc-busy');
	await page.keyboard.press('End');
	await lowerTab(page, 'Metrics');
	const metrics = region(page, 'Metrics');
	await expect(metrics.getByRole('img', { name: /^Histogram of the latency of 8 / })).toBeVisible();
	await expect(metrics.getByRole('row', { name: /^server-1/ })).toContainText('%');
	await expectAccessible(page);
	await tabTo(page, /^Show as tables$/);
	await page.keyboard.press('Enter');
	await expect(metrics.getByRole('table')).toHaveCount(4);
	await expectAccessible(page);

	await lowerTab(page, 'Calls');
	await tabTo(page, /^1$/);
	await page.keyboard.press('Enter');
	await page.getByRole('tab', { name: 'Inspector' }).click();
	const time = page.getByRole('region', { name: 'Where its time went' });
	await expect(time.getByRole('button').first()).toContainText('on the wire to broker');
	await expect(time.getByRole('button').last()).toContainText('on the way back, to client-1');
	await expectAccessible(page);
});
