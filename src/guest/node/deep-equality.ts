// Whether two values are deeply equal: loosely as assert.deepEqual says, or strictly as assert.deepStrictEqual and
// util.isDeepStrictEqual.

import { compareBytes } from './buffer-search.ts';
import { constants, getOwnNonIndexProperties } from './engine-details.ts';
import { unorderedEqual } from './deep-equality-collections.ts';
import {
	ArrayIsArray,
	BigIntPrototypeValueOf,
	BooleanPrototypeValueOf,
	DatePrototypeGetTime,
	MapPrototypeDelete,
	MapPrototypeGet,
	MapPrototypeSet,
	NumberPrototypeValueOf,
	ObjectGetPrototypeOf,
	ObjectIs,
	ObjectKeys,
	ObjectPrototypeHasOwnProperty,
	ObjectPrototypePropertyIsEnumerable,
	ObjectPrototypeToString,
	RegExpPrototypeGetFlags,
	RegExpPrototypeGetSource,
	StringPrototypeValueOf,
	SymbolPrototypeValueOf,
	TypedArrayPrototypeGetSymbolToStringTag,
	Uint8ArrayConstructor
} from './primordials.ts';
import * as kinds from './value-kinds.ts';

type Fields = Record<PropertyKey, unknown>;

/** One comparison: how strict it is, and the objects on both sides that are being compared, by their depth. */
export interface Comparison {
	readonly isStrict: boolean;
	readonly left: Map<unknown, number>;
	readonly right: Map<unknown, number>;
	depth: number;
}

export function isDeepStrictEqual(a: unknown, b: unknown): boolean {
	return deepEqual({ isStrict: true, left: new Map(), right: new Map(), depth: 0 }, a, b);
}

