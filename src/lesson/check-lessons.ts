// Checks the lessons themselves: they can be read, what they point to happens, the start fails each task and so does a program
// that only prints, every solution passes it with all seeds and plans, each wrong answer fails the check it is said to fail.
import type { Catalogue } from './catalogue.ts';
import { echoAnswer } from './echo-answer.ts';
import { findEvent } from './event-selector.ts';
import { reasonText } from './failure-reason.ts';
import { readLesson, type Answers } from './lesson-folder.ts';
import type { Lesson, Step, Task } from './lesson-schema.ts';
import type { Problem } from './problems.ts';
import { answeredFiles, runChecks, trialScenario, type ComputeRun } from './run-checks.ts';
import { trackProblem } from './track.ts';

/** A problem and the folder of the lesson that has it. */
export interface LessonProblem extends Problem {
	readonly folder: string;
}

export interface CheckLessonsOptions {
	/** Computes a run. */
	readonly compute: ComputeRun;
	/** Only lessons whose id this accepts. Default: all. */
	readonly only?: (id: string) => boolean;
	/** Told before each lesson, for progress. */
	readonly onLesson?: (folder: string) => void;
}

/** Everything wrong with the lessons of a catalogue, in the order of their folders. */
export async function checkLessons(
	catalogue: Catalogue,
	options: CheckLessonsOptions
): Promise<{ readonly lessons: number; readonly problems: readonly LessonProblem[] }> {
	const problems: LessonProblem[] = [...trackProblems(catalogue)];
	const folders = [...catalogue.folders.keys()].filter((path) => path.includes('/')).toSorted();
	const owners = new Map<string, string>();
	let lessons = 0;
	for (const folder of folders) {
		if (catalogue.folders.get(folder)?.['lesson.md'] === undefined) continue;
		const read = readLesson(folder, catalogue.folders);
		const id = read.lesson?.id;
		if (id !== undefined && options.only?.(id) === false) continue;
		options.onLesson?.(folder);
		lessons += 1;
		const add = (problem: Problem) => problems.push({ folder, ...problem });
		if (read.lesson === undefined) {
			read.problems.forEach(add);
			continue;
		}
		const taken = idProblem(read.lesson.id, folder, owners);
		if (taken !== null) add(taken);
		linkProblems(read.lesson, catalogue).forEach(add);
		(await runProblems(read.lesson, read.solutions, read.wrong, options.compute)).forEach(add);
	}
	return { lessons, problems };
}

/** What can be told without running anything: lessons that cannot be read, ids that are taken. */
export function readProblems(catalogue: Catalogue): readonly LessonProblem[] {
	const problems: LessonProblem[] = [...trackProblems(catalogue)];
	const owners = new Map<string, string>();
	for (const [folder, files] of catalogue.folders) {
		if (files['lesson.md'] === undefined) continue;
		const read = readLesson(folder, catalogue.folders);
		problems.push(...read.problems.map((problem) => ({ folder, ...problem })));
		if (read.lesson === undefined) continue;
		const taken = idProblem(read.lesson.id, folder, owners);
		if (taken !== null) problems.push({ folder, ...taken });
	}
	return problems;
}

/** Ids are taken by whoever comes first. */
function idProblem(id: string, folder: string, owners: Map<string, string>): Problem | null {
	const owner = owners.get(id);
	owners.set(id, owner ?? folder);
	return owner === undefined ? null : inText(2, `the id ${id} is taken by ${owner}`);
}

const inText = (line: number, message: string): Problem => ({ file: 'lesson.md', line, message });

function trackProblems(catalogue: Catalogue): LessonProblem[] {
	// By their folders: a lesson that cannot be read is a lesson all the same.
	const lessons = [...catalogue.folders].filter(([, files]) => files['lesson.md'] !== undefined);
	const ids = new Set(lessons.map(([path]) => path.split('/')[0] ?? ''));
	return [...ids].flatMap((id) => {
		const message = trackProblem(catalogue.trackSource(id));
		return message === null ? [] : [{ folder: id, file: 'track.json', line: 0, message }];
	});
}

/** Lessons it needs and places it links to must be there. */
function linkProblems(lesson: Lesson, catalogue: Catalogue): Problem[] {
	const lessons = new Set(catalogue.lessons.map(({ id }) => id));
	const scenarios = new Set(catalogue.scenarios.map(({ id }) => id));
	const missing = lesson.needs
		.filter((id) => !lessons.has(id))
		.map((id) => inText(1, `needs: there is no lesson ${id}`));
	const links = lesson.steps.flatMap((step) =>
		step.blocks.flatMap((block) =>
			block.type !== 'prose'
				? []
				: [...block.html.matchAll(/href="#([^"]*)"/g)].flatMap(([, target = '']) => {
						const [, page, id = ''] = /^\/(lesson|play)\/([^@]+)/.exec(target) ?? [];
						const known = page === 'lesson' ? lessons : scenarios;
						if (target === '/' || (page !== undefined && known.has(id))) return [];
						return [inText(step.line, `the link #${target} leads nowhere`)];
					})
		)
	);
	return [...missing, ...links];
}

