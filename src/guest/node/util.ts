// The module util.
// Source: Node.js v20 lib/util.js.

import { AbortController, type AbortSignal } from './abort-signal.ts';
import { codes } from './error-codes.ts';
import { ArrayIsArray, ObjectAssign, ObjectKeys, toText } from './primordials.ts';
import { callbackify, deprecate, inherits, promisify } from './promisify.ts';
import { TextDecoder, TextEncoder } from './text-encoding.ts';
import * as valueKinds from './value-kinds.ts';
import { isDeepStrictEqual } from './deep-equality.ts';
import { format, formatWithOptions, inspect, stripVTControlCharacters } from './inspect.ts';
import { isError } from './is-error.ts';
import { validateOneOf, validateString } from './validators.ts';

/** A logger for a section of NODE_DEBUG; there is no such variable here, so it prints nothing. */
function debuglog(): (() => void) & { enabled: boolean } {
	return Object.assign(() => undefined, { enabled: false });
}

/** Text in the colours and styles that `util.inspect.colors` names. */
function styleText(
	style: string | readonly string[],
	text: string,
	options: { readonly validateStream?: boolean } = {}
): string {
	validateString(text, 'text');
	const styles = ArrayIsArray(style) ? (style as readonly string[]) : [style as string];
	let left = '';
	let right = '';
	for (let index = 0; index < styles.length; index++) {
		const name = styles[index] as string;
		const pair = inspect.colors[name];
		if (pair === undefined) validateOneOf(name, 'format', ObjectKeys(inspect.colors));
		else {
			left += `\u001b[${pair[0]}m`;
			right = `\u001b[${pair[1]}m${right}`;
		}
	}
	// Without being told otherwise it asks whether standard output is a terminal, which it never is here.
	return options.validateStream === false ? left + text + right : text;
}

/** Resolves when the signal aborts. */
function aborted(signal: AbortSignal, resource: object): Promise<unknown> {
	if (typeof resource !== 'object')
		throw new codes.ERR_INVALID_ARG_TYPE('resource', 'Object', resource);
	if (signal.aborted) return Promise.resolve();
	return new Promise((resolve) => {
		signal.addEventListener(
			'abort',
			() => {
				resolve(undefined);
			},
			{ once: true }
		);
	});
}

/** Lone surrogates become U+FFFD. */
function toUSVString(text: string): string {
	return (toText(text) as unknown as { toWellFormed(): string }).toWellFormed();
}

function getSystemErrorName(code: number): string {
	const names: Record<number, string> = {
		[-2]: 'ENOENT',
		[-13]: 'EACCES',
		[-111]: 'ECONNREFUSED',
		[-104]: 'ECONNRESET'
	};
	return names[code] ?? `Unknown system error ${code}`;
}

const isPrimitive = (value: unknown): boolean =>
	value === null || (typeof value !== 'object' && typeof value !== 'function');

/** util.types, and the module util/types. */
export const types = { ...valueKinds };

export const util = {
	_extend: (target: object, source: unknown) =>
		typeof source === 'object' && source !== null ? ObjectAssign(target, source) : target,
	aborted,
	callbackify,
	debug: debuglog,
	debuglog,
	deprecate,
	format,
	formatWithOptions,
	getSystemErrorName,
	inherits,
	inspect,
	isArray: ArrayIsArray,
	isBoolean: (value: unknown) => typeof value === 'boolean',
	isBuffer: (value: unknown) => valueKinds.isUint8Array(value),
	isDate: valueKinds.isDate,
	isDeepStrictEqual: (a: unknown, b: unknown) => isDeepStrictEqual(a, b),
	isError,
	isFunction: (value: unknown) => typeof value === 'function',
	isNull: (value: unknown) => value === null,
	isNullOrUndefined: (value: unknown) => value === null || value === undefined,
	isNumber: (value: unknown) => typeof value === 'number',
	isObject: (value: unknown) => value !== null && typeof value === 'object',
	isPrimitive,
	isRegExp: valueKinds.isRegExp,
	isString: (value: unknown) => typeof value === 'string',
	isSymbol: (value: unknown) => typeof value === 'symbol',
	isUndefined: (value: unknown) => value === undefined,
	log: (...args: unknown[]) => {
		(globalThis as unknown as { console: { log(text: string): void } }).console.log(
			format(...args)
		);
	},
	promisify,
	stripVTControlCharacters,
	styleText,
	TextDecoder,
	TextEncoder,
	toUSVString,
	transferableAbortController: () => new AbortController(),
	transferableAbortSignal: (signal: AbortSignal) => signal,
	types
};
