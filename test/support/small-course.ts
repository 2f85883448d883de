// A course of one small lesson that is right in everything, and copies of it with something changed.
import { Catalogue } from '../../src/lesson/catalogue.ts';
import { newLessonFiles } from '../../src/lesson/new-lesson.ts';

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
