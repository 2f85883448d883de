// A person does things to a run, with the mouse and with the keyboard alone, sees what came of it, and takes it back.
import { digestOf, expect, open, region, test } from './page-journey.ts';

type Page = Parameters<typeof open>[0];

const list = (page: Page) => page.getByRole('dialog', { name: 'What is done to this run' });
const notice = (page: Page) => page.getByRole('region', { name: 'Faults' });
const calls = async (page: Page) => {
	await page.getByRole('tab', { name: 'Calls' }).click();
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	await timeline.focus();
	await page.keyboard.press('End');
	return page.getByRole('table', { name: 'Calls' });
};

async function toTheMiddle(page: Page): Promise<void> {
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	await timeline.focus();
	await page.keyboard.press('Home');
	for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowRight');
}

test('a server killed in the past forks the run, which says so and can be undone', async ({
	cleanPage: page
}) => {
	const before = await open(page, '#/play/amqp-rpc');
	await toTheMiddle(page);
	await page.locator('[data-actor="process:server-1"]').click({ button: 'right' });
	const menu = page.getByRole('menu', { name: 'Act on server-1' });
	await menu.getByRole('menuitem', { name: /^Kill here/ }).click();
	const after = await digestOf(page, before);
	await expect(notice(page)).toContainText('The run forks at');
	await expect(notice(page)).toContainText('Kill server-1');
	await notice(page).getByRole('button', { name: 'Undo' }).click();
	expect(await digestOf(page, after)).toBe(before);
	await expect(notice(page)).toBeHidden();
	await page.locator('body').press('ControlOrMeta+Shift+z');
	expect(await digestOf(page, before)).toBe(after);
	await page.locator('body').press('ControlOrMeta+z');
	expect(await digestOf(page, after)).toBe(before);
});

test('on a narrow screen what was done and what came of it cover neither the stage nor each other', async ({
	cleanPage: page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const before = await open(page, '#/play/amqp-rpc');
	await toTheMiddle(page);
	await page.locator('[data-actor="process:server-1"]').click({ button: 'right' });
	await page.getByRole('menuitem', { name: /^Kill here/ }).click();
	await digestOf(page, before);
	const news = page.getByRole('banner').getByText('Forked at', { exact: false });
	await expect(news).toBeVisible();
	await expect(notice(page)).toBeVisible();
	const edges = async (): Promise<readonly number[]> => {
		const boxes = [news, notice(page), region(page, 'Stage')].map((part) => part.boundingBox());
		return (await Promise.all(boxes)).flatMap((box) => (box ? [box.y, box.y + box.height] : []));
	};
	await expect
		.poll(async () => (await edges()).every((edge, i, all) => i === 0 || edge >= (all[i - 1] ?? 0)))
		.toBe(true);
	expect(await edges()).toHaveLength(6);
});

test('a chosen message is lost, its call stays waiting, and a reload keeps that', async ({
	cleanPage: page
}) => {
	const before = await open(page, '#/play/amqp-rpc');
	await page.getByRole('tab', { name: 'Events' }).click();
	await page.getByRole('slider', { name: 'Timeline' }).focus();
	const request = page
		.getByRole('table', { name: 'Events' })
		.getByRole('row', { name: /client sent the request/ })
		.first();
	await expect(async () => {
		await page.keyboard.press('ArrowRight');
		await expect(request).toBeVisible({ timeout: 50 });
	}).toPass();
	await request.click();
	await page.locator('body').press('f');
	await page.getByRole('menuitem', { name: /^Lose this message.*Beyond TCP/ }).click();
	const lost = await digestOf(page, before);
	await expect(await calls(page)).toContainText('waiting');
	await page.reload();
	expect(await digestOf(page)).toBe(lost);
	await expect(page.getByRole('button', { name: 'Faults (1)' })).toBeVisible();
});

test('the list changes, removes and clears what is done, by keyboard alone', async ({
	cleanPage: page
}) => {
	const before = await open(page, '#/play/amqp-rpc');
	await toTheMiddle(page);
	await page.keyboard.press('s');
	await page.locator('[data-actor="process:server-1"]').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('f');
	const menu = page.getByRole('menu', { name: 'Act on server-1' });
	await expect(menu.getByRole('menuitem').first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(menu.getByRole('menuitem', { name: /^Pause here/ })).toBeFocused();
	await page.keyboard.press('Enter');
	const paused = await digestOf(page, before);

	const faults = page.getByRole('button', { name: 'Faults (1)' });
	await faults.focus();
	await page.keyboard.press('Enter');
	await expect(list(page)).toBeFocused();
	await list(page)
		.getByRole('button', { name: /^Change: Pause server-1/ })
		.press('Enter');
	await list(page).getByLabel('Time (ms)').fill('1');
	await page.keyboard.press('Enter');
	const changed = await digestOf(page, paused);
	await expect(list(page)).toContainText('1.00 ms');
	await list(page)
		.getByRole('button', { name: /^Remove: Pause server-1/ })
		.press('Enter');
	expect(await digestOf(page, changed)).toBe(before);
	await expect(list(page)).toContainText('Nothing yet.');
	await page.keyboard.press('ControlOrMeta+z');
	expect(await digestOf(page, before)).toBe(changed);
	await list(page).getByRole('button', { name: 'Clear all' }).press('Enter');
	expect(await digestOf(page, changed)).toBe(before);
	await page.keyboard.press('Escape');
	await expect(list(page)).toBeHidden();
	await expect(region(page, 'Stage')).toBeVisible();
});
