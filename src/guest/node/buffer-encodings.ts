// Text to bytes and back in Buffer's encodings, through the engine's own conversions where there is one
// (base64 is the only native road between strings and bytes), by hand for what these refuse.
// The `...Slice` and `...Write` functions are methods of Buffer: `this` is the bytes.
// Source: Node.js v20 src/string_bytes.cc for what is lenient and what is cut.

/* eslint-disable @typescript-eslint/no-deprecated -- escape and unescape are the engine's only native road through UTF-8 */

import type { Encoding } from './encoding-names.ts';
import { nativeAtob, nativeBtoa } from './engine-globals.ts';
import {
	ObjectCreate,
	ReflectApply,
	RegExpPrototypeExec,
	StringFromCharCode,
	StringPrototypeCharCodeAt,
	StringPrototypeReplace,
	StringPrototypeSlice,
	StringPrototypeToWellFormed,
	TypedArrayPrototypeGetBuffer,
	TypedArrayPrototypeGetByteOffset,
	TypedArrayPrototypeSet,
	TypedArrayPrototypeSubarray,
	uncurryThis
} from './primordials.ts';

interface Base64Options {
	readonly alphabet?: 'base64' | 'base64url';
	readonly lastChunkHandling?: 'loose';
	readonly omitPadding?: boolean;
}
/** The engine's own conversions of Uint8Array, newer than the language version TypeScript is told of. */
interface NativeConversions {
	fromBase64(text: string, options?: Base64Options): Uint8Array;
	fromHex(text: string): Uint8Array;
	readonly prototype: { toBase64(options?: Base64Options): string; toHex(): string };
}
const native = Uint8Array as unknown as NativeConversions;
const ByteArray = Uint8Array;
const UnitArray = Uint16Array;
const fromBase64 = native.fromBase64.bind(native);
const fromHex = native.fromHex.bind(native);
/* eslint-disable @typescript-eslint/unbound-method -- taken off to be called on bytes of any class */
const toBase64 = uncurryThis(native.prototype.toBase64);
const toHex = uncurryThis(native.prototype.toHex);
/* eslint-enable @typescript-eslint/unbound-method */
const { decodeURIComponent, encodeURIComponent, escape, unescape } = globalThis;

export const kMaxLength = 4_294_967_296;
export const kStringMaxLength = 536_870_888;

const notAscii = /[^\0-\x7f]/;
const notLatin1 = /[^\0-\xff]/;
const loose = options({ lastChunkHandling: 'loose' });
const urlAlphabet = options({ alphabet: 'base64url', omitPadding: true });

function options(value: Base64Options): Base64Options {
	return Object.assign(ObjectCreate(null) as object, value);
}

