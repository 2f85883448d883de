// Pages and what opens in them have no violation that an automatic check can find: light with every rule, dark and high
// contrast with the rules about colour. A run is opened once and led through its states, for opening is what takes time.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { walkToTask } from './lesson-journey.ts';
import { digestOf, editorField, expect, open, region, test } from './page-journey.ts';

// Each test leads one page through many states in three themes.
test.setTimeout(180_000);

const wide = { width: 1440, height: 860 };
const narrow = { width: 390, height: 844 };
const colours = ['color-contrast', 'link-in-text-block'];

const themes = ['light', 'dark', 'contrast'] as const;
type Themes = readonly (typeof themes)[number][];

/** What is wrong with the page, or with one part of it, in a named state; in each theme. */
async function faultsOf(
	page: Page,
	state: string,
	part?: string,
	inThemes: Themes = themes
): Promise<readonly string[]> {
	const found: string[] = [];
	for (const theme of inThemes) {
		await page.emulateMedia({
			colorScheme: theme === 'dark' ? 'dark' : 'light',
			contrast: theme === 'contrast' ? 'more' : 'no-preference',
			reducedMotion: 'reduce'
		});
		await expect(page.locator('html')).toHaveAttribute(
			'data-contrast',
			theme === 'contrast' ? 'more' : 'usual'
		);
		// Without lists of all that is right, which take most of the time.
		let axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
		if (part !== undefined) axe = axe.include(part);
		if (theme !== 'light') axe = axe.withRules(colours);
		const { violations } = await axe.analyze();
		for (const { id, nodes } of violations) {
			found.push(
				`${state}, ${theme}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`
			);
		}
	}
	return found;
}

/** Chooses every tab of a list in turn and checks its panel. */
async function faultsOfTabs(
	page: Page,
	list: string,
	panel: string,
	inThemes: Themes
): Promise<readonly string[]> {
	const found: string[] = [];
	const tabs = page.getByRole('tablist', { name: list }).getByRole('tab');
	for (const tab of await tabs.all()) {
		await tab.click();
		found.push(...(await faultsOf(page, (await tab.textContent()) ?? '', panel, inThemes)));
	}
	return found;
}

