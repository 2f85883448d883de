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
import { AssertionError } from './vendor/assertion-error.js';
import { isError } from './vendor/util.js';

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
	let start = 0;
	for (let line = 1; line < place.line; line++) {
		start = StringPrototypeIndexOf(source, '\n', start) + 1;
		if (start === 0) return undefined;
	}
	const lineEnd = StringPrototypeIndexOf(source, '\n', start);
	const line = StringPrototypeSlice(source, start, lineEnd === -1 ? source.length : lineEnd);
	const from = callStart(line, place.column - 1);
	const end = callEnd(source, start + from);
	if (end === -1) return undefined;
	const call = indented(StringPrototypeSlice(source, start + from, end), from);
	return `The expression evaluated to a falsy value:\n\n  ${call}\n`;
}

/** Where the callee begins: the engine's column may point into `assert.ok` behind the dot or at the bracket. */
function callStart(line: string, column: number): number {
	const before = RegExpPrototypeExec(/[\w$.]*$/, StringPrototypeSlice(line, 0, column));
	return before === null ? column : before.index;
}

/** Index behind the bracket that closes the first call from `from`; -1 when there is none. */
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
			if (depth < 0) return -1;
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
