// Lessons in other languages: words put over the original's, piece by piece. What a translation lacks stays as it was.
import type { Lesson, LessonLanguage, Step, StepWords } from './lesson-schema.ts';

/** The lesson in a language; as it is where there is no translation. */
export function inLanguage(lesson: Lesson, language: LessonLanguage): Lesson {
	const words = lesson.translations[language];
	if (words === undefined) return lesson;
	const { title, summary } = words;
	const steps = lesson.steps.map((step, index) =>
		translateStep(step, words.steps[index], language)
	);
	return { ...lesson, title, summary, steps, scenario: { ...lesson.scenario, title } };
}

function translateStep(step: Step, words: StepWords | undefined, language: LessonLanguage): Step {
	if (words === undefined) return step;
	const { prediction, task } = step;
	return {
		...step,
		title: words.title,
		blocks: words.blocks,
		prediction:
			prediction === null || words.prediction === null
				? prediction
				: {
						...prediction,
						question: words.prediction.question,
						options: prediction.options.map((option, index) => ({
							...option,
							...words.prediction?.options[index]
						}))
					},
		task:
			task === null
				? null
				: {
						...task,
						checks: task.checks.map((check, index) => ({
							...check,
							says: words.checks[index] ?? check.says
						})),
						plans: task.plans.map((plan) => ({ ...plan, ...plan.translations[language] })),
						hints: words.hints
					}
	};
}
