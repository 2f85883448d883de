// Primitives in and out of the guest's memory. quickjs-wasi passes every value as a pointer to an eight-byte box; here
// such boxes are read and written in place, because making an object per value costs more than the guest's own work, and
// so does every call into the engine.
// Source: quickjs.h of QuickJS-ng 0.17 (JS_NAN_BOXING on 32 bits): the upper word is the tag, the lower the payload;
// what has none of the tags is a double. test/sandbox/guest-memory.test.ts holds each form against the library's own.

import { decodeWtf8, keptLengthMax, keptText, plainText } from './guest-texts.ts';
import type { Exports, Machine } from './machine.ts';

/** A value that crosses the border. */
export type Primitive = string | number | boolean | null | undefined | Uint8Array;

const tagInt = 0;
const tagBool = 1;
const tagNull = 2;
const tagUndefined = 3;
const tagObject = -1;
const tagStringRope = -6;
const tagString = -7;

/** Places kept in every image for arguments and texts on their way in, and what never changes in one. */
export interface Scratch {
	/** Room for `argumentsMax` pointers. */
	readonly arguments: number;
	/** Room for as many boxes. */
	readonly boxes: number;
	/** Room for `textBytes` bytes. */
	readonly text: number;
	/** Room for one length. */
	readonly length: number;
	/** Boxes of the values that need none of their own. */
	readonly undefined: number;
	readonly null: number;
	readonly true: number;
	readonly false: number;
}

const argumentsMax = 1024;
const textBytes = 64 * 1024;
const keptBoxesMax = 512;

/** Texts with surrogates may hold lone ones, which only the library's own way keeps. */
const surrogate = /[\ud800-\udfff]/;
const encoder = new TextEncoder();

/** Makes the places; once, before the image is frozen. */
export function makeScratch(exports: Exports): Scratch {
	return {
		arguments: exports.wasm_malloc(argumentsMax * 4),
		boxes: exports.wasm_malloc(argumentsMax * 8),
		text: exports.wasm_malloc(textBytes),
		length: exports.wasm_malloc(4),
		undefined: exports.qjs_get_undefined(),
		null: exports.qjs_get_null(),
		true: exports.qjs_get_true(),
		false: exports.qjs_get_false()
	};
}

/** Reads and writes the boxes of one guest, in whichever machine it is. */
export class GuestMemory {
	readonly #scratch: Scratch;
	readonly #bytesClass: number;
	/** Boxed strings going in, by text. */
	readonly #boxes = new Map<string, number>();
	#machine: Machine;
	#exports: Exports;
	#words: Int32Array;
	#bytes: Uint8Array;

	/** @param bytesClass the engine's own number for the class of byte arrays */
	constructor(machine: Machine, scratch: Scratch, bytesClass: number) {
		this.#scratch = scratch;
		this.#bytesClass = bytesClass;
		this.#machine = machine;
		this.#exports = machine.exports;
		this.#words = new Int32Array(machine.exports.memory.buffer);
		this.#bytes = new Uint8Array(machine.exports.memory.buffer);
	}

	/** The guest is in a machine now, at the same addresses as before. */
	moveTo(machine: Machine): void {
		this.#machine = machine;
		this.#exports = machine.exports;
		this.#words = new Int32Array(machine.exports.memory.buffer);
		this.#bytes = new Uint8Array(machine.exports.memory.buffer);
	}

	/**
	 * Writes arguments as boxes and gives the list's place. Those to be freed after the call are added to `owned`; a list
	 * made for the occasion is freed by `releaseArguments`.
	 */
	putArguments(args: readonly Primitive[], more: readonly Primitive[], owned: number[]): number {
		const count = args.length + more.length;
		const list =
			count > argumentsMax ? this.#exports.wasm_malloc(count * 4) : this.#scratch.arguments;
		for (let index = 0; index < count; index++) {
			const value = index < args.length ? args[index] : more[index - args.length];
			const pointer =
				isSmallInteger(value) && index < argumentsMax
					? this.#boxInPlace(index, value)
					: this.#box(value, owned);
			this.#fresh();
			this.#words[(list >> 2) + index] = pointer;
		}
		return list;
	}

