// TextEncoder and TextDecoder.
// Differs: TextDecoder knows utf-8, utf-16le and latin1 (windows-1252 reads as latin1).
// Source: the Encoding standard.

import { byteLengthUtf8, decodeUtf8, encodeUtf8 } from './buffer-encodings.ts';
import { codes } from './error-codes.ts';
import {
	ObjectCreate,
	StringPrototypeCharCodeAt,
	StringPrototypeSlice,
	StringPrototypeToLowerCase,
	StringPrototypeTrim,
	SymbolToStringTag,
	TypedArrayPrototypeSet,
	TypedArrayPrototypeSubarray,
	toText
} from './primordials.ts';
import { isAnyArrayBuffer, isArrayBufferView } from './value-kinds.ts';
import { Buffer } from './buffer.ts';

export class TextEncoder {
	get encoding(): string {
		return 'utf-8';
	}
	encode(text = ''): Uint8Array {
		return encodeUtf8(toText(text));
	}
	encodeInto(text: string, target: Uint8Array): { read: number; written: number } {
		const bytes = encodeUtf8(text);
		let written = bytes.length < target.length ? bytes.length : target.length;
		while (written > 0 && written < bytes.length && ((bytes[written] as number) & 0xc0) === 0x80)
			written -= 1;
		const part = TypedArrayPrototypeSubarray(bytes, 0, written);
		TypedArrayPrototypeSet(target, part);
		return { read: written === bytes.length ? text.length : decodeUtf8(part).length, written };
	}
	get [SymbolToStringTag](): string {
		return 'TextEncoder';
	}
}

const names = Object.assign(ObjectCreate(null) as object, {
	'utf-8': 'utf-8',
	utf8: 'utf-8',
	'unicode-1-1-utf-8': 'utf-8',
	'utf-16le': 'utf-16le',
	'utf-16': 'utf-16le',
	latin1: 'windows-1252',
	ascii: 'windows-1252',
	'iso-8859-1': 'windows-1252',
	'windows-1252': 'windows-1252'
}) as Record<string, string>;

export class TextDecoder {
	#encoding: string;
	#isFatal: boolean;
	#keepsMark: boolean;
	#rest: Uint8Array = new Uint8Array(0);
	#isMarkSeen = false;

	constructor(
		label = 'utf-8',
		options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean } = {}
	) {
		const encoding = names[StringPrototypeToLowerCase(StringPrototypeTrim(toText(label)))];
		if (encoding === undefined) throw new codes.ERR_ENCODING_NOT_SUPPORTED(label);
		this.#encoding = encoding;
		this.#isFatal = options.fatal === true;
		this.#keepsMark = options.ignoreBOM === true;
	}
	get encoding(): string {
		return this.#encoding;
	}
	get fatal(): boolean {
		return this.#isFatal;
	}
	get ignoreBOM(): boolean {
		return this.#keepsMark;
	}

	decode(input?: unknown, options: { readonly stream?: boolean } = {}): string {
		if (input !== undefined && !isAnyArrayBuffer(input) && !isArrayBufferView(input)) {
			throw new codes.ERR_INVALID_ARG_TYPE('list', ['ArrayBuffer', 'ArrayBufferView'], input);
		}
		const fresh = bytesOf(input);
		let bytes = fresh;
		if (this.#rest.length > 0) {
			bytes = new Uint8Array(this.#rest.length + fresh.length);
			TypedArrayPrototypeSet(bytes, this.#rest);
			TypedArrayPrototypeSet(bytes, fresh, this.#rest.length);
		}
		const kept = options.stream === true ? openTail(bytes, this.#encoding) : 0;
		const whole = TypedArrayPrototypeSubarray(bytes, 0, bytes.length - kept);
		this.#rest = new Uint8Array(TypedArrayPrototypeSubarray(bytes, bytes.length - kept));
		let text = this.#text(whole);
		if (!this.#keepsMark && !this.#isMarkSeen && StringPrototypeCharCodeAt(text, 0) === 0xfeff) {
			text = StringPrototypeSlice(text, 1);
		}
		this.#isMarkSeen = options.stream === true && (this.#isMarkSeen || text !== '');
		return text;
	}

	#text(bytes: Uint8Array): string {
		if (this.#encoding === 'utf-16le') return Buffer.from(bytes).toString('utf16le');
		if (this.#encoding === 'windows-1252') return Buffer.from(bytes).toString('latin1');
		const text = decodeUtf8(bytes);
		if (this.#isFatal && byteLengthUtf8(text) !== bytes.length) {
			throw new codes.ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding);
		}
		return text;
	}

	get [SymbolToStringTag](): string {
		return 'TextDecoder';
	}
}

function bytesOf(input: unknown): Uint8Array {
	if (input === undefined) return new Uint8Array(0);
	if (isAnyArrayBuffer(input)) return new Uint8Array(input as ArrayBuffer);
	const view = input as ArrayBufferView;
	return new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength);
}

/** How many bytes at the end begin a character that is not complete. */
export function openTail(bytes: Uint8Array, encoding: string): number {
	if (encoding === 'utf-16le') return bytes.length % 2;
	if (encoding !== 'utf-8') return 0;
	for (let back = 1; back <= 3 && back <= bytes.length; back++) {
		const byte = bytes[bytes.length - back] as number;
		if ((byte & 0xc0) === 0x80) continue;
		const needed = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
		return needed > back && byte < 0xf5 ? back : 0;
	}
	return 0;
}
