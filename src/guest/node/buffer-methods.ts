// The methods of Buffer besides those for numbers.

import { isBuffer, viewOf, type GuestBuffer } from './buffer-bytes.ts';
import {
	asciiSlice,
	base64Slice,
	base64urlSlice,
	decodeUtf8,
	encodeText,
	hexSlice,
	kMaxLength,
	latin1Slice,
	ucs2Slice,
	utf8Slice,
	utf8Write,
	writeText
} from './buffer-encodings.ts';
import { compareBytes, indexOfBuffer, indexOfNumber } from './buffer-search.ts';
import { encodingNamed, normalizeEncoding, type Encoding } from './encoding-names.ts';
import { codes } from './error-codes.ts';
import { nodeError } from '../runtime/node-error.ts';
import {
	MathTrunc,
	ReflectApply,
	TypedArrayPrototypeGetBuffer,
	TypedArrayPrototypeGetByteOffset,
	TypedArrayPrototypeSet,
	TypedArrayPrototypeSubarray,
	toNumber,
	toText
} from './primordials.ts';
import { isUint8Array } from './value-kinds.ts';
import { validateInteger } from './validators.ts';

const slices: Record<Encoding, typeof utf8Slice> = {
	utf8: utf8Slice,
	utf16le: ucs2Slice,
	latin1: latin1Slice,
	ascii: asciiSlice,
	base64: base64Slice,
	base64url: base64urlSlice,
	hex: hexSlice
};

export function toString(
	this: Uint8Array,
	encoding?: unknown,
	from?: unknown,
	to?: unknown
): string {
	if (encoding === undefined && from === undefined && to === undefined) return decodeUtf8(this);
	const { length } = this;
	const start = clamp(from, 0, length);
	const end = clamp(to, length, length);
	if (end <= start) return '';
	const known = encoding === undefined ? 'utf8' : encodingNamed(encoding);
	if (known === undefined) throw new codes.ERR_UNKNOWN_ENCODING(toText(encoding));
	return ReflectApply(slices[known], this, [start, end]);
}

/** A whole number from 0 to `max`; nothing stands for `absent`. */
function clamp(value: unknown, absent: number, max: number): number {
	if (value === undefined) return absent;
	const whole = MathTrunc(toNumber(value)) || 0;
	return whole < 0 ? 0 : whole > max ? max : whole;
}

/** `write(text, encoding)`, `write(text, offset, encoding)` or `write(text, offset, length, encoding)`. */
export function write(
	this: Uint8Array,
	text: unknown,
	offset?: unknown,
	length?: unknown,
	encoding?: unknown
): number {
	// Without an offset nothing that follows counts.
	if (offset === undefined) {
		return ReflectApply(utf8Write, this, [needText(text), 0, this.length]);
	}
	let start: unknown = 0;
	let room: unknown = this.length;
	let name = encoding;
	if (length === undefined && typeof offset === 'string') {
		name = offset;
	} else {
		validateInteger(offset, 'offset', 0, this.length);
		start = offset;
		const rest = this.length - offset;
		if (typeof length === 'string') name = length;
		else if (length !== undefined) validateInteger(length, 'length', 0, this.length);
		room = typeof length === 'number' && length < rest ? length : rest;
	}
	const known = normalizeEncoding(name);
	if (known === undefined) throw new codes.ERR_UNKNOWN_ENCODING(toText(name));
	return writeText(this, needText(text), start as number, room as number, known);
}

function needText(text: unknown): string {
	if (typeof text === 'string') return text;
	throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
}

export function equals(this: Uint8Array, other: unknown): boolean {
	if (!isUint8Array(other)) {
		throw new codes.ERR_INVALID_ARG_TYPE('otherBuffer', ['Buffer', 'Uint8Array'], other);
	}
	return this === other || (this.length === other.length && compareBytes(this, other) === 0);
}

export function compare(
	this: Uint8Array,
	target: unknown,
	targetStart?: unknown,
	targetEnd?: unknown,
	sourceStart?: unknown,
	sourceEnd?: unknown
): number {
	if (!isUint8Array(target)) {
		throw new codes.ERR_INVALID_ARG_TYPE('target', ['Buffer', 'Uint8Array'], target);
	}
	const theirStart = placeIn(targetStart, 'targetStart', 0, kMaxLength);
	const theirEnd = placeIn(targetEnd, 'targetEnd', target.length, target.length);
	const start = placeIn(sourceStart, 'sourceStart', 0, kMaxLength);
	const end = placeIn(sourceEnd, 'sourceEnd', this.length, this.length);
	if (start >= end) return theirStart >= theirEnd ? 0 : -1;
	if (theirStart >= theirEnd) return 1;
	return compareBytes(
		TypedArrayPrototypeSubarray(this, start, end),
		TypedArrayPrototypeSubarray(target, theirStart, theirEnd)
	);
}

function placeIn(value: unknown, name: string, absent: number, max: number): number {
	if (value === undefined) return absent;
	validateInteger(value, name, 0, max);
	return value;
}

