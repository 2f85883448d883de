// The editor knows the modules a program may use: completion and type errors, and no fault found where there is none.
import { expect, open, test } from './page-journey.ts';

test('the editor completes and checks against the types of amqplib', async ({
	cleanPage: page
}) => {
	await open(page, '#/play/amqp-rpc');
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 40_000 });
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.insertText(
		"async function more() { const ch = await (await amqp.connect('')).createChannel(); ch.nope(); ch }"
	);
	const faults = page.locator('.monaco-editor .squiggly-error');
	await expect(faults).toHaveCount(1, { timeout: 40_000 });
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.type('.assertQ');
	await expect(page.locator('.suggest-widget .monaco-list-row').first()).toContainText(
		'assertQueue',
		{
			timeout: 40_000
		}
	);
});

test('a program may require a JSON file of its own', async ({ cleanPage: page }) => {
	await open(page, '#/play/pomelo-routers');
	await page.getByRole('tab', { name: 'app.js' }).click();
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 40_000 });
	await page.keyboard.press('ControlOrMeta+End');
	// A fault that is one shows that the checker has read this file.
	await page.keyboard.insertText('nowhere();');
	const problems = page.locator('details.problems');
	await expect(problems).toContainText("Cannot find name 'nowhere'", { timeout: 40_000 });
	await expect(problems).not.toContainText('Cannot find module');
});

test('Escape in the code leaves presenter mode', async ({ cleanPage: page }) => {
	await open(page, '#/play/amqp-rpc');
	await page.keyboard.press('p');
	const html = page.locator('html');
	await expect(html).toHaveAttribute('data-presenting', /./);
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await expect(page.locator('.monaco-editor :focus')).toHaveCount(1, { timeout: 40_000 });
	await page.keyboard.press('Escape');
	await expect(html).not.toHaveAttribute('data-presenting');
});
