// Handling values of student code, about which nothing is known: callbacks that may be missing, objects of any shape.

import { ReflectApply } from '../runtime/primordials.ts';
import type { Callback } from './platform.ts';

/** An object whose fields are read by name. */
export type Fields = Record<string, unknown>;

export function isFunction(value: unknown): value is Callback {
	return typeof value === 'function';
}

/** An object or an array, not null and not a function. */
export function isObject(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null;
}

/** Calls `cb` with exactly these arguments if it is a function; else does nothing. Gives what it returned. */
export function invokeCallback(cb: unknown, ...args: unknown[]): unknown {
	return isFunction(cb) ? ReflectApply(cb, undefined, args) : undefined;
}

/** `value[name]` for objects and functions, undefined for everything else. */
export function field(value: unknown, name: string): unknown {
	return isObject(value) || isFunction(value) ? (value as unknown as Fields)[name] : undefined;
}

/** As `field`, but where there is no value at all it throws what reading there throws. */
export function fieldOf(value: unknown, name: string): unknown {
	if (value !== undefined && value !== null) return field(value, name);
	throw new TypeError(`Cannot read properties of ${String(value)} (reading '${name}')`);
}

/** The method `name` of `target` called on it, or undefined when there is none. */
export function callMethod(target: unknown, name: string, args: unknown[]): unknown {
	const method = field(target, name);
	return isFunction(method) ? ReflectApply(method, target, args) : undefined;
}

const { deleteProperty } = Reflect;

/** Takes a field off an object used as a table. */
export function removeField(table: object, name: PropertyKey): void {
	deleteProperty(table, name);
}

/** Any value as text, as `String` makes it. */
export function textOf(value: unknown): string {
	return String(value);
}

/** The stack of an error, or the value itself in words, for the log. */
export function stackOf(error: unknown): string {
	const stack = field(error, 'stack');
	return typeof stack === 'string' ? stack : String(error);
}
