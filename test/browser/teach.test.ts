// A teacher's notes in a second window follow the lesson on the projector and lead it.
import AxeBuilder from '@axe-core/playwright';
import { expect, open, region, test } from './page-journey.ts';

test('the notes for the teacher follow the lesson and lead it, in presenter mode too', async ({
	cleanPage: page
}) => {
	test.slow();
	await open(page, '#/lesson/amqp-correlation-id');
	const link = page.getByRole('link', { name: 'Notes for the teacher, in another window' });
	const opened = page.waitForEvent('popup');
	await link.focus();
	await page.keyboard.press('Enter');
	const teacher = await opened;
	await expect(teacher.getByRole('heading', { name: 'Misconceptions' })).toBeVisible();
	await expect(teacher.getByText('Follows the lesson in the other window.')).toBeVisible();

	await region(page, 'Lesson').getByRole('button', { name: 'Next step' }).click();
	const step = teacher.locator('#teach-step');
	await expect(step).toContainText('2 / 10');
	await teacher.getByRole('button', { name: 'Next step' }).click();
	await expect(region(page, 'Lesson')).toContainText('Step 3 of 10');

	const timeline = page.getByRole('slider', { name: 'Timeline' });
	await page.locator('header').getByRole('button', { name: 'Presenter mode' }).click();
	const before = await timeline.inputValue();
	await teacher.getByRole('button', { name: 'Next step' }).click();
	await expect(timeline).not.toHaveValue(before);
	await expect(step).toContainText('4 / 10');
	const { violations } = await new AxeBuilder({ page: teacher }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
});

test('notes of a lesson that is not there say so', async ({ cleanPage: page }) => {
	await page.goto('./#/teach/nowhere');
	await expect(page.getByText('There is no lesson nowhere.')).toBeVisible();
});
