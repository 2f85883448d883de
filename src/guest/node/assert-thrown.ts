// What assert.throws, rejects, doesNotThrow and doesNotReject expect of what was thrown.
// Source: what Node.js v20 accepts and prints.

import { AssertionError } from './assertion-error.ts';
import { isDeepStrictEqual } from './deep-equality.ts';
import { codes } from './error-codes.ts';
import { isError } from './is-error.ts';
import {
	ArrayPrototypePush,
	FunctionPrototypeSymbolHasInstance,
	ObjectGetPrototypeOf,
	ObjectKeys,
	ReflectApply,
	RegExpPrototypeExec,
	toText
} from './primordials.ts';
import { isRegExp } from './value-kinds.ts';
import { inspect } from './inspect.ts';

type Callable = (...args: never[]) => unknown;
type Fields = Record<string, unknown>;

/** Stands for: nothing was thrown. */
export const nothing = Symbol('nothing thrown');

const ErrorClass = Error;

/** A failed check: which function of assert made it, and what it is about. */
interface Failure {
	readonly by: Callable;
	readonly actual: unknown;
	readonly expected: unknown;
	readonly message: unknown;
}

function fail({ by, actual, expected, message }: Failure, isGenerated = false): never {
	if (message instanceof ErrorClass) throw message;
	const error = new AssertionError({
		actual,
		expected,
		message,
		operator: by.name,
		stackStartFn: by
	});
	error.generatedMessage = isGenerated;
	throw error;
}

/** Throws unless something was thrown that matches. `rest` is `[expected[, message]]` or `[message]`. */
export function expectThrown(by: Callable, actual: unknown, rest: readonly unknown[]): void {
	let [expected, message] = [rest[0], rest[1]];
	if (typeof expected === 'string') {
		if (rest.length > 1) throw refusedExpectation(expected);
		refuseSameText(actual, expected);
		message = expected;
		expected = undefined;
	} else if (
		expected !== undefined &&
		expected !== null &&
		typeof expected !== 'object' &&
		typeof expected !== 'function'
	) {
		throw refusedExpectation(expected);
	}
	if (actual === nothing) {
		const name = (expected as { name?: unknown } | null | undefined)?.name;
		const of = name === undefined || name === '' ? '' : ` (${toText(name)})`;
		const kind = by.name === 'rejects' ? 'rejection' : 'exception';
		const text =
			message instanceof ErrorClass ? message : `Missing expected ${kind}${of}${after(message)}`;
		fail({ by, actual: undefined, expected, message: text });
	}
	if (expected === undefined || expected === null) return;
	if (typeof expected === 'function') checkWith(by, actual, expected as Callable, message);
	else if (isRegExp(expected)) checkPattern(by, actual, expected as RegExp, message);
	else checkFields(by, actual, expected as Fields, message);
}

function after(message: unknown): string {
	return message === undefined || message === null || message === '' ? '.' : `: ${toText(message)}`;
}

function refusedExpectation(expected: unknown): Error {
	return new codes.ERR_INVALID_ARG_TYPE(
		'error',
		['Object', 'Error', 'Function', 'RegExp'],
		expected
	);
}

/** A text that equals what was thrown was probably meant as expectation, which it is not. */
function refuseSameText(actual: unknown, text: string): void {
	if (typeof actual === 'object' && actual !== null) {
		if ((actual as { message?: unknown }).message !== text) return;
		throw new codes.ERR_AMBIGUOUS_ARGUMENT(
			'error/message',
			`The error message "${text}" is identical to the message.`
		);
	}
	if (actual === text) {
		throw new codes.ERR_AMBIGUOUS_ARGUMENT(
			'error/message',
			`The error "${text}" is identical to the message.`
		);
	}
}

function checkPattern(by: Callable, actual: unknown, expected: RegExp, message: unknown): void {
	const text = String(actual);
	if (RegExpPrototypeExec(expected, text) !== null) return;
	const generated = `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`;
	failOr(by, actual, expected, message, generated);
}

/** Fails with the program's message, or with ours when it gave none. */
function failOr(
	by: Callable,
	actual: unknown,
	expected: unknown,
	message: unknown,
	generated: string
): never {
	const isGenerated = message === undefined || message === null || message === '';
	fail({ by, actual, expected, message: isGenerated ? generated : message }, isGenerated);
}

function inheritsFromError(fn: Callable): boolean {
	for (
		let holder = ObjectGetPrototypeOf(fn) as object | null;
		holder !== null;
		holder = ObjectGetPrototypeOf(holder) as object | null
	) {
		if (holder === ErrorClass) return true;
	}
	return false;
}

