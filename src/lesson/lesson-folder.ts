// A lesson from the files of its folder: lesson.md and its translations, scenario.json, start/, solution/, wrong/, plans/,
// checks/, teacher.md.
import {
	readFaultPlan,
	scenarioFromFolder,
	type FolderFiles,
	type ReadFolder,
	type Scenario
} from '#scenario';
import { resolveCode } from './code-reference.ts';
import { fitTranslation } from './fit-translation.ts';
import { jsonLine } from './json-line.ts';
import type { FaultPlan, Lesson, LessonWords, Step, Task } from './lesson-schema.ts';
import { parseLessonText, parseTranslation, stampOf, type LessonText } from './parse-lesson.ts';
import { ProblemList, type Problem } from './problems.ts';
import { proseHtml } from './prose.ts';
import type { PlanUse, StepText } from './step-text.ts';

/** Everything under lessons/, by folder path (`scenarios/amqp-rpc`) to the files in it. */
export type Folders = ReadonlyMap<string, FolderFiles>;

/** Answers that come with a lesson, by the name of their folder: what `solution` or `wrong/<name>` change. */
export type Answers = ReadonlyMap<string, FolderFiles>;

export type ReadLesson =
	| {
			readonly lesson: Lesson;
			/** `solution`, and `solution-<variant>` for other right ones. */
			readonly solutions: Answers;
			readonly wrong: Answers;
			/** teacher.md as HTML: misconceptions, timing, questions to ask. */
			readonly teacher: string;
			readonly problems: readonly [];
	  }
	| { readonly lesson: undefined; readonly problems: readonly Problem[] };

/** Reads one lesson; every problem at once. `path` is its folder's path, e.g. `02-amqp/01-callback-queue`. */
export function readLesson(path: string, folders: Folders): ReadLesson {
	const folder = folders.get(path) ?? {};
	const problems = new ProblemList();
	const source = folder['lesson.md'] ?? '';
	const text = parseLessonText('lesson.md', source, problems);
	const scenario = readScenario(path, folder, folders, problems);
	const solutions = answersUnder(folder, /^(solution(?:-[^/]+)?)\/(.+)$/);
	const wrong = answersUnder(folder, /^wrong\/([^/]+)\/(.+)$/);
	if (!solutions.has('solution')) {
		problems.add('solution', 0, 'expected the files that the solution changes, found none');
	}
	const teacher = readTeacher(folder, problems);
	if (text === undefined || scenario === undefined) {
		return { lesson: undefined, problems: problems.all };
	}
	checkAnswers(text, scenario, solutions, '', problems);
	checkAnswers(text, scenario, wrong, 'wrong/', problems);
	checkFiles(text, scenario, problems);
	checkWrong(text, wrong, problems);
	const scripts = readScripts(text.steps, folder, problems);
	const steps = text.steps.map((step) => closeTask(step, folder, problems));
	const zh = readTranslation(folder, text.steps, stampOf(source), problems);
	if (!problems.isEmpty) return { lesson: undefined, problems: problems.all };
	return {
		lesson: {
			...text,
			track: path.split('/')[0] ?? '',
			editable: text.editable ?? [text.file],
			scenario: {
				...scenario,
				id: text.id,
				title: text.title,
				limits: { ...lessonLimits, ...scenario.limits }
			},
			solution: solutions.get('solution') ?? {},
			scripts,
			steps,
			translations: zh === undefined ? {} : { zh }
		},
		solutions,
		wrong,
		teacher,
		problems: []
	};
}

/**
 * Tighter limits than elsewhere: a lesson is small, and a task is run many times over. What a student or a hand-in may
 * waste is some tenths of a second a run.
 */
const lessonLimits = { turnPollsMax: 2000, turnsMax: 20_000, eventsMax: 200_000 } as const;

/** The scenario with the lesson's start files, or undefined with problems added. */
function readScenario(
	path: string,
	folder: FolderFiles,
	folders: Folders,
	problems: ProblemList
): Scenario | undefined {
	const source = folder['scenario.json'] ?? '';
	const parsed = scenarioFromFolder(folder, folderReader(path, folders));
	if (parsed.ok) return parsed.value;
	for (const { path: where, expected, found } of parsed.problems) {
		const message = `${where}: expected ${expected}, found ${found}`;
		problems.add('scenario.json', jsonLine(source, where), message);
	}
	return undefined;
}

/** Reads folders by their path relative to one of them. */
export function folderReader(path: string, folders: Folders): ReadFolder {
	return (relative) => folders.get(joinPath(path, relative));
}

/** The headings a teacher looks for. */
const teacherHeadings = ['Misconceptions', 'Timing', 'Questions'];

function readTeacher(folder: FolderFiles, problems: ProblemList): string {
	const source = folder['teacher.md'];
	if (source === undefined) {
		problems.add('teacher.md', 0, 'expected notes for the teacher, found no such file');
		return '';
	}
	for (const heading of teacherHeadings) {
		if (!source.split(/\r?\n/).some((line) => line.trim() === `## ${heading}`)) {
			problems.add('teacher.md', 1, `expected a heading "## ${heading}"`);
		}
	}
	return proseHtml(source);
}

