// The errors with codes that Node.js' own modules throw, with Node.js' words.
// Source: Node.js v20 lib/internal/errors.js.

import { describeReceived, nodeError } from '../runtime/node-error.ts';
import {
	ArrayIsArray,
	ArrayPrototypeIncludes,
	ArrayPrototypeIndexOf,
	ArrayPrototypeJoin,
	ArrayPrototypeSlice,
	ArrayPrototypeSplice,
	MathAbs,
	NumberIsInteger,
	ObjectDefineProperty,
	RegExpPrototypeExec,
	StringPrototypeEndsWith,
	StringPrototypeIncludes,
	StringPrototypeSlice,
	StringPrototypeToLowerCase
} from './primordials.ts';
import { inspect } from './inspect.ts';

type ErrorClass = new (message?: string) => Error;
type CodedError = Error & { code: string };
type Coded<A extends readonly unknown[]> = new (...args: A) => CodedError;

/** A constructor of errors with this code; the message is a text or made of the constructor's arguments. */
function coded<A extends readonly unknown[]>(
	Base: ErrorClass,
	code: string,
	message: string | ((...args: A) => string)
): Coded<A> {
	function CodedError(...args: A): CodedError {
		const text = typeof message === 'string' ? message : message(...args);
		const error = nodeError(Base, code, text);
		ObjectDefineProperty(error, 'toString', {
			value: () => `${error.name} [${code}]: ${error.message}`,
			configurable: true,
			writable: true,
			enumerable: false
		});
		return error;
	}
	return CodedError as unknown as Coded<A>;
}

const typeNames = [
	'string',
	'function',
	'number',
	'object',
	'Function',
	'Object',
	'boolean',
	'bigint',
	'symbol'
];
const classPattern = /^([A-Z][a-z0-9]*)+$/;

function orList(words: readonly string[]): string {
	if (words.length < 3) return ArrayPrototypeJoin(words, ' or ');
	const last = words.length - 1;
	return `${ArrayPrototypeJoin(ArrayPrototypeSlice(words, 0, last), ', ')}, or ${String(words[last])}`;
}

function invalidArgType(
	name: string,
	expected: string | readonly string[],
	actual: unknown
): string {
	const wanted = ArrayIsArray(expected) ? (expected as readonly string[]) : [expected as string];
	const kind = StringPrototypeIncludes(name, '.') ? 'property' : 'argument';
	let message = StringPrototypeEndsWith(name, ' argument')
		? `The ${name} `
		: `The "${name}" ${kind} `;
	message += 'must be ';
	const types: string[] = [];
	const instances: string[] = [];
	const others: string[] = [];
	for (let index = 0; index < wanted.length; index++) {
		const value = wanted[index] as string;
		if (ArrayPrototypeIncludes(typeNames, value)) {
			types[types.length] = StringPrototypeToLowerCase(value);
		} else if (RegExpPrototypeExec(classPattern, value) !== null) {
			instances[instances.length] = value;
		} else {
			others[others.length] = value;
		}
	}
	const objectAt = ArrayPrototypeIndexOf(types, 'object');
	if (instances.length > 0 && objectAt !== -1) {
		ArrayPrototypeSplice(types, objectAt, 1);
		instances[instances.length] = 'Object';
	}
	if (types.length > 0) {
		message += `${types.length > 1 ? 'one of type' : 'of type'} ${orList(types)}`;
		if (instances.length > 0 || others.length > 0) message += ' or ';
	}
	if (instances.length > 0) {
		message += `an instance of ${orList(instances)}`;
		if (others.length > 0) message += ' or ';
	}
	if (others.length > 1) {
		message += `one of ${orList(others)}`;
	} else if (others.length === 1) {
		const only = others[0] as string;
		message += StringPrototypeToLowerCase(only) === only ? only : `an ${only}`;
	}
	return `${message}. Received ${describeReceived(actual)}`;
}

function outOfRange(name: string, range: string, input: unknown): string {
	let received: string;
	if (NumberIsInteger(input) && MathAbs(input as number) > 2 ** 32) {
		received = separateThousands(String(input));
	} else if (typeof input === 'bigint') {
		const isLong = input > 2n ** 32n || input < -(2n ** 32n);
		received = `${isLong ? separateThousands(String(input)) : String(input)}n`;
	} else {
		received = inspect(input);
	}
	return `The value of "${name}" is out of range. It must be ${range}. Received ${received}`;
}

function separateThousands(digits: string): string {
	const start = StringPrototypeSlice(digits, 0, 1) === '-' ? 1 : 0;
	let result = '';
	let index = digits.length;
	for (; index >= start + 4; index -= 3) {
		result = `_${StringPrototypeSlice(digits, index - 3, index)}${result}`;
	}
	return StringPrototypeSlice(digits, 0, index) + result;
}

function invalidArgValue(name: string, value: unknown, reason = 'is invalid'): string {
	let shown = inspect(value);
	if (shown.length > 128) shown = `${StringPrototypeSlice(shown, 0, 128)}...`;
	const kind = StringPrototypeIncludes(name, '.') ? 'property' : 'argument';
	return `The ${kind} '${name}' ${reason}. Received ${shown}`;
}

