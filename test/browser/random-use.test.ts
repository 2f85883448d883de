// Somebody plays with the page without a plan. Whatever they did: nothing was reported as an error, the controls answer, and
// the run on the page is what the same scenario comes to in a browser that has never seen it. `npm run test:random` does 200.
import type { Browser, Locator, Page } from '@playwright/test';
import { digestOf, editorField, expect, open, region, test } from './page-journey.ts';
import { RandomUser } from './random-use.ts';

const sequences = 8;
const actions = 14;
/** Where counting begins: a sequence that failed is repeated alone by its seed. */
const firstSeed = Number(process.env['ROUNDTRIP_SEED'] ?? 1);
const places = ['#/play/amqp-rpc', '#/play/amqp-work-queues', '#/play/pomelo-time'] as const;
const lesson = '#/lesson/watch-a-call';

for (let slot = 0; slot < sequences; slot++) {
	test(`random use ${String(slot)} leaves a page that works and tells the truth`, async ({
		cleanPage: page,
		browser
	}, info) => {
		test.setTimeout(240_000);
		const seed = firstSeed + slot + info.repeatEachIndex * sequences;
		const place = [...places, lesson][seed % 4] ?? lesson;
		const user = new RandomUser(page, seed);
		try {
			await open(page, place);
			for (let action = 0; action < actions; action++) await user.act();
			await calmDown(page);
			// A new run moves the cursor to where its time is.
			await settle(page);
			await expectControls(page);
			await expectFreshWorld(page, browser);
		} finally {
			const body = [`ROUNDTRIP_SEED=${String(seed)} ${place}`, ...user.done].join('\n');
			await info.attach('what was done', { body, contentType: 'text/plain' });
		}
	});
}

/** Leaves dialogs and menus as a person does, speaks English again, and takes back what keeps the scenario from being run. */
async function calmDown(page: Page): Promise<void> {
	await expect(async () => {
		await page.keyboard.press('Escape');
		await expect(page.locator('dialog[open], [role="menu"]')).toHaveCount(0, { timeout: 300 });
	}).toPass({ timeout: 10_000 });
	// The editor keeps Escape to itself; anywhere else it ends presenter mode.
	await page.locator('input[type="range"]').first().focus();
	await page.keyboard.press('Escape');
	const english = page.getByRole('button', { name: 'EN, English' });
	if (await english.isVisible()) await english.click();
	await pause(page);
}

/** Pauses. A run that comes to its end meanwhile pauses by itself. */
async function pause(page: Page): Promise<void> {
	const button = (name: string) => region(page, 'Run').getByRole('button', { name, exact: true });
	await expect(async () => {
		if (await button('Pause').isVisible()) await button('Pause').click({ timeout: 1000 });
		await expect(button('Play')).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 30_000 });
}

/** Steps and plays with the mouse: what covers a button or has died fails here. */
async function expectControls(page: Page): Promise<void> {
	const bar = region(page, 'Run');
	const button = (name: string) => bar.getByRole('button', { name, exact: true });
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	const cursor = async () => Number(await timeline.inputValue());
	// Without a loop, which would bring the cursor back.
	await timeline.focus();
	await page.keyboard.press('l');
	await button('Restart').click();
	const start = await cursor();
	await button('Step forward').click();
	await expect.poll(cursor).toBeGreaterThan(start);
	const further = await cursor();
	await button('Step back').click();
	await expect.poll(cursor).toBeLessThan(further);
	// A step back by a rare kind leads before time 0, from where slow playing takes minutes.
	await button('Restart').click();
	await expect.poll(cursor).toBe(start);
	await button('Play').click();
	await expect.poll(cursor, { timeout: 20_000 }).toBeGreaterThan(start);
	await pause(page);
}

/** The run on the page is the run of its link, opened by somebody else; and its end looks the same. */
async function expectFreshWorld(page: Page, browser: Browser): Promise<void> {
	const context = await browser.newContext();
	try {
		const fresh = await context.newPage();
		await fresh.goto(await linkOf(page));
		expect(await digestOf(page)).toBe(await digestOf(fresh));
		const [here, there] = [await figuresAtEnd(page), await figuresAtEnd(fresh)];
		const shared = Object.keys(here).filter((actor) => actor in there);
		expect(shared.length).toBeGreaterThan(0);
		for (const actor of shared) expect(here[actor]).toBe(there[actor]);
	} finally {
		await context.close();
	}
}

/** Waits until the newest run is on the page. What cannot be run is taken back, what was stopped computed again. */
async function settle(page: Page): Promise<void> {
	const refusal = page.locator('.strip.wrong');
	const again = page.getByRole('button', { name: 'Compute again' });
	const stage = page.locator('[data-region="stage"]');
	await expect(async () => {
		if (await refusal.isVisible()) await takeBack(page, refusal);
		if (await again.isVisible()) await again.click();
		// Looked at briefly: a refusal may appear at any time, and then a digest never does.
		await expect(stage).toHaveAttribute('data-digest', /^[0-9a-f]{8,}$/, { timeout: 1000 });
		await expect(refusal).toBeHidden({ timeout: 100 });
	}).toPass({ timeout: 90_000 });
}

/** Takes back the last thing done or, where only typing is left, the last thing typed, as the page says. */
async function takeBack(page: Page, refusal: Locator): Promise<void> {
	await page.locator('input[type="range"]').first().focus();
	await page.keyboard.press('ControlOrMeta+z');
	if (!(await page.getByText('What was typed is taken back in the editor.').isVisible())) return;
	await refusal.getByRole('button', { name: 'Show in the editor' }).click();
	await expect(editorField(page)).toBeFocused({ timeout: 5000 });
	await page.keyboard.press('ControlOrMeta+z');
}

async function linkOf(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Share' });
	const link = await dialog.getByLabel('Link').inputValue();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	return link;
}

/** Names of the figures at the end of the run, which hold their state, by actor. */
async function figuresAtEnd(page: Page): Promise<Record<string, string | null>> {
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	await timeline.focus();
	await page.keyboard.press('End');
	await expect.poll(() => timeline.inputValue()).toBe(await timeline.getAttribute('max'));
	return page
		.locator('[data-region="stage"] [data-actor]')
		.evaluateAll((figures) =>
			Object.fromEntries(
				figures.map((figure) => [
					figure.getAttribute('data-actor') ?? '',
					figure.getAttribute('aria-label')
				])
			)
		);
}
