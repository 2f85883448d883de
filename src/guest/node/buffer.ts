// The class Buffer and the module buffer.
// Buffer can be called without `new`, so it is a function; it shares its prototype with the class of the bytes.

import { BufferBytes, bufferPrototype, isBuffer, zeros, type GuestBuffer } from './buffer-bytes.ts';
import * as create from './buffer-create.ts';
import * as encodings from './buffer-encodings.ts';
import { fill } from './buffer-fill.ts';
import { atob, btoa, isAscii, isUtf8, transcode } from './buffer-functions.ts';
import * as methods from './buffer-methods.ts';
import { numberMethods } from './buffer-numbers.ts';
import { customInspectSymbol } from './custom-inspect.ts';
import { constants as filters, getOwnNonIndexProperties } from './engine-details.ts';
import { codes } from './error-codes.ts';
import {
	ObjectAssign,
	ObjectCreate,
	ObjectDefineProperties,
	ObjectDefineProperty,
	ObjectGetOwnPropertyDescriptors,
	ObjectSetPrototypeOf,
	ReflectApply,
	StringPrototypeSlice
} from './primordials.ts';
import { emitWarning } from './process-warnings.ts';
import { validateNumber } from './validators.ts';
import { inspect, type InspectOptions } from './inspect.ts';

export type { GuestBuffer };

let isWarned = false;

/** The old constructor: a number makes zeros, anything else is as `Buffer.from`. */
function makeBuffer(value: unknown, encodingOrOffset?: unknown, length?: unknown): GuestBuffer {
	if (!isWarned) {
		isWarned = true;
		emitWarning(
			'Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), Buffer.allocUnsafe(), or Buffer.from() methods instead.',
			'DeprecationWarning',
			'DEP0005'
		);
	}
	if (typeof value !== 'number') return create.from(value, encodingOrOffset, length);
	if (typeof encodingOrOffset === 'string') {
		throw new codes.ERR_INVALID_ARG_TYPE('string', 'string', value);
	}
	return create.alloc(value);
}

interface BufferClass {
	readonly prototype: GuestBuffer;
	from(value: unknown, encodingOrOffset?: unknown, length?: number): GuestBuffer;
	alloc(size: number, fill?: unknown, encoding?: string): GuestBuffer;
	allocUnsafe(size: number): GuestBuffer;
	concat(list: readonly Uint8Array[], length?: number): GuestBuffer;
	isBuffer(value: unknown): value is GuestBuffer;
	byteLength(text: unknown, encoding?: string): number;
	poolSize: number;
}

// Inside another function it may bear the name that the global has.
export const Buffer = makeBuffer as unknown as BufferClass;
ObjectDefineProperties(makeBuffer, {
	name: { value: 'Buffer', configurable: true },
	length: { value: 3, configurable: true },
	prototype: { value: bufferPrototype, writable: true, enumerable: false }
});
ObjectSetPrototypeOf(makeBuffer, Uint8Array);
ObjectAssign(makeBuffer, {
	poolSize: 8192,
	from: create.from,
	copyBytesFrom: create.copyBytesFrom,
	of: create.of,
	alloc: create.alloc,
	allocUnsafe: create.allocUnsafe,
	allocUnsafeSlow: create.allocUnsafeSlow,
	isBuffer,
	compare: create.compare,
	isEncoding: create.isEncoding,
	concat: create.concat,
	byteLength: create.byteLength
});
ObjectDefineProperty(makeBuffer, Symbol.species, { get: () => BufferBytes, configurable: true });

ObjectDefineProperty(bufferPrototype, 'constructor', {
	value: makeBuffer,
	writable: true,
	enumerable: false,
	configurable: true
});
ObjectAssign(bufferPrototype, numberMethods, {
	asciiSlice: encodings.asciiSlice,
	base64Slice: encodings.base64Slice,
	base64urlSlice: encodings.base64urlSlice,
	latin1Slice: encodings.latin1Slice,
	hexSlice: encodings.hexSlice,
	ucs2Slice: encodings.ucs2Slice,
	utf8Slice: encodings.utf8Slice,
	asciiWrite: encodings.asciiWrite,
	base64Write: encodings.base64Write,
	base64urlWrite: encodings.base64urlWrite,
	latin1Write: encodings.latin1Write,
	hexWrite: encodings.hexWrite,
	ucs2Write: encodings.ucs2Write,
	utf8Write: encodings.utf8Write
});
ObjectDefineProperties(bufferPrototype, ObjectGetOwnPropertyDescriptors(methods.oldProperties));
ObjectAssign(bufferPrototype, {
	copy: methods.copy,
	toString: methods.toString,
	equals: methods.equals,
	inspect: inspectBuffer,
	compare: methods.compare,
	indexOf: methods.indexOf,
	lastIndexOf: methods.lastIndexOf,
	includes: methods.includes,
	fill,
	write: methods.write,
	toJSON: methods.toJSON,
	subarray: methods.subarray,
	slice: methods.slice,
	swap16: methods.swap16,
	swap32: methods.swap32,
	swap64: methods.swap64,
	toLocaleString: methods.toString,
	[customInspectSymbol]: inspectBuffer
});
ObjectDefineProperty(inspectBuffer, 'name', { value: 'inspect', configurable: true });

/** `<Buffer 68 69>`: the first bytes, how many more there are, and properties a program added. */
function inspectBuffer(
	this: Uint8Array & { constructor: { name: string } },
	_depth: unknown,
	context?: InspectOptions
): string {
	const max = bufferModule.INSPECT_MAX_BYTES;
	const shown = this.length < max ? this.length : max;
	const digits: string = ReflectApply(encodings.hexSlice, this, [0, shown]);
	let text = '';
	for (let at = 0; at < digits.length; at += 2) {
		text += `${at === 0 ? '' : ' '}${StringPrototypeSlice(digits, at, at + 2)}`;
	}
	const more = this.length - shown;
	if (more > 0) text += ` ... ${more} more byte${more > 1 ? 's' : ''}`;
	if (context !== undefined) text += describeExtras(this, context);
	return `<${this.constructor.name} ${text}>`;
}

/** Own properties that are no bytes, as in an object without its braces. */
function describeExtras(bytes: Uint8Array, context: InspectOptions): string {
	const filter = context.showHidden === true ? filters.ALL_PROPERTIES : filters.ONLY_ENUMERABLE;
	const keys = getOwnNonIndexProperties(bytes, filter);
	if (keys.length === 0) return '';
	const extras = ObjectCreate(null) as Record<PropertyKey, unknown>;
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as PropertyKey;
		extras[key] = (bytes as unknown as Record<PropertyKey, unknown>)[key];
	}
	const shown = inspect(extras, { ...context, breakLength: Infinity, compact: true });
	const brace = '[Object: null prototype] {'.length;
	const inside = StringPrototypeSlice(shown, brace + 1, shown.length - 2);
	return `${bytes.length === 0 ? '' : ', '}${inside}`;
}

/** The oldest way to zeros outside the pool. */
function SlowBuffer(size: number): GuestBuffer {
	validateNumber(size, 'size', 0, encodings.kMaxLength);
	return zeros(size);
}

export const bufferModule = {
	Buffer,
	SlowBuffer,
	transcode,
	isUtf8,
	isAscii,
	kMaxLength: encodings.kMaxLength,
	kStringMaxLength: encodings.kStringMaxLength,
	btoa,
	atob,
	constants: {
		MAX_LENGTH: encodings.kMaxLength,
		MAX_STRING_LENGTH: encodings.kStringMaxLength
	},
	INSPECT_MAX_BYTES: 50
};

export { atob, btoa };
