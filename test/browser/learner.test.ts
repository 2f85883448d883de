// What a learner does besides solving: looks at the solution and takes the own code back, finishes, takes progress along.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, open, region, replaceCode, test } from './page-journey.ts';

const folder = mkdtempSync(join(tmpdir(), 'roundtrip-progress-'));
test.afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('a learner compares with the solution, finishes the lesson, and goes on in another browser', async ({
	cleanPage: page,
	browser,
	baseURL
}) => {
	test.setTimeout(180_000);
	await page.addInitScript(() => {
		localStorage.setItem('roundtrip:setting:lesson-step:amqp-direct-reply-to', '99');
	});
	await open(page, '#/lesson/amqp-direct-reply-to');
	const lesson = region(page, 'Lesson');
	await expect(lesson.getByRole('button', { name: 'Check' })).toBeVisible();
	await replaceCode(page, '// my own idea\n');
	await expect(region(page, 'Editor')).toContainText('my own idea');

	await lesson.getByRole('button', { name: 'Show the solution' }).click();
	const diff = lesson.getByLabel('Solution of client.js');
	await expect(diff).toContainText('goes: // my own idea');
	await expect(diff).toContainText('comes: const amqp');
	expect(
		(await new AxeBuilder({ page }).include('[data-region="lesson"]').analyze()).violations
	).toEqual([]);
	await lesson.getByRole('button', { name: 'Put it into the editor' }).click();
	await expect(lesson).toContainText('the same as yours');
	await lesson.getByRole('button', { name: 'Bring my code back' }).click();
	await expect(region(page, 'Editor')).toContainText('my own idea');
	await lesson.getByRole('button', { name: 'Put it into the editor' }).click();
	await lesson.getByRole('button', { name: 'Check' }).click();
	await expect(lesson).toContainText('Lesson done: 2 points.', { timeout: 90_000 });

	await page.goto('./#/');
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save progress as a file' }).click();
	const file = join(folder, 'roundtrip.progress.json');
	await (await saving).saveAs(file);

	const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
	const other = await elsewhere.newPage();
	await other.goto('./');
	await other.locator('main input[data-picks="file"]').setInputFiles(file);
	await expect(other.getByRole('dialog')).toContainText('with your code in 1 of them');
	await other.getByRole('button', { name: 'Put it to mine' }).click();
	await expect(other.getByRole('link', { name: /^done Answers without a queue/ })).toBeVisible();
	await other.getByRole('link', { name: /^done Answers without a queue/ }).click();
	await expect(region(other, 'Editor')).toContainText('amq.rabbitmq.reply-to', { timeout: 40_000 });
	await elsewhere.close();
});
