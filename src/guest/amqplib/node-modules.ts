// The two Node.js modules amqplib stands on, with the functions of Buffer it needs taken at boot.

import { Buffer as NodeBuffer } from '../node/buffer.ts';
import { EventEmitter } from '../node/events.ts';
import { ObjectGetPrototypeOf } from '../runtime/primordials.ts';

export { EventEmitter };

type GuestBuffer = InstanceType<typeof NodeBuffer>;

const { from, alloc, byteLength } = NodeBuffer;
const bufferPrototype = NodeBuffer.prototype as object;
const isBufferLike = NodeBuffer.isBuffer;

/** True for a Buffer, also of a subclass; a plain Uint8Array is none. */
export function isBuffer(value: unknown): value is Uint8Array {
	return (
		typeof value === 'object' &&
		value !== null &&
		(ObjectGetPrototypeOf(value) === bufferPrototype || isBufferLike(value))
	);
}

/** A Buffer over the same bytes. */
export function bufferOver(bytes: Uint8Array): GuestBuffer {
	return from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A Buffer of zeros. */
export function zeroBuffer(length: number): GuestBuffer {
	return alloc(length);
}

/** The bytes of a text in UTF-8. */
export function bufferOfText(text: string): GuestBuffer {
	return from(text);
}

/** Length of a text in bytes of UTF-8. */
export function utf8Length(text: string): number {
	return byteLength(text);
}