export function isDeepEqual(a: unknown, b: unknown): boolean {
	return deepEqual({ isStrict: false, left: new Map(), right: new Map(), depth: 0 }, a, b);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The same as part of a comparison that is under way. */
export function deepEqual(run: Comparison, a: unknown, b: unknown): boolean {
	if (a === b) return run.isStrict ? ObjectIs(a, b) : true;
	if (!isObject(a) || !isObject(b)) {
		if (ObjectIs(a, b)) return true;
		// eslint-disable-next-line eqeqeq -- what loose means
		return !run.isStrict && !isObject(a) && !isObject(b) && a == b;
	}
	if (run.isStrict && ObjectGetPrototypeOf(a) !== ObjectGetPrototypeOf(b)) return false;
	if (ObjectPrototypeToString(a) !== ObjectPrototypeToString(b)) return false;
	if (ArrayIsArray(a) !== ArrayIsArray(b)) return false;
	return sameInside(run, a, b) && sameFields(run, a, b);
}

/** Whether what the kind of the objects holds besides properties is equal. */
function sameInside(run: Comparison, a: object, b: object): boolean {
	if (ArrayIsArray(a)) return a.length === (b as unknown[]).length;
	if (kinds.isDate(a)) {
		// Invalid dates equal nothing.
		return kinds.isDate(b) && DatePrototypeGetTime(a) === DatePrototypeGetTime(b);
	}
	if (kinds.isRegExp(a)) return kinds.isRegExp(b) && samePattern(a as RegExp, b as RegExp);
	if (kinds.isNativeError(a) || a instanceof Error) {
		return (kinds.isNativeError(b) || b instanceof Error) && sameError(run, a as Error, b as Error);
	}
	if (kinds.isArrayBufferView(a)) return kinds.isArrayBufferView(b) && sameBytes(run, a, b);
	if (kinds.isSet(a)) return kinds.isSet(b);
	if (kinds.isMap(a)) return kinds.isMap(b);
	if (kinds.isAnyArrayBuffer(a)) {
		return kinds.isAnyArrayBuffer(b) && compareBytes(bytesOf(a), bytesOf(b)) === 0;
	}
	if (kinds.isBoxedPrimitive(a)) return ObjectIs(unboxed(a), unboxed(b));
	// None of these kinds, so the other must be none either.
	return !(
		kinds.isDate(b) ||
		kinds.isRegExp(b) ||
		kinds.isArrayBufferView(b) ||
		kinds.isSet(b) ||
		kinds.isMap(b) ||
		kinds.isNativeError(b) ||
		b instanceof Error ||
		kinds.isAnyArrayBuffer(b) ||
		kinds.isBoxedPrimitive(b)
	);
}

function samePattern(a: RegExp, b: RegExp): boolean {
	return (
		RegExpPrototypeGetSource(a) === RegExpPrototypeGetSource(b) &&
		RegExpPrototypeGetFlags(a) === RegExpPrototypeGetFlags(b) &&
		a.lastIndex === b.lastIndex
	);
}

/** Name and message; cause and collected errors when they are there without being enumerable. */
function sameError(run: Comparison, a: Error, b: Error): boolean {
	if (a.message !== b.message || a.name !== b.name) return false;
	return sameHidden(run, a, b, 'cause') && sameHidden(run, a, b, 'errors');
}

function sameHidden(run: Comparison, a: object, b: object, key: string): boolean {
	const has = ObjectPrototypeHasOwnProperty(a, key);
	if (has !== ObjectPrototypeHasOwnProperty(b, key)) return false;
	return !has || deepEqual(run, (a as Fields)[key], (b as Fields)[key]);
}

function sameBytes(run: Comparison, a: unknown, b: unknown): boolean {
	const kind = TypedArrayPrototypeGetSymbolToStringTag(a);
	if (!run.isStrict && (kind === 'Float32Array' || kind === 'Float64Array')) {
		const left = a as Float64Array;
		const right = b as Float64Array;
		if (left.length !== right.length) return false;
		for (let index = 0; index < left.length; index++) {
			if (left[index] !== right[index]) return false;
		}
		return true;
	}
	return compareBytes(bytesOf(a), bytesOf(b)) === 0;
}

function bytesOf(value: unknown): Uint8Array {
	const view = value as ArrayBufferView;
	return kinds.isArrayBufferView(value)
		? new Uint8ArrayConstructor(view.buffer, view.byteOffset, view.byteLength)
		: new Uint8ArrayConstructor(value as ArrayBuffer);
}

/** The primitive in a box; anything else is itself, which is no primitive. */
function unboxed(value: object): unknown {
	if (kinds.isNumberObject(value)) return NumberPrototypeValueOf(value);
	if (kinds.isStringObject(value)) return StringPrototypeValueOf(value);
	if (kinds.isBooleanObject(value)) return BooleanPrototypeValueOf(value);
	if (kinds.isBigIntObject(value)) return BigIntPrototypeValueOf(value);
	if (kinds.isSymbolObject(value)) return SymbolPrototypeValueOf(value);
	return value;
}

/** Whether own enumerable properties, and elements of collections, are equal. Objects met again on both sides must be the same pair. */
function sameFields(run: Comparison, a: object, b: object): boolean {
	const keys = comparedKeys(run, a);
	const others = comparedKeys(run, b);
	if (keys.length !== others.length) return false;
	for (let index = 0; index < keys.length; index++) {
		if (!ObjectPrototypePropertyIsEnumerable(b, keys[index] as PropertyKey)) return false;
	}
	const seenLeft = MapPrototypeGet(run.left, a) as number | undefined;
	const seenRight = MapPrototypeGet(run.right, b) as number | undefined;
	if (seenLeft !== undefined && seenRight !== undefined) return seenLeft === seenRight;
	run.depth += 1;
	MapPrototypeSet(run.left, a, run.depth);
	MapPrototypeSet(run.right, b, run.depth);
	const isEqual =
		unorderedEqual(run, a, b) && sameElements(run, a, b) && sameValues(run, a, b, keys);
	MapPrototypeDelete(run.left, a);
	MapPrototypeDelete(run.right, b);
	return isEqual;
}

/** Enumerable keys: without symbols in a loose comparison, without the indexes of lists. */
function comparedKeys(run: Comparison, value: object): PropertyKey[] {
	if (ArrayIsArray(value) || kinds.isTypedArray(value)) {
		const filter = constants.ONLY_ENUMERABLE | (run.isStrict ? 0 : constants.SKIP_SYMBOLS);
		return getOwnNonIndexProperties(value, filter);
	}
	const keys: PropertyKey[] = ObjectKeys(value);
	if (!run.isStrict) return keys;
	const all = getOwnNonIndexProperties(value, constants.ONLY_ENUMERABLE);
	for (let index = 0; index < all.length; index++) {
		const key = all[index] as PropertyKey;
		if (typeof key === 'symbol') keys[keys.length] = key;
	}
	return keys;
}

/** The elements of arrays; a hole equals only a hole. */
function sameElements(run: Comparison, a: object, b: object): boolean {
	if (!ArrayIsArray(a)) return true;
	for (let index = 0; index < a.length; index++) {
		const has = ObjectPrototypeHasOwnProperty(a, index);
		if (has !== ObjectPrototypeHasOwnProperty(b, index)) return false;
		if (has && !deepEqual(run, a[index], (b as unknown[])[index])) return false;
	}
	return true;
}

function sameValues(run: Comparison, a: object, b: object, keys: readonly PropertyKey[]): boolean {
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as PropertyKey;
		if (!deepEqual(run, (a as Fields)[key], (b as Fields)[key])) return false;
	}
	return true;
}
