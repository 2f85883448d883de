// The language's own functions, taken when the guest libraries load, so that a program that changes
// a prototype or JSON breaks only itself. Methods are uncurried: the receiver comes first.
/* eslint-disable @typescript-eslint/unbound-method -- taking methods off their prototypes is this file's purpose */

type Method = (this: never, ...args: never[]) => unknown;
const { bind, call } = Function.prototype;
const uncurry = bind.bind(call) as unknown as (method: Method) => unknown;

export const reflectApply = Reflect.apply as <R>(
	target: (...args: never[]) => R,
	self: unknown,
	args: ArrayLike<unknown>
) => R;
export const reflectConstruct = Reflect.construct;
export const reflectOwnKeys = Reflect.ownKeys;

export const {
	assign: objectAssign,
	create: objectCreate,
	defineProperty,
	defineProperties,
	entries: objectEntries,
	freeze: objectFreeze,
	getOwnPropertyDescriptor,
	getOwnPropertyDescriptors,
	getOwnPropertyNames,
	getOwnPropertySymbols,
	getPrototypeOf,
	is: objectIs,
	keys: objectKeys,
	setPrototypeOf
} = Object;
export const objectHasOwn = uncurry(Object.prototype.hasOwnProperty) as (
	object: object,
	key: PropertyKey
) => boolean;
export const propertyIsEnumerable = uncurry(Object.prototype.propertyIsEnumerable) as (
	object: object,
	key: PropertyKey
) => boolean;
export const objectToString = uncurry(Object.prototype.toString) as (value: unknown) => string;

export const arrayIsArray = Array.isArray as (value: unknown) => value is unknown[];
export const arrayPush = uncurry(Array.prototype.push) as <T>(list: T[], item: T) => number;
export const arrayUnshift = uncurry(Array.prototype.unshift) as <T>(list: T[], item: T) => number;
export const arrayShift = uncurry(Array.prototype.shift) as <T>(list: T[]) => T | undefined;
export const arrayPop = uncurry(Array.prototype.pop) as <T>(list: T[]) => T | undefined;
export const arraySlice = uncurry(Array.prototype.slice) as <T>(
	list: ArrayLike<T>,
	start?: number,
	end?: number
) => T[];
export const arraySplice = uncurry(Array.prototype.splice) as <T>(
	list: T[],
	start: number,
	count: number
) => T[];
export const arrayJoin = uncurry(Array.prototype.join) as (
	list: readonly unknown[],
	separator: string
) => string;
export const arrayIndexOf = uncurry(Array.prototype.indexOf) as (
	list: readonly unknown[],
	item: unknown
) => number;
export const arrayIncludes = uncurry(Array.prototype.includes) as (
	list: readonly unknown[],
	item: unknown
) => boolean;
export const arrayMap = uncurry(Array.prototype.map) as <T, U>(
	list: readonly T[],
	change: (item: T, index: number) => U
) => U[];
export const arrayFilter = uncurry(Array.prototype.filter) as <T>(
	list: readonly T[],
	keep: (item: T) => boolean
) => T[];
export const arrayReverse = uncurry(Array.prototype.reverse) as <T>(list: T[]) => T[];
export const arraySort = uncurry(Array.prototype.sort) as <T>(
	list: T[],
	order?: (a: T, b: T) => number
) => T[];

export const stringCharCodeAt = uncurry(String.prototype.charCodeAt) as (
	text: string,
	index: number
) => number;
export const stringCodePointAt = uncurry(String.prototype.codePointAt) as (
	text: string,
	index: number
) => number | undefined;
export const stringEndsWith = uncurry(String.prototype.endsWith) as (
	text: string,
	end: string
) => boolean;
export const stringIncludes = uncurry(String.prototype.includes) as (
	text: string,
	part: string
) => boolean;
export const stringIndexOf = uncurry(String.prototype.indexOf) as (
	text: string,
	part: string,
	from?: number
) => number;
export const stringLastIndexOf = uncurry(String.prototype.lastIndexOf) as (
	text: string,
	part: string
) => number;
export const stringPadEnd = uncurry(String.prototype.padEnd) as (
	text: string,
	length: number,
	fill?: string
) => string;
export const stringPadStart = uncurry(String.prototype.padStart) as (
	text: string,
	length: number,
	fill?: string
) => string;
export const stringRepeat = uncurry(String.prototype.repeat) as (
	text: string,
	count: number
) => string;
export const stringSlice = uncurry(String.prototype.slice) as (
	text: string,
	start: number,
	end?: number
) => string;
export const stringStartsWith = uncurry(String.prototype.startsWith) as (
	text: string,
	start: string
) => boolean;
export const stringToLowerCase = uncurry(String.prototype.toLowerCase) as (text: string) => string;
export const stringToUpperCase = uncurry(String.prototype.toUpperCase) as (text: string) => string;
export const stringTrim = uncurry(String.prototype.trim) as (text: string) => string;
export const stringFromCharCode = String.fromCharCode;
export const stringFromCodePoint = String.fromCodePoint;

/** Splits at a fixed text; the language's own split would ask the separator's `Symbol.split`. */
export function stringSplit(text: string, separator: string): string[] {
	const parts: string[] = [];
	let from = 0;
	for (;;) {
		const at = stringIndexOf(text, separator, from);
		if (at === -1) break;
		parts[parts.length] = stringSlice(text, from, at);
		from = at + separator.length;
	}
	parts[parts.length] = stringSlice(text, from);
	return parts;
}

