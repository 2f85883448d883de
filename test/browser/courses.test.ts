// A teacher's course, packed by the command line, is opened on the page: from a file and by its address. It is kept.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { packCourse } from './packed-course.ts';
import { digestOf, expect, region, tabTo, test } from './page-journey.ts';

let folder = '';
let file = '';

test.beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'roundtrip-course-'));
	file = join(folder, 'week-3.json');
	packCourse(file, 'Week 3');
});
test.afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('a course from a file is among the lessons, with progress of its own, after a reload too', async ({
	cleanPage: page
}) => {
	await page.goto('./');
	await page.locator('main input[data-picks="file"]').setInputFiles(file);
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('A course of one lesson');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await dialog.getByRole('button', { name: 'Keep this course' }).click();
	await expect(dialog).toBeHidden();
	// In its track; once begun, the button to go on names it as well.
	const lesson = page.getByRole('link', { name: /A lesson to begin with/ }).last();
	await expect(lesson).toHaveAttribute('href', '#/lesson/week-3/watch-a-call');
	await lesson.click();
	await digestOf(page);
	await expect(region(page, 'Lesson')).toContainText('Step 1 of 2');
	await page.getByRole('button', { name: /^21/ }).click();
	await page.getByRole('button', { name: 'Next step' }).click();
	await expect(region(page, 'Lesson')).toContainText('Step 2 of 2');

	await page.reload();
	await digestOf(page);
	await expect(region(page, 'Lesson')).toContainText('Step 2 of 2');
	await page.goto('./#/lesson/watch-a-call');
	await expect(region(page, 'Lesson')).toContainText('Step 1 of');
	await expect(region(page, 'Lesson')).not.toContainText('A lesson to begin with');

	await page.goto('./#/');
	await expect(
		page.getByRole('link', { name: /step 2 of 2 A lesson to begin with/ })
	).toBeVisible();
	await page.getByRole('button', { name: 'Remove the course Week 3' }).click();
	await expect(lesson).toBeHidden();
	await page.getByRole('button', { name: 'Bring “Week 3” back' }).click();
	await expect(lesson).toBeVisible();
});

test('a course at an address of the site is opened with the keyboard, a bad one says everything wrong with it', async ({
	cleanPage: page
}) => {
	const text = readFileSync(file, 'utf8');
	await page.route('**/courses/week-3.json', (route) =>
		route.fulfill({ body: text, contentType: 'application/json' })
	);
	await page.goto('./#/course/courses/week-3.json');
	await expect(page.getByRole('dialog')).toContainText('A course of one lesson');
	await tabTo(page, /^Keep this course$/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: /A lesson to begin with/ })).toBeVisible();
	await expect(page).toHaveURL(/#\/$/);

	const broken = text
		.replace('minutes: 5', 'minutes: soon')
		.replace('\\"title\\": \\"01-mine\\"', '\\"titel\\": \\"01-mine\\"');
	const bad = join(folder, 'bad.json');
	writeFileSync(bad, broken);
	await page.locator('main input[data-picks="file"]').setInputFiles(bad);
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('This course cannot be used.');
	await expect(dialog).toContainText('01-mine/01-watch-a-call/lesson.md:5: minutes');
	await expect(dialog).toContainText('01-mine/track.json');

	await page.goto('./#/course/https://elsewhere.example/course.json');
	await expect(page.getByRole('dialog')).toContainText('is another site');
});
