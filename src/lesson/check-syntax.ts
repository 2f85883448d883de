// Reads a `@check` line: a sentence in quotes, the form of the assertion, its words.
//   @check "Every client is answered" answered min=3
//   @check "Nobody crashes" never process.exited reason=uncaught
import type { Assertion, Check } from './check.ts';
import { textWords, type Directive, type Word } from './directive.ts';
import { parseSelector, type EventSelector } from './event-selector.ts';

type Read = Assertion | string;

/** @returns the check, or a sentence about what is wrong */
export function parseCheck(directive: Directive): Check | string {
	const [says, form, ...words] = directive.words;
	if (says?.type !== 'text' || !says.text.includes(' ')) {
		return 'expected a sentence in double quotes behind @check';
	}
	if (form?.type !== 'text') return `expected one of ${Object.keys(readers).join(', ')}`;
	const reader = readers[form.text];
	if (reader === undefined) {
		return `expected one of ${Object.keys(readers).join(', ')}, found ${form.text}`;
	}
	const assertion = reader(words);
	return typeof assertion === 'string' ? assertion : { says: says.text, assertion };
}

const readers: Readonly<Record<string, (words: readonly Word[]) => Read>> = {
	count: (words) =>
		withEvents(words, ['min', 'max', 'times'], (events) => {
			const times = numberWord(words, 'times', -1);
			const min = times >= 0 ? times : numberWord(words, 'min', 0);
			const max = times >= 0 ? times : numberWord(words, 'max', Infinity);
			return { form: 'count', events, min, max };
		}),
	eventually: (words) => withEvents(words, [], (events) => ({ form: 'eventually', events })),
	never: (words) => withEvents(words, [], (events) => ({ form: 'never', events })),
	order: (words) => {
		const middle = words.findIndex((word) => word.type === 'text' && word.text === 'then');
		if (middle < 0) return 'expected two selectors with the word "then" between them';
		const then = parseSelector(words.slice(middle + 1));
		if (typeof then === 'string') return then;
		return withEvents(words.slice(0, middle), [], (events) => ({ form: 'order', events, then }));
	},
	spread: (words) => {
		const by = fieldWord(words, 'by');
		if (by === null) return 'expected by=<field>';
		return withEvents(words, ['by', 'over', 'slack'], (events) => ({
			form: 'spread',
			events,
			by,
			over: numberWord(words, 'over', 2),
			slack: numberWord(words, 'slack', 1)
		}));
	},
	answered: (words) => ({
		form: 'answered',
		caller: fieldWord(words, 'caller'),
		target: fieldWord(words, 'target'),
		min: numberWord(words, 'min', 1)
	}),
	prints: (words) => {
		const [process, ...lines] = textWords(words);
		if (process === undefined || lines.length === 0) {
			return 'expected a process and the lines it prints, in double quotes';
		}
		return { form: 'prints', process, lines, ordered: fieldWord(words, 'ordered') === 'true' };
	},
	'routed-by-modulo': (words) => {
		const serverType = fieldWord(words, 'serverType');
		if (serverType === null) return 'expected serverType=<type>';
		return { form: 'routed-by-modulo', serverType, min: numberWord(words, 'min', 1) };
	}
};

function withEvents(
	words: readonly Word[],
	reserved: readonly string[],
	make: (events: EventSelector) => Assertion
): Read {
	const events = parseSelector(words, new Set(reserved));
	return typeof events === 'string' ? events : make(events);
}

function fieldWord(words: readonly Word[], field: string): string | null {
	for (const word of words) if (word.type === 'field' && word.field === field) return word.value;
	return null;
}

function numberWord(words: readonly Word[], field: string, otherwise: number): number {
	const value = fieldWord(words, field);
	return value === null ? otherwise : Number(value);
}
