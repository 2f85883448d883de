// The functions of the module buffer that are no methods: atob, btoa, transcode, isUtf8, isAscii.

import { asBuffer, type GuestBuffer } from './buffer-bytes.ts';
import {
	atob as decode,
	btoa as encode,
	decodeUtf8,
	encodeText,
	isAsciiBytes,
	isUtf8Bytes,
	latin1Slice,
	ucs2Slice
} from './buffer-encodings.ts';
import { encodingNamed } from './encoding-names.ts';
import { DOMException } from './engine-globals.ts';
import { codes, genericNodeError } from './error-codes.ts';
import {
	ReflectApply,
	RegExpPrototypeExec,
	StringFromCodePoint,
	StringPrototypeCodePointAt,
	toText
} from './primordials.ts';
import { isAnyArrayBuffer, isTypedArray, isUint8Array } from './value-kinds.ts';

export function atob(...given: unknown[]): string {
	if (given.length === 0) throw new codes.ERR_MISSING_ARGS('input');
	const text = decode(toText(given[0]));
	if (typeof text === 'string') return text;
	throw new DOMException(
		text === -1 ? 'The string to be decoded is not correctly encoded.' : 'Invalid character',
		'InvalidCharacterError'
	);
}

export function btoa(...given: unknown[]): string {
	if (given.length === 0) throw new codes.ERR_MISSING_ARGS('input');
	const text = encode(toText(given[0]));
	if (typeof text === 'string') return text;
	throw new DOMException('Invalid character', 'InvalidCharacterError');
}

function needBytes(input: unknown): ArrayBuffer | ArrayBufferView {
	if (isTypedArray(input) || isAnyArrayBuffer(input)) return input as ArrayBuffer;
	throw new codes.ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
}

export function isUtf8(input: unknown): boolean {
	return isUtf8Bytes(needBytes(input));
}

export function isAscii(input: unknown): boolean {
	return isAsciiBytes(needBytes(input));
}

/** Bytes of a text in another encoding; what that one cannot say becomes `?`. */
export function transcode(source: unknown, from: unknown, to: unknown): GuestBuffer {
	if (!isUint8Array(source)) {
		throw new codes.ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
	}
	const text = textOf(source, encodingNamed(from));
	const target = encodingNamed(to);
	if (text === undefined) throw refused();
	switch (target) {
		case 'utf8':
		case 'utf16le':
			return asBuffer(encodeText(text, target));
		case 'latin1':
			return asBuffer(encodeText(limited(text, 0xff), target));
		case 'ascii':
			return asBuffer(encodeText(limited(text, 0x7f), 'latin1'));
		default:
			throw refused();
	}
}

function textOf(bytes: Uint8Array, encoding: string | undefined): string | undefined {
	switch (encoding) {
		case 'utf8':
			return decodeUtf8(bytes);
		case 'utf16le':
			return ReflectApply(ucs2Slice, bytes, []);
		case 'latin1':
			return ReflectApply(latin1Slice, bytes, []);
		case 'ascii':
			return replaceAbove(ReflectApply(latin1Slice, bytes, []), 0x7f, '\ufffd');
		default:
			return undefined;
	}
}

function limited(text: string, max: number): string {
	return RegExpPrototypeExec(/[^\0-\x7f]/, text) === null ? text : replaceAbove(text, max, '?');
}

function replaceAbove(text: string, max: number, replacement: string): string {
	let result = '';
	for (let index = 0; index < text.length; index++) {
		const point = StringPrototypeCodePointAt(text, index) as number;
		result += point > max ? replacement : StringFromCodePoint(point);
		if (point > 0xffff) index += 1;
	}
	return result;
}

function refused(): Error {
	const code = 'U_ILLEGAL_ARGUMENT_ERROR';
	return genericNodeError(`Unable to transcode Buffer [${code}]`, { code, errno: 1 });
}
