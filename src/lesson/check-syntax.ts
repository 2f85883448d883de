// Reads a `@check` line: a sentence in quotes, the form of the assertion, its words.
//   @check "Every client is answered" answered min=3
//   @check "Nobody crashes" never process.exited reason=uncaught
import type { Assertion, CallFilter } from './assertion.ts';
import type { Check } from './check.ts';
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
	const reader = Object.hasOwn(readers, form.text) ? readers[form.text] : undefined;
	if (reader === undefined) {
		return `expected one of ${Object.keys(readers).join(', ')}, found ${form.text}`;
	}
	const assertion = reader(words);
	return typeof assertion === 'string' ? assertion : { says: says.text, assertion };
}

const readers: Readonly<Record<string, (words: readonly Word[]) => Read>> = {
	count: (words) =>
		withEvents(words, ['min', 'max', 'times'], (events) => {
			const times = numberWord(words, 'times');
			const min = times ?? numberWord(words, 'min') ?? 0;
			const max = times ?? numberWord(words, 'max');
			if (min === 0 && max === null) return 'expected min=N, max=N or times=N';
			if (Number.isNaN(min) || (max !== null && !(min <= max)))
				return `expected numbers, min not above max, found ${String(min)} and ${String(max)}`;
			return { form: 'count', events, min, max };
		}),
	eventually: (words) => withEvents(words, [], (events) => ({ form: 'eventually', events })),
	never: (words) => withEvents(words, [], (events) => ({ form: 'never', events })),
	order: (words) => withTwo(words, 'then', [], (events, then) => ({ form: 'order', events, then })),
	within: (words) =>
		withTwo(words, 'then', ['ms', 'by'], (events, then) => {
			const ms = numberWord(words, 'ms');
			if (!isAtLeastZero(ms)) return 'expected ms=<milliseconds>';
			return { form: 'within', events, then, ms, by: fieldWord(words, 'by') };
		}),
	'at-most-once': (words) =>
		withEvents(words, ['by'], (events) => {
			const by = fieldWord(words, 'by');
			return by === null ? 'expected by=<field>' : { form: 'at-most-once', events, by };
		}),
	pairs: (words) =>
		withTwo(words, 'with', ['by'], (events, others) => {
			const by = fieldWord(words, 'by');
			return by === null ? 'expected by=<field>' : { form: 'pairs', events, others, by };
		}),
	spread: (words) =>
		withEvents(words, ['by', 'over', 'slack'], (events) => {
			const by = fieldWord(words, 'by');
			if (by === null) return 'expected by=<field>';
			const over = numberWord(words, 'over') ?? 2;
			const slack = numberWord(words, 'slack') ?? 1;
			if (!isAtLeastZero(over) || !isAtLeastZero(slack))
				return 'expected numbers for over and slack';
			return { form: 'spread', events, by, over, slack };
		}),
	answered: (words) => {
		const min = numberWord(words, 'min') ?? 1;
		if (!isAtLeastZero(min)) return 'expected a number for min';
		return { form: 'answered', calls: callFilter(words), min };
	},
	percentile: (words) => {
		const percent = numberWord(words, 'p');
		const ms = numberWord(words, 'ms');
		if (!isAtLeastZero(percent) || percent <= 0 || percent > 100) {
			return 'expected p=<percent above 0, at most 100>';
		}
		if (!isAtLeastZero(ms)) return 'expected ms=<milliseconds>';
		return { form: 'percentile', calls: callFilter(words), percent, ms };
	},
	settles: (words) => {
		const queue = fieldWord(words, 'queue');
		return queue === null ? 'expected queue=<name>' : { form: 'settles', queue };
	},
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
		const min = numberWord(words, 'min') ?? 1;
		if (!isAtLeastZero(min)) return 'expected a number for min';
		return { form: 'routed-by-modulo', serverType, min };
	},
	script: (words) => {
		const [file] = textWords(words);
		return file === undefined ? 'expected a file below checks/' : { form: 'script', file };
	}
};

function withEvents(
	words: readonly Word[],
	reserved: readonly string[],
	make: (events: EventSelector) => Read
): Read {
	const events = parseSelector(words, new Set(reserved));
	return typeof events === 'string' ? events : make(events);
}

/** Two selectors with a word between them; the reserved fields may stand with either. */
function withTwo(
	words: readonly Word[],
	between: string,
	reserved: readonly string[],
	make: (events: EventSelector, others: EventSelector) => Read
): Read {
	const middle = words.findIndex((word) => word.type === 'text' && word.text === between);
	if (middle < 0) return `expected two selectors with the word "${between}" between them`;
	const others = parseSelector(words.slice(middle + 1), new Set(reserved));
	if (typeof others === 'string') return others;
	return withEvents(words.slice(0, middle), reserved, (events) => make(events, others));
}

function callFilter(words: readonly Word[]): CallFilter {
	return { caller: fieldWord(words, 'caller'), target: fieldWord(words, 'target') };
}

function fieldWord(words: readonly Word[], field: string): string | null {
	for (const word of words) if (word.type === 'field' && word.field === field) return word.value;
	return null;
}

/** null when the field is not there; NaN when it is no number. */
function numberWord(words: readonly Word[], field: string): number | null {
	const value = fieldWord(words, field);
	return value === null ? null : Number(value === '' ? NaN : value);
}

function isAtLeastZero(value: number | null): value is number {
	return value !== null && value >= 0;
}
