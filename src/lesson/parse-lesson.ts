// Reads lesson.md: front matter, then one step for each `## ` heading, with directive lines among the prose.
// Every problem is reported at once with its line; a lesson with a problem is not half-loaded.
import type { ActorId } from '#kernel/events';
import type { Check } from './check.ts';
import { parseCheck } from './check-syntax.ts';
import { parseDirective, textWords, type Directive } from './directive.ts';
import { parseSelector, type EventSelector } from './event-selector.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Block, CodeReference, FrontMatter, PredictionOption, Step } from './lesson-schema.ts';
import type { ProblemList } from './problems.ts';
import { inlineHtml, proseHtml } from './prose.ts';

/** lesson.md without what comes from other files. */
export interface LessonText extends FrontMatter {
	readonly steps: readonly Step[];
}

/** A step while it is being read. */
interface OpenStep {
	readonly title: string;
	readonly line: number;
	readonly blocks: Block[];
	prose: string[];
	cursor: EventSelector | null;
	readonly actors: ActorId[];
	readonly lines: CodeReference[];
	question: string | null;
	readonly options: PredictionOption[];
	reveal: EventSelector | null;
	isTask: boolean;
	readonly checks: Check[];
	readonly hints: string[];
}

/** @returns the lesson's text; undefined when there were problems */
export function parseLessonText(
	file: string,
	source: string,
	problems: ProblemList
): LessonText | undefined {
	const lines = source.split(/\r?\n/);
	const front = readFrontMatter(file, lines, problems);
	const steps: OpenStep[] = [];
	let isFenced = false;
	lines.forEach((line, index) => {
		if (index < front.end) return;
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
			const wrong = obey(directive, step);
			if (wrong !== null) problems.add(file, number, `@${directive.name}: ${wrong}`);
		} else if (step.question !== null && /^- \[[ x]\] /.test(line)) {
			step.options.push(readOption(line));
		} else {
			step.prose.push(line);
		}
	});
	for (const step of steps) checkStep(file, step, problems);
	if (steps.length === 0) problems.add(file, lines.length, 'expected at least one step');
	const task = steps.findIndex((step) => step.isTask);
	if (task >= 0 && task < steps.length - 1) {
		problems.add(file, steps[task]?.line ?? 0, 'a task must be the last step');
	}
	if (!problems.isEmpty || front.values === undefined) return undefined;
	return { ...front.values, steps: steps.map(closeStep) };
}

function openStep(title: string, line: number): OpenStep {
	return {
		title,
		line,
		blocks: [],
		prose: [],
		cursor: null,
		actors: [],
		lines: [],
		question: null,
		options: [],
		reveal: null,
		isTask: false,
		checks: [],
		hints: []
	};
}

/** Does what a directive says to the step. @returns what is wrong with it, or null */
function obey(directive: Directive, step: OpenStep): string | null {
	switch (directive.name) {
		case 'cursor': {
			const selector = parseSelector(directive.words);
			if (typeof selector === 'string') return selector;
			step.cursor = selector;
			return null;
		}
		case 'reveal': {
			const selector = parseSelector(directive.words);
			if (typeof selector === 'string') return selector;
			step.reveal = selector;
			return null;
		}
		case 'actors': {
			const names = textWords(directive.words);
			const wrong = names.find((name) => !/^[a-z]+:/.test(name));
			if (wrong !== undefined || names.length === 0) {
				return `expected actors such as process:client, found ${wrong ?? 'nothing'}`;
			}
			step.actors.push(...(names as ActorId[]));
			return null;
		}
		case 'code':
		case 'lines': {
			const [file, from, to = null] = textWords(directive.words);
			if (file === undefined || from === undefined) {
				return 'expected a file and text of its first line, e.g. client.js "channel.consume("';
			}
			const reference = { file, from, to };
			step.lines.push(reference);
			if (directive.name === 'code') {
				flushProse(step);
				step.blocks.push({ type: 'code', reference });
			}
			return null;
		}
		case 'predict':
			if (step.question !== null) return 'expected one prediction a step';
			if (directive.rest === '') return 'expected a question';
			step.question = directive.rest;
			return null;
		case 'task':
			step.isTask = true;
			return null;
		case 'hint':
			if (directive.rest === '') return 'expected some text';
			step.hints.push(inlineHtml(directive.rest));
			return null;
		case 'check': {
			const check = parseCheck(directive);
			if (typeof check === 'string') return check;
			step.checks.push(check);
			return null;
		}
		default:
			return 'expected one of @cursor, @actors, @code, @lines, @predict, @reveal, @task, @check, @hint';
	}
}

/** `- [x] text :: because`, x for the right one. */
function readOption(line: string): PredictionOption {
	const [text = '', because = ''] = line.slice(6).split(' :: ');
	return {
		text: inlineHtml(text.trim()),
		isRight: line.startsWith('- [x]'),
		because: inlineHtml(because.trim())
	};
}

function checkStep(file: string, step: OpenStep, problems: ProblemList): void {
	if (step.question !== null) {
		const right = step.options.filter((option) => option.isRight).length;
		if (step.options.length < 2 || right !== 1) {
			problems.add(
				file,
				step.line,
				`a prediction needs two or more lines "- [ ] answer :: because", one of them "- [x]"; found ${step.options.length}, ${right} of them right`
			);
		}
		if (step.options.some((option) => option.because === '')) {
			problems.add(
				file,
				step.line,
				'every answer of a prediction needs " :: " and what to say to it'
			);
		}
	} else if (step.reveal !== null) {
		problems.add(file, step.line, '@reveal belongs to a @predict');
	}
	if (step.isTask && (step.checks.length === 0 || step.hints.length === 0)) {
		problems.add(file, step.line, 'a task needs at least one @check and one @hint');
	}
	if (!step.isTask && step.checks.length + step.hints.length > 0) {
		problems.add(file, step.line, '@check and @hint belong to a step with @task');
	}
}

function flushProse(step: OpenStep): void {
	const source = step.prose.join('\n').trim();
	step.prose = [];
	if (source !== '') step.blocks.push({ type: 'prose', html: proseHtml(source) });
}

function closeStep(step: OpenStep): Step {
	flushProse(step);
	const { title, line, blocks, cursor, actors, lines, question, options, reveal } = step;
	return {
		title,
		line,
		blocks,
		cursor,
		actors,
		lines,
		prediction: question === null ? null : { question: inlineHtml(question), options, reveal },
		task: step.isTask ? { checks: step.checks, hints: step.hints } : null
	};
}
