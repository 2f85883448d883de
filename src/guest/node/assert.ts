// The module assert.
// Differs: no CallTracker.

import { innerOk } from './assert-ok.ts';
import { expectNothing, expectThrown, nothing } from './assert-thrown.ts';
import { AssertionError } from './assertion-error.ts';
import { isDeepEqual, isDeepStrictEqual } from './deep-equality.ts';
import { codes } from './error-codes.ts';
import {
	ObjectAssign,
	ObjectIs,
	RegExpPrototypeExec,
	StringPrototypeIndexOf,
	StringPrototypeSlice
} from './primordials.ts';
import { emitWarning } from './process-warnings.ts';
import { isPromise, isRegExp } from './value-kinds.ts';
import { validateFunction } from './validators.ts';
import { inspect } from './inspect.ts';

type Callable = (...args: never[]) => unknown;

function ok(...args: unknown[]): void {
	innerOk(ok, args.length, args[0], args[1]);
}

function strict(...args: unknown[]): void {
	innerOk(strict, args.length, args[0], args[1]);
}

/** Throws for the function of assert `by` unless `holds`; an error given as message is thrown itself. */
function check(by: Callable, operator: string, args: readonly unknown[], holds: boolean): void {
	if (holds) return;
	const [actual, expected, message] = [args[0], args[1], args[2]];
	if (message instanceof Error) throw message;
	throw new AssertionError({ actual, expected, message, operator, stackStartFn: by });
}

function needTwo(args: readonly unknown[]): void {
	if (args.length < 2) throw new codes.ERR_MISSING_ARGS('actual', 'expected');
}

function isLooselyEqual(a: unknown, b: unknown): boolean {
	// eslint-disable-next-line eqeqeq -- what loose means
	return a == b || ObjectIs(a, b);
}

function equal(...args: unknown[]): void {
	needTwo(args);
	check(equal, '==', args, isLooselyEqual(args[0], args[1]));
}

function notEqual(...args: unknown[]): void {
	needTwo(args);
	check(notEqual, '!=', args, !isLooselyEqual(args[0], args[1]));
}

function deepEqual(...args: unknown[]): void {
	needTwo(args);
	check(deepEqual, 'deepEqual', args, isDeepEqual(args[0], args[1]));
}

function notDeepEqual(...args: unknown[]): void {
	needTwo(args);
	check(notDeepEqual, 'notDeepEqual', args, !isDeepEqual(args[0], args[1]));
}

function deepStrictEqual(...args: unknown[]): void {
	needTwo(args);
	check(deepStrictEqual, 'deepStrictEqual', args, isDeepStrictEqual(args[0], args[1]));
}

function notDeepStrictEqual(...args: unknown[]): void {
	needTwo(args);
	check(notDeepStrictEqual, 'notDeepStrictEqual', args, !isDeepStrictEqual(args[0], args[1]));
}

function strictEqual(...args: unknown[]): void {
	needTwo(args);
	check(strictEqual, 'strictEqual', args, ObjectIs(args[0], args[1]));
}

function notStrictEqual(...args: unknown[]): void {
	needTwo(args);
	check(notStrictEqual, 'notStrictEqual', args, !ObjectIs(args[0], args[1]));
}

let isFailWarned = false;

/** With one argument at most; more are the old form with values and an operator. */
function fail(...args: unknown[]): never {
	const isOld = args.length > 1;
	if (isOld && !isFailWarned) {
		isFailWarned = true;
		emitWarning(
			'assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() instead or only pass a message.',
			'DeprecationWarning',
			'DEP0094'
		);
	}
	const given = isOld ? args[2] : args[0];
	if (given instanceof Error) throw given;
	const isPlain = !isOld && (given === undefined || given === null);
	const error = new AssertionError({
		actual: isOld ? args[0] : undefined,
		expected: isOld ? args[1] : undefined,
		message: isPlain ? 'Failed' : given,
		operator: args.length === 2 ? '!=' : ((args[3] as string | undefined) ?? 'fail'),
		stackStartFn: (args[4] as Callable | undefined) ?? fail
	});
	if (isPlain) error.generatedMessage = true;
	throw error;
}

