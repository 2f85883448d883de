// Marks a hand-in: the student's files in the lesson's scenario, each task run with every seed and fault plan.
import { reasonText } from './failure-reason.ts';
import type { HandIn } from './hand-in.ts';
import type { Lesson } from './lesson-schema.ts';
import { answeredFiles, handedInFiles, runChecks, type ComputeRun } from './run-checks.ts';

export interface TaskGrade {
	readonly title: string;
	readonly points: number;
	/** What the task is worth. */
	readonly of: number;
	readonly passed: boolean;
	/** The first check that does not hold and why; '' when passed. */
	readonly because: string;
	/** Of the run that decided it; null when none came to an end. */
	readonly seed: number | null;
	/** The fault plan of that run; null: none. */
	readonly plan: string | null;
}

export interface Grade {
	readonly lesson: string;
	readonly points: number;
	readonly of: number;
	readonly tasks: readonly TaskGrade[];
	/** Files of the hand-in that the lesson does not let students change: not used. */
	readonly ignored: readonly string[];
}

/** Marks a hand-in of this lesson. */
export async function gradeHandIn(
	lesson: Lesson,
	handIn: HandIn,
	compute: ComputeRun
): Promise<Grade> {
	const ignored = Object.keys(handIn.files).filter((path) => !lesson.editable.includes(path));
	const files = answeredFiles(lesson, handedInFiles(lesson, handIn.files));
	const tasks: TaskGrade[] = [];
	for (const { title, task } of lesson.steps) {
		if (task === null) continue;
		const { passed, seed, plan, verdicts } = await runChecks(lesson, task, files, compute);
		const failed = verdicts.find((verdict) => !verdict.passed);
		tasks.push({
			title,
			points: passed ? task.points : 0,
			of: task.points,
			passed,
			because: failed === undefined ? '' : `${failed.says}: ${reasonText(failed.because)}`,
			seed,
			plan: plan?.title ?? null
		});
	}
	const sum = (key: 'points' | 'of') => tasks.reduce((total, task) => total + task[key], 0);
	return { lesson: lesson.id, points: sum('points'), of: sum('of'), tasks, ignored };
}
