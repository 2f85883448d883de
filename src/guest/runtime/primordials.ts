// The language's own functions as they were at boot, before a student could change them. Guest libraries call
// these instead of methods, so that `Array.prototype.push = null` breaks only the student's own code.
// Safe without them: operators, literals, index loops, `await`, template strings, rest parameters, destructuring of objects.
// Not safe: methods, for-of, spread of arrays, destructuring of arrays (they look up Symbol.iterator).
// Source: the idea and the names are those of Node.js, lib/internal/per_context/primordials.js.

// eslint-disable-next-line @typescript-eslint/unbound-method -- captured to be called through uncurryThis
const { bind, call } = Function.prototype;

/** Turns a method into a function whose first argument is `this`: `uncurryThis(Array.prototype.push)(list, item)`. */
export const uncurryThis = bind.bind(call) as <A extends unknown[], R>(
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any receiver is the point
	method: (this: any, ...args: A) => R
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any receiver is the point
) => (self: any, ...args: A) => R;

/* eslint-disable @typescript-eslint/unbound-method -- the whole file takes methods off their objects on purpose */

export const ReflectApply = Reflect.apply;
export const ReflectConstruct = Reflect.construct;
export const ReflectOwnKeys = Reflect.ownKeys;

export const ObjectCreate = Object.create;
export const ObjectAssign = Object.assign;
export const ObjectKeys = Object.keys;
export const ObjectEntries = Object.entries;
export const ObjectFreeze = Object.freeze;
export const ObjectDefineProperty = Object.defineProperty;
export const ObjectDefineProperties = Object.defineProperties;
export const ObjectGetOwnPropertyDescriptor = Object.getOwnPropertyDescriptor;
export const ObjectGetOwnPropertyNames = Object.getOwnPropertyNames;
export const ObjectGetPrototypeOf = Object.getPrototypeOf;
export const ObjectSetPrototypeOf = Object.setPrototypeOf;
export const ObjectPrototypeHasOwnProperty = uncurryThis(Object.prototype.hasOwnProperty);
export const ObjectPrototypeToString = uncurryThis(Object.prototype.toString);
export const FunctionPrototypeBind = uncurryThis(Function.prototype.bind);
export const FunctionPrototypeCall = uncurryThis(Function.prototype.call);
export const FunctionPrototypeToString = uncurryThis(Function.prototype.toString);

export const ArrayIsArray = Array.isArray;
export const ArrayPrototypePush = uncurryThis(Array.prototype.push);
export const ArrayPrototypePop = uncurryThis(Array.prototype.pop);
export const ArrayPrototypeShift = uncurryThis(Array.prototype.shift);
export const ArrayPrototypeUnshift = uncurryThis(Array.prototype.unshift);
export const ArrayPrototypeSlice = uncurryThis(Array.prototype.slice);
export const ArrayPrototypeSplice = uncurryThis(Array.prototype.splice);
export const ArrayPrototypeConcat = uncurryThis(Array.prototype.concat);
export const ArrayPrototypeJoin = uncurryThis(Array.prototype.join);
export const ArrayPrototypeIndexOf = uncurryThis(Array.prototype.indexOf);
export const ArrayPrototypeIncludes = uncurryThis(Array.prototype.includes);
export const ArrayPrototypeMap = uncurryThis(Array.prototype.map);
export const ArrayPrototypeFilter = uncurryThis(Array.prototype.filter);
export const ArrayPrototypeForEach = uncurryThis(Array.prototype.forEach);
export const ArrayPrototypeSome = uncurryThis(Array.prototype.some);
export const ArrayPrototypeSort = uncurryThis(Array.prototype.sort);
export const ArrayPrototypeReverse = uncurryThis(Array.prototype.reverse);

