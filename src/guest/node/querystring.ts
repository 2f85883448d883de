// The module querystring: query strings as objects.
// Source: https://nodejs.org/docs/latest-v20.x/api/querystring.html.

import { Buffer, type GuestBuffer } from './buffer.ts';
import { codes } from './error-codes.ts';
import {
	ArrayIsArray,
	ArrayPrototypePush,
	NumberIsFinite,
	ObjectCreate,
	ObjectKeys,
	RegExpPrototypeExec,
	replaceEvery,
	StringPrototypeCharCodeAt,
	StringPrototypeIncludes,
	StringPrototypeIndexOf,
	StringPrototypeSlice,
	StringPrototypeSplit,
	toText,
	Uint8ArrayConstructor
} from './primordials.ts';

interface ParseOptions {
	/** At most so many pairs; 1000 by default, 0 is no limit. */
	readonly maxKeys?: number;
	readonly decodeURIComponent?: (text: string) => string;
}

interface StringifyOptions {
	readonly encodeURIComponent?: (text: string) => string;
}

type QueryObject = Record<string, string | string[]>;

const { decodeURIComponent, encodeURIComponent } = globalThis;
const escapedByte = /%[0-9a-f]{2}/i;

/** Percent-encodes a value for a query. Throws ERR_INVALID_URI for half a surrogate pair. */
function qsEscape(value: unknown): string {
	const text = toText(value);
	try {
		return encodeURIComponent(text);
	} catch {
		throw new codes.ERR_INVALID_URI();
	}
}

/** The bytes a text stands for: `%` and two hex digits is one byte, what is no such thing stays. */
function unescapeBuffer(text: string, isPlusSpace = false): GuestBuffer {
	const bytes = new Uint8ArrayConstructor(text.length);
	let length = 0;
	for (let index = 0; index < text.length; index++) {
		let byte = StringPrototypeCharCodeAt(text, index);
		if (isPlusSpace && byte === 43) byte = 32;
		if (byte === 37) {
			const high = hexDigit(StringPrototypeCharCodeAt(text, index + 1));
			const low = hexDigit(StringPrototypeCharCodeAt(text, index + 2));
			if (high >= 0 && low >= 0) {
				byte = high * 16 + low;
				index += 2;
			}
		}
		bytes[length] = byte;
		length += 1;
	}
	return Buffer.from(bytes.buffer, 0, length);
}

function hexDigit(code: number): number {
	if (code >= 48 && code <= 57) return code - 48;
	const letter = code | 32;
	return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Undoes percent-encoding; what is not UTF-8 becomes U+FFFD instead of an error. */
function qsUnescape(text: string, isPlusSpace?: boolean): string {
	if (isPlusSpace !== true) {
		try {
			return decodeURIComponent(text);
		} catch {
			// Bytes that are no UTF-8, or a `%` alone.
		}
	}
	return querystring.unescapeBuffer(text, isPlusSpace).toString();
}

/** `a=1&a=2` of `{ a: [1, 2] }`. Values that are not plain are empty. */
function stringify(
	values: unknown,
	separator?: string | null,
	equals?: string | null,
	options?: StringifyOptions | null
): string {
	if (values === null || typeof values !== 'object') return '';
	const between = orDefault(separator, '&');
	const is = orDefault(equals, '=');
	const encode = options?.encodeURIComponent ?? querystring.escape;
	const keys = ObjectKeys(values);
	let result = '';
	for (let at = 0; at < keys.length; at++) {
		const key = keys[at] as string;
		const value = (values as Record<string, unknown>)[key];
		const list = ArrayIsArray(value) ? value : [value];
		const name = list.length > 0 ? encodePlain(key, encode) + is : '';
		for (let index = 0; index < list.length; index++) {
			result += (result === '' ? '' : between) + name + encodePlain(list[index], encode);
		}
	}
	return result;
}

function encodePlain(value: unknown, encode: (text: string) => string): string {
	let text = '';
	if (typeof value === 'string') text = value;
	else if (typeof value === 'boolean' || typeof value === 'bigint') text = String(value);
	else if (typeof value === 'number' && NumberIsFinite(value)) text = String(value);
	return text === '' && encode === qsEscape ? '' : encode(text);
}

function orDefault(text: string | null | undefined, fallback: string): string {
	return text === undefined || text === null || text === '' ? fallback : toText(text);
}

/** An object without a prototype: texts, or lists of texts where a name occurs again. */
function parse(
	text: unknown,
	separator?: string | null,
	equals?: string | null,
	options?: ParseOptions | null
): QueryObject {
	const result = ObjectCreate(null) as QueryObject;
	if (typeof text !== 'string' || text === '') return result;
	const is = orDefault(equals, '=');
	const decode = options?.decodeURIComponent ?? querystring.unescape;
	const pairs = StringPrototypeSplit(text, orDefault(separator, '&'));
	let left = options?.maxKeys ?? 1000;
	if (left <= 0) left = Infinity;
	for (let at = 0; at < pairs.length && left > 0; at++) {
		const pair = pairs[at] as string;
		left -= 1;
		if (pair === '') continue;
		const mark = StringPrototypeIndexOf(pair, is);
		const name = mark === -1 ? pair : StringPrototypeSlice(pair, 0, mark);
		const value = mark === -1 ? '' : StringPrototypeSlice(pair, mark + is.length);
		addPair(result, decodePart(name, decode), decodePart(value, decode));
	}
	return result;
}

function decodePart(part: string, decode: (text: string) => string): string {
	const isOwn = decode === qsUnescape;
	const spaced = StringPrototypeIncludes(part, '+')
		? replaceEvery(part, '+', isOwn ? ' ' : '%20')
		: part;
	if (spaced === '' || (isOwn && RegExpPrototypeExec(escapedByte, spaced) === null)) return spaced;
	try {
		return decode(spaced);
	} catch {
		return querystring.unescape(spaced);
	}
}

function addPair(result: QueryObject, name: string, value: string): void {
	const there = result[name];
	if (there === undefined) result[name] = value;
	else if (typeof there === 'string') result[name] = [there, value];
	else ArrayPrototypePush(there, value);
}

/** The module; a program may put its own `escape` and `unescape` here, which then hold for all. */
export const querystring = {
	unescapeBuffer,
	unescape: qsUnescape,
	escape: qsEscape,
	stringify,
	encode: stringify,
	parse,
	decode: parse
};
