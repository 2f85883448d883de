// Does a translation follow its original? Said where a lesson is read; putting its words over the original's is translation.ts.
import type { LessonWords, StepWords } from './lesson-schema.ts';
import type { TranslationText } from './parse-lesson.ts';
import type { ProblemList } from './problems.ts';
import type { StepText } from './step-text.ts';

/** The words of a translation, with problems added where it does not follow the original's steps. */
export function fitTranslation(
	file: string,
	words: TranslationText,
	steps: readonly StepText[],
	stamp: string,
	problems: ProblemList
): LessonWords {
	if (words.of !== stamp) {
		const stale = `stale: the original has changed since (its stamp is ${stamp}, this is a translation of ${words.of})`;
		problems.add(file, 1, stale);
	}
	if (words.steps.length !== steps.length) {
		const found = `found ${String(words.steps.length)} steps, the original has ${String(steps.length)}`;
		problems.add(file, 1, found);
	}
	words.steps.forEach((step, index) => {
		const original = steps[index];
		if (original === undefined) return;
		for (const [what, here, there] of countsOf(step, original)) {
			if (here === there) continue;
			const message = `step "${step.title}": ${String(here)} ${what}, the original has ${String(there)}`;
			problems.add(file, 1, message);
		}
	});
	const { title, summary } = words;
	return { title, summary, steps: words.steps };
}

function countsOf(step: StepWords, original: StepText): readonly [string, number, number][] {
	const blocks = (type: string, list: StepWords['blocks']) =>
		list.filter((block) => block.type === type).length;
	return [
		['quotations of code', blocks('code', step.blocks), blocks('code', original.blocks)],
		['buttons', blocks('act', step.blocks), blocks('act', original.blocks)],
		[
			'answers to a prediction',
			step.prediction?.options.length ?? 0,
			original.prediction?.options.length ?? 0
		],
		['checks', step.checks.length, original.task?.checks.length ?? 0],
		['hints', step.hints.length, original.task?.hints.length ?? 0]
	];
}