function isInstance(value: unknown, fn: Callable): boolean {
	const { prototype } = fn as { prototype?: unknown };
	return prototype !== undefined && FunctionPrototypeSymbolHasInstance(fn, value);
}

/** With a class, or a function that has to return true. */
function checkWith(by: Callable, actual: unknown, expected: Callable, message: unknown): void {
	if (isInstance(actual, expected)) return;
	if (inheritsFromError(expected)) {
		let text = `The error is expected to be an instance of "${expected.name}". Received `;
		if (isError(actual)) {
			const { name, message: words } = actual as Error;
			text += `"${name}"\n\nError message:\n\n${words}`;
		} else {
			text += `"${inspect(actual, { depth: -1 })}"`;
		}
		failOr(by, actual, expected, message, text);
	}
	const result: unknown = ReflectApply(expected, {}, [actual] as never[]);
	if (result === true) return;
	const name = expected.name === '' ? '' : `"${expected.name}" `;
	let text = `The ${name}validation function is expected to return "true". Received ${inspect(result)}`;
	if (isError(actual)) text += `\n\nCaught error:\n\n${toText(actual)}`;
	failOr(by, actual, expected, message, text);
}

/** The class of `comparedFields`, whose name the message shows. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- only the name counts
class Comparison {}

/** The compared properties, as a message shows them: a text that matches its pattern stands on both sides. */
function comparedFields(source: Fields, keys: readonly string[], other?: Fields): object {
	const fields = new Comparison() as Fields;
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as string;
		if (!(key in source)) continue;
		const isMatched = other !== undefined && matches(other[key], source[key]);
		fields[key] = isMatched ? other[key] : source[key];
	}
	return fields;
}

function matches(actual: unknown, expected: unknown): boolean {
	return (
		typeof actual === 'string' &&
		isRegExp(expected) &&
		RegExpPrototypeExec(expected, actual) !== null
	);
}

/** Each property of the expectation has to be there and be deeply equal; of an error also name and message. */
function checkFields(by: Callable, actual: unknown, expected: Fields, message: unknown): void {
	if (typeof actual !== 'object' || actual === null) {
		throw compared(by, actual, expected, actual, expected, message);
	}
	const keys = ObjectKeys(expected);
	if (expected instanceof ErrorClass) ArrayPrototypePush(keys, 'name', 'message');
	else if (keys.length === 0) {
		throw new codes.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
	}
	const thrown = actual as Fields;
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as string;
		if (matches(thrown[key], expected[key])) continue;
		if (key in thrown && isDeepStrictEqual(thrown[key], expected[key])) continue;
		if (message !== undefined && message !== null && message !== '') {
			fail({ by, actual, expected, message });
		}
		const left = comparedFields(thrown, keys);
		const right = comparedFields(expected, keys, thrown);
		throw compared(by, actual, expected, left, right, undefined);
	}
}

function compared(
	by: Callable,
	actual: unknown,
	expected: unknown,
	left: unknown,
	right: unknown,
	message: unknown
): Error {
	const error = new AssertionError({
		actual: left,
		expected: right,
		message,
		operator: 'deepStrictEqual',
		stackStartFn: by
	});
	error.actual = actual;
	error.expected = expected;
	error.operator = by.name;
	return error;
}

/** Throws when something was thrown: an AssertionError if it is what was not wanted, else the thing itself. */
export function expectNothing(by: Callable, actual: unknown, rest: readonly unknown[]): void {
	if (actual === nothing) return;
	const isText = typeof rest[0] === 'string';
	const expected = isText ? undefined : rest[0];
	const message = isText ? rest[0] : rest[1];
	if (expected !== undefined && expected !== null && !isUnwanted(actual, expected)) throw actual;
	const kind = by.name === 'doesNotReject' ? 'rejection' : 'exception';
	const words = (actual as { message?: unknown } | null | undefined)?.message;
	const text = `Got unwanted ${kind}${after(message)}\nActual message: "${toText(words)}"`;
	fail({ by, actual, expected, message: text });
}

function isUnwanted(actual: unknown, expected: unknown): boolean {
	if (isRegExp(expected)) return RegExpPrototypeExec(expected, String(actual)) !== null;
	if (typeof expected !== 'function') {
		throw new codes.ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
	}
	const check = expected as Callable;
	if (isInstance(actual, check)) return true;
	return !inheritsFromError(check) && ReflectApply(check, {}, [actual] as never[]) === true;
}
