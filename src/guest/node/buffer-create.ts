// Making Buffers: the static functions of Buffer.
// Differs: there is no pool, each Buffer has an ArrayBuffer of its own, and unsafe ones are filled with zeros, too.

import { asBuffer, copyOf, memorySize, viewOf, zeros, type GuestBuffer } from './buffer-bytes.ts';
import { byteLengthUtf8, encodeText, encodeUtf8, kMaxLength } from './buffer-encodings.ts';
import { fill as fillBytes } from './buffer-fill.ts';
import { compareBytes } from './buffer-search.ts';
import { encodingNamed } from './encoding-names.ts';
import { codes } from './error-codes.ts';
import {
	ArrayBufferIsView,
	ArrayIsArray,
	ReflectApply,
	StringPrototypeCharCodeAt,
	SymbolToPrimitive,
	toNumber,
	TypedArrayPrototypeGetBuffer,
	TypedArrayPrototypeGetByteLength,
	TypedArrayPrototypeGetByteOffset,
	TypedArrayPrototypeSet,
	TypedArrayPrototypeSlice,
	TypedArrayPrototypeSubarray
} from './primordials.ts';
import { isAnyArrayBuffer, isTypedArray, isUint8Array } from './value-kinds.ts';
import { validateArray, validateInteger, validateNumber } from './validators.ts';

/** What Buffer.from may find on an object. */
interface Source {
	readonly length?: unknown;
	readonly buffer?: unknown;
	readonly type?: unknown;
	readonly data?: unknown;
	readonly [Symbol.toPrimitive]?: unknown;
	valueOf?: () => unknown;
}

export function from(value: unknown, encodingOrOffset?: unknown, length?: unknown): GuestBuffer {
	if (typeof value === 'string') {
		return encodingOrOffset === undefined
			? asBuffer(encodeUtf8(value))
			: fromText(value, encodingOrOffset);
	}
	const made =
		typeof value === 'object' && value !== null
			? fromObject(value, encodingOrOffset, length)
			: undefined;
	if (made !== undefined) return made;
	throw new codes.ERR_INVALID_ARG_TYPE(
		'first argument',
		['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'],
		value
	);
}

function fromText(text: string, name: unknown): GuestBuffer {
	if (typeof name !== 'string' || name === '') return asBuffer(encodeUtf8(text));
	const encoding = encodingNamed(name);
	if (encoding === undefined) throw new codes.ERR_UNKNOWN_ENCODING(name);
	return asBuffer(encodeText(text, encoding));
}

/** From memory, from what the object stands for, from a list, or from what `toJSON` gave; else undefined. */
function fromObject(
	value: Source,
	encodingOrOffset: unknown,
	length: unknown
): GuestBuffer | undefined {
	if (isUint8Array(value)) return copyOf(value);
	if (isAnyArrayBuffer(value)) return fromMemory(value as ArrayBuffer, encodingOrOffset, length);
	const plain = typeof value.valueOf === 'function' ? value.valueOf() : undefined;
	const isOther = plain !== null && plain !== undefined && plain !== value;
	if (isOther && (typeof plain === 'string' || typeof plain === 'object')) {
		return from(plain, encodingOrOffset, length);
	}
	if (value.length !== undefined || isAnyArrayBuffer(value.buffer)) {
		return typeof value.length === 'number' ? copyOf(value as ArrayLike<unknown>) : zeros(0);
	}
	if (value.type === 'Buffer' && ArrayIsArray(value.data)) return copyOf(value.data);
	const toPrimitive = value[SymbolToPrimitive];
	if (typeof toPrimitive !== 'function') return undefined;
	const primitive: unknown = ReflectApply(toPrimitive as () => unknown, value, ['string']);
	return typeof primitive === 'string' ? fromText(primitive, encodingOrOffset) : undefined;
}

