// Hands that have no mouse: whatever a journey clicks is gone to and used with keys instead. What keys cannot get to fails the
// journey with the reason.
import type { Locator, Page } from '@playwright/test';

type ClickOptions = Parameters<Locator['click']>[0];

/** Replaces `click` of every locator of this process; a project of its own runs in processes of its own. */
export function takeTheMouseAway(page: Page): void {
	const prototype = Object.getPrototypeOf(page.locator('html')) as Locator;
	prototype.click = async function (this: Locator, options?: ClickOptions) {
		await useByKeyboard(this, options?.button === 'right');
	};
}

/** Gets to an element and uses it: Enter, Space on what is ticked; F opens what can be done to a figure of the stage. */
async function useByKeyboard(target: Locator, isMenuMeant: boolean): Promise<void> {
	await target.scrollIntoViewIfNeeded();
	await goTo(target);
	const page = target.page();
	if (isMenuMeant) {
		await page.keyboard.press('Enter');
		await page.keyboard.press('f');
		return;
	}
	const isTicked = await target.evaluate(
		(element) => element instanceof HTMLInputElement && /checkbox|radio/.test(element.type)
	);
	await page.keyboard.press(isTicked ? 'Space' : 'Enter');
}

/** Focuses a stop of Tab; leads from the stop of a group to one of its members with the arrow keys. */
async function goTo(target: Locator): Promise<void> {
	const way = await target.evaluate((element: Element) => {
		type Focusable = HTMLElement | SVGElement;
		const isTabStop = (node: Element): boolean =>
			(node as Focusable).tabIndex >= 0 && !node.matches(':disabled');
		if (isTabStop(element)) {
			// Pressing Tab so often would take minutes; what is a stop of Tab is got to by Tab.
			(element as Focusable).focus();
			return document.activeElement === element ? 'there' : 'none';
		}
		const groups = '[role="tablist"], [role="menu"], [role="listbox"], [role="group"]';
		const group = element.closest(groups);
		if (group === null) return 'none';
		const isInside = group !== document.activeElement && group.contains(document.activeElement);
		const stop = isInside
			? document.activeElement
			: [group, ...group.querySelectorAll('*')].find(isTabStop);
		(stop as Focusable | undefined)?.focus();
		return stop === undefined ? 'none' : 'arrows';
	});
	if (way === 'none') throw new Error(`The keyboard cannot get to ${String(target)}`);
	if (way === 'arrows') await arrowTo(target);
}

/** Forwards and backwards, across and down, until an element has the focus or is the current one of its group. */
async function arrowTo(target: Locator): Promise<void> {
	const isThere = () =>
		target.evaluate(
			(element) => document.activeElement === element || element.ariaCurrent === 'true'
		);
	for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft']) {
		for (let press = 0; press < 40; press++) {
			if (await isThere()) return;
			await target.page().keyboard.press(key);
		}
	}
	throw new Error(`The arrow keys do not lead to ${String(target)}`);
}