for (const size of [wide, narrow]) {
	test(`the home page and the about page, ${String(size.width)} pixels wide`, async ({
		cleanPage: page
	}) => {
		await page.setViewportSize(size);
		await page.goto('./');
		await expect(page.getByRole('heading', { name: /round trip/ })).toBeVisible();
		const found = [...(await faultsOf(page, 'home'))];
		await page.getByRole('button', { name: '中文，简体' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
		found.push(...(await faultsOf(page, 'home in Chinese')));
		await page.goto('./#/about');
		await expect(page.getByText('quickjs-wasi', { exact: true })).toBeVisible();
		found.push(...(await faultsOf(page, 'about')));
		expect(found).toEqual([]);
	});
}

test('a run over RabbitMQ with each of its tabs', async ({ cleanPage: page }) => {
	await page.setViewportSize(wide);
	await open(page, '#/play/amqp-rpc');
	await page.keyboard.press('ArrowRight');
	const found = [...(await faultsOf(page, 'play'))];
	found.push(...(await faultsOfTabs(page, 'Views of the run', '#lower', ['light', 'dark'])));
	found.push(...(await faultsOfTabs(page, 'Console or inspector', '#side', ['light', 'dark'])));
	expect(found).toEqual([]);
});

test('what opens over a run: menu, scenario, sharing, keys; the focus comes back', async ({
	cleanPage: page
}) => {
	await page.setViewportSize(wide);
	await open(page, '#/play/amqp-rpc');
	const found: string[] = [];
	const lessons = page.locator('header summary').first();
	await lessons.click();
	await expect(page.getByRole('navigation', { name: 'Lessons and scenarios' })).not.toBeEmpty();
	found.push(...(await faultsOf(page, 'menu', 'header')));
	await page.keyboard.press('Escape');
	await expect(lessons).toBeFocused();
	for (const name of ['Scenario: settings, processes, saved versions', 'Share', 'Keys']) {
		const button = page.locator('header').getByRole('button', { name, exact: true });
		await button.click();
		await expect(page.getByRole('dialog')).toBeVisible();
		found.push(...(await faultsOf(page, name, 'dialog')));
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
		await expect(button).toBeFocused();
	}
	expect(found).toEqual([]);
});

test('a run of Pomelo, one of its servers inspected and its menu of faults', async ({
	cleanPage: page
}) => {
	await page.setViewportSize(wide);
	await open(page, '#/play/pomelo-chat');
	await page.keyboard.press('End');
	await page.locator('[data-actor="process:gate-server-1"]').click();
	await page.getByRole('tab', { name: 'Inspector' }).click();
	const found = [...(await faultsOf(page, 'play Pomelo'))];
	await page.keyboard.press('f');
	await expect(page.getByRole('menu')).toBeVisible();
	found.push(...(await faultsOf(page, 'faults', '[role="menu"]')));
	await page.getByRole('menuitem', { name: /^Kill here/ }).click();
	await expect(page.getByRole('region', { name: 'Faults' })).toBeVisible();
	await digestOf(page);
	found.push(...(await faultsOf(page, 'a server is killed')));
	await page
		.locator('header')
		.getByRole('button', { name: /^Faults/ })
		.click();
	await expect(page.getByRole('dialog')).toBeVisible();
	found.push(...(await faultsOf(page, 'list of faults', '[role="dialog"]')));
	expect(found).toEqual([]);
});

test('the editor with a problem, and presenter mode', async ({ cleanPage: page }) => {
	await page.setViewportSize(wide);
	await open(page, '#/play/amqp-rpc');
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await expect(editorField(page)).toBeFocused({ timeout: 60_000 });
	await page.keyboard.insertText('throw new Error("no"); )(');
	await expect(region(page, 'Console')).toContainText('SyntaxError');
	await digestOf(page);
	const found = [...(await faultsOf(page, 'editor'))];
	await page.locator('header').getByRole('button', { name: 'Presenter mode' }).click();
	found.push(...(await faultsOf(page, 'presenting')));
	expect(found).toEqual([]);
});

test('a lesson: a step, a task, a hint, a check that fails', async ({ cleanPage: page }) => {
	await page.setViewportSize(wide);
	await open(page, '#/lesson/pomelo-first-call');
	const found = [...(await faultsOf(page, 'lesson'))];
	const lesson = await walkToTask(page, 10, /^time-server-1/);
	found.push(...(await faultsOf(page, 'task', '[data-region="lesson"]')));
	await lesson.getByRole('button', { name: 'Hint', exact: true }).click();
	await lesson.getByRole('button', { name: 'Check', exact: true }).click();
	await expect(lesson).toContainText('Not yet.', { timeout: 60_000 });
	found.push(...(await faultsOf(page, 'failed', '[data-region="lesson"]')));
	expect(found).toEqual([]);
});

test('a narrow screen with each of its panes', async ({ cleanPage: page }) => {
	await page.setViewportSize(narrow);
	await open(page, '#/play/amqp-rpc');
	const found = [...(await faultsOf(page, 'narrow'))];
	found.push(...(await faultsOfTabs(page, 'Panes', 'main', ['light'])));
	expect(found).toEqual([]);
});

test('a frame in another page', async ({ cleanPage: page }) => {
	await page.goto('./?embed#/play/amqp-rpc');
	await digestOf(page);
	expect(await faultsOf(page, 'embedded')).toEqual([]);
});

test('the clock of a run that plays is not read out on and on', async ({ cleanPage: page }) => {
	await open(page, '#/play/amqp-rpc');
	await expect(page.getByTitle('Virtual time since time 0')).toHaveAttribute('aria-live', 'off');
});

test('the first stops of Tab lead past the header', async ({ cleanPage: page }) => {
	await open(page, '#/play/amqp-rpc');
	const skip = page.getByRole('button', { name: 'Skip to the run bar' });
	await expect(skip).toBeAttached();
	await skip.focus();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Restart' })).toBeFocused();
});

test('nothing is wider than the screen, with text twice as large too', async ({
	cleanPage: page
}) => {
	await open(page, '#/play/amqp-rpc');
	const found: string[] = [];
	for (const hash of ['#/play/amqp-rpc', '#/']) {
		await page.goto(`./${hash}`);
		for (const textSize of ['100%', '200%']) {
			await page.evaluate((size) => {
				document.documentElement.style.fontSize = size;
			}, textSize);
			for (const width of [320, 390, 700, 899]) {
				await page.setViewportSize({ width, height: 800 });
				const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
				if (over > 0)
					found.push(`${hash}, ${String(width)}, text ${textSize}: ${String(over)} px too wide`);
			}
		}
	}
	expect(found).toEqual([]);
});
