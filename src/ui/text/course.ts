// The words of courses loaded at run time: opening one, the list of those kept. Chinese: zh/course.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	title: 'Open a course',
	holds: (lessons: number) =>
		lessons === 1
			? 'A course of one lesson. It will be among the lessons of the home page.'
			: `A course of ${String(lessons)} lessons. They will be among the lessons of the home page.`,
	refused: (problems: number) =>
		problems === 1
			? 'This course cannot be used. One thing is wrong with it:'
			: `This course cannot be used. ${String(problems)} things are wrong with it:`,
	more: (left: number) => `and ${String(left)} more`,
	replaces: (title: string) =>
		`A course called “${title}” is here already. This one takes its place; progress and edits stay.`,
	stays: 'It is kept in this browser, also without a network. Its programs run in the sandbox.',
	keep: 'Keep this course',
	kept: (title: string) => `The course ${title} is among the lessons now.`,
	noRoom: (title: string) =>
		`This browser has no room for ${title}: its lessons are gone when you leave the page.`,

	loaded: 'Loaded courses',
	lessons: (lessons: number) => (lessons === 1 ? '1 lesson' : `${String(lessons)} lessons`),
	remove: (title: string) => `Remove the course ${title}`,
	removed: (title: string) => `The course ${title} was removed. Progress in it stays.`,
	bringBack: (title: string) => `Bring “${title}” back`
};

export type CourseWords = typeof english;
export const courseWords = new Texts(english, () => import('./zh/course.ts'));
