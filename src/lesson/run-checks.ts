// Runs a task's checks over the lesson's seeds and the task's fault plans, with the student's version of the files. How a
// run is computed is the caller's business: the page asks its worker, tests and the command line compute it in place.
import type { Scenario } from '#scenario';
import type { EventList } from '#trace';
import { failureOf, verdictOf, type Check, type Verdict } from './check.ts';
import { firstError, type RunError } from './first-error.ts';
import type { FaultPlan, Lesson, Task } from './lesson-schema.ts';
import { runFacts } from './run-facts.ts';
import { scriptFailure, scriptScenario } from './script-check.ts';

/** Computes a whole run. */
export type ComputeRun = (scenario: Scenario) => Promise<EventList>;

export interface CheckReport {
	readonly passed: boolean;
	/** The first seed with a failure, and its verdicts; the last one's when all passed. */
	readonly seed: number;
	/** The trouble in that run; null: none. */
	readonly plan: FaultPlan | null;
	readonly verdicts: readonly Verdict[];
	/** The first error in that run: mostly why the rest does not hold. null: there was none, or all passed. */
	readonly error: RunError | null;
	/** Runs that were judged. */
	readonly runs: number;
}

/** One run a task is judged by. */
export interface Trial {
	readonly seed: number;
	readonly plan: FaultPlan | null;
}

/** What a task is judged by, in order: shown seeds and plans first, the hidden ones behind. */
export function trialsOf(lesson: Lesson, task: Task): readonly Trial[] {
	const shown = [null, ...task.plans.filter(({ hidden }) => !hidden)];
	const hidden = task.plans.filter((plan) => plan.hidden);
	const all = (seeds: readonly number[], plans: readonly (FaultPlan | null)[]) =>
		plans.flatMap((plan) => seeds.map((seed) => ({ seed, plan })));
	return [
		...all(lesson.seeds, shown),
		...all(lesson['hidden-seeds'], shown),
		...all([...lesson.seeds, ...lesson['hidden-seeds']], hidden)
	];
}

/** The scenario of a trial with some files. */
export function trialScenario(
	lesson: Lesson,
	files: Readonly<Record<string, string>>,
	{ seed, plan }: Trial
): Scenario {
	const interventions = [...(lesson.scenario.interventions ?? []), ...(plan?.interventions ?? [])];
	return { ...lesson.scenario, files, seed, interventions };
}

/** Judges a version of the lesson's files in each trial, up to the first one that fails. */
export async function runChecks(
	lesson: Lesson,
	task: Task,
	files: Readonly<Record<string, string>>,
	compute: ComputeRun
): Promise<CheckReport> {
	let report: CheckReport = {
		passed: false,
		seed: 0,
		plan: null,
		verdicts: [],
		error: null,
		runs: 0
	};
	for (const trial of trialsOf(lesson, task)) {
		const { seed, plan } = trial;
		const trace = await compute(trialScenario(lesson, files, trial));
		const verdicts = await judge(lesson, task.checks, trace, trial, compute);
		const passed = verdicts.every((verdict) => verdict.passed);
		const error = passed ? null : firstError(trace);
		report = { passed, seed, plan, verdicts, error, runs: report.runs + 1 };
		if (!passed) return report;
	}
	return report;
}

/** Judges one finished run by every check. */
async function judge(
	lesson: Lesson,
	checks: readonly Check[],
	trace: EventList,
	{ seed, plan }: Trial,
	compute: ComputeRun
): Promise<readonly Verdict[]> {
	const verdicts: Verdict[] = [];
	for (const check of checks) {
		const { assertion } = check;
		if (assertion.form !== 'script') {
			verdicts.push(verdictOf(check, failureOf(assertion, trace)));
			continue;
		}
		const source = lesson.scripts[assertion.file] ?? '';
		const facts = runFacts(trace, seed, plan?.name ?? null);
		const run = await compute(scriptScenario(source, facts));
		verdicts.push(verdictOf(check, scriptFailure(assertion.file, run)));
	}
	return verdicts;
}

/** What of a student's files counts, on the page and when a hand-in is marked: those the lesson lets students change. */
export function handedInFiles(
	lesson: Lesson,
	files: Readonly<Record<string, string>>
): Readonly<Record<string, string>> {
	const counted = lesson.editable.filter((path) => Object.hasOwn(files, path));
	return Object.fromEntries(counted.map((path) => [path, files[path] ?? '']));
}

/** The lesson's files with an answer in place of the start. */
export function answeredFiles(
	lesson: Lesson,
	answer: Readonly<Record<string, string>>
): Readonly<Record<string, string>> {
	return { ...lesson.scenario.files, ...answer };
}
