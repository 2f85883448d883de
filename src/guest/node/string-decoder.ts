// The module string_decoder: text from bytes that arrive in pieces.
// Source: Node.js v20 lib/string_decoder.js and src/string_decoder.cc.

import { codes } from './error-codes.ts';
import { TypedArrayPrototypeSubarray } from './primordials.ts';
import { openTail } from './text-encoding.ts';
import { isArrayBufferView } from './value-kinds.ts';
import { Buffer, type GuestBuffer } from './buffer.ts';
import { normalizeEncoding } from './encoding-names.ts';

/** Decodes pieces; a character that is cut waits for its rest. */
export class StringDecoder {
	encoding: string;
	#rest: Uint8Array = new Uint8Array(0);

	constructor(encoding?: string) {
		const name = normalizeEncoding(encoding);
		if (name === undefined) throw new codes.ERR_UNKNOWN_ENCODING(String(encoding));
		this.encoding = name;
	}

	/** The text that is complete with this piece. */
	write(piece: unknown): string {
		if (typeof piece === 'string') return piece;
		if (!isArrayBufferView(piece)) {
			throw new codes.ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], piece);
		}
		const view = piece as ArrayBufferView;
		const fresh = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
		const bytes = this.#rest.length === 0 ? fresh : Buffer.concat([this.#rest, fresh]);
		const kept = this.#openTail(bytes);
		this.#rest = Buffer.from(TypedArrayPrototypeSubarray(bytes, bytes.length - kept));
		return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length - kept).toString(this.encoding);
	}

	/** What is left: a cut character reads as U+FFFD. */
	end(piece?: unknown): string {
		const text = piece === undefined ? '' : this.write(piece);
		const rest = this.#rest as GuestBuffer;
		this.#rest = Buffer.alloc(0);
		return rest.length === 0 ? text : text + rest.toString(this.encoding);
	}

	#openTail(bytes: Uint8Array): number {
		switch (this.encoding) {
			case 'utf8':
				return openTail(bytes, 'utf-8');
			case 'utf16le': {
				const odd = bytes.length % 2;
				const last = bytes[bytes.length - odd - 1];
				const isHighSurrogate = last !== undefined && last >= 0xd8 && last <= 0xdb;
				return isHighSurrogate ? odd + 2 : odd;
			}
			case 'base64':
			case 'base64url':
				return bytes.length % 3;
			default:
				return 0;
		}
	}
}
