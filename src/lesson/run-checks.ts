// Runs a task's checks over several seeds of the student's version of a scenario. How a run is computed is the caller's
// business: the page asks its worker, tests and the command line compute it in place.
import type { Scenario } from '#scenario';
import type { EventList } from '#trace';
import { judge, type Verdict } from './check.ts';
import type { Lesson, Task } from './lesson-schema.ts';

/** Computes a whole run. */
export type ComputeRun = (scenario: Scenario) => Promise<EventList>;

export interface CheckReport {
	readonly passed: boolean;
	/** The first seed with a failure, and its verdicts; the last seed's when all passed. */
	readonly seed: number;
	readonly verdicts: readonly Verdict[];
}

/** Judges a version of the lesson's files with each of its seeds, up to the first one that fails. */
export async function runChecks(
	lesson: Lesson,
	task: Task,
	files: Readonly<Record<string, string>>,
	compute: ComputeRun
): Promise<CheckReport> {
	let report: CheckReport = { passed: false, seed: 0, verdicts: [] };
	for (const seed of lesson.seeds) {
		const trace = await compute({ ...lesson.scenario, files, seed });
		const verdicts = judge(task.checks, trace);
		report = { passed: verdicts.every((verdict) => verdict.passed), seed, verdicts };
		if (!report.passed) return report;
	}
	return report;
}

/** The lesson's files with the solution in place of the start. */
export function solvedFiles(lesson: Lesson): Readonly<Record<string, string>> {
	return { ...lesson.scenario.files, ...lesson.solution };
}
