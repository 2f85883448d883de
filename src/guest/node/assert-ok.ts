// assert.ok and its message, which quotes the failing call from the program's own file.
// Differs: the call is found by counting brackets, not with a parser.
// Source: Node.js v20 lib/internal/assert/utils.js.

import { hostReadFile } from '../runtime/host.ts';
import { placeOf } from '../runtime/stack-traces.ts';
import {
	RegExpPrototypeExec,
	StringPrototypeIncludes,
	StringPrototypeIndexOf,
	StringPrototypeSlice,
	StringPrototypeSplit,
	StringPrototypeStartsWith
} from './primordials.ts';
import { AssertionError } from './assertion-error.ts';
import { isError } from './is-error.ts';

/** Throws an AssertionError unless `value` is truthy. `fn` is the function whose frames are left out of the stack. */
export function innerOk(
	fn: (...args: never[]) => unknown,
	argumentCount: number,
	value?: unknown,
	message?: unknown
): void {
	if (value as boolean) return;
	let text = message;
	let isGenerated = false;
	if (argumentCount === 0) {
		isGenerated = true;
		text = 'No value argument passed to `assert.ok()`';
	} else if (message === undefined || message === null) {
		isGenerated = true;
		text = quoteCall();
	} else if (isError(message)) {
		throw message as Error;
	}
	const error = new AssertionError({
		actual: value,
		expected: true,
		message: text,
		operator: '==',
		stackStartFn: fn
	});
	error.generatedMessage = isGenerated;
	throw error;
}

/** `The expression evaluated to a falsy value:` and the call as written, or undefined when it cannot be found. */
function quoteCall(): string | undefined {
	const place = placeOf(new Error());
	if (place === undefined) return undefined;
	const path = StringPrototypeStartsWith(place.file, 'file://')
		? StringPrototypeSlice(place.file, 7)
		: place.file;
	const source = hostReadFile(path);
	if (source === undefined) return undefined;
	let lineStart = 0;
	for (let line = 1; line < place.line; line++) {
		lineStart = StringPrototypeIndexOf(source, '\n', lineStart) + 1;
		if (lineStart === 0) return undefined;
	}
	const range = findCall(source, lineStart + place.column - 1);
	if (range === undefined) return undefined;
	const [from, end] = range;
	const call = indented(StringPrototypeSlice(source, from, end), from - lineStartOf(source, from));
	return `The expression evaluated to a falsy value:\n\n  ${call}\n`;
}

/** Characters before the place in which the call must begin; Node.js gives up at such a distance, too. */
const searchMax = 2500;
const assertName = /(?:^|\.)(?:ok|strict|\w*assert\w*)$/i;

/**
 * Start and end of the call that is running at `offset`: the engine's place may be in the middle of the callee or of the
 * arguments. The innermost call around it that is named like an assertion wins, else the outermost.
 */
function findCall(source: string, offset: number): [from: number, end: number] | undefined {
	const first = offset > searchMax ? offset - searchMax : 0;
	let calleeEnd = offset;
	while (calleeEnd < source.length && isNamePart(source[calleeEnd] as string)) calleeEnd += 1;
	let found: [number, number] | undefined;
	for (let bracket = calleeEnd; bracket >= first; bracket--) {
		if (source[bracket] !== '(') continue;
		let from = bracket;
		while (from > 0 && isNamePart(source[from - 1] as string)) from -= 1;
		if (from === bracket) continue;
		const end = callEnd(source, bracket);
		if (end < offset) continue;
		found = [from, end];
		if (RegExpPrototypeExec(assertName, StringPrototypeSlice(source, from, bracket)) !== null)
			break;
	}
	return found;
}

function isNamePart(character: string): boolean {
	return RegExpPrototypeExec(/[\w$.]/, character) !== null;
}

function lineStartOf(source: string, offset: number): number {
	let start = offset;
	while (start > 0 && source[start - 1] !== '\n') start -= 1;
	return start;
}

/** Index behind the bracket that closes the one at `from`; -1 when there is none. */
function callEnd(source: string, from: number): number {
	let depth = 0;
	let quote = '';
	for (let index = from; index < source.length; index++) {
		const character = source[index] as string;
		if (quote !== '') {
			if (character === '\\') index += 1;
			else if (character === quote) quote = '';
		} else if (StringPrototypeIncludes('\'"`', character)) quote = character;
		else if (StringPrototypeIncludes('([{', character)) depth += 1;
		else if (StringPrototypeIncludes(')]}', character)) {
			depth -= 1;
			if (depth === 0) return index + 1;
		}
	}
	return -1;
}

/** Takes the call's own indentation off its further lines. */
function indented(call: string, column: number): string {
	const lines = StringPrototypeSplit(call, '\n');
	let text = lines[0] as string;
	for (let index = 1; index < lines.length; index++) {
		const line = lines[index] as string;
		let at = 0;
		while (at < column && (line[at] === ' ' || line[at] === '\t')) at += 1;
		text += `\n  ${StringPrototypeSlice(line, at)}`;
	}
	return text;
}
