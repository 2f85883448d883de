// structuredClone: a deep copy of data, with cycles, Maps, Sets, Dates, errors and bytes.
// Differs: nothing can be transferred, as there is nobody to transfer to.
// Source: the HTML standard, section 2.7.

import { DOMException } from './engine-globals.ts';
import { codes } from './error-codes.ts';
import {
	ArrayBufferPrototypeSlice,
	ArrayIsArray,
	BigIntPrototypeValueOf,
	BooleanPrototypeValueOf,
	DatePrototypeGetTime,
	FunctionPrototypeToString,
	MapPrototypeForEach,
	MapPrototypeGet,
	MapPrototypeSet,
	NumberPrototypeValueOf,
	ObjectDefineProperty,
	ObjectGetOwnPropertyDescriptor,
	ObjectKeys,
	RegExpPrototypeGetFlags,
	RegExpPrototypeGetSource,
	SetPrototypeAdd,
	SetPrototypeForEach,
	StringPrototypeValueOf,
	TypedArrayPrototypeGetSymbolToStringTag
} from './primordials.ts';
import * as kinds from './value-kinds.ts';

type Seen = Map<object, unknown>;

/** A deep copy. Throws a DataCloneError for functions, symbols and other things that are no data. */
export function structuredClone(...args: readonly unknown[]): unknown {
	if (args.length === 0) throw new codes.ERR_MISSING_ARGS('The value');
	return copy(args[0], new Map());
}

const errorClasses: Record<string, new (message?: string) => Error> = {
	Error,
	EvalError,
	RangeError,
	ReferenceError,
	SyntaxError,
	TypeError,
	URIError
};

function refuse(value: unknown): never {
	const shown =
		typeof value === 'function'
			? FunctionPrototypeToString(value)
			: typeof value === 'symbol'
				? value.toString()
				: '#<Object>';
	throw new DOMException(`${shown} could not be cloned.`, 'DataCloneError');
}

function copy(value: unknown, seen: Seen): unknown {
	if (typeof value === 'symbol' || typeof value === 'function') refuse(value);
	if (typeof value !== 'object' || value === null) return value;
	const known = MapPrototypeGet(seen, value) as unknown;
	if (known !== undefined) return known;
	const special = copySpecial(value, seen);
	if (special !== undefined) {
		MapPrototypeSet(seen, value, special);
		return special;
	}
	return copyContainer(value, seen);
}

/** Values with one inner slot; undefined when it is none of them. */
function copySpecial(value: object, seen: Seen): object | undefined {
	if (kinds.isDate(value)) return new Date(DatePrototypeGetTime(value));
	if (kinds.isRegExp(value))
		return new RegExp(RegExpPrototypeGetSource(value), RegExpPrototypeGetFlags(value));
	if (kinds.isNumberObject(value)) return Object(NumberPrototypeValueOf(value)) as object;
	if (kinds.isStringObject(value)) return Object(StringPrototypeValueOf(value)) as object;
	if (kinds.isBooleanObject(value)) return Object(BooleanPrototypeValueOf(value)) as object;
	if (kinds.isBigIntObject(value)) return Object(BigIntPrototypeValueOf(value)) as object;
	if (kinds.isAnyArrayBuffer(value)) return ArrayBufferPrototypeSlice(value, 0);
	if (kinds.isArrayBufferView(value)) return copyView(value as ArrayBufferView, seen);
	if (kinds.isNativeError(value)) return copyError(value as Error, seen);
	if (
		kinds.isPromise(value) ||
		kinds.isWeakMap(value) ||
		kinds.isWeakSet(value) ||
		kinds.isWeakRef(value)
	) {
		throw new DOMException(
			`${kinds.isPromise(value) ? '#<Promise>' : '#<WeakMap>'} could not be cloned.`,
			'DataCloneError'
		);
	}
	return undefined;
}

const viewClasses: Record<
	string,
	new (buffer: ArrayBuffer, offset: number, length: number) => object
> = {
	Int8Array,
	Uint8Array,
	Uint8ClampedArray,
	Int16Array,
	Uint16Array,
	Int32Array,
	Uint32Array,
	Float32Array,
	Float64Array,
	BigInt64Array,
	BigUint64Array,
	DataView
};

function copyView(view: ArrayBufferView, seen: Seen): object {
	const buffer = copy(view.buffer, seen) as ArrayBuffer;
	const Class = viewClasses[
		TypedArrayPrototypeGetSymbolToStringTag(view) ?? 'DataView'
	] as (typeof viewClasses)[string];
	const length = (view as unknown as { length?: number }).length ?? view.byteLength;
	return new Class(buffer, view.byteOffset, length);
}

function copyError(error: Error, seen: Seen): Error {
	const Class = errorClasses[error.name] ?? Error;
	const made = new Class(error.message);
	ObjectDefineProperty(made, 'stack', { value: error.stack, writable: true, configurable: true });
	if (ObjectGetOwnPropertyDescriptor(error, 'cause') !== undefined) {
		ObjectDefineProperty(made, 'cause', {
			value: copy(error.cause, seen),
			writable: true,
			configurable: true
		});
	}
	return made;
}

function copyContainer(value: object, seen: Seen): object {
	if (kinds.isMap(value)) {
		const made = new Map<unknown, unknown>();
		MapPrototypeSet(seen, value, made);
		MapPrototypeForEach(value, (item: unknown, key: unknown) => {
			MapPrototypeSet(made, copy(key, seen), copy(item, seen));
		});
		return made;
	}
	if (kinds.isSet(value)) {
		const made = new Set<unknown>();
		MapPrototypeSet(seen, value, made);
		SetPrototypeForEach(value, (item: unknown) => {
			SetPrototypeAdd(made, copy(item, seen));
		});
		return made;
	}
	const made: Record<string, unknown> | unknown[] = ArrayIsArray(value) ? [] : {};
	if (ArrayIsArray(value)) (made as unknown[]).length = value.length;
	MapPrototypeSet(seen, value, made);
	const keys = ObjectKeys(value);
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as string;
		ObjectDefineProperty(made, key, {
			value: copy((value as Record<string, unknown>)[key], seen),
			writable: true,
			enumerable: true,
			configurable: true
		});
	}
	return made;
}