/** Replaces every occurrence of a fixed text. */
export function stringReplaceAll(text: string, part: string, replacement: string): string {
	if (stringIndexOf(text, part) === -1) return text;
	return arrayJoin(stringSplit(text, part), replacement);
}

export const numberToFixed = uncurry(Number.prototype.toFixed) as (
	value: number,
	digits: number
) => string;
export const numberToString = uncurry(Number.prototype.toString) as (
	value: number,
	radix?: number
) => string;
export const numberIsInteger = Number.isInteger as (value: unknown) => value is number;
export const numberIsNaN = Number.isNaN;
export const numberIsFinite = Number.isFinite;

const execute = uncurry(RegExp.prototype.exec) as (
	pattern: RegExp,
	text: string
) => RegExpExecArray | null;
/** One match from the start of the text, whatever the pattern's flags remember. */
export function regexpExec(pattern: RegExp, text: string): RegExpExecArray | null {
	pattern.lastIndex = 0;
	return execute(pattern, text);
}

export const mapGet = uncurry(Map.prototype.get) as <K, V>(map: Map<K, V>, key: K) => V | undefined;
export const mapSet = uncurry(Map.prototype.set) as <K, V>(
	map: Map<K, V>,
	key: K,
	value: V
) => Map<K, V>;
export const mapHas = uncurry(Map.prototype.has) as <K>(map: Map<K, unknown>, key: K) => boolean;
export const mapDelete = uncurry(Map.prototype.delete) as <K>(
	map: Map<K, unknown>,
	key: K
) => boolean;
export const mapForEach = uncurry(Map.prototype.forEach) as <K, V>(
	map: Map<K, V>,
	visit: (value: V, key: K) => void
) => void;
export const setHas = uncurry(Set.prototype.has) as <T>(set: Set<T>, item: T) => boolean;
export const setAdd = uncurry(Set.prototype.add) as <T>(set: Set<T>, item: T) => Set<T>;
export const setDelete = uncurry(Set.prototype.delete) as <T>(set: Set<T>, item: T) => boolean;
export const setForEach = uncurry(Set.prototype.forEach) as <T>(
	set: Set<T>,
	visit: (item: T) => void
) => void;
export const weakMapGet = uncurry(WeakMap.prototype.get) as <K extends WeakKey, V>(
	map: WeakMap<K, V>,
	key: K
) => V | undefined;
export const weakMapSet = uncurry(WeakMap.prototype.set) as <K extends WeakKey, V>(
	map: WeakMap<K, V>,
	key: K,
	value: V
) => WeakMap<K, V>;

const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
function typedArrayGetter(name: string | symbol): (value: unknown) => unknown {
	const getter = Object.getOwnPropertyDescriptor(TypedArrayPrototype, name)?.get;
	return uncurry(getter as Method) as (value: unknown) => unknown;
}
/** The kind of a typed array by its slot ('Uint8Array', ...), undefined for anything else. */
export const typedArrayKind = typedArrayGetter(Symbol.toStringTag) as (
	value: unknown
) => string | undefined;
export const typedArrayBuffer = typedArrayGetter('buffer') as (value: unknown) => ArrayBuffer;
export const typedArrayByteOffset = typedArrayGetter('byteOffset') as (value: unknown) => number;
export const typedArrayByteLength = typedArrayGetter('byteLength') as (value: unknown) => number;
export const typedArraySet = uncurry(Uint8Array.prototype.set) as (
	target: Uint8Array,
	source: ArrayLike<number>,
	offset?: number
) => void;
export const typedArrayFill = uncurry(Uint8Array.prototype.fill) as (
	target: Uint8Array,
	value: number,
	start?: number,
	end?: number
) => Uint8Array;
export const typedArraySubarray = uncurry(Uint8Array.prototype.subarray) as (
	source: Uint8Array,
	start?: number,
	end?: number
) => Uint8Array;
const arrayBufferLength = uncurry(
	Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')?.get as Method
) as (value: unknown) => number;
/** The length of an ArrayBuffer by its slot; undefined for anything else. */
export function arrayBufferByteLength(value: unknown): number | undefined {
	try {
		return arrayBufferLength(value);
	} catch {
		return undefined;
	}
}

export const promiseThen = uncurry(Promise.prototype.then) as <T, R>(
	promise: Promise<T>,
	onFulfilled?: ((value: T) => R) | null,
	onRejected?: (reason: unknown) => R
) => Promise<R>;

export const jsonStringify = JSON.stringify as (value: unknown) => string | undefined;
export const jsonParse = JSON.parse as (text: string) => unknown;
export const mathFloor = Math.floor;
export const mathMax = Math.max;
export const mathMin = Math.min;
export const mathTrunc = Math.trunc;
export const mathAbs = Math.abs;
export const functionBind = uncurry(Function.prototype.bind) as <F>(
	target: F,
	self: unknown
) => F;
export const functionToString = uncurry(Function.prototype.toString) as (target: unknown) => string;
export const symbolToString = uncurry(Symbol.prototype.toString) as (symbol: symbol) => string;
