// The panes of the wide page: borders move with the pointer and the keyboard, panes fold, and all of it is found again.
import { expect, open, region, test } from './page-journey.ts';

test('panes are resized, folded and remembered', async ({ cleanPage: page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await open(page, '#/play/amqp-rpc');
	const stage = region(page, 'Stage');
	const widthOf = async () => (await stage.boundingBox())?.width ?? 0;
	const border = page.getByRole('separator', { name: 'Resize the editor' });
	const before = await widthOf();

	await border.focus();
	for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowLeft');
	await expect.poll(widthOf).toBeCloseTo(before - 120, -1);

	const grip = await border.boundingBox();
	if (grip === null) throw new Error('The border is not shown');
	await page.mouse.move(grip.x, grip.y + 200);
	await page.mouse.down();
	await page.mouse.move(grip.x - 80, grip.y + 200, { steps: 4 });
	await page.mouse.up();
	await expect.poll(widthOf).toBeCloseTo(before - 200, -1);

	await page.getByRole('button', { name: 'Fold Console' }).click();
	await expect(region(page, 'Console')).toBeHidden();
	await page.reload();
	await expect(page.getByRole('button', { name: 'Unfold Console' })).toBeVisible();
	await expect.poll(widthOf).toBeCloseTo(before - 200, -1);
	await page.getByRole('button', { name: 'Unfold Console' }).click();
	await expect(region(page, 'Console')).toBeVisible();
});
