// Comparing, filling and searching bytes: what Buffer does natively in Node.js.
// Source: Node.js v20 src/node_buffer.cc.

import { base64Slice, encodeText } from './buffer-encodings.ts';
import {
	ReflectApply,
	TypedArrayPrototypeFill,
	TypedArrayPrototypeSet,
	TypedArrayPrototypeSubarray,
	uncurryThis
} from './primordials.ts';
import { isUint8Array } from './value-kinds.ts';
import { normalizeEncoding } from './vendor/util.js';

/* eslint-disable @typescript-eslint/unbound-method -- taken off to be called on bytes of any class */
const indexOfByte = uncurryThis(Uint8Array.prototype.indexOf);
const lastIndexOfByte = uncurryThis(Uint8Array.prototype.lastIndexOf);
/* eslint-enable @typescript-eslint/unbound-method */

/** Bytes compared at once as base64 text, which is quicker in this engine than a loop. */
const chunkSize = 1024;

/** -1, 0 or 1 by the first different byte, then by length. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
	const shared = a.length < b.length ? a.length : b.length;
	let index = 0;
	for (; index + chunkSize <= shared; index += chunkSize) {
		const left = TypedArrayPrototypeSubarray(a, index, index + chunkSize);
		const right = TypedArrayPrototypeSubarray(b, index, index + chunkSize);
		if (ReflectApply(base64Slice, left, []) !== ReflectApply(base64Slice, right, [])) break;
	}
	for (; index < shared; index++) {
		const left = a[index] as number;
		const right = b[index] as number;
		if (left !== right) return left < right ? -1 : 1;
	}
	return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

/** The same for parts of both. */
export function compareOffset(
	source: Uint8Array,
	target: Uint8Array,
	targetStart: number,
	sourceStart: number,
	targetEnd: number,
	sourceEnd: number
): number {
	return compareBytes(
		TypedArrayPrototypeSubarray(source, sourceStart, sourceEnd),
		TypedArrayPrototypeSubarray(target, targetStart, targetEnd)
	);
}

/** Fills with a repeated text or bytes; -1 when there is nothing to repeat, -2 out of bounds, else nothing. */
export function bindingFill(
	target: Uint8Array,
	value: unknown,
	start: number,
	end: number,
	encoding?: string
): number | undefined {
	if (start > end || end > target.length) return -2;
	if (typeof value !== 'string' && !isUint8Array(value)) {
		TypedArrayPrototypeFill(target, (value as number) & 255, start, end);
		return undefined;
	}
	const pattern =
		typeof value === 'string' ? encodeText(value, normalizeEncoding(encoding) ?? 'utf8') : value;
	if (pattern.length === 0) return end > start ? -1 : undefined;
	for (let at = start; at < end; at += pattern.length) {
		const room = end - at;
		TypedArrayPrototypeSet(
			target,
			room < pattern.length ? TypedArrayPrototypeSubarray(pattern, 0, room) : pattern,
			at
		);
	}
	return undefined;
}

/** Where the byte is, from the offset forwards or backwards, or -1. */
export function indexOfNumber(
	bytes: Uint8Array,
	value: number,
	offset: number,
	isForward: boolean
): number {
	const from = startOf(bytes.length, 1, offset, isForward);
	if (from === -1) return -1;
	const byte = value & 255;
	return isForward ? indexOfByte(bytes, byte, from) : lastIndexOfByte(bytes, byte, from);
}

/** Where the bytes are, from the offset forwards or backwards, or -1. */
export function indexOfBuffer(
	bytes: Uint8Array,
	value: Uint8Array,
	offset: number,
	encoding: unknown,
	isForward: boolean
): number {
	const wide = encoding === 3 ? 2 : 1;
	const from = startOf(bytes.length, value.length, offset, isForward);
	if (from === -1) return -1;
	if (value.length === 0) return from;
	const step = isForward ? 1 : -1;
	const last = bytes.length - value.length;
	for (let at = from; at >= 0 && at <= last; at += step) {
		if (at % wide === 0 && matchesAt(bytes, value, at)) return at;
	}
	return -1;
}

/** Where the text is. `encoding` is its number in `encodingsMap`. */
export function indexOfString(
	bytes: Uint8Array,
	value: string,
	offset: number,
	encoding: number,
	isForward: boolean
): number {
	const name = encoding === 3 ? 'utf16le' : encoding === 4 ? 'latin1' : 'utf8';
	return indexOfBuffer(bytes, encodeText(value, name), offset, encoding, isForward);
}

/** The index to begin at; -1 when nothing can be found. Offsets count from the end when negative. */
function startOf(length: number, needle: number, offset: number, isForward: boolean): number {
	const at = offset < 0 ? offset + length : offset;
	if (at < 0) return isForward || needle === 0 ? (needle === 0 && !isForward ? -1 : 0) : -1;
	if (needle === 0) return at > length ? length : at;
	if (length === 0) return -1;
	if (at + needle <= length) return at;
	return isForward ? -1 : length - needle < 0 ? -1 : length - needle;
}

function matchesAt(bytes: Uint8Array, value: Uint8Array, at: number): boolean {
	for (let index = 0; index < value.length; index++) {
		if (bytes[at + index] !== value[index]) return false;
	}
	return true;
}
