// Both lessons from the first step to the passed check, with the keyboard alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, open, region, replaceCode, tabTo, test } from './page-journey.ts';

const lessons = [
	{
		id: 'pomelo-first-call',
		steps: 10,
		rightAnswer: /^time-server-1/,
		solution: '02-pomelo/01-gate-asks-the-time/solution/game-server/app/util/routers.js'
	},
	{
		id: 'amqp-correlation-id',
		steps: 10,
		rightAnswer: /^The answer to fib\(8\)/,
		solution: '06-amqp-rpc/02-callback-queue/solution/rpc_client.js'
	}
];

for (const { id, steps, rightAnswer, solution } of lessons) {
	test(`the lesson ${id} to its end with the keyboard alone`, async ({ cleanPage: page }) => {
		test.setTimeout(180_000);
		await open(page, `#/lesson/${id}`);
		const lesson = region(page, 'Lesson');
		for (let step = 1; step < steps; step++) {
			await expect(lesson).toContainText(`Step ${step} of ${steps}`);
			const options = lesson.getByRole('group').getByRole('listitem');
			if ((await options.count()) > 0) {
				await expect(lesson.getByRole('button', { name: 'Next step' })).toBeDisabled();
				await tabTo(page, rightAnswer);
				await page.keyboard.press('Enter');
				await expect(lesson).toContainText('Right.');
			}
			await tabTo(page, /^Next step$/);
			await page.keyboard.press('Enter');
		}
		await expect(lesson).toContainText(`Step ${steps} of ${steps}`);

		await tabTo(page, /^Check$/);
		await page.keyboard.press('Enter');
		await expect(lesson).toContainText('Not yet.', { timeout: 60_000 });
		await tabTo(page, /^Hint$/);
		await page.keyboard.press('Enter');
		await expect(lesson.getByRole('status').last()).not.toBeEmpty();

		const file = join(import.meta.dirname, '../../lessons', solution);
		await replaceCode(page, readFileSync(file, 'utf8'));
		// Tab writes into the code; this key gives it back its usual meaning.
		await page.keyboard.press('Control+m');
		await tabTo(page, /^Check$/, true);
		await page.keyboard.press('Enter');
		await expect(lesson).toContainText('Passed, in', { timeout: 90_000 });
	});
}

test('a lesson is found again at the step where it was left', async ({ cleanPage: page }) => {
	await open(page, '#/lesson/amqp-correlation-id');
	await page.getByRole('button', { name: 'Next step' }).click();
	await page.getByRole('button', { name: 'Next step' }).click();
	await page.reload();
	await expect(region(page, 'Lesson')).toContainText('Step 3 of 10');
});