export const StringPrototypeCharCodeAt = uncurryThis(String.prototype.charCodeAt);
export const StringPrototypeEndsWith = uncurryThis(String.prototype.endsWith);
export const StringPrototypeIncludes = uncurryThis(String.prototype.includes);
export const StringPrototypeIndexOf = uncurryThis(String.prototype.indexOf);
export const StringPrototypeLastIndexOf = uncurryThis(String.prototype.lastIndexOf);
export const StringPrototypePadStart = uncurryThis(String.prototype.padStart);
export const StringPrototypeRepeat = uncurryThis(String.prototype.repeat);
export const StringPrototypeReplace = uncurryThis(String.prototype.replace) as unknown as (
	self: string,
	pattern: string | RegExp,
	replacement: string
) => string;
export const StringPrototypeSlice = uncurryThis(String.prototype.slice);
export const StringPrototypeSplit = uncurryThis(String.prototype.split) as unknown as (
	self: string,
	separator: string,
	limit?: number
) => string[];
export const StringPrototypeStartsWith = uncurryThis(String.prototype.startsWith);
export const StringPrototypeToLowerCase = uncurryThis(String.prototype.toLowerCase);
export const StringPrototypeToUpperCase = uncurryThis(String.prototype.toUpperCase);
export const StringPrototypeTrim = uncurryThis(String.prototype.trim);
export const StringFromCharCode = String.fromCharCode;

export const RegExpPrototypeExec = uncurryThis(RegExp.prototype.exec);
export const NumberIsInteger = Number.isInteger;
export const NumberIsSafeInteger = Number.isSafeInteger;
export const NumberIsNaN = Number.isNaN;
export const NumberParseInt = Number.parseInt;
export const NumberPrototypeToString = uncurryThis(Number.prototype.toString);
export const MathFloor = Math.floor;
export const MathMin = Math.min;
export const MathMax = Math.max;
export const MathTrunc = Math.trunc;
export const JSONParse = JSON.parse;
export const JSONStringify = JSON.stringify;

export const MapPrototypeGet = uncurryThis(Map.prototype.get);
export const MapPrototypeSet = uncurryThis(Map.prototype.set);
export const MapPrototypeHas = uncurryThis(Map.prototype.has);
export const MapPrototypeDelete = uncurryThis(Map.prototype.delete);
export const MapPrototypeForEach = uncurryThis(Map.prototype.forEach);
export const MapPrototypeClear = uncurryThis(Map.prototype.clear);
export const SetPrototypeAdd = uncurryThis(Set.prototype.add);
export const SetPrototypeHas = uncurryThis(Set.prototype.has);
export const SetPrototypeDelete = uncurryThis(Set.prototype.delete);
export const SetPrototypeForEach = uncurryThis(Set.prototype.forEach);
export const WeakMapPrototypeGet = uncurryThis(WeakMap.prototype.get);
export const WeakMapPrototypeSet = uncurryThis(WeakMap.prototype.set);
export const WeakMapPrototypeHas = uncurryThis(WeakMap.prototype.has);

export const PromisePrototypeThen = uncurryThis(Promise.prototype.then);
const PromiseConstructor = Promise;
const promiseResolve = uncurryThis(Promise.resolve);
const promiseReject = uncurryThis(Promise.reject) as unknown as (
	self: PromiseConstructor,
	reason: unknown
) => Promise<never>;
/** `Promise.resolve(value)` of the original Promise. */
export const PromiseResolve = (value?: unknown): Promise<unknown> =>
	promiseResolve(PromiseConstructor, value);
/** `Promise.reject(reason)` of the original Promise. */
export const PromiseReject = (reason: unknown): Promise<never> =>
	promiseReject(PromiseConstructor, reason);
/** `new Promise(executor)` of the original Promise. */
export const newPromise = <T>(
	executor: (
		resolve: (value: T | PromiseLike<T>) => void,
		reject: (reason: unknown) => void
	) => void
): Promise<T> => new PromiseConstructor(executor);

export const DateNow = Date.now;
export const Uint8ArrayConstructor = Uint8Array;
const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
export const TypedArrayPrototypeSet = uncurryThis(TypedArrayPrototype.set);
export const TypedArrayPrototypeSubarray = uncurryThis(TypedArrayPrototype.subarray);
export const TypedArrayPrototypeSlice = uncurryThis(TypedArrayPrototype.slice);
export const TypedArrayPrototypeFill = uncurryThis(TypedArrayPrototype.fill);
export const SymbolToPrimitive: typeof Symbol.toPrimitive = Symbol.toPrimitive;
export const SymbolIterator: typeof Symbol.iterator = Symbol.iterator;
export const SymbolToStringTag: typeof Symbol.toStringTag = Symbol.toStringTag;
