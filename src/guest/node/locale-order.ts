// The order of texts as localeCompare has it: signs, then digits, then letters; accents count less than letters,
// capitals less than accents (small letters first).
// Differs: a plain approximation of the Unicode Collation Algorithm, good for European texts.
// Source: Unicode Technical Standard #10.

import {
	NumberIsNaN,
	RegExpPrototypeExec,
	StringPrototypeCodePointAt,
	StringPrototypeIndexOf,
	StringPrototypeNormalize,
	StringPrototypeSlice,
	StringPrototypeToLowerCase
} from './primordials.ts';

/** The options of localeCompare that count. */
export interface OrderOptions {
	readonly numeric?: boolean;
	readonly sensitivity?: 'base' | 'accent' | 'case' | 'variant';
}

const signs = '_-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';

/** -1, 0 or 1. */
export function compareTexts(left: string, right: string, options: OrderOptions = {}): number {
	if (left === right) return 0;
	const a = StringPrototypeNormalize(left, 'NFD');
	const b = StringPrototypeNormalize(right, 'NFD');
	let accents = 0;
	let cases = 0;
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		const markA = accentAt(a, i);
		const markB = accentAt(b, j);
		if (markA !== markB && accents === 0) accents = markA < markB ? -1 : 1;
		if (markA !== 0 || markB !== 0) {
			if (markA !== 0) i += 1;
			if (markB !== 0) j += 1;
			continue;
		}
		if (i >= a.length || j >= b.length) return i >= a.length ? -1 : 1;
		if (options.numeric === true) {
			const endA = digitsEnd(a, i);
			const endB = digitsEnd(b, j);
			if (endA > i && endB > j) {
				const difference =
					BigInt(StringPrototypeSlice(a, i, endA)) - BigInt(StringPrototypeSlice(b, j, endB));
				if (difference !== 0n) return difference < 0n ? -1 : 1;
				i = endA;
				j = endB;
				continue;
			}
		}
		const charA = a[i] as string;
		const charB = b[j] as string;
		const difference = weight(charA) - weight(charB);
		if (difference !== 0) return difference < 0 ? -1 : 1;
		if (charA !== charB && cases === 0)
			cases = charA === StringPrototypeToLowerCase(charA) ? -1 : 1;
		i += 1;
		j += 1;
	}
	const { sensitivity = 'variant' } = options;
	if (accents !== 0 && sensitivity !== 'base' && sensitivity !== 'case') return accents;
	if (cases !== 0 && sensitivity !== 'base' && sensitivity !== 'accent') return cases;
	return 0;
}

/** The combining mark at a place, 0 when there is none. */
function accentAt(text: string, index: number): number {
	const code = StringPrototypeCodePointAt(text, index);
	return code !== undefined && code >= 0x300 && code <= 0x36f ? code : 0;
}

function digitsEnd(text: string, from: number): number {
	let end = from;
	while (end < text.length && (text[end] as string) >= '0' && (text[end] as string) <= '9')
		end += 1;
	return end;
}

/** Rank of a character without regard to case: blanks, signs, digits, letters, all else by code. */
function weight(character: string): number {
	const code = StringPrototypeCodePointAt(character, 0) as number;
	if (RegExpPrototypeExec(/\s/, character) !== null) return code;
	const sign = StringPrototypeIndexOf(signs, character);
	if (sign !== -1) return 1000 + sign;
	const digit = +character;
	if (!NumberIsNaN(digit)) return 2000 + digit;
	const small = StringPrototypeCodePointAt(StringPrototypeToLowerCase(character), 0) as number;
	return 3000 + small;
}
