// A course of one small lesson that is right in everything, and copies of it with something changed.
import { Catalogue } from '../../src/lesson/catalogue.ts';
import { newLessonFiles } from '../../src/lesson/new-lesson.ts';
import { stampOf } from '../../src/lesson/parse-lesson.ts';

/** Where the lesson stands. */
export const smallLesson = '01-track/01-small';

/** The files of the course by path. */
export const smallCourse: Readonly<Record<string, string>> = {
	'01-track/track.json': '{"title": "A track", "summary": "Of one lesson."}',
	...Object.fromEntries(
		Object.entries(newLessonFiles('01-small')).map(([path, text]) => [
			`${smallLesson}/${path}`,
			text
		])
	)
};

/** Its lesson.zh.md, made from this lesson.md. */
export const smallTranslation = (original: string): string =>
	[
		'---',
		'title: 第一课',
		'summary: 一两句话。',
		`of: ${stampOf(original)}`,
		'---',
		'## 每步一个想法',
		'@code server.js "const answer" "channel.sendToQueue"',
		'@predict 客户端打印什么？',
		'- [ ] 42 :: 不对。',
		'- [x] 21 :: 对。',
		'## 轮到你了',
		'@check "打印两倍的数"',
		'@check "每个问题都有回答"',
		'@hint 看看类型。',
		'@hint 乘以二。'
	].join('\n');

/** A change of one file: its new text, a function from the old text to the new, or undefined to take it away. */
export type Change = string | ((text: string) => string) | undefined;

/** The course with files below the lesson's folder changed. */
export function changedCourse(changes: Readonly<Record<string, Change>>): Catalogue {
	const files: Record<string, string> = { ...smallCourse };
	for (const [path, change] of Object.entries(changes)) {
		const place = path.startsWith('01-track/') ? path : `${smallLesson}/${path}`;
		const before = files[place] ?? '';
		const after = typeof change === 'function' ? change(before) : change;
		if (after === before) throw new Error(`the change of ${path} changes nothing`);
		if (after === undefined) Reflect.deleteProperty(files, place);
		else files[place] = after;
	}
	return new Catalogue(files);
}
