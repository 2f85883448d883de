// Words of the teacher's window.
import { Texts } from './texts.svelte.ts';

const english = {
	open: 'Notes for the teacher, in another window',
	title: (lesson: string) => `For the teacher: ${lesson}`,
	facts: (minutes: number, steps: number) => `${String(minutes)} minutes, ${String(steps)} steps`,
	following: 'Follows the lesson in the other window.',
	alone: 'The lesson is not open in another window of this browser.',
	openLesson: 'Open the lesson',
	steps: 'Steps',
	here: 'shown now',
	previous: 'Previous step',
	next: 'Next step',
	says: 'What the class reads',
	prediction: 'The question',
	right: 'right',
	checks: 'What the task checks',
	hints: 'Hints',
	notes: 'Notes',
	solution: 'Solution',
	none: (place: string) =>
		`There is no lesson ${place}. Its address may be mistyped, or its course is not loaded.`,
	toHome: 'To all lessons'
};

export type TeachWords = typeof english;
export const teachWords = new Texts(english, () => import('./zh/teach.ts'));
