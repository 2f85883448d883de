// Ways through a lesson that several journeys take, with the keyboard alone.
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, region, tabTo } from './page-journey.ts';

/** Where the built-in lessons lie. */
export const lessonsFolder = join(import.meta.dirname, '../../lessons');

/** From the first step of an opened lesson to its last, answering predictions. Gives the lesson's region. */
export async function walkToTask(page: Page, steps: number, rightAnswer: RegExp): Promise<Locator> {
	const lesson = region(page, 'Lesson');
	for (let step = 1; step < steps; step++) {
		await expect(lesson).toContainText(`Step ${step} of ${steps}`);
		if (await lesson.getByRole('button', { name: 'Next step' }).isDisabled()) {
			await expect(lesson.getByRole('group').getByRole('listitem')).not.toHaveCount(0);
			await tabTo(page, rightAnswer);
			await page.keyboard.press('Enter');
			await expect(lesson).toContainText('Right.');
		}
		await tabTo(page, /^Next step$/);
		await page.keyboard.press('Enter');
	}
	await expect(lesson).toContainText(`Step ${steps} of ${steps}`);
	return lesson;
}

/** From the editor back to the lesson's check. */
export async function checkAgain(page: Page): Promise<void> {
	// Tab writes into the code; this key gives it back its usual meaning.
	await page.keyboard.press('Control+m');
	await tabTo(page, /^Check$/, true);
	await page.keyboard.press('Enter');
}
