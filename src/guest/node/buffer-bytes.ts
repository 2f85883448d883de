// What every Buffer is: a Uint8Array with the prototype of Buffer.

import {
	ArrayBufferPrototypeGetByteLength,
	FunctionPrototypeSymbolHasInstance,
	ObjectSetPrototypeOf,
	TypedArrayPrototypeSet,
	Uint8ArrayConstructor
} from './primordials.ts';

/** Buffers as the guest's own libraries use them. */
export interface GuestBuffer extends Uint8Array {
	toString(encoding?: string, start?: number, end?: number): string;
	write(text: string, offset?: number, length?: number, encoding?: string): number;
	equals(other: Uint8Array): boolean;
}

/** What the methods of typed arrays make copies of a Buffer with; never called by a program under this name. */
export class BufferBytes extends Uint8ArrayConstructor {}

/** `Buffer.prototype`. */
export const bufferPrototype = BufferBytes.prototype as object as GuestBuffer;

/** Makes these bytes, which must be ours alone, a Buffer. Quicker than to construct one. */
export function asBuffer(bytes: Uint8Array): GuestBuffer {
	return ObjectSetPrototypeOf(bytes, bufferPrototype) as GuestBuffer;
}

/** True for a Buffer, also of a subclass; a plain Uint8Array is none. */
export function isBuffer(value: unknown): value is GuestBuffer {
	return FunctionPrototypeSymbolHasInstance(BufferBytes, value);
}

/** A Buffer of zeros. */
export function zeros(size: number): GuestBuffer {
	return asBuffer(new Uint8ArrayConstructor(size));
}

/** A Buffer of its own with the numbers of a list, each cut to a byte. */
export function copyOf(list: ArrayLike<unknown>): GuestBuffer {
	const { length } = list;
	if (length <= 0) return zeros(0);
	const bytes = zeros(length);
	TypedArrayPrototypeSet(bytes, list as ArrayLike<number>);
	return bytes;
}

/** A Buffer over the memory of part of an ArrayBuffer. */
export function viewOf(memory: ArrayBufferLike, offset: number, length: number): GuestBuffer {
	return asBuffer(new Uint8ArrayConstructor(memory, offset, length));
}

/** Bytes in an ArrayBuffer. */
export function memorySize(memory: unknown): number {
	return ArrayBufferPrototypeGetByteLength(memory);
}
