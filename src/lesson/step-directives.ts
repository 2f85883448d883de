// What each `@` line of a step means.
import type { ActorId } from '#kernel/events';
import { readIntervention } from '#scenario';
import { parseCheck } from './check-syntax.ts';
import { textWords, type Directive } from './directive.ts';
import { parseSelector, type EventSelector } from './event-selector.ts';
import { inlineHtml } from './prose.ts';
import { addAct, flushProse, type Obey, type OpenStep, type OpenTask } from './step-text.ts';

const directives: Readonly<Record<string, Obey>> = {
	cursor: (directive, step) =>
		withSelector(directive, (selector) => {
			step.cursor = selector;
			return null;
		}),
	reveal: (directive, step) =>
		withSelector(directive, (selector) => {
			step.reveal = selector;
			return null;
		}),
	messages: (directive, step) =>
		withSelector(directive, (selector) => {
			if (!selector.kind.startsWith('link.')) return 'expected an event of a link: link.sent ...';
			step.messages.push(selector);
			return null;
		}),
	actors: (directive, step) => {
		const names = textWords(directive.words);
		const wrong = names.find((name) => !/^[a-z]+:/.test(name));
		if (wrong !== undefined || names.length === 0) {
			return `expected actors such as process:client, found ${wrong ?? 'nothing'}`;
		}
		step.actors.push(...(names as ActorId[]));
		return null;
	},
	code: (directive, step) => {
		const wrong = readLines(directive, step);
		const reference = step.lines.at(-1);
		if (wrong !== null || reference === undefined) return wrong;
		flushProse(step);
		step.blocks.push({ type: 'code', reference });
		return null;
	},
	lines: (directive, step) => readLines(directive, step),
	act: (directive, step) => {
		const match = /^"((?:[^"\\]|\\.)*)"\s+(\{.*\})$/.exec(directive.rest);
		if (match?.[1] === undefined || match[2] === undefined) {
			return 'expected a label in double quotes and an intervention: "Kill it" {"do": "kill", "process": "server"}';
		}
		const read = readIntervention(match[2]);
		if (!read.ok) {
			return read.problems
				.map(({ path, expected, found }) => `${path}: expected ${expected}, found ${found}`)
				.join('; ');
		}
		const { at: _, ...act } = read.value;
		addAct(step, match[1].replace(/\\(.)/g, '$1'), act);
		return null;
	},
	predict: readQuestion,
	task: (_, step) => {
		if (step.task !== null) return 'expected one task a step';
		step.task = { points: 1, checks: [], checkLines: [], hints: [], plans: [], wrong: [] };
		return null;
	},
	points: inTask((directive, task) => {
		const points = Number(directive.rest);
		if (!Number.isInteger(points) || points < 1 || points > 100) {
			return `expected a whole number from 1 to 100, found ${directive.rest}`;
		}
		task.points = points;
		return null;
	}),
	check: inTask((directive, task) => {
		const check = parseCheck(directive);
		if (typeof check === 'string') return check;
		if (task.checks.some(({ says }) => says === check.says)) return 'expected another sentence';
		task.checks.push(check);
		task.checkLines.push(directive.line);
		return null;
	}),
	hint: inTask((directive, task) => {
		if (directive.rest === '') return 'expected some text';
		task.hints.push(inlineHtml(directive.rest));
		return null;
	}),
	plan: inTask((directive, task) => {
		const [name, hidden] = textWords(directive.words);
		if (name === undefined || (hidden !== undefined && hidden !== 'hidden')) {
			return 'expected the name of a file below plans/, then perhaps "hidden"';
		}
		task.plans.push({ name, hidden: hidden !== undefined, line: directive.line });
		return null;
	}),
	wrong: inTask((directive, task) => {
		const [name, fails] = textWords(directive.words);
		if (name === undefined || fails === undefined) {
			return 'expected a folder below wrong/ and, in double quotes, the sentence of the check it fails';
		}
		task.wrong.push({ name, fails, line: directive.line });
		return null;
	})
};

/** In a translation only words stand; where things are is said once, in the original. */
const wordDirectives: Readonly<Record<string, Obey>> = {
	code: directives['code'] as Obey,
	act: directives['act'] as Obey,
	predict: readQuestion,
	check: (directive, step) => {
		const [says] = textWords(directive.words);
		if (says === undefined || directive.words.length > 1) {
			return 'expected the sentence in double quotes, and nothing else';
		}
		step.checkWords.push(says);
		return null;
	},
	hint: (directive, step) => {
		if (directive.rest === '') return 'expected some text';
		step.hintWords.push(inlineHtml(directive.rest));
		return null;
	}
};

/** Does what a line of a lesson says. */
export const obey: Obey = (directive, step) => obeyOneOf(directives, directive, step);

/** Does what a line of a translation says. */
export const obeyWords: Obey = (directive, step) => obeyOneOf(wordDirectives, directive, step);

function obeyOneOf(
	known: Readonly<Record<string, Obey>>,
	directive: Directive,
	step: OpenStep
): string | null {
	const obeyThis = Object.hasOwn(known, directive.name) ? known[directive.name] : undefined;
	if (obeyThis !== undefined) return obeyThis(directive, step);
	return `expected one of @${Object.keys(known).join(', @')}`;
}

function inTask(obeyIn: (directive: Directive, task: OpenTask) => string | null): Obey {
	return (directive, step) => {
		if (step.task !== null) return obeyIn(directive, step.task);
		step.strayTaskLine ??= directive.line;
		return null;
	};
}

function withSelector(
	directive: Directive,
	use: (selector: EventSelector) => string | null
): string | null {
	const selector = parseSelector(directive.words);
	return typeof selector === 'string' ? selector : use(selector);
}

function readLines(directive: Directive, step: OpenStep): string | null {
	const [file, from, to = null] = textWords(directive.words);
	if (file === undefined || from === undefined) {
		return 'expected a file and text of its first line, e.g. client.js "channel.consume("';
	}
	step.lines.push({ file, from, to });
	return null;
}

function readQuestion(directive: Directive, step: OpenStep): string | null {
	if (step.question !== null) return 'expected one prediction a step';
	if (directive.rest === '') return 'expected a question';
	step.question = directive.rest;
	return null;
}
