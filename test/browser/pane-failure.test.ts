// An error in one pane stays there: it is told and reported, the rest of the page lives on, and the pane can be had again.
import type { Page } from '@playwright/test';
import { digestOf, expect, open, region, test } from './page-journey.ts';

/** Has the component of the calls throw while `window.isBroken`; what it is otherwise stays. */
async function letCallsBreak(page: Page): Promise<void> {
	await page.addInitScript(() => Object.assign(window, { isBroken: true }));
	await page.route(/\/CallsTable-[^/]*\.js$/, (route) =>
		route.fulfill({
			contentType: 'text/javascript',
			body: `import Calls from '${route.request().url()}?whole';
export default (...given) => {
	if (window.isBroken) throw new Error('The calls are out of order');
	return Calls(...given);
};`
		})
	);
}

test('a pane that cannot be drawn says so, is reported, and leaves the rest of the page alive', async ({
	page
}) => {
	const reported: string[] = [];
	page.on('pageerror', ({ message }) => reported.push(message));
	await letCallsBreak(page);
	await open(page, '#/play/amqp-rpc');
	await page.getByRole('tab', { name: 'Calls' }).click();
	const calls = region(page, 'Calls');
	await expect(calls.getByRole('alert')).toContainText('The calls are out of order');
	await expect.poll(() => reported).toEqual(['The calls are out of order']);

	const timeline = page.getByRole('slider', { name: 'Timeline' });
	const before = await timeline.inputValue();
	await page.getByRole('button', { name: 'Step forward' }).click();
	await expect(timeline).not.toHaveValue(before);
	await page.getByRole('tab', { name: 'Events' }).click();
	await expect(page.getByRole('table', { name: 'Events' })).toBeVisible();
	await page.getByRole('tab', { name: 'Calls' }).click();

	await calls.getByRole('button', { name: 'Try again', exact: true }).click();
	await expect.poll(() => reported).toHaveLength(3);
	await page.evaluate(() => Object.assign(window, { isBroken: false }));
	await calls.getByRole('button', { name: 'Try again from the start of the run' }).click();
	await expect(page.getByRole('table', { name: 'Calls' })).toBeVisible();
	await expect(timeline).toHaveValue(before);
	expect(reported).toHaveLength(3);
});

test('a pane whose code cannot be fetched says so, and comes when it can be', async ({ page }) => {
	const reported: string[] = [];
	page.on('pageerror', ({ message }) => reported.push(message));
	const isCalls = /\/CallsTable-[^/]*\.js$/;
	await page.route(isCalls, (route) => route.abort());
	await open(page, '#/play/amqp-rpc');
	await page.getByRole('tab', { name: 'Calls' }).click();
	const calls = region(page, 'Calls');
	await expect(calls.getByRole('alert')).toContainText('CallsTable');
	await expect.poll(() => reported).toHaveLength(1);
	await page.unroute(isCalls);
	await calls.getByRole('button', { name: 'Try again', exact: true }).click();
	await expect(page.getByRole('table', { name: 'Calls' })).toBeVisible();
});

test('what to watch that cannot be drawn says so in its line, and the stage stands', async ({
	page
}) => {
	const reported: string[] = [];
	page.on('pageerror', ({ message }) => reported.push(message));
	await page.route(/\/WhatToWatch-[^/]*\.js$/, (route) =>
		route.fulfill({
			contentType: 'text/javascript',
			body: `export default () => { throw new Error('Nothing to watch'); };`
		})
	);
	await open(page, '#/play/amqp-rpc');
	const stage = region(page, 'Stage');
	await expect(stage).toContainText('Nothing to watch');
	await expect(stage.locator('[data-actor="process:client"]')).toBeVisible();
	await expect.poll(() => reported).toEqual(['Nothing to watch']);
	await page.getByRole('button', { name: 'Step forward' }).click();
	await expect(page.getByRole('slider', { name: 'Timeline' })).not.toHaveValue('0');
});

test('what to watch whose code cannot be fetched says so, and the stage stands', async ({
	page
}) => {
	const reported: string[] = [];
	page.on('pageerror', ({ message }) => reported.push(message));
	await page.route(/\/WhatToWatch-[^/]*\.js$/, (route) => route.abort());
	await open(page, '#/play/amqp-rpc');
	const stage = region(page, 'Stage');
	await expect(stage).toContainText('WhatToWatch');
	await expect(stage.locator('[data-actor="process:client"]')).toBeVisible();
	await expect.poll(() => reported).toHaveLength(1);
});

test('a run whose file cannot be had says which, and runs when it can', async ({ page }) => {
	await page.route(/\/steps-[^/]*\.js$/, (route) => route.abort());
	await page.goto('./#/play/amqp-rpc');
	await expect(page.getByText(/The simulation itself failed.*steps-[^/]*\.js/)).toBeVisible();
	await page.unroute(/\/steps-[^/]*\.js$/);
	await page.reload();
	await digestOf(page);
});
