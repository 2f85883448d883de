// The method `fill` of Buffer.

import { encodeText, kMaxLength } from './buffer-encodings.ts';
import { encodingNamed } from './encoding-names.ts';
import { codes } from './error-codes.ts';
import {
	TypedArrayPrototypeFill,
	TypedArrayPrototypeSet,
	TypedArrayPrototypeSubarray
} from './primordials.ts';
import { isUint8Array } from './value-kinds.ts';
import { validateInteger, validateString } from './validators.ts';

/** Repeats a byte, a text or bytes from `offset` to `end`. A text may be followed by its encoding at any place. */
export function fill(
	this: Uint8Array,
	value: unknown,
	offset?: unknown,
	end?: unknown,
	encoding?: unknown
): Uint8Array {
	const isText = typeof value === 'string';
	const hasNameFirst = isText && typeof offset === 'string';
	const hasNameSecond = isText && !hasNameFirst && typeof end === 'string';
	const name = hasNameFirst ? offset : hasNameSecond ? end : encoding;
	const pattern = isText ? bytesOfText(value, name) : value;
	const from = hasNameFirst || offset === undefined ? 0 : offset;
	validateInteger(from, 'offset', 0, kMaxLength);
	let to: unknown = this.length;
	if (offset !== undefined && !hasNameFirst && !hasNameSecond && end !== undefined) {
		validateInteger(end, 'end', 0, this.length);
		to = end;
	}
	if (from >= (to as number)) return this;
	if (!isUint8Array(pattern)) {
		return TypedArrayPrototypeFill(this, (pattern as number) & 255, from, to as number);
	}
	if (pattern.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('value', value);
	repeat(this, pattern, from, to as number);
	return this;
}

/** The empty text stands for a zero. */
function bytesOfText(text: string, name: unknown): Uint8Array | number {
	const encoding = name === undefined || name === null || name === '' ? 'utf8' : name;
	const known = typeof encoding === 'string' ? encodingNamed(encoding) : undefined;
	if (known === undefined) {
		validateString(encoding, 'encoding');
		throw new codes.ERR_UNKNOWN_ENCODING(encoding);
	}
	return text === '' ? 0 : encodeText(text, known);
}

function repeat(target: Uint8Array, pattern: Uint8Array, from: number, to: number): void {
	for (let at = from; at < to; at += pattern.length) {
		const room = to - at;
		TypedArrayPrototypeSet(
			target,
			room < pattern.length ? TypedArrayPrototypeSubarray(pattern, 0, room) : pattern,
			at
		);
	}
}
