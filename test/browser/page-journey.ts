// What every browser journey shares: a page whose console must stay clean, the regions by their names, keys as a person
// presses them.
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { takeTheMouseAway } from './keyboard-hands.ts';

/** `cleanPage` fails its test when anything is reported as an error, a breach of the policy among it. */
export const test = base.extend<{ cleanPage: Page; hands: 'mouse' | 'keyboard' }>({
	hands: ['mouse', { option: true }],
	cleanPage: async ({ page, hands }, use) => {
		if (hands === 'keyboard') takeTheMouseAway(page);
		const errors: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') errors.push(message.text());
		});
		page.on('pageerror', (error) => errors.push(String(error)));
		await use(page);
		expect(errors).toEqual([]);
	}
});

export { expect };

/** A region of the page by its accessible name. */
export function region(page: Page, name: string): Locator {
	return page.getByRole('region', { name, exact: true });
}

/** Opens an address of the site and waits until its run is computed. Gives the run's digest. */
export async function open(page: Page, hash: string): Promise<string> {
	await page.goto(`./${hash}`);
	return digestOf(page);
}

/** The digest the stage shows once the run is computed; another than `not`. */
export async function digestOf(page: Page, not = ''): Promise<string> {
	const stage = page.locator('[data-region="stage"]');
	await expect(stage).toHaveAttribute('data-digest', /^[0-9a-f]{8,}$/, { timeout: 40_000 });
	if (not !== '') await expect(stage).not.toHaveAttribute('data-digest', not, { timeout: 40_000 });
	await expect(stage).toHaveAttribute('data-digest', /^[0-9a-f]{8,}$/, { timeout: 40_000 });
	return (await stage.getAttribute('data-digest')) ?? '';
}

/** Presses Tab until the element whose accessible name fits has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, name: RegExp, backwards = false): Promise<void> {
	for (let presses = 0; presses < 120; presses++) {
		const focused = await page.evaluate(() => {
			const element = document.activeElement;
			return element === null
				? ''
				: (element.getAttribute('aria-label') ?? element.textContent).trim();
		});
		if (name.test(focused)) return;
		await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
	}
	throw new Error(`Tab never reached ${String(name)}`);
}

/** Where the code editor takes what is typed. */
export function editorField(page: Page): Locator {
	return page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first();
}

/** Loads the editor at the shown file, with the keyboard, and puts a text in place of what is there. */
export async function replaceCode(page: Page, text: string): Promise<void> {
	await tabTo(page, /^Code of /);
	await page.keyboard.press('Enter');
	await expect(editorField(page)).toBeFocused({ timeout: 40_000 });
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.insertText(text);
}