	/** Frees what `putArguments` made. */
	releaseArguments(list: number, owned: readonly number[]): void {
		for (const pointer of owned) this.#exports.qjs_free_value(pointer);
		if (list !== this.#scratch.arguments) this.#exports.wasm_free(list);
	}

	/** The pointers of an argument list the guest passed. */
	argumentPointer(list: number, index: number): number {
		this.#fresh();
		return this.#words[(list >> 2) + index] ?? 0;
	}

	/** Reads a box; undefined for a value that is no primitive and no byte array (see `isPassable`). */
	read(pointer: number): Primitive {
		this.#fresh();
		const payload = this.#words[pointer >> 2] ?? 0;
		switch (this.#words[(pointer >> 2) + 1]) {
			case tagInt:
				return payload;
			case tagBool:
				return payload !== 0;
			case tagNull:
				return null;
			case tagUndefined:
				return undefined;
			case tagString:
				return plainText(this.#words, this.#bytes, payload) ?? this.#readText(pointer);
			case tagStringRope:
				return this.#readText(pointer);
			case tagObject:
				return this.#readBytes(pointer);
			default:
				return this.#exports.qjs_is_number(pointer) !== 0
					? this.#exports.qjs_get_float64(pointer)
					: undefined;
		}
	}

	/** True for what `read` understands. */
	isPassable(pointer: number): boolean {
		this.#fresh();
		const tag = this.#words[(pointer >> 2) + 1];
		if (tag === tagObject) return this.#exports.qjs_get_class_id(pointer) === this.#bytesClass;
		return tag === tagString || tag === tagStringRope || tag === undefined || !isHeapTag(tag);
	}

	/** True for a box that holds `true`. */
	isTrue(pointer: number): boolean {
		this.#fresh();
		return this.#words[(pointer >> 2) + 1] === tagBool && this.#words[pointer >> 2] !== 0;
	}

	/** True when a call's result may be the mark of an exception. */
	mayBeException(pointer: number): boolean {
		this.#fresh();
		const tag = this.#words[(pointer >> 2) + 1];
		return tag !== tagUndefined && tag !== tagBool;
	}

	/** A new box for a value, which goes over to the guest. */
	newBox(value: Primitive): number {
		switch (typeof value) {
			case 'string':
				return this.#newText(value);
			case 'number':
				return this.#exports.qjs_new_number(value);
			case 'boolean':
				return value ? this.#exports.qjs_get_true() : this.#exports.qjs_get_false();
			case 'undefined':
				return this.#exports.qjs_get_undefined();
			default:
				return value === null ? this.#exports.qjs_get_null() : this.#newBytes(value);
		}
	}

	/** A short text at a place in memory, e.g. the name of a host function. */
	textAt(start: number, length: number): string {
		this.#fresh();
		return keptText(this.#bytes, start, length) ?? this.#decode(start, length);
	}

	#box(value: Primitive, owned: number[]): number {
		switch (typeof value) {
			case 'string':
				return this.#boxText(value, owned);
			case 'number': {
				const pointer = this.#exports.qjs_new_number(value);
				owned.push(pointer);
				return pointer;
			}
			case 'boolean':
				return value ? this.#scratch.true : this.#scratch.false;
			case 'undefined':
				return this.#scratch.undefined;
			default: {
				if (value === null) return this.#scratch.null;
				const pointer = this.#newBytes(value);
				owned.push(pointer);
				return pointer;
			}
		}
	}

	/** The box kept for an argument's place, with a whole number in it. */
	#boxInPlace(index: number, value: number): number {
		const pointer = this.#scratch.boxes + index * 8;
		this.#fresh();
		this.#words[pointer >> 2] = value;
		this.#words[(pointer >> 2) + 1] = tagInt;
		return pointer;
	}

	#boxText(text: string, owned: number[]): number {
		if (text.length > keptLengthMax) {
			const pointer = this.#newText(text);
			owned.push(pointer);
			return pointer;
		}
		let pointer = this.#boxes.get(text);
		if (pointer !== undefined) return pointer;
		if (this.#boxes.size >= keptBoxesMax) {
			// Those of this very call stay valid until it is over.
			for (const old of this.#boxes.values()) owned.push(old);
			this.#boxes.clear();
		}
		pointer = this.#newText(text);
		this.#boxes.set(text, pointer);
		return pointer;
	}

	#newText(text: string): number {
		if (text.length * 3 > textBytes) return this.#machine.vm.newString(text).ptr;
		this.#fresh();
		const bytes = this.#bytes;
		const start = this.#scratch.text;
		let length = 0;
		if (text.length <= 64) {
			for (; length < text.length; length++) {
				const unit = text.charCodeAt(length);
				if (unit > 127) break;
				bytes[start + length] = unit;
			}
		}
		if (length < text.length) {
			if (surrogate.test(text)) return this.#machine.vm.newString(text).ptr;
			length = encoder.encodeInto(text, bytes.subarray(start, start + textBytes)).written;
		}
		return this.#exports.qjs_new_string(start, length);
	}

	#newBytes(bytes: Uint8Array): number {
		if (bytes.length > textBytes) return this.#machine.vm.newUint8Array(bytes).ptr;
		this.#fresh();
		this.#bytes.set(bytes, this.#scratch.text);
		return this.#exports.qjs_new_uint8_array(this.#scratch.text, bytes.length);
	}

	#readText(pointer: number): string {
		const exports = this.#exports;
		const start = exports.qjs_get_string_len(pointer, this.#scratch.length);
		if (start === 0) return '';
		this.#fresh();
		const length = this.#words[this.#scratch.length >> 2] ?? 0;
		const text = this.#decode(start, length);
		exports.qjs_free_cstring(start);
		return text;
	}

	#decode(start: number, length: number): string {
		return decodeWtf8(this.#bytes.subarray(start, start + length));
	}

	#readBytes(pointer: number): Uint8Array | undefined {
		const exports = this.#exports;
		if (exports.qjs_get_class_id(pointer) !== this.#bytesClass) return undefined;
		// Three lengths next to each other in the text's place, which is free now.
		const at = this.#scratch.text;
		const buffer = exports.qjs_get_typed_array_buffer(pointer, at, at + 4, at + 8);
		const data = exports.qjs_get_array_buffer(buffer, at + 12);
		this.#fresh();
		const offset = this.#words[at >> 2] ?? 0;
		const length = this.#words[(at >> 2) + 1] ?? 0;
		const bytes =
			data === 0 ? new Uint8Array(0) : this.#bytes.slice(data + offset, data + offset + length);
		exports.qjs_free_value(buffer);
		return bytes;
	}

	/** Growing the memory detaches the views. */
	#fresh(): void {
		if (this.#bytes.length === 0) {
			this.#words = new Int32Array(this.#exports.memory.buffer);
			this.#bytes = new Uint8Array(this.#exports.memory.buffer);
		}
	}
}

/** True for numbers the engine itself keeps as whole ones of 32 bits. */
function isSmallInteger(value: Primitive): value is number {
	return typeof value === 'number' && (value | 0) === value && !Object.is(value, -0);
}

function isHeapTag(tag: number): boolean {
	return tag < 0 && tag >= -9;
}