function thrownBy(fn: unknown): unknown {
	validateFunction(fn, 'fn');
	try {
		(fn as () => unknown)();
	} catch (error) {
		return error;
	}
	return nothing;
}

function isThenable(value: unknown): boolean {
	if (isPromise(value)) return true;
	if (typeof value !== 'object' || value === null) return false;
	const promise = value as { then?: unknown; catch?: unknown };
	return typeof promise.then === 'function' && typeof promise.catch === 'function';
}

async function rejectedBy(given: unknown): Promise<unknown> {
	let promise = given;
	if (typeof given === 'function') {
		promise = (given as () => unknown)();
		if (!isThenable(promise)) {
			throw new codes.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
		}
	} else if (!isThenable(given)) {
		throw new codes.ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], given);
	}
	try {
		await promise;
	} catch (error) {
		return error;
	}
	return nothing;
}

function throws(fn: unknown, ...rest: unknown[]): void {
	expectThrown(throws, thrownBy(fn), rest);
}

async function rejects(promiseFn: unknown, ...rest: unknown[]): Promise<void> {
	expectThrown(rejects, await rejectedBy(promiseFn), rest);
}

function doesNotThrow(fn: unknown, ...rest: unknown[]): void {
	expectNothing(doesNotThrow, thrownBy(fn), rest);
}

async function doesNotReject(promiseFn: unknown, ...rest: unknown[]): Promise<void> {
	expectNothing(doesNotReject, await rejectedBy(promiseFn), rest);
}

/** The stack goes on with the frames of the error that was given. */
function ifError(given: unknown): void {
	if (given === undefined || given === null) return;
	const words = typeof given === 'object' ? (given as { message?: unknown }).message : undefined;
	let text = inspect(given);
	if (typeof words === 'string') {
		const { constructor } = given as { constructor?: { name: string } };
		text = words === '' && constructor !== undefined ? constructor.name : words;
	}
	const error = new AssertionError({
		actual: given,
		expected: null,
		operator: 'ifError',
		message: `ifError got unwanted exception: ${text}`,
		stackStartFn: ifError
	});
	error.generatedMessage = false;
	const { stack } = given as { stack?: unknown };
	if (typeof stack === 'string') {
		const frames = StringPrototypeIndexOf(stack, '\n    at ');
		if (frames !== -1) error.stack = `${String(error.stack)}${StringPrototypeSlice(stack, frames)}`;
	}
	throw error;
}

function match(text: unknown, pattern: unknown, message?: unknown): void {
	checkText(match, true, text, pattern, message);
}

function doesNotMatch(text: unknown, pattern: unknown, message?: unknown): void {
	checkText(doesNotMatch, false, text, pattern, message);
}

function checkText(
	by: Callable,
	shouldMatch: boolean,
	text: unknown,
	pattern: unknown,
	message: unknown
): void {
	if (!isRegExp(pattern)) throw new codes.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', pattern);
	const isText = typeof text === 'string';
	if (isText && (RegExpPrototypeExec(pattern, text) !== null) === shouldMatch) return;
	if (message instanceof Error) throw message;
	const isGenerated = message === undefined || message === null || message === '';
	const verdict = shouldMatch ? 'did not match' : 'was expected to not match';
	const generated = isText
		? `The input ${verdict} the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`
		: `The "string" argument must be of type string. Received type ${typeof text} (${inspect(text)})`;
	const error = new AssertionError({
		actual: text,
		expected: pattern,
		message: isGenerated ? generated : message,
		operator: by.name,
		stackStartFn: by
	});
	error.generatedMessage = isGenerated;
	throw error;
}

/** The module; a function itself. */
export const assert = ObjectAssign(ok, {
	fail,
	AssertionError,
	ok,
	equal,
	notEqual,
	deepEqual,
	notDeepEqual,
	deepStrictEqual,
	notDeepStrictEqual,
	strictEqual,
	notStrictEqual,
	throws,
	rejects,
	doesNotThrow,
	doesNotReject,
	ifError,
	match,
	doesNotMatch,
	strict
});

ObjectAssign(strict, assert, {
	equal: strictEqual,
	deepEqual: deepStrictEqual,
	notEqual: notStrictEqual,
	notDeepEqual: notDeepStrictEqual,
	strict
});
