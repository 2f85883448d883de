// Reads lesson.md and its translations: front matter, then one step for each `## ` heading, with directive lines among
// the prose. Every problem is reported at once with its line; a lesson with a problem is not half-loaded.
import * as v from 'valibot';
import { parseDirective } from './directive.ts';
import { readFrontMatter } from './front-matter.ts';
import { frontMatterSchema, type FrontMatter, type LessonWords } from './lesson-schema.ts';
import type { ProblemList } from './problems.ts';
import { obey, obeyWords } from './step-directives.ts';
import {
	checkStep,
	closeStep,
	closeWords,
	openStep,
	readOption,
	type Obey,
	type OpenStep,
	type StepText
} from './step-text.ts';

/** lesson.md without what comes from other files. */
export interface LessonText extends FrontMatter {
	readonly steps: readonly StepText[];
}

/** A translation, with the stamp of the original it was made from. */
export interface TranslationText extends LessonWords {
	readonly of: string;
}

const kinds = {
	numbers: ['minutes'],
	words: ['concepts', 'needs', 'editable'],
	numberLists: ['seeds', 'hidden-seeds']
};

const translationSchema = v.strictObject({
	title: v.pipe(v.string(), v.nonEmpty('expected some text')),
	summary: v.pipe(v.string(), v.nonEmpty('expected some text')),
	of: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'expected the eight digits of a stamp'))
});

/** Reads what stands above the steps. */
export function readLessonFront(file: string, source: string, problems: ProblemList) {
	return readFrontMatter(file, source.split(/\r?\n/), frontMatterSchema, kinds, problems);
}

/** @returns the lesson's text; undefined when there were problems */
export function parseLessonText(
	file: string,
	source: string,
	problems: ProblemList
): LessonText | undefined {
	const front = readLessonFront(file, source, problems);
	const steps = readSteps(file, source, front.end, obey, problems);
	for (const step of steps) checkStep(file, step, problems);
	if (!problems.isEmpty || front.values === undefined) return undefined;
	return { ...front.values, steps: steps.map(closeStep) };
}

/** @returns the words of a translation; undefined when there were problems */
export function parseTranslation(
	file: string,
	source: string,
	problems: ProblemList
): TranslationText | undefined {
	const lines = source.split(/\r?\n/);
	const front = readFrontMatter(file, lines, translationSchema, {}, problems);
	const steps = readSteps(file, source, front.end, obeyWords, problems);
	if (front.values === undefined) return undefined;
	return { ...front.values, steps: steps.map(closeWords) };
}

/** Eight digits that change with the text: by these a translation knows the original it was made from. */
export function stampOf(source: string): string {
	let hash = 0x811c9dc5;
	for (const unit of source.replaceAll(/\s+/g, ' ').trim()) {
		hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
	}
	return (hash >>> 0).toString(16).padStart(8, '0');
}

function readSteps(
	file: string,
	source: string,
	from: number,
	obeyLine: Obey,
	problems: ProblemList
): readonly OpenStep[] {
	const lines = source.split(/\r?\n/);
	const steps: OpenStep[] = [];
	let isFenced = false;
	lines.forEach((line, index) => {
		if (index < from) return;
		const number = index + 1;
		if (line.startsWith('```')) isFenced = !isFenced;
		if (!isFenced && line.startsWith('## ')) {
			steps.push(openStep(line.slice(3).trim(), number));
			return;
		}
		const step = steps.at(-1);
		if (step === undefined) {
			if (line.trim() !== '')
				problems.add(file, number, 'expected a step: a heading "## Title" first');
			return;
		}
		const directive = isFenced ? undefined : parseDirective(line, number);
		if (directive !== undefined) {
			const wrong = obeyLine(directive, step);
			if (wrong !== null) problems.add(file, number, `@${directive.name}: ${wrong}`);
		} else if (step.question !== null && /^- \[[ x]\] /.test(line)) {
			step.options.push(readOption(line));
		} else {
			step.prose.push(line);
		}
	});
	if (steps.length === 0) problems.add(file, lines.length, 'expected at least one step');
	return steps;
}
