// Somebody asks why a message is where it is: with the keyboard, step by step to the bindings in the inspector.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, region, test } from './page-journey.ts';

/** Opens a scenario, steps back from the end to the event with this sentence and selects it. */
async function select(page: Page, hash: string, sentence: RegExp): Promise<void> {
	await open(page, hash);
	await page.getByRole('combobox', { name: 'Step by' }).selectOption({ label: 'Messages' });
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	const back = page.getByRole('button', { name: 'Step back' });
	await timeline.focus();
	// The words for the events come after the first picture, and so does what the keys do.
	await expect(timeline).toHaveAttribute('aria-valuetext', /: .+/);
	await page.keyboard.press('End');
	await expect(timeline).toHaveAttribute('aria-valuetext', /The run ends/);
	for (let presses = 0; presses < 60; presses++) {
		if (sentence.test((await timeline.getAttribute('aria-valuetext')) ?? '')) break;
		await back.press('Enter');
	}
	await expect(timeline).toHaveAttribute('aria-valuetext', sentence);
	await page.getByRole('tab', { name: 'Inspector' }).click();
	await page.getByRole('button', { name: 'Inspect the event at the cursor' }).press('Enter');
}

test('a routed message shows which bindings matched, word by word', async ({ cleanPage: page }) => {
	await select(page, '#/play/amqp-topics', /takes "open"/);
	const bindings = region(page, 'Inspector').getByRole('list', { name: 'Bindings of sensors' });
	await expect(bindings.getByRole('listitem')).toHaveCount(4);
	await expect(bindings.getByRole('listitem').filter({ hasText: /^\s*Matched/ })).toHaveCount(1);
	await expect(bindings).toContainText('fits the pattern "north.#"');

	await page.emulateMedia({ reducedMotion: 'reduce' });
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);

	// From a binding to its queue, by keyboard.
	await bindings.getByRole('button', { name: /of caretaker/ }).press('Enter');
	await expect(region(page, 'Inspector')).toContainText('What it was declared to be');
});

test('a message that no queue took shows why each binding refused it', async ({
	cleanPage: page
}) => {
	await select(page, '#/play/amqp-topics', /finds no queue for a message/);
	const inspector = region(page, 'Inspector');
	await expect(inspector).toContainText('No queue took it');
	await expect(inspector).toContainText('mandatory: true');
	const bindings = inspector.getByRole('list', { name: 'Bindings of sensors' });
	await expect(bindings.getByRole('listitem').filter({ hasText: /^\s*Did not match/ })).toHaveCount(
		4
	);
	await expect(bindings).toContainText('nothing stands where it asks for "smoke"');
});