/** What only running the lesson shows. */
async function runProblems(
	lesson: Lesson,
	solutions: Answers,
	wrong: Answers,
	compute: ComputeRun
): Promise<Problem[]> {
	const problems = await selectorProblems(lesson, compute);
	for (const step of lesson.steps) {
		const { task } = step;
		if (task === null) continue;
		problems.push(...(await taskProblems(lesson, step, task, solutions, wrong, compute)));
	}
	return problems;
}

/**
 * Events a step names must happen, whatever the seed: in the start's run, behind a task in the solution's. And what answers
 * a prediction must lie behind the step's cursor, or it can be read off before the answer is given.
 */
async function selectorProblems(lesson: Lesson, compute: ComputeRun): Promise<Problem[]> {
	const problems: Problem[] = [];
	const firstTask = lesson.steps.findIndex(({ task }) => task !== null);
	for (const seed of lesson.seeds) {
		const trial = { seed, plan: null };
		const start = await compute(trialScenario(lesson, lesson.scenario.files, trial));
		const isNeeded = firstTask >= 0 && firstTask < lesson.steps.length - 1;
		const solved = isNeeded
			? await compute(trialScenario(lesson, answeredFiles(lesson, lesson.solution), trial))
			: start;
		lesson.steps.forEach((step, index) => {
			const trace = firstTask >= 0 && index > firstTask ? solved : start;
			for (const selector of [step.cursor, step.prediction?.reveal, ...step.messages]) {
				if (!selector || findEvent(selector, trace) !== undefined) continue;
				problems.push(
					inText(step.line, `with seed ${String(seed)} this never happens: ${selector.text}`)
				);
			}
			const { cursor, prediction } = step;
			if (!cursor || !prediction?.reveal) return;
			const [asked, answered] = [findEvent(cursor, trace), findEvent(prediction.reveal, trace)];
			if (asked === undefined || answered === undefined || answered > asked) return;
			const when = `with seed ${String(seed)} the cursor is behind what answers the question`;
			problems.push(inText(step.line, `${when}: ${prediction.reveal.text}`));
		});
		if (problems.length > 0) return problems;
	}
	return problems;
}

async function taskProblems(
	lesson: Lesson,
	{ line, title }: Step,
	task: Task,
	solutions: Answers,
	wrong: Answers,
	compute: ComputeRun
): Promise<Problem[]> {
	const problems: Problem[] = [];
	const start = await runChecks(lesson, task, lesson.scenario.files, compute);
	if (start.passed) {
		problems.push(inText(line, `the task "${title}" is passed by the start already`));
	}
	for (const [name, answer] of solutions) {
		const report = await runChecks(lesson, task, answeredFiles(lesson, answer), compute);
		const failed = report.verdicts.find((verdict) => !verdict.passed);
		if (failed === undefined) continue;
		const plan = report.plan === null ? '' : ` and plan ${report.plan.name}`;
		const where = `with seed ${String(report.seed)}${plan}`;
		const message = `fails "${failed.says}" ${where}: ${reasonText(failed.because)}`;
		problems.push({ file: name, line: 0, message: `the task "${title}": ${message}` });
	}
	const seed = lesson.seeds[0] ?? 1;
	const solvedFiles = answeredFiles(lesson, lesson.solution);
	const solved = await compute(trialScenario(lesson, solvedFiles, { seed, plan: null }));
	const echo = echoAnswer(lesson, solved);
	const echoed = answeredFiles(lesson, { ...lesson.solution, ...echo });
	if (Object.keys(echo).length > 0 && (await runChecks(lesson, task, echoed, compute)).passed) {
		const advice = 'add a @check of the messages behind it';
		const message = `is passed by a program that only prints what the solution prints: ${advice}`;
		problems.push(inText(line, `the task "${title}" ${message}`));
	}
	for (const { name, fails, line: at } of task.wrong) {
		const report = await runChecks(
			lesson,
			task,
			answeredFiles(lesson, wrong.get(name) ?? {}),
			compute
		);
		const verdict = report.verdicts.find(({ says }) => says === fails);
		if (!report.passed && verdict?.passed === false) continue;
		const found = report.passed
			? 'it passes'
			: `it fails only ${report.verdicts
					.filter(({ passed }) => !passed)
					.map(({ says }) => `"${says}"`)
					.join(', ')}`;
		problems.push(inText(at, `@wrong: ${name} should fail "${fails}", but ${found}`));
	}
	return problems;
}