function fromMemory(memory: ArrayBuffer, offset: unknown, length: unknown): GuestBuffer {
	// No number counts as 0.
	const start = toNumber(offset) || 0;
	const room = memorySize(memory) - start;
	if (room < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
	if (length === undefined) return viewOf(memory, start, room);
	const size = toNumber(length);
	if (size > room) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
	return viewOf(memory, start, size > 0 ? size : 0);
}

export function copyBytesFrom(view: unknown, offset?: unknown, length?: unknown): GuestBuffer {
	if (!isTypedArray(view)) {
		throw new codes.ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
	}
	if (offset !== undefined) validateInteger(offset, 'offset', 0);
	if (length !== undefined) validateInteger(length, 'length', 0);
	const start = offset ?? 0;
	const part = TypedArrayPrototypeSlice(
		view,
		start,
		length === undefined ? undefined : start + length
	);
	return viewOf(
		TypedArrayPrototypeGetBuffer(part),
		TypedArrayPrototypeGetByteOffset(part),
		TypedArrayPrototypeGetByteLength(part)
	);
}

export function of(...items: unknown[]): GuestBuffer {
	return copyOf(items);
}

export function alloc(size: number, fill?: unknown, encoding?: unknown): GuestBuffer {
	validateNumber(size, 'size', 0, kMaxLength);
	const bytes = zeros(size);
	if (fill === undefined || fill === 0 || size === 0) return bytes;
	ReflectApply(fillBytes, bytes, [fill, 0, size, encoding]);
	return bytes;
}

export function allocUnsafe(size: number): GuestBuffer {
	validateNumber(size, 'size', 0, kMaxLength);
	return zeros(size);
}

export function allocUnsafeSlow(size: number): GuestBuffer {
	validateNumber(size, 'size', 0, kMaxLength);
	return zeros(size);
}

export function concat(list: unknown, length?: unknown): GuestBuffer {
	validateArray(list, 'list');
	if (list.length === 0) return zeros(0);
	let total = 0;
	if (length === undefined) {
		for (let index = 0; index < list.length; index++) {
			const { length: more } = (list[index] ?? {}) as { length?: number };
			if (more !== undefined) total += more;
		}
	} else {
		validateInteger(length, 'length', 0, kMaxLength);
		total = length;
	}
	const bytes = zeros(total);
	let at = 0;
	for (let index = 0; index < list.length; index++) {
		const part = list[index];
		if (!isUint8Array(part)) {
			throw new codes.ERR_INVALID_ARG_TYPE(`list[${index}]`, ['Buffer', 'Uint8Array'], part);
		}
		const room = total - at;
		const fits = part.length <= room ? part : TypedArrayPrototypeSubarray(part, 0, room);
		TypedArrayPrototypeSet(bytes, fits, at);
		at += fits.length;
	}
	return bytes;
}

export function byteLength(value: unknown, encoding?: unknown): number {
	if (typeof value === 'string') return textLength(value, encoding);
	if (ArrayBufferIsView(value) || isAnyArrayBuffer(value)) {
		return (value as { byteLength: number }).byteLength;
	}
	throw new codes.ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], value);
}

/** Bytes of a text; for base64 and hexadecimal digits by their number alone. */
function textLength(text: string, name: unknown): number {
	if (name === undefined) return byteLengthUtf8(text);
	switch (encodingNamed(typeof name === 'symbol' ? '' : name)) {
		case 'utf16le':
			return text.length * 2;
		case 'latin1':
		case 'ascii':
			return text.length;
		case 'hex':
			return text.length >>> 1;
		case 'base64':
		case 'base64url': {
			let digits = text.length;
			const equalsSign = 61;
			if (StringPrototypeCharCodeAt(text, digits - 1) === equalsSign) digits -= 1;
			if (digits > 1 && StringPrototypeCharCodeAt(text, digits - 1) === equalsSign) digits -= 1;
			return (digits * 3) >>> 2;
		}
		default:
			return byteLengthUtf8(text);
	}
}

export function compare(a: unknown, b: unknown): number {
	if (!isUint8Array(a)) {
		throw new codes.ERR_INVALID_ARG_TYPE('buf1', ['Buffer', 'Uint8Array'], a);
	}
	if (!isUint8Array(b)) {
		throw new codes.ERR_INVALID_ARG_TYPE('buf2', ['Buffer', 'Uint8Array'], b);
	}
	return compareBytes(a, b);
}

export function isEncoding(name: unknown): boolean {
	return typeof name === 'string' && name !== '' && encodingNamed(name) !== undefined;
}
