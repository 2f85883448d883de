// Both lessons from the first step to the passed check, with the keyboard alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAgain, lessonsFolder, walkToTask } from './lesson-journey.ts';
import { digestOf, expect, open, region, replaceCode, tabTo, test } from './page-journey.ts';

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
		const lesson = await walkToTask(page, steps, rightAnswer);

		await tabTo(page, /^Check$/);
		await page.keyboard.press('Enter');
		await expect(lesson).toContainText('Not yet.', { timeout: 60_000 });
		await tabTo(page, /^Hint$/);
		await page.keyboard.press('Enter');
		await expect(lesson.getByRole('status').last()).not.toBeEmpty();

		await replaceCode(page, readFileSync(join(lessonsFolder, solution), 'utf8'));
		await checkAgain(page);
		await expect(lesson).toContainText('Passed, in', { timeout: 90_000 });
	});
}

test('what comes next is hidden until the question about it is answered', async ({
	cleanPage: page
}) => {
	await open(page, '#/lesson/watch-a-call');
	const lesson = region(page, 'Lesson');
	const next = lesson.getByRole('button', { name: 'Next step' });
	for (let step = 1; step < 3; step++) {
		await expect(lesson).toContainText(`Step ${step} of 6`);
		await next.click();
	}
	await page.getByRole('tab', { name: 'Events' }).click();
	const events = region(page, 'Events');
	await expect(events).toContainText('What comes next is hidden');
	await expect(events.getByRole('row').last()).toHaveAttribute('aria-current', 'true');
	await lesson.getByRole('button', { name: 'It stands in the message' }).click();
	await expect(events).not.toContainText('What comes next is hidden');
});

test('no key, button or place on the timeline leads past a question before it is answered, and the page says why', async ({
	cleanPage: page
}) => {
	await open(page, '#/lesson/watch-a-call');
	const lesson = region(page, 'Lesson');
	const run = region(page, 'Run');
	const timeline = run.getByRole('slider', { name: 'Timeline' });
	for (let step = 1; step < 3; step++) {
		await expect(lesson).toContainText(`Step ${step} of 6`);
		await lesson.getByRole('button', { name: 'Next step' }).click();
	}
	await expect(lesson).toContainText('Step 3 of 6');
	await expect(run.getByRole('button', { name: 'Step forward' })).toBeEnabled();
	const notice = run.locator('div[role="status"]');
	const asked = await timeline.inputValue();
	const box = await timeline.boundingBox();
	const ways: readonly (() => Promise<void>)[] = [
		() => run.getByRole('button', { name: 'Step forward' }).click(),
		() => page.keyboard.press('End'),
		() => page.keyboard.press('c'),
		() => timeline.press('PageUp'),
		() => page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 20, (box?.y ?? 0) + 20),
		() => run.getByRole('button', { name: 'Play' }).click()
	];
	for (const way of ways) {
		await way();
		await expect(notice).toContainText('Answer the lesson’s question first');
		await expect(run.getByRole('button', { name: 'Play' })).toBeVisible();
		await expect(timeline).toHaveValue(asked);
		await run.getByRole('button', { name: 'Step back' }).click();
		await expect(notice).toBeEmpty();
		await run.getByRole('button', { name: 'Play' }).click();
		await expect(timeline).toHaveValue(asked);
		await run.getByRole('button', { name: 'Dismiss' }).click();
		await expect(notice).toBeEmpty();
	}
	await run.getByRole('button', { name: 'Step forward' }).click();
	await run.getByRole('button', { name: 'To the question' }).click();
	await expect(notice).toBeEmpty();
	await expect(
		lesson.getByRole('button', { name: 'The broker remembers who asked' })
	).toBeFocused();
	await lesson.getByRole('button', { name: 'It stands in the message' }).click();
	await expect(timeline).not.toHaveValue(asked);
	await page.keyboard.press('End');
	await expect(timeline).toHaveValue((await timeline.getAttribute('max')) ?? '');
});

test('the inspector does not tell what becomes of a call before the question about it is answered', async ({
	cleanPage: page
}) => {
	await open(page, '#/lesson/lost-request-or-reply');
	const lesson = region(page, 'Lesson');
	for (let step = 1; step < 3; step++) {
		await expect(lesson).toContainText(`Step ${step} of 5`);
		await lesson.getByRole('button', { name: 'Next step' }).click();
	}
	await page.getByRole('tab', { name: 'Calls' }).click();
	await region(page, 'Calls').getByRole('row', { name: /^2/ }).click();
	const inspector = region(page, 'Inspector');
	await expect(inspector).toContainText('Call 2');
	await expect(inspector).not.toContainText('is lost');
	await lesson.getByRole('button', { name: /^20: one of them/ }).click();
	await expect(inspector).toContainText('is lost');
});

