// Moving in time with the keyboard alone: steps by kind, a bookmark and a loop, a moment in the address.
import { expect, open, test } from './page-journey.ts';

test('steps by kind, bookmarks and the address find a moment again', async ({
	cleanPage: page
}) => {
	await open(page, '#/play/amqp-rpc');
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	const at = async () => Number(await timeline.inputValue());
	const stepBy = page.getByRole('combobox', { name: 'Step by' });
	await expect(stepBy.getByRole('option', { name: 'A call is answered: 1' })).toBeAttached();
	await expect(timeline).toHaveAttribute('aria-valuetext', /: .+/);

	const beginning = await at();
	await page.keyboard.press('c');
	await expect.poll(at).toBeGreaterThan(beginning);
	const started = await at();
	await expect(timeline).toHaveAttribute('aria-valuetext', /call/i);
	await page.keyboard.press('c');
	await expect.poll(at).toBeGreaterThan(started);
	const answered = await at();
	await page.keyboard.press('Shift+C');
	await expect.poll(at).toBe(started);
	await stepBy.selectOption({ label: 'A call is answered: 1' });
	await timeline.focus();
	await page.keyboard.press('n');
	await expect.poll(at).toBe(answered);
	await page.keyboard.press('m');
	await expect.poll(at).toBeGreaterThan(answered);

	await page.keyboard.press('b');
	const marked = await at();
	await expect(page).toHaveURL(new RegExp(`#/play/amqp-rpc@${String(marked)}$`));
	await page.keyboard.press('Home');
	await expect(page).toHaveURL(/#\/play\/amqp-rpc$/);
	await page.keyboard.press('j');
	await expect.poll(at).toBe(marked);

	await expect(page).toHaveURL(new RegExp(`@${String(marked)}$`));
	await page.reload();
	await expect.poll(at, { timeout: 40_000 }).toBe(marked);
	// The address follows the cursor a moment later; going back leads to what it says.
	await expect(page).toHaveURL(new RegExp(`@${String(marked)}$`));
	await page.goto(`./#/play/amqp-rpc@${String(started)}`);
	await expect.poll(at).toBe(started);
	await expect(page).toHaveURL(new RegExp(`@${String(started)}$`));
	await page.goBack();
	await expect.poll(at).toBe(marked);
	await page.keyboard.press('Shift+J');
	await expect(page.getByRole('status').filter({ hasText: 'no bookmark before' })).toBeAttached();
});
