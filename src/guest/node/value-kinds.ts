// What kind of thing a value is, by its inner slots as far as the language lets one ask: the checks of
// `util.types`, and what the inspector needs.
// Differs: an object whose prototype was exchanged for a foreign one is taken for what its prototype says.
// Source: Node.js v20 lib/internal/util/types.js and src/node_types.cc.

import { hostProxyPart } from '../runtime/host.ts';
import {
	ArrayBufferIsView,
	ArrayBufferPrototypeGetByteLength,
	BigIntPrototypeValueOf,
	BooleanPrototypeValueOf,
	DataViewPrototypeGetByteLength,
	DatePrototypeGetTime,
	FunctionPrototypeSymbolHasInstance,
	MapPrototypeGetSize,
	NumberPrototypeValueOf,
	ObjectGetPrototypeOf,
	ObjectPrototypeToString,
	RegExpPrototypeGetSource,
	SetPrototypeGetSize,
	StringPrototypeValueOf,
	SymbolPrototypeValueOf,
	SymbolToStringTag,
	TypedArrayPrototypeGetSymbolToStringTag,
	WeakMapPrototypeHas,
	WeakRefPrototypeDeref,
	WeakSetPrototypeHas
} from './primordials.ts';

type Kind = (value: unknown) => boolean;

/** An instance of the class whose slot the probe can read (the probe throws for impostors). */
function slotKind(Class: unknown, probe: (value: unknown) => unknown): Kind {
	return (value) => {
		if (typeof value !== 'object' || value === null) return false;
		if (!FunctionPrototypeSymbolHasInstance(Class, value)) return false;
		try {
			probe(value);
			return true;
		} catch {
			return false;
		}
	};
}

function typedArrayKind(name: string): Kind {
	return (value) => TypedArrayPrototypeGetSymbolToStringTag(value) === name;
}

/** An object of a built-in class without a readable slot: its prototype chain holds the class' prototype. */
function chainKind(prototype: object): Kind {
	return (value) => {
		if (typeof value !== 'object' || value === null) return false;
		for (
			let holder: unknown = ObjectGetPrototypeOf(value);
			holder !== null;
			holder = ObjectGetPrototypeOf(holder)
		) {
			if (holder === prototype) return true;
		}
		return false;
	};
}

const probeKey = {};

export const isMap = slotKind(Map, MapPrototypeGetSize);
export const isSet = slotKind(Set, SetPrototypeGetSize);
export const isWeakMap = slotKind(WeakMap, (value) => WeakMapPrototypeHas(value, probeKey));
export const isWeakSet = slotKind(WeakSet, (value) => WeakSetPrototypeHas(value, probeKey));
export const isWeakRef = slotKind(WeakRef, (value) => WeakRefPrototypeDeref(value));
export const isDate = slotKind(Date, (value) => DatePrototypeGetTime(value));
export const isRegExp = slotKind(RegExp, (value) => RegExpPrototypeGetSource(value));
export const isArrayBuffer = slotKind(ArrayBuffer, ArrayBufferPrototypeGetByteLength);
export const isSharedArrayBuffer: Kind = () => false;
export const isAnyArrayBuffer = isArrayBuffer;
export const isDataView = slotKind(DataView, DataViewPrototypeGetByteLength);
export const isPromise = slotKind(Promise, () => undefined);
export const isNumberObject = slotKind(Number, (value) => NumberPrototypeValueOf(value));
export const isStringObject = slotKind(String, (value) => StringPrototypeValueOf(value));
export const isBooleanObject = slotKind(Boolean, (value) => BooleanPrototypeValueOf(value));
export const isBigIntObject = slotKind(BigInt, (value) => BigIntPrototypeValueOf(value));
export const isSymbolObject = slotKind(Symbol, (value) => SymbolPrototypeValueOf(value));

export const isBoxedPrimitive: Kind = (value) =>
	isNumberObject(value) ||
	isStringObject(value) ||
	isBooleanObject(value) ||
	isBigIntObject(value) ||
	isSymbolObject(value);

const errorIsError = (Error as unknown as { isError?: (value: unknown) => boolean }).isError;
const ErrorClass = Error;
export const isNativeError: Kind =
	errorIsError === undefined
		? (value) =>
				FunctionPrototypeSymbolHasInstance(ErrorClass, value) &&
				ObjectPrototypeToString(value) === '[object Error]'
		: (value) => errorIsError(value);

export const isTypedArray: Kind = (value) =>
	TypedArrayPrototypeGetSymbolToStringTag(value) !== undefined;
export const isArrayBufferView: Kind = ArrayBufferIsView;
export const isUint8Array = typedArrayKind('Uint8Array') as (value: unknown) => value is Uint8Array;
export const isUint8ClampedArray = typedArrayKind('Uint8ClampedArray');
export const isUint16Array = typedArrayKind('Uint16Array');
export const isUint32Array = typedArrayKind('Uint32Array');
export const isInt8Array = typedArrayKind('Int8Array');
export const isInt16Array = typedArrayKind('Int16Array');
export const isInt32Array = typedArrayKind('Int32Array');
export const isFloat32Array = typedArrayKind('Float32Array');
export const isFloat64Array = typedArrayKind('Float64Array');
export const isBigInt64Array = typedArrayKind('BigInt64Array');
export const isBigUint64Array = typedArrayKind('BigUint64Array');

const iteratorOf = (iterable: Iterable<unknown>): object =>
	ObjectGetPrototypeOf(iterable[Symbol.iterator]()) as object;
export const isMapIterator = chainKind(iteratorOf(new Map()));
export const isSetIterator = chainKind(iteratorOf(new Set()));

export const isArgumentsObject: Kind = (value) =>
	typeof value === 'object' &&
	value !== null &&
	!(SymbolToStringTag in value) &&
	ObjectPrototypeToString(value) === '[object Arguments]';

const AsyncFunction = ObjectGetPrototypeOf(async () => {}) as object;
const GeneratorFunction = ObjectGetPrototypeOf(function* () {}) as object;
const AsyncGeneratorFunction = ObjectGetPrototypeOf(async function* () {}) as object;

function inheritsFrom(value: unknown, prototype: object): boolean {
	if (typeof value !== 'function') return false;
	for (
		let holder: unknown = ObjectGetPrototypeOf(value);
		holder !== null;
		holder = ObjectGetPrototypeOf(holder)
	) {
		if (holder === prototype) return true;
	}
	return false;
}

export const isAsyncFunction: Kind = (value) =>
	inheritsFrom(value, AsyncFunction) || inheritsFrom(value, AsyncGeneratorFunction);
export const isGeneratorFunction: Kind = (value) =>
	inheritsFrom(value, GeneratorFunction) || inheritsFrom(value, AsyncGeneratorFunction);
export const isGeneratorObject = chainKind((GeneratorFunction as { prototype: object }).prototype);

export const isModuleNamespaceObject: Kind = (value) =>
	typeof value === 'object' &&
	value !== null &&
	ObjectGetPrototypeOf(value) === null &&
	(value as { [Symbol.toStringTag]?: unknown })[SymbolToStringTag] === 'Module';

export const isExternal: Kind = () => false;
export const isKeyObject: Kind = () => false;
export const isCryptoKey: Kind = () => false;
/** True for a Proxy, whose traps do not run. */
export const isProxy: Kind = (value) =>
	((typeof value === 'object' && value !== null) || typeof value === 'function') &&
	hostProxyPart(value, 0) !== undefined;
