// The words around a lesson; what the lesson itself says is its folder's. Chinese: zh/lesson.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	opening: 'Opening the lesson…',
	stepOf: (step: number, count: number) => `Step ${String(step)} of ${String(count)}`,
	progress: 'Progress in the lesson',
	previousStep: 'Previous step',
	previous: 'Previous',
	nextStep: 'Next step',
	next: 'Next',
	answerFirst: 'Answer to go on',
	hiddenUntilAnswered: 'What comes next is hidden until you have answered the lesson’s question.',
	allLessons: 'All lessons',

	predict: 'Predict',
	right: 'right',
	wrong: 'wrong',
	isRight: 'Right.',
	isWrong: 'Not quite.',

	showInEditor: 'Show in the editor',
	beforeEdit: 'before your edit',
	line: (line: number) => `line ${String(line)}`,
	lines: (from: number, to: number) => `lines ${String(from)} to ${String(to)}`,

	check: 'Check',
	checking: 'Checking…',
	hint: 'Hint',
	hintsLeft: (left: number) => `(${String(left)} left)`,
	showSolution: 'Show the solution',
	hideSolution: 'Hide the solution',
	diffLegend: 'The solution against your code: − goes, + comes.',
	lineGoes: 'goes: ',
	lineComes: 'comes: ',
	sameAsSolution: 'the same as yours',
	solutionOf: (path: string) => `Solution of ${path}`,
	solutionTaken: 'The solution is in the editor. Your own code can be brought back.',
	bringBackOwn: 'Bring my code back',
	ownTaken: 'Your own code is back.',
	lessonDone: (points: number) =>
		points === 1 ? 'Lesson done: 1 point.' : `Lesson done: ${String(points)} points.`,
	trackDone: (track: string, lessons: number) =>
		`That was the last one open in “${track}”: all ${String(lessons)} lessons are done.`,
	points: (points: number) => (points === 1 ? '1 point.' : `${String(points)} points.`),
	/** Files that were changed but do not count, and those that do. */
	uncounted: (changed: readonly string[], counted: readonly string[]) =>
		`Check and hand-in look at ${counted.join(', ')} alone: what you changed in ${changed.join(', ')} does not count.`,
	passed: (runs: number) => `Passed, in ${String(runs)} different runs.`,
	notYet: (seed: number, plan: string | null) =>
		plan === null
			? `Not yet. This is what the run with seed ${String(seed)} shows:`
			: `Not yet. This is what the run with seed ${String(seed)} shows when ${plan}:`,
	showFailure: 'Show',
	showFailureOf: (says: string) => `Show where this does not hold: ${says}`,
	/** The first error in the run a check failed in, and whether the program ended with it. */
	error: ({
		process,
		message,
		place,
		isFatal
	}: {
		process: string;
		message: string;
		place: string;
		isFatal: boolean;
	}) =>
		`${process} ${isFatal ? 'stopped with an error' : 'reports an error'}${place === '' ? '' : ` (${place})`}: ${message}`,
	failingRun: (seed: number) => `the run with seed ${String(seed)}`,
	taskDone: 'task done',
	taskOpen: 'task to do',
	handIn: 'Hand in',
	handInHint: 'Saves a small file for your teacher: your files of this lesson, nothing else.',
	handedIn: (file: string) => `Saved as ${file} among your downloads. Give it to your teacher.`,
	nextLesson: (title: string) => `Next lesson: ${title}`,
	holds: 'holds',
	holdsHere: 'holds in this run',
	holdsNot: 'does not hold',
	putInEditor: 'Put it into the editor',
	runFailed: (seed: number, event: number, message: string) =>
		`The run failed (seed ${String(seed)}, event ${String(event)}): ${message}`
};

export type LessonWords = typeof english;
export const lessonWords = new Texts(english, () => import('./zh/lesson.ts'));
