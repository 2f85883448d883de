// The two Node.js modules amqplib stands on, with the functions of Buffer it needs taken at boot.

import { Buffer as NodeBuffer, type GuestBuffer } from '../node/buffer.ts';
import { ObjectGetPrototypeOf, ObjectSetPrototypeOf } from '../runtime/primordials.ts';

export { EventEmitter } from '../node/events.ts';

/* eslint-disable @typescript-eslint/unbound-method -- static functions of Buffer, which use no `this` */
const bufferPrototype: object = NodeBuffer.prototype;
const { alloc, from, byteLength, isBuffer: isBufferLike } = NodeBuffer;
/* eslint-enable @typescript-eslint/unbound-method */

/** True for a Buffer, also of a subclass; a plain Uint8Array is none. */
export function isBuffer(value: unknown): value is Uint8Array {
	return (
		typeof value === 'object' &&
		value !== null &&
		(ObjectGetPrototypeOf(value) === bufferPrototype || isBufferLike(value))
	);
}

/** Makes these bytes, which must be ours alone, a Buffer. */
export function asBuffer(bytes: Uint8Array): GuestBuffer {
	return ObjectSetPrototypeOf(bytes, bufferPrototype) as GuestBuffer;
}

interface UnsignedWrites {
	writeUInt16BE(value: number): number;
	writeUInt32BE(value: number): number;
}

/** Throws as Buffer does for a number that is not in the range of `bits` without a sign. */
export function checkUnsigned(value: number, bits: 16 | 32): void {
	const room = alloc(4) as GuestBuffer & UnsignedWrites;
	if (bits === 16) room.writeUInt16BE(value);
	else room.writeUInt32BE(value);
}

/** The bytes of a text in UTF-8. */
export function bufferOfText(text: string): GuestBuffer {
	return from(text);
}

/** Length of a text in bytes of UTF-8. */
export function utf8Length(text: string): number {
	return byteLength(text);
}
