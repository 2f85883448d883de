// util.promisify, callbackify, deprecate and inherits.
// Source: Node.js v20 lib/internal/util.js and lib/util.js.

import { queueTick } from '../runtime/tick-queue.ts';
import { codes } from './error-codes.ts';
import {
	newPromise,
	ObjectDefineProperties,
	ObjectDefineProperty,
	ObjectGetOwnPropertyDescriptors,
	ObjectGetPrototypeOf,
	ObjectSetPrototypeOf,
	PromisePrototypeThen,
	ReflectApply,
	ReflectConstruct,
	SetPrototypeAdd,
	SetPrototypeHas
} from './primordials.ts';
import { emitWarning } from './process-warnings.ts';
import { promisifyCustom } from './promisify-custom.ts';
import { validateFunction, validateString } from './validators.ts';

type AnyFunction = (...args: unknown[]) => unknown;
type Callback = (error: unknown, ...values: unknown[]) => void;

/** A function that gives a promise for a function that takes a callback last. */
export function promisify(original: AnyFunction & { [promisifyCustom]?: unknown }): AnyFunction {
	validateFunction(original, 'original');
	const custom = original[promisifyCustom];
	if (custom !== undefined && custom !== null) {
		validateFunction(custom, 'util.promisify.custom');
		markPromisified(custom as AnyFunction);
		return custom as AnyFunction;
	}
	function promisified(this: unknown, ...args: unknown[]): Promise<unknown> {
		return newPromise((resolve, reject) => {
			const callback: Callback = (error, value) => {
				if (error as boolean) reject(error);
				else resolve(value);
			};
			args[args.length] = callback;
			ReflectApply(original, this, args);
		});
	}
	ObjectSetPrototypeOf(promisified, ObjectGetPrototypeOf(original) as object);
	markPromisified(promisified);
	return ObjectDefineProperties(promisified, ObjectGetOwnPropertyDescriptors(original));
}
promisify.custom = promisifyCustom;

function markPromisified(fn: AnyFunction): void {
	ObjectDefineProperty(fn, promisifyCustom, {
		value: fn,
		enumerable: false,
		writable: false,
		configurable: true
	});
}

/** The other way round: a function that takes a callback for one that gives a promise. */
export function callbackify(original: AnyFunction): AnyFunction {
	validateFunction(original, 'original');
	function callbackified(this: unknown, ...args: unknown[]): void {
		const callback = args[args.length - 1] as AnyFunction;
		validateFunction(callback, 'last argument');
		args.length -= 1;
		void PromisePrototypeThen(
			ReflectApply(original, this, args) as Promise<unknown>,
			(value: unknown) => {
				queueTick(callback, [null, value]);
			},
			(reason: unknown) => {
				queueTick(callback, [(reason as boolean) ? reason : falsyRejection(reason)]);
			}
		);
	}
	const descriptors = ObjectGetOwnPropertyDescriptors(original) as Record<
		string,
		PropertyDescriptor
	>;
	const { length, name } = descriptors;
	if (typeof length?.value === 'number') length.value += 1;
	if (typeof name?.value === 'string') name.value += 'Callbackified';
	return ObjectDefineProperties(callbackified, descriptors);
}

function falsyRejection(reason: unknown): Error {
	const error = new codes.ERR_FALSY_VALUE_REJECTION() as Error & { reason?: unknown };
	error.reason = reason;
	return error;
}

const codesWarned = new Set<string>();

/** A function that warns the first time it is called; each code is warned of once. */
export function deprecate(
	fn: AnyFunction & { prototype?: unknown },
	message: string,
	code?: string
): AnyFunction {
	if (code !== undefined) validateString(code, 'code');
	let isWarned = false;
	function deprecated(this: unknown, ...args: unknown[]): unknown {
		if (!isWarned) {
			isWarned = true;
			if (code === undefined) emitWarning(message, 'DeprecationWarning');
			else if (!SetPrototypeHas(codesWarned, code)) {
				SetPrototypeAdd(codesWarned, code);
				emitWarning(message, 'DeprecationWarning', code);
			}
		}
		// eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- called without new it is undefined
		if (new.target !== undefined) return ReflectConstruct(fn, args, new.target);
		return ReflectApply(fn, this, args);
	}
	ObjectSetPrototypeOf(deprecated, fn);
	if (isThere(fn.prototype)) deprecated.prototype = fn.prototype;
	return deprecated;
}

function isThere(value: unknown): boolean {
	return value !== undefined && value !== null;
}

/** The inheritance of old: `inherits(Child, Parent)`. */
export function inherits(
	child: AnyFunction & { prototype: object },
	parent: AnyFunction & { prototype: object }
): void {
	if (!isThere(child)) throw new codes.ERR_INVALID_ARG_TYPE('ctor', 'Function', child);
	if (!isThere(parent)) {
		throw new codes.ERR_INVALID_ARG_TYPE('superCtor', 'Function', parent);
	}
	if (!isThere(parent.prototype)) {
		throw new codes.ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', parent.prototype);
	}
	ObjectDefineProperty(child, 'super_', { value: parent, writable: true, configurable: true });
	ObjectSetPrototypeOf(child.prototype, parent.prototype);
}
