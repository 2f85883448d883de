// What a student hands in from the page is worth to the command line what it was worth on the page.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { checkAgain, lessonsFolder, walkToTask } from './lesson-journey.ts';
import { expect, open, region, replaceCode, tabTo, test } from './page-journey.ts';

const root = join(import.meta.dirname, '../..');

interface TaskMarks {
	readonly points: number;
	readonly of: number;
	readonly passed: boolean;
	readonly because: string;
	readonly seed: number;
}

/** Hands in with the keyboard and has the command line mark the file. */
async function handInAndGrade(page: Page, file: string): Promise<TaskMarks> {
	await tabTo(page, /^Hand in$/);
	const saving = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	const saved = await saving;
	expect(saved.suggestedFilename()).toBe('amqp-correlation-id.hand-in.json');
	await expect(page.getByText(/^Saved as amqp-correlation-id.hand-in.json/).first()).toBeAttached();
	await saved.saveAs(file);
	const program = join(root, '.roundtrip/roundtrip.js');
	const { stdout } = spawnSync(process.execPath, [program, 'grade', file, '--json'], {
		cwd: root,
		encoding: 'utf8'
	});
	const marks = JSON.parse(stdout) as { results: { grade: { tasks: TaskMarks[] } }[] };
	const task = marks.results[0]?.grade.tasks[0];
	if (task === undefined) throw new Error(stdout);
	return task;
}

test('a hand-in is marked by the command line as on the page, and a reload keeps progress and edits', async ({
	cleanPage: page
}, info) => {
	test.setTimeout(240_000);
	await open(page, '#/lesson/amqp-correlation-id');
	const lesson = await walkToTask(page, 10, /^The answer to fib\(8\)/);

	await tabTo(page, /^Check$/);
	await page.keyboard.press('Enter');
	await expect(lesson).toContainText('Not yet.', { timeout: 60_000 });
	const wrong = await handInAndGrade(page, info.outputPath('wrong.json'));
	expect(wrong).toMatchObject({ passed: false, points: 0, of: 3 });
	await expect(lesson).toContainText(`the run with seed ${String(wrong.seed)}`);
	const [says = '', because = ''] = wrong.because.split(': ');
	const failed = lesson.getByRole('listitem').filter({ hasText: says });
	await expect(failed).toContainText(because);

	const solution = join(lessonsFolder, '06-amqp-rpc/02-callback-queue/solution/rpc_client.js');
	await replaceCode(page, readFileSync(solution, 'utf8'));
	await checkAgain(page);
	await expect(lesson).toContainText('Passed, in', { timeout: 90_000 });
	await expect(lesson).toContainText('3 points');
	const right = await handInAndGrade(page, info.outputPath('right.json'));
	expect(right).toMatchObject({ passed: true, points: 3, of: 3 });

	await page.reload();
	await expect(lesson).toContainText('Step 10 of 10', { timeout: 40_000 });
	await expect(lesson.getByLabel('task done')).toBeVisible();
	await expect(region(page, 'Editor')).toContainText('new Map(', { timeout: 40_000 });
	await tabTo(page, /^Check$/);
	await page.keyboard.press('Enter');
	await expect(lesson).toContainText('Passed, in', { timeout: 90_000 });
});