test('a message clicked in the sequence diagram, as a step says, shows in the inspector what it carries', async ({
	cleanPage: page
}) => {
	await page.addInitScript(() => {
		localStorage.setItem('roundtrip:setting:lesson-step:watch-a-call', '3');
	});
	await open(page, '#/lesson/watch-a-call');
	await expect(region(page, 'Lesson')).toContainText('Step 4 of 6');
	const diagram = region(page, 'Sequence diagram');
	await diagram
		.locator('text', { hasText: /^deliver/ })
		.first()
		.click();
	await expect(region(page, 'Inspector')).toContainText('correlationId');
});

test('on a narrow screen what is said to an answer comes into view', async ({
	cleanPage: page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.addInitScript(() => {
		localStorage.setItem('roundtrip:setting:lesson-step:exchange-bindings', '2');
	});
	await open(page, '#/lesson/exchange-bindings');
	const lesson = region(page, 'Lesson');
	await lesson.getByRole('button', { name: 'The desk alone' }).click();
	await expect(lesson.locator('.because')).toBeInViewport({ ratio: 1 });
});

test('on a narrow screen a hint and what a check found come into view', async ({
	cleanPage: page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page, '#/lesson/router-modulo');
	const lesson = await walkToTask(page, 4, /^Always the first one/);
	const hints = lesson.getByRole('status').last().getByRole('listitem');
	for (const seen of [1, 2, 3]) {
		await lesson.getByRole('button', { name: 'Hint' }).click();
		await expect(hints).toHaveCount(seen);
		await expect(hints.last()).toBeInViewport();
	}
	await lesson.getByRole('button', { name: 'Check', exact: true }).click();
	await expect(lesson.getByText('Not yet.')).toBeInViewport({ timeout: 60_000 });
});

test('a lesson is found again at the step where it was left', async ({ cleanPage: page }) => {
	await open(page, '#/lesson/amqp-correlation-id');
	await page.getByRole('button', { name: 'Next step' }).click();
	await page.getByRole('button', { name: 'Next step' }).click();
	await page.reload();
	await expect(region(page, 'Lesson')).toContainText('Step 3 of 10');
});

test('a scenario opened from a lesson has neither its pointers nor its hidden future', async ({
	cleanPage: page
}) => {
	const digest = await open(page, '#/lesson/watch-a-call');
	const lesson = region(page, 'Lesson');
	const pointed = page.locator('[data-region="stage"] .pointed');
	for (let step = 1; step < 3; step++) {
		await lesson.getByRole('button', { name: 'Next step' }).click();
	}
	await expect(lesson).toContainText('Step 3 of 6');
	await expect(pointed).not.toHaveCount(0);
	await page.evaluate(() => {
		location.hash = '#/play/amqp-rpc';
	});
	await digestOf(page, digest);
	await expect(pointed).toHaveCount(0);
	await page.getByRole('tab', { name: 'Events' }).click();
	await expect(region(page, 'Events')).not.toContainText('What comes next is hidden');
	await page.getByRole('slider', { name: 'Timeline' }).press('End');
	await expect(region(page, 'Console')).toContainText('Got');

	await page.goBack();
	await expect(lesson).toContainText('Step 3 of 6');
	await expect(region(page, 'Events')).toContainText('What comes next is hidden');
	await lesson.getByRole('button', { name: 'It stands in the message' }).click();
	await expect(region(page, 'Events')).not.toContainText('What comes next is hidden');
});

test('a lesson speaks Chinese at the step where somebody wishes it, in the notes for the teacher too', async ({
	cleanPage: page
}) => {
	await open(page, '#/lesson/pomelo-first-call');
	const title = page.locator('#lesson-step');
	await region(page, 'Lesson').getByRole('button', { name: 'Next step' }).click();
	await expect(title).toHaveText('A client knocks at the gate');
	await page.getByRole('button', { name: '中文，简体' }).click();
	await expect(title).toHaveText('客户端来敲门');
	await page.getByRole('button', { name: '下一步', exact: true }).click();
	await expect(title).toHaveText('门服务器需要别人帮忙');

	await page.goto('./#/teach/pomelo-first-call');
	await expect(page.locator('#teach-step')).toContainText('许多小程序，一个服务');
	await page.getByRole('button', { name: 'EN, English' }).click();
	await expect(page.locator('#teach-step')).toContainText('Many small programs, one service');
});