function missingArgs(...names: readonly (string | readonly string[])[]): string {
	const quoted: string[] = [];
	for (let index = 0; index < names.length; index++) quoted[index] = `"${String(names[index])}"`;
	const last = quoted.length - 1;
	if (last === 0) return `The ${String(quoted[0])} argument must be specified`;
	if (last === 1)
		return `The ${String(quoted[0])} and ${String(quoted[1])} arguments must be specified`;
	const head = ArrayPrototypeJoin(ArrayPrototypeSlice(quoted, 0, last), ', ');
	return `The ${head}, and ${String(quoted[last])} arguments must be specified`;
}

function invalidReturnValue(input: string, name: string, value: unknown): string {
	return `Expected ${input} to be returned from the "${name}" function but got ${describeReceived(value)}.`;
}

/** By code, as `new codes.ERR_...(...)`. */
export const codes = {
	ERR_AMBIGUOUS_ARGUMENT: coded(
		TypeError,
		'ERR_AMBIGUOUS_ARGUMENT',
		(name: string, reason: string) => `The "${name}" argument is ambiguous. ${reason}`
	),
	ERR_BUFFER_OUT_OF_BOUNDS: coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', (name?: string) =>
		name === undefined
			? 'Attempt to access memory outside buffer bounds'
			: `"${name}" is outside of buffer bounds`
	),
	ERR_CRYPTO_HASH_FINALIZED: coded(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called'),
	ERR_CONSOLE_WRITABLE_STREAM: coded(
		TypeError,
		'ERR_CONSOLE_WRITABLE_STREAM',
		(name: string) => `Console expects a writable stream instance for ${name}`
	),
	ERR_ENCODING_INVALID_ENCODED_DATA: coded(
		TypeError,
		'ERR_ENCODING_INVALID_ENCODED_DATA',
		(encoding: string) => `The encoded data was not valid for encoding ${encoding}`
	),
	ERR_ENCODING_NOT_SUPPORTED: coded(
		RangeError,
		'ERR_ENCODING_NOT_SUPPORTED',
		(encoding: string) => `The "${encoding}" encoding is not supported`
	),
	ERR_EVENT_RECURSION: coded(
		Error,
		'ERR_EVENT_RECURSION',
		(type: string) => `The event "${type}" is already being dispatched`
	),
	ERR_FALSY_VALUE_REJECTION: coded(
		Error,
		'ERR_FALSY_VALUE_REJECTION',
		'Promise was rejected with falsy value'
	),
	ERR_ILLEGAL_CONSTRUCTOR: coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'),
	ERR_INVALID_ARG_TYPE: coded(TypeError, 'ERR_INVALID_ARG_TYPE', invalidArgType),
	ERR_INVALID_ARG_VALUE: coded(TypeError, 'ERR_INVALID_ARG_VALUE', invalidArgValue),
	ERR_INVALID_BUFFER_SIZE: coded(
		RangeError,
		'ERR_INVALID_BUFFER_SIZE',
		(size: string) => `Buffer size must be a multiple of ${size}`
	),
	ERR_INVALID_RETURN_VALUE: coded(TypeError, 'ERR_INVALID_RETURN_VALUE', invalidReturnValue),
	ERR_INVALID_THIS: coded(
		TypeError,
		'ERR_INVALID_THIS',
		(name: string) => `Value of "this" must be of type ${name}`
	),
	ERR_INVALID_URI: coded(URIError, 'ERR_INVALID_URI', 'URI malformed'),
	ERR_INVALID_URL: coded(TypeError, 'ERR_INVALID_URL', 'Invalid URL'),
	ERR_INVALID_URL_SCHEME: coded(
		TypeError,
		'ERR_INVALID_URL_SCHEME',
		(scheme: string) => `The URL must be of scheme ${scheme}`
	),
	ERR_MISSING_ARGS: coded(TypeError, 'ERR_MISSING_ARGS', missingArgs),
	ERR_OUT_OF_RANGE: coded(RangeError, 'ERR_OUT_OF_RANGE', outOfRange),
	ERR_UNHANDLED_ERROR: coded(Error, 'ERR_UNHANDLED_ERROR', (shown?: string) =>
		shown === undefined ? 'Unhandled error.' : `Unhandled error. (${shown})`
	),
	ERR_UNKNOWN_ENCODING: coded(
		TypeError,
		'ERR_UNKNOWN_ENCODING',
		(encoding: string) => `Unknown encoding: ${encoding}`
	)
};

/** What an aborted operation rejects with. */
export class AbortError extends Error {
	readonly code = 'ABORT_ERR';

	constructor(message = 'The operation was aborted', options?: ErrorOptions) {
		super(message, options);
		this.name = 'AbortError';
	}
}

/** An error without a class of its own, with the given own properties. */
export function genericNodeError(
	message: string,
	properties: Readonly<Record<string, unknown>>
): Error {
	const error = new Error(message) as Error & Record<string, unknown>;
	for (const key in properties) error[key] = properties[key];
	return error;
}
