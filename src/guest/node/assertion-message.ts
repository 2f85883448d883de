// The messages of AssertionError that are made from the two values.
// Source: what Node.js v20 prints.

import { differenceOf } from './assertion-diff.ts';
import {
	ArrayPrototypeJoin,
	ArrayPrototypeSlice,
	ObjectCreate,
	ObjectDefineProperty,
	ObjectGetPrototypeOf,
	ObjectKeys,
	StringPrototypeRepeat,
	StringPrototypeSlice,
	StringPrototypeSplit,
	toText
} from './primordials.ts';
import { inspect } from './inspect.ts';

const referenceHeader = 'Expected "actual" to be reference-equal to "expected":';
const sameHeader = 'Values have same structure but are not reference-equal:';
const headers: Readonly<Record<string, string>> = {
	deepStrictEqual: 'Expected values to be strictly deep-equal:',
	strictEqual: 'Expected values to be strictly equal:',
	deepEqual: 'Expected values to be loosely deep-equal:',
	notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
	notStrictEqual: 'Expected "actual" to be strictly unequal to:',
	notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:'
};
/** Two values on one line, together this long at most, are set against each other without a comparison of lines. */
const shortMax = 12;
/** Longest two values under which a mark points at the first difference. */
const markedMax = 80;
const linesMax = 50;

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const isCompound = (value: unknown): boolean => isObject(value) || typeof value === 'function';

/** The message for an operator. A message of the program takes the place of the first line where lines are compared. */
export function assertionMessage(
	operator: string | undefined,
	actual: unknown,
	expected: unknown,
	own?: unknown
): string {
	const isOwn = own !== undefined && own !== null;
	const here = isOwn ? actual : withoutStack(actual);
	const there = isOwn ? expected : withoutStack(expected);
	switch (operator) {
		case 'deepStrictEqual':
		case 'strictEqual':
			return comparison(operator, here, there, own);
		case 'notDeepStrictEqual':
		case 'notStrictEqual':
			return refusal(operator, here);
		case 'notDeepEqual':
			return `${String(headers['notDeepEqual'])}\n\n${cut(printed(here), 1024)}`;
		case 'deepEqual':
			return `${String(headers['deepEqual'])}\n\n${cut(printed(here), 512)}\n\nshould loosely deep-equal\n\n${cut(printed(there), 512)}`;
		default:
			return `${cut(printed(here), 512)} ${String(operator)} ${cut(printed(there), 512)}`;
	}
}

/** Values as messages show them: each property on a line of its own, in alphabetical order. */
function printed(value: unknown): string {
	return inspect(value, {
		compact: false,
		customInspect: false,
		depth: 1000,
		maxArrayLength: Infinity,
		showHidden: false,
		showProxy: false,
		sorted: true,
		getters: true,
		breakLength: Infinity
	});
}

function cut(text: string, max: number): string {
	return text.length > max ? `${StringPrototypeSlice(text, 0, max - 3)}...` : text;
}

/** Errors are shown without their stacks, unless the program has a message of its own. */
function withoutStack(value: unknown): unknown {
	if (!isObject(value) || !(value instanceof Error)) return value;
	const copy = ObjectCreate(ObjectGetPrototypeOf(value) as object) as Record<string, unknown>;
	const keys = ObjectKeys(value);
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as string;
		copy[key] = (value as unknown as Record<string, unknown>)[key];
	}
	ObjectDefineProperty(copy, 'message', { value: value.message });
	return copy;
}

function comparison(operator: string, actual: unknown, expected: unknown, own: unknown): string {
	const isByReference =
		operator === 'strictEqual' &&
		((isObject(actual) && isObject(expected)) ||
			(typeof actual === 'function' && typeof expected === 'function'));
	const header =
		own === undefined || own === null
			? isByReference
				? referenceHeader
				: (headers[operator] as string)
			: toText(own);
	const here = StringPrototypeSplit(printed(actual), '\n');
	const there = StringPrototypeSplit(printed(expected), '\n');
	let mark = '';
	if (here.length === 1 && there.length === 1 && here[0] !== there[0]) {
		const [left, right] = [here[0] as string, there[0] as string];
		const length = left.length + right.length;
		if (length <= shortMax) {
			const isZero = actual === 0 && expected === 0;
			if (!isObject(actual) && !isObject(expected) && !isZero) {
				return `${header}\n\n${left} !== ${right}\n`;
			}
		} else if (!isByReference && length < markedMax) {
			mark = markUnder(left, right);
		}
	}
	const lines = ArrayPrototypeSlice(here) as string[];
	const difference = differenceOf(here, there);
	if (difference.text === '') {
		const same = own === undefined || own === null ? sameHeader : header;
		return `${same}\n\n${ArrayPrototypeJoin(firstLines(lines), '\n')}\n`;
	}
	const skipped = difference.isSkipped ? ' ... Lines skipped' : '';
	return `${header}\n+ actual - expected${skipped}\n${difference.text}${mark}`;
}

/** Points at the first character that differs, unless it is at the very beginning. */
function markUnder(left: string, right: string): string {
	let at = 0;
	while (left[at] === right[at]) at += 1;
	return at > 2 ? `\n  ${StringPrototypeRepeat(' ', at)}^` : '';
}

function firstLines(lines: string[]): string[] {
	if (lines.length <= linesMax) return lines;
	const first = ArrayPrototypeSlice(lines, 0, linesMax - 4) as string[];
	first[first.length] = '...';
	return first;
}

function refusal(operator: string, actual: unknown): string {
	const header =
		operator === 'notStrictEqual' && isCompound(actual)
			? 'Expected "actual" not to be reference-equal to "expected":'
			: (headers[operator] as string);
	const lines = firstLines(StringPrototypeSplit(printed(actual), '\n'));
	if (lines.length > 1) return `${header}\n\n${ArrayPrototypeJoin(lines, '\n')}\n`;
	const line = lines[0] as string;
	return `${header}${line.length > 5 ? '\n\n' : ' '}${line}`;
}
