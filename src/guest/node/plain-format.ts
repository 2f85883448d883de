// The common cases of util.format by a short way: texts, numbers and booleans, in a row or put in for %s and %d. It costs
// a tenth of the inspector's formatting, and most of what students print is of this kind.
// Source: Node.js v20 lib/internal/util/inspect.js, formatWithOptionsInternal.

import {
	ObjectIs,
	StringPrototypeCharCodeAt,
	StringPrototypeIndexOf,
	StringPrototypeSlice,
	toText
} from './primordials.ts';

const toNumber = Number;

const percent = 37;
const letterS = 115;
const letterD = 100;
/** Letters of the other placeholders: O c f i j o. */
const otherLetters = 'Ocfijo';

/** What format makes of these arguments; undefined when one of them needs the long way. */
export function plainFormat(args: readonly unknown[]): string | undefined {
	const first = args[0];
	if (typeof first !== 'string') return undefined;
	if (args.length === 1) return first;
	let text = '';
	let used = 1;
	let from = 0;
	for (;;) {
		const at = StringPrototypeIndexOf(first, '%', from);
		if (at < 0 || at === first.length - 1) break;
		const letter = StringPrototypeCharCodeAt(first, at + 1);
		let shown: string;
		if (letter === percent) shown = '%';
		else if (used === args.length) {
			text += StringPrototypeSlice(first, from, at + 2);
			from = at + 2;
			continue;
		} else if (letter === letterS || letter === letterD) {
			const value = letter === letterS ? shownText(args[used]) : shownNumber(args[used]);
			if (value === undefined) return undefined;
			shown = value;
			used += 1;
		} else if (StringPrototypeIndexOf(otherLetters, first[at + 1] as string) >= 0) return undefined;
		else shown = StringPrototypeSlice(first, at, at + 2);
		text += StringPrototypeSlice(first, from, at) + shown;
		from = at + 2;
	}
	text += StringPrototypeSlice(first, from);
	for (; used < args.length; used++) {
		const shown = shownText(args[used]);
		if (shown === undefined) return undefined;
		text += ` ${shown}`;
	}
	return text;
}

/** A text, number, boolean or nothing as it stands in a line. */
function shownText(value: unknown): string | undefined {
	switch (typeof value) {
		case 'string':
			return value;
		case 'number':
			return value === 0 && ObjectIs(value, -0) ? '-0' : toText(value);
		case 'boolean':
		case 'undefined':
			return toText(value);
		default:
			return value === null ? 'null' : undefined;
	}
}

/** A number or a text of one for %d. */
function shownNumber(value: unknown): string | undefined {
	if (typeof value === 'number') return shownText(value);
	return typeof value === 'string' ? shownText(toNumber(value)) : undefined;
}
