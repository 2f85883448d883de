// Comparing and searching bytes: what Buffer does natively in Node.js.
// Source: Node.js v20 src/node_buffer.cc.

import { base64Slice } from './buffer-encodings.ts';
import { ReflectApply, TypedArrayPrototypeSubarray, uncurryThis } from './primordials.ts';

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

/** Where the bytes are, from the offset forwards or backwards, at whole units only; or -1. */
export function indexOfBuffer(
	bytes: Uint8Array,
	value: Uint8Array,
	offset: number,
	unit: 1 | 2,
	isForward: boolean
): number {
	const from = startOf(bytes.length, value.length, offset, isForward);
	if (from === -1) return -1;
	if (value.length === 0) return from;
	const step = isForward ? 1 : -1;
	const last = bytes.length - value.length;
	for (let at = from; at >= 0 && at <= last; at += step) {
		if (at % unit === 0 && matchesAt(bytes, value, at)) return at;
	}
	return -1;
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
