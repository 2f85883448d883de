// A step while its lines are read: prose and directives go in, a Step or a translation's words come out.
import type { ActorId } from '#kernel/events';
import type { Check } from './check.ts';
import type { Directive } from './directive.ts';
import type { EventSelector } from './event-selector.ts';
import type {
	Act,
	Block,
	CodeReference,
	PredictionOption,
	Step,
	StepWords,
	WrongAnswer
} from './lesson-schema.ts';
import type { ProblemList } from './problems.ts';
import { inlineHtml, proseHtml } from './prose.ts';

/** A fault plan as a task names it; its file is read later. */
export interface PlanUse {
	readonly name: string;
	readonly hidden: boolean;
	readonly line: number;
}

export interface OpenTask {
	points: number;
	readonly checks: Check[];
	/** The line of each check. */
	readonly checkLines: number[];
	readonly hints: string[];
	readonly plans: PlanUse[];
	readonly wrong: WrongAnswer[];
}

export interface OpenStep {
	readonly title: string;
	readonly line: number;
	readonly blocks: Block[];
	prose: string[];
	cursor: EventSelector | null;
	readonly actors: ActorId[];
	readonly messages: EventSelector[];
	readonly lines: CodeReference[];
	question: string | null;
	readonly options: PredictionOption[];
	reveal: EventSelector | null;
	task: OpenTask | null;
	/** Checks, hints and the like that came before any `@task`. */
	strayTaskLine: number | null;
	/** Sentences of checks, as a translation writes them. */
	readonly checkWords: string[];
	readonly hintWords: string[];
}

export function openStep(title: string, line: number): OpenStep {
	return {
		title,
		line,
		blocks: [],
		prose: [],
		cursor: null,
		actors: [],
		messages: [],
		lines: [],
		question: null,
		options: [],
		reveal: null,
		task: null,
		strayTaskLine: null,
		checkWords: [],
		hintWords: []
	};
}

/** A lesson's steps as they stand in a text, before their plans are read. */
export type StepText = Omit<Step, 'task'> & {
	readonly task: (Omit<NonNullable<Step['task']>, 'plans'> & OpenTask) | null;
};

/** Puts what has been read of prose behind the blocks. */
export function flushProse(step: OpenStep): void {
	const source = step.prose.join('\n').trim();
	step.prose = [];
	if (source !== '') step.blocks.push({ type: 'prose', html: proseHtml(source) });
}

/** A button that does something at the cursor. */
export function addAct(step: OpenStep, label: string, intervention: Act): void {
	flushProse(step);
	step.blocks.push({ type: 'act', label, intervention });
}

/** `- [x] text :: because`, x for the right one. */
export function readOption(line: string): PredictionOption {
	const [text = '', because = ''] = line.slice(6).split(' :: ');
	return {
		text: inlineHtml(text.trim()),
		isRight: line.startsWith('- [x]'),
		because: inlineHtml(because.trim())
	};
}

/** Adds what is wrong with a step as a whole. */
export function checkStep(file: string, step: OpenStep, problems: ProblemList): void {
	const right = step.options.filter((option) => option.isRight).length;
	if (step.question !== null && (step.options.length < 2 || right !== 1)) {
		problems.add(
			file,
			step.line,
			`a prediction needs two or more lines "- [ ] answer :: because", one of them "- [x]"; found ${String(step.options.length)}, ${String(right)} of them right`
		);
	}
	if (step.options.some((option) => option.because === '')) {
		problems.add(
			file,
			step.line,
			'every answer of a prediction needs " :: " and what to say to it'
		);
	}
	if (step.question === null && step.reveal !== null) {
		problems.add(file, step.line, '@reveal belongs to a @predict');
	}
	if (step.task !== null && (step.task.checks.length === 0 || step.task.hints.length === 0)) {
		problems.add(file, step.line, 'a task needs at least one @check and one @hint');
	}
	if (step.strayTaskLine !== null) {
		const belongs = '@check, @hint, @plan, @points and @wrong belong to a step, behind its @task';
		problems.add(file, step.strayTaskLine, belongs);
	}
	for (const wrong of step.task?.wrong ?? []) {
		if (step.task?.checks.some(({ says }) => says === wrong.fails) === true) continue;
		problems.add(file, wrong.line, `@wrong: no check of this task says "${wrong.fails}"`);
	}
}

/** The step, read to its end. */
export function closeStep(step: OpenStep): StepText {
	flushProse(step);
	const { title, line, blocks, cursor, actors, messages, lines, question, options, reveal, task } =
		step;
	return {
		title,
		line,
		blocks,
		cursor,
		actors,
		messages,
		lines,
		prediction: question === null ? null : { question: inlineHtml(question), options, reveal },
		task
	};
}

/** The words of a translation's step. */
export function closeWords(step: OpenStep): StepWords {
	flushProse(step);
	const { title, blocks, question, options, checkWords, hintWords } = step;
	return {
		title,
		blocks,
		prediction:
			question === null
				? null
				: {
						question: inlineHtml(question),
						options: options.map(({ text, because }) => ({ text, because }))
					},
		checks: checkWords,
		hints: hintWords
	};
}

/** What a directive does to a step. @returns what is wrong with it, or null */
export type Obey = (directive: Directive, step: OpenStep) => string | null;
