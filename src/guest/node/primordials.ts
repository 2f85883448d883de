// The primordials of the runtime and the further ones Node.js' modules need, under the same naming rules.

import {
	StringPrototypeIndexOf,
	StringPrototypeSlice,
	uncurryThis
} from '../runtime/primordials.ts';

export * from '../runtime/primordials.ts';

/* eslint-disable @typescript-eslint/unbound-method -- the whole file takes methods off their objects on purpose */

type AnyFunction = (...args: never[]) => unknown;

export const ObjectGetOwnPropertyDescriptors = Object.getOwnPropertyDescriptors;
export const ObjectGetOwnPropertySymbols = Object.getOwnPropertySymbols;
export const ObjectValues = Object.values;
export const ObjectIs = Object.is;
export const ObjectPrototypePropertyIsEnumerable = uncurryThis(
	Object.prototype.propertyIsEnumerable
);
export const FunctionPrototypeSymbolHasInstance = uncurryThis(
	Function.prototype[Symbol.hasInstance]
) as (target: unknown, value: unknown) => boolean;

export const StringPrototypeCodePointAt = uncurryThis(String.prototype.codePointAt);
export const StringPrototypeTrimEnd = uncurryThis(String.prototype.trimEnd);
export const StringPrototypeNormalize = uncurryThis(String.prototype.normalize);
export const StringPrototypePadEnd = uncurryThis(String.prototype.padEnd);
export const StringPrototypeToWellFormed = uncurryThis(
	(String.prototype as unknown as { toWellFormed: () => string }).toWellFormed
);
export const StringFromCodePoint = String.fromCodePoint;

export const NumberPrototypeToFixed = uncurryThis(Number.prototype.toFixed);
export const NumberParseInt = Number.parseInt;
export const NumberIsFinite = Number.isFinite;
export const MathAbs = Math.abs;
export const MathRound = Math.round;
export const MathRandom = Math.random;

export const WeakMapPrototypeDelete = uncurryThis(WeakMap.prototype.delete);
export const MapPrototypeGetSize = getterOf(Map.prototype, 'size') as (map: unknown) => number;
export const SetPrototypeGetSize = getterOf(Set.prototype, 'size') as (set: unknown) => number;
export const WeakSetPrototypeHas = uncurryThis(WeakSet.prototype.has);
export const WeakRefPrototypeDeref = uncurryThis(WeakRef.prototype.deref);
export const DatePrototypeGetTime = uncurryThis(Date.prototype.getTime);
export const DatePrototypeToString = uncurryThis(Date.prototype.toString);
export const DatePrototypeToTimeString = uncurryThis(Date.prototype.toTimeString);
export const DatePrototypeToISOString = uncurryThis(Date.prototype.toISOString);
export const NumberPrototypeValueOf = uncurryThis(Number.prototype.valueOf);
export const StringPrototypeValueOf = uncurryThis(String.prototype.valueOf);
export const BooleanPrototypeValueOf = uncurryThis(Boolean.prototype.valueOf);
export const BigIntPrototypeValueOf = uncurryThis(BigInt.prototype.valueOf);
export const SymbolPrototypeValueOf = uncurryThis(Symbol.prototype.valueOf);
export const RegExpPrototypeGetSource = getterOf(RegExp.prototype, 'source') as (
	pattern: unknown
) => string;
export const RegExpPrototypeGetFlags = getterOf(RegExp.prototype, 'flags') as (
	pattern: unknown
) => string;

const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
/** The kind of a typed array by its slot, e.g. 'Uint8Array'; undefined for anything else. */
export const TypedArrayPrototypeGetSymbolToStringTag = getterOf(
	TypedArrayPrototype,
	Symbol.toStringTag
) as (value: unknown) => string | undefined;
export const TypedArrayPrototypeGetBuffer = getterOf(TypedArrayPrototype, 'buffer') as (
	value: unknown
) => ArrayBuffer;
export const TypedArrayPrototypeGetByteOffset = getterOf(TypedArrayPrototype, 'byteOffset') as (
	value: unknown
) => number;
export const TypedArrayPrototypeGetByteLength = getterOf(TypedArrayPrototype, 'byteLength') as (
	value: unknown
) => number;
export const ArrayBufferIsView = ArrayBuffer.isView;
export const ArrayBufferPrototypeGetByteLength = getterOf(ArrayBuffer.prototype, 'byteLength') as (
	value: unknown
) => number;
export const ArrayBufferPrototypeSlice = uncurryThis(ArrayBuffer.prototype.slice);
export const DataViewPrototypeGetByteLength = getterOf(DataView.prototype, 'byteLength') as (
	value: unknown
) => number;

function getterOf(prototype: object, key: PropertyKey): unknown {
	const getter = Object.getOwnPropertyDescriptor(prototype, key)?.get;
	return uncurryThis(getter as AnyFunction);
}

/** What a template literal makes of any value: its text, a TypeError for symbols. */
export function toText(value: unknown): string {
	// eslint-disable-next-line @typescript-eslint/no-unnecessary-template-expression -- the conversion is the point
	return `${value as string}`;
}

/** What the operator + makes of any value: a number, a TypeError for symbols and big integers. */
export function toNumber(value: unknown): number {
	return (value as number) - 0;
}

/** Every occurrence of a fixed text replaced; unlike replace with a pattern it calls nothing a program can change. */
export function replaceEvery(text: string, part: string, replacement: string): string {
	let result = '';
	let from = 0;
	for (;;) {
		const at = StringPrototypeIndexOf(text, part, from);
		if (at === -1) return result + StringPrototypeSlice(text, from);
		result += StringPrototypeSlice(text, from, at) + replacement;
		from = at + part.length;
	}
}
