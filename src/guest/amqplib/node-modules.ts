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
	writeUInt8(value: number): number;
	writeBigUInt64BE(value: bigint): number;
}

const toBigInt = BigInt;
const firstTooLarge = { 8: 256, 16: 65536, 32: 4294967296, 64: 18446744073709551616 } as const;

/** Throws as Buffer does for a number that is not in the range of `bits` without a sign; 64 bits are whole numbers only. */
export function checkUnsigned(value: number, bits: 8 | 16 | 32 | 64): void {
	// Nearly all are: then no Buffer is needed.
	if (value >= 0 && value < firstTooLarge[bits] && value % 1 === 0) return;
	if (bits === 64 && value % 1 !== 0) {
		throw new RangeError(
			`The number ${value} cannot be converted to a BigInt because it is not an integer`
		);
	}
	const room = alloc(8) as GuestBuffer & UnsignedWrites;
	if (bits === 8) room.writeUInt8(value);
	else if (bits === 16) room.writeUInt16BE(value);
	else if (bits === 32) room.writeUInt32BE(value);
	else room.writeBigUInt64BE(toBigInt(value));
}

/** The bytes of a text in UTF-8. */
export function bufferOfText(text: string): GuestBuffer {
	return from(text);
}

/** Length of a text in bytes of UTF-8. */
export function utf8Length(text: string): number {
	return byteLength(text);
}