/** Answers may only change what a hand-in may change. */
function checkAnswers(
	text: LessonText,
	scenario: Scenario,
	answers: Answers,
	prefix: string,
	problems: ProblemList
): void {
	const editable = text.editable ?? [text.file];
	for (const [name, files] of answers) {
		for (const file of Object.keys(files)) {
			const place = `${prefix}${name}/${file}`;
			if (!Object.hasOwn(scenario.files, file)) {
				problems.add(place, 0, 'expected a file that the scenario has too');
			} else if (!editable.includes(file)) {
				problems.add(place, 0, 'the front matter does not say that this file is editable');
			}
		}
	}
}

/** What the text names among the scenario's files. */
function checkFiles(text: LessonText, scenario: Scenario, problems: ProblemList): void {
	for (const file of new Set([text.file, ...(text.editable ?? [])])) {
		if (Object.hasOwn(scenario.files, file)) continue;
		problems.add('lesson.md', 1, `${file} is not among the scenario's files`);
	}
	for (const step of text.steps) {
		for (const reference of step.lines) {
			if (resolveCode(reference, scenario.files) !== undefined) continue;
			const end = reference.to === null ? '' : ` ... "${reference.to}"`;
			const message = `"${reference.from}"${end} is not in ${reference.file}`;
			problems.add('lesson.md', step.line, message);
		}
	}
}

/** Wrong answers and their folders belong together. */
function checkWrong(text: LessonText, wrong: Answers, problems: ProblemList): void {
	const named = text.steps.flatMap((step) => step.task?.wrong ?? []);
	for (const { name, line } of named) {
		if (!wrong.has(name))
			problems.add('lesson.md', line, `@wrong: there is no folder wrong/${name}`);
	}
	for (const name of wrong.keys()) {
		if (named.some((one) => one.name === name)) continue;
		problems.add(`wrong/${name}`, 0, 'no @wrong in lesson.md says which check it fails');
	}
}

/** The sources of the scripts that checks name. */
function readScripts(
	steps: readonly StepText[],
	folder: FolderFiles,
	problems: ProblemList
): Readonly<Record<string, string>> {
	const scripts: Record<string, string> = {};
	for (const { task } of steps) {
		task?.checks.forEach(({ assertion }, index) => {
			if (assertion.form !== 'script') return;
			const source = folder[`checks/${assertion.file}`];
			if (source !== undefined) scripts[assertion.file] = source;
			else {
				const line = task.checkLines[index] ?? 0;
				problems.add('lesson.md', line, `@check: there is no file checks/${assertion.file}`);
			}
		});
	}
	return scripts;
}

/** The step with its task's fault plans read. */
function closeTask(step: StepText, folder: FolderFiles, problems: ProblemList): Step {
	if (step.task === null) return { ...step, task: null };
	const { points, checks, hints, plans, wrong } = step.task;
	const read = plans.flatMap((use) => readPlan(use, folder, problems));
	return { ...step, task: { points, checks, hints, plans: read, wrong } satisfies Task };
}

function readPlan(use: PlanUse, folder: FolderFiles, problems: ProblemList): FaultPlan[] {
	const file = `plans/${use.name}.json`;
	const source = folder[file];
	if (source === undefined) {
		problems.add('lesson.md', use.line, `@plan: there is no file ${file}`);
		return [];
	}
	const plan = readFaultPlan(source);
	if (plan.ok) {
		const { title, zh, interventions } = plan.value;
		const translations = zh === undefined ? {} : { zh };
		return [{ name: use.name, hidden: use.hidden, title, interventions, translations }];
	}
	for (const { path, expected, found } of plan.problems) {
		problems.add(file, jsonLine(source, path), `${path}: expected ${expected}, found ${found}`);
	}
	return [];
}

function readTranslation(
	folder: FolderFiles,
	steps: readonly StepText[],
	stamp: string,
	problems: ProblemList
): LessonWords | undefined {
	const file = 'lesson.zh.md';
	const source = folder[file];
	if (source === undefined) return undefined;
	const words = parseTranslation(file, source, problems);
	return words === undefined ? undefined : fitTranslation(file, words, steps, stamp, problems);
}

/** Files grouped by the first group of a pattern, under the path in the second. */
function answersUnder(folder: FolderFiles, pattern: RegExp): Answers {
	const answers = new Map<string, Record<string, string>>();
	for (const [path, text] of Object.entries(folder)) {
		const [, name, file] = pattern.exec(path) ?? [];
		if (name === undefined || file === undefined) continue;
		answers.set(name, { ...answers.get(name), [file]: text });
	}
	return answers;
}

/** `a/b` and `../../c/d` make `c/d`. */
function joinPath(from: string, relative: string): string {
	const parts = from.split('/');
	for (const part of relative.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
}