/** A view of part of the bytes; start and end are clamped. */
function part(bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array {
	if (start === 0 && end >= bytes.length) return bytes;
	const last = end > bytes.length ? bytes.length : end;
	const offset = TypedArrayPrototypeGetByteOffset(bytes) + start;
	return new ByteArray(
		TypedArrayPrototypeGetBuffer(bytes),
		offset,
		last > start ? last - start : 0
	);
}

/** One character for each byte. */
function toLatin1(bytes: Uint8Array): string {
	return nativeAtob(toBase64(bytes));
}

/** One byte for each character; the characters must be below 256. */
function fromLatin1(text: string): Uint8Array {
	return fromBase64(nativeBtoa(text));
}

/** UTF-8 as a string of one character for each byte. Lone surrogates become U+FFFD. */
function utf8Latin1(text: string): string {
	return unescape(encodeURIComponent(StringPrototypeToWellFormed(text)));
}

/** The UTF-8 bytes of a text. */
export function encodeUtf8(text: string): Uint8Array {
	if (RegExpPrototypeExec(notAscii, text) === null) return fromLatin1(text);
	return fromLatin1(utf8Latin1(text));
}

/** The text of UTF-8 bytes; what is no UTF-8 becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
	const narrow = toLatin1(bytes);
	if (RegExpPrototypeExec(notAscii, narrow) === null) return narrow;
	try {
		return decodeURIComponent(escape(narrow));
	} catch {
		return decodeBrokenUtf8(bytes);
	}
}

/** Length of the UTF-8 form in bytes. */
export function byteLengthUtf8(text: string): number {
	if (RegExpPrototypeExec(notAscii, text) === null) return text.length;
	return utf8Latin1(text).length;
}

/** True when the bytes are UTF-8. */
export function isUtf8Bytes(value: ArrayBuffer | ArrayBufferView): boolean {
	const narrow = toLatin1(bytesOf(value));
	try {
		decodeURIComponent(escape(narrow));
		return true;
	} catch {
		return false;
	}
}

/** True when all bytes are below 128. */
export function isAsciiBytes(value: ArrayBuffer | ArrayBufferView): boolean {
	return RegExpPrototypeExec(notAscii, toLatin1(bytesOf(value))) === null;
}

function bytesOf(value: ArrayBuffer | ArrayBufferView): Uint8Array {
	if (ArrayBuffer.isView(value)) {
		return new ByteArray(value.buffer, value.byteOffset, value.byteLength);
	}
	return new ByteArray(value);
}

/** Replaces each maximal part of a broken sequence by one U+FFFD, as the Encoding standard says. */
function decodeBrokenUtf8(bytes: Uint8Array): string {
	let text = '';
	let index = 0;
	while (index < bytes.length) {
		const first = bytes[index] as number;
		index += 1;
		if (first < 0x80) {
			text += StringFromCharCode(first);
			continue;
		}
		const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
		if (first < 0xc2 || first > 0xf4) {
			text += '\ufffd';
			continue;
		}
		let low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
		let high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
		let point = first & (more === 1 ? 0x1f : more === 2 ? 0x0f : 0x07);
		let seen = 0;
		while (seen < more && index < bytes.length) {
			const next = bytes[index] as number;
			if (next < low || next > high) break;
			point = (point << 6) | (next & 0x3f);
			low = 0x80;
			high = 0xbf;
			index += 1;
			seen += 1;
		}
		if (seen < more) text += '\ufffd';
		else if (point < 0x10000) text += StringFromCharCode(point);
		else {
			text += StringFromCharCode(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + (point & 0x3ff));
		}
	}
	return text;
}

/** The bytes of a hexadecimal text, up to the first pair that is none. */
function decodeHex(text: string): Uint8Array {
	const even = text.length % 2 === 0 ? text : StringPrototypeSlice(text, 0, text.length - 1);
	try {
		return fromHex(even);
	} catch {
		const digits = RegExpPrototypeExec(/^(?:[0-9a-fA-F]{2})*/, even);
		return fromHex(digits === null ? '' : digits[0]);
	}
}

/** The bytes of a base64 text of either alphabet; foreign characters are skipped, the first `=` ends it. */
function decodeBase64(text: string): Uint8Array {
	try {
		return fromBase64(text, loose);
	} catch {
		let plain = StringPrototypeReplace(text, /=.*$/s, '');
		plain = StringPrototypeReplace(plain, /-/g, '+');
		plain = StringPrototypeReplace(plain, /_/g, '/');
		plain = StringPrototypeReplace(plain, /[^A-Za-z0-9+/]+/g, '');
		// A single character left over holds less than a byte.
		if (plain.length % 4 === 1) plain = StringPrototypeSlice(plain, 0, plain.length - 1);
		return fromBase64(plain, loose);
	}
}

/** The low byte of each UTF-16 unit. */
function encodeLatin1(text: string): Uint8Array {
	if (RegExpPrototypeExec(notLatin1, text) === null) return fromLatin1(text);
	const bytes = new ByteArray(text.length);
	for (let index = 0; index < text.length; index++) {
		bytes[index] = StringPrototypeCharCodeAt(text, index);
	}
	return bytes;
}

function encodeUtf16(text: string): Uint8Array {
	const bytes = new ByteArray(text.length * 2);
	for (let index = 0; index < text.length; index++) {
		const unit = StringPrototypeCharCodeAt(text, index);
		bytes[index * 2] = unit;
		bytes[index * 2 + 1] = unit >> 8;
	}
	return bytes;
}

function decodeUtf16(bytes: Uint8Array): string {
	let text = '';
	const unitsAtOnce = 2048;
	const count = bytes.length >> 1;
	for (let start = 0; start < count; start += unitsAtOnce) {
		const size = count - start < unitsAtOnce ? count - start : unitsAtOnce;
		const units = new UnitArray(size);
		for (let index = 0; index < size; index++) {
			const at = (start + index) * 2;
			units[index] = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
		}
		text += ReflectApply(StringFromCharCode, undefined, units as unknown as number[]);
	}
	return text;
}

/** Copies as much of `source` as fits `length` bytes from `offset`, in whole units of `unit` bytes. */
function place(
	target: Uint8Array,
	source: Uint8Array,
	offset = 0,
	length = target.length - offset,
	unit = 1
): number {
	const room = length < target.length - offset ? length : target.length - offset;
	let count = source.length < room ? source.length : room;
	count -= count % unit;
	if (count <= 0) return 0;
	TypedArrayPrototypeSet(
		target,
		count === source.length ? source : TypedArrayPrototypeSubarray(source, 0, count),
		offset
	);
	return count;
}

export function utf8Slice(this: Uint8Array, start?: number, end?: number): string {
	return decodeUtf8(part(this, start, end));
}

export function latin1Slice(this: Uint8Array, start?: number, end?: number): string {
	return toLatin1(part(this, start, end));
}

export function asciiSlice(this: Uint8Array, start?: number, end?: number): string {
	const text = toLatin1(part(this, start, end));
	if (RegExpPrototypeExec(notAscii, text) === null) return text;
	let narrow = '';
	for (let index = 0; index < text.length; index++) {
		narrow += StringFromCharCode(StringPrototypeCharCodeAt(text, index) & 0x7f);
	}
	return narrow;
}

export function hexSlice(this: Uint8Array, start?: number, end?: number): string {
	return toHex(part(this, start, end));
}

export function base64Slice(this: Uint8Array, start?: number, end?: number): string {
	return toBase64(part(this, start, end));
}

export function base64urlSlice(this: Uint8Array, start?: number, end?: number): string {
	return toBase64(part(this, start, end), urlAlphabet);
}

export function ucs2Slice(this: Uint8Array, start?: number, end?: number): string {
	return decodeUtf16(part(this, start, end));
}

/** Writes no half characters. */
export function utf8Write(
	this: Uint8Array,
	text: string,
	offset?: number,
	length?: number
): number {
	const bytes = encodeUtf8(text);
	const start = offset ?? 0;
	const room = length !== undefined && length < this.length - start ? length : this.length - start;
	let count = room < bytes.length ? room : bytes.length;
	while (count > 0 && count < bytes.length && ((bytes[count] as number) & 0xc0) === 0x80)
		count -= 1;
	return place(this, bytes, start, count);
}

export function latin1Write(
	this: Uint8Array,
	text: string,
	offset?: number,
	length?: number
): number {
	return place(this, encodeLatin1(text), offset, length);
}

export const asciiWrite = latin1Write;

export function hexWrite(this: Uint8Array, text: string, offset?: number, length?: number): number {
	return place(this, decodeHex(text), offset, length);
}

export function base64Write(
	this: Uint8Array,
	text: string,
	offset?: number,
	length?: number
): number {
	return place(this, decodeBase64(text), offset, length);
}

export const base64urlWrite = base64Write;

export function ucs2Write(
	this: Uint8Array,
	text: string,
	offset?: number,
	length?: number
): number {
	return place(this, encodeUtf16(text), offset, length, 2);
}

/** A text's bytes by the normal name of the encoding. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
	switch (encoding) {
		case 'utf8':
			return encodeUtf8(text);
		case 'hex':
			return decodeHex(text);
		case 'base64':
		case 'base64url':
			return decodeBase64(text);
		case 'utf16le':
			return encodeUtf16(text);
		default:
			return encodeLatin1(text);
	}
}

/** Writes a text in an encoding into `length` bytes from `offset` on; gives the number of bytes written. */
export function writeText(
	bytes: Uint8Array,
	text: string,
	offset: number,
	length: number,
	encoding: Encoding
): number {
	if (encoding === 'utf8') return ReflectApply(utf8Write, bytes, [text, offset, length]);
	return place(bytes, encodeText(text, encoding), offset, length, encoding === 'utf16le' ? 2 : 1);
}

const whitespace = /[\t\n\f\r ]+/g;

/** What atob gives, or -1 for a foreign character, -2 for a length that cannot be. */
export function atob(input: string): string | number {
	let text = StringPrototypeReplace(input, whitespace, '');
	if (text.length % 4 === 0) text = StringPrototypeReplace(text, /==?$/, '');
	if (RegExpPrototypeExec(/[^A-Za-z0-9+/]/, text) !== null) return -2;
	if (text.length % 4 === 1) return -1;
	return toLatin1(fromBase64(text, loose));
}

/** What btoa gives, or -1 when a character is above 255. */
export function btoa(input: string): string | number {
	return RegExpPrototypeExec(notLatin1, input) === null ? nativeBtoa(input) : -1;
}
