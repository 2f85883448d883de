import { expect, test } from 'vitest';
import { inLanguage } from '../../src/lesson/translation.ts';
import {
	changedCourse,
	smallCourse,
	smallLesson,
	smallTranslation
} from '../support/small-course.ts';

const original = (smallCourse[`${smallLesson}/lesson.md`] ?? '').replace(
	'@points 2',
	'@plan dead\n@plan slow'
);

const plan = (words: object) =>
	JSON.stringify({ ...words, interventions: [{ at: 0, do: 'kill', process: 'server' }] });

test('in another language a fault plan has its words there, or keeps those it has', () => {
	const course = changedCourse({
		'lesson.md': original,
		'lesson.zh.md': smallTranslation(original),
		'plans/dead.json': plan({ title: 'the server dies', zh: { title: '服务器死了' } }),
		'plans/slow.json': plan({ title: 'the server is slow' })
	});
	const lesson = course.lesson(course.lessons[0]?.id ?? '');
	if (lesson === undefined) throw new Error('the course has no lesson');
	const titles = ({ steps }: typeof lesson) =>
		steps.flatMap(({ task }) => task?.plans.map(({ title }) => title) ?? []);
	expect(titles(lesson)).toEqual(['the server dies', 'the server is slow']);
	expect(titles(inLanguage(lesson, 'zh'))).toEqual(['服务器死了', 'the server is slow']);
});