export function copy(
	this: Uint8Array,
	target: unknown,
	targetStart?: unknown,
	sourceStart?: unknown,
	sourceEnd?: unknown
): number {
	if (!isUint8Array(target)) {
		throw new codes.ERR_INVALID_ARG_TYPE('target', ['Buffer', 'Uint8Array'], target);
	}
	const at = whole(targetStart, 0);
	if (at < 0) throw new codes.ERR_OUT_OF_RANGE('targetStart', '>= 0', at);
	const start = whole(sourceStart, 0);
	if (start < 0 || start > this.length) {
		throw new codes.ERR_OUT_OF_RANGE('sourceStart', `>= 0 && <= ${this.length}`, start);
	}
	const end = whole(sourceEnd, this.length);
	if (end < 0) throw new codes.ERR_OUT_OF_RANGE('sourceEnd', '>= 0', end);
	if (at >= target.length || start >= end) return 0;
	const room = start + target.length - at;
	const last = end < room ? end : room;
	const part = TypedArrayPrototypeSubarray(this, start, last);
	TypedArrayPrototypeSet(target, part, at);
	return part.length;
}

function whole(value: unknown, absent: number): number {
	return value === undefined ? absent : MathTrunc(toNumber(value)) || 0;
}

export function indexOf(
	this: Uint8Array,
	value: unknown,
	offset?: unknown,
	encoding?: unknown
): number {
	return search(this, value, offset, encoding, true);
}

export function lastIndexOf(
	this: Uint8Array,
	value: unknown,
	offset?: unknown,
	encoding?: unknown
): number {
	return search(this, value, offset, encoding, false);
}

export function includes(
	this: Uint8Array,
	value: unknown,
	offset?: unknown,
	encoding?: unknown
): boolean {
	return search(this, value, offset, encoding, true) !== -1;
}

const offsetMax = 0x7fff_ffff;

function search(
	bytes: Uint8Array,
	value: unknown,
	offset: unknown,
	encoding: unknown,
	isForward: boolean
): number {
	const name = typeof offset === 'string' ? offset : encoding;
	const given = typeof offset === 'string' ? NaN : MathTrunc(toNumber(offset));
	const absent = isForward ? 0 : bytes.length;
	// What is no number means everything; offsets have 32 bits.
	const from = given !== given ? absent : given > offsetMax ? offsetMax : given;
	const start = from < -offsetMax - 1 ? -offsetMax - 1 : from;
	if (typeof value === 'number') return indexOfNumber(bytes, value >>> 0, start, isForward);
	const known = name === undefined ? 'utf8' : encodingNamed(name);
	const unit = known === 'utf16le' ? 2 : 1;
	if (typeof value === 'string') {
		if (known === undefined) throw new codes.ERR_UNKNOWN_ENCODING(toText(name));
		return indexOfBuffer(bytes, encodeText(value, known), start, unit, isForward);
	}
	if (isUint8Array(value)) return indexOfBuffer(bytes, value, start, unit, isForward);
	throw new codes.ERR_INVALID_ARG_TYPE(
		'value',
		['number', 'string', 'Buffer', 'Uint8Array'],
		value
	);
}

/** A view of the same memory; negative places count from the end. */
export function subarray(this: Uint8Array, start?: unknown, end?: unknown): GuestBuffer {
	const { length } = this;
	const from = placeFrom(start, length);
	const to = end === undefined ? length : placeFrom(end, length);
	return viewOf(
		TypedArrayPrototypeGetBuffer(this),
		TypedArrayPrototypeGetByteOffset(this) + from,
		to > from ? to - from : 0
	);
}

export function slice(this: Uint8Array, start?: unknown, end?: unknown): GuestBuffer {
	return ReflectApply(subarray, this, [start, end]);
}

function placeFrom(value: unknown, length: number): number {
	const given = MathTrunc(toNumber(value)) || 0;
	const place = given < 0 ? given + length : given;
	return place < 0 ? 0 : place > length ? length : place;
}

/** Turns round each group of `size` bytes. */
function swapGroups(bytes: Uint8Array, size: number): Uint8Array {
	if (bytes.length % size !== 0) throw new codes.ERR_INVALID_BUFFER_SIZE(`${size * 8}-bits`);
	for (let start = 0; start < bytes.length; start += size) {
		for (let left = start, right = start + size - 1; left < right; left++, right--) {
			const kept = bytes[left] as number;
			bytes[left] = bytes[right] as number;
			bytes[right] = kept;
		}
	}
	return bytes;
}

export function swap16(this: Uint8Array): Uint8Array {
	return swapGroups(this, 2);
}

export function swap32(this: Uint8Array): Uint8Array {
	return swapGroups(this, 4);
}

export function swap64(this: Uint8Array): Uint8Array {
	return swapGroups(this, 8);
}

export function toJSON(this: Uint8Array): { type: 'Buffer'; data: number[] } {
	const data: number[] = [];
	for (let index = 0; index < this.length; index++) data[index] = this[index] as number;
	return { type: 'Buffer', data };
}

/** The properties `parent` and `offset`, which Node.js has kept from its first days. */
export const oldProperties = {
	get parent(): unknown {
		return isBuffer(this) ? TypedArrayPrototypeGetBuffer(this) : undefined;
	},
	get offset(): unknown {
		return isBuffer(this) ? TypedArrayPrototypeGetByteOffset(this) : undefined;
	}
};
