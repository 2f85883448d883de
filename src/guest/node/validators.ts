// Argument checks with Node.js' errors.
// Source: Node.js v20 lib/internal/validators.js.

import { codes } from './error-codes.ts';
import { validateFunction } from '../runtime/node-error.ts';
import {
	ArrayIsArray,
	ArrayPrototypeIncludes,
	NumberIsInteger,
	NumberIsNaN
} from './primordials.ts';

export { validateFunction };

export function validateString(value: unknown, name: string): asserts value is string {
	if (typeof value !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(name, 'string', value);
}

export function validateBoolean(value: unknown, name: string): asserts value is boolean {
	if (typeof value !== 'boolean') throw new codes.ERR_INVALID_ARG_TYPE(name, 'boolean', value);
}

export function validateNumber(
	value: unknown,
	name: string,
	min?: number,
	max?: number
): asserts value is number {
	if (typeof value !== 'number') throw new codes.ERR_INVALID_ARG_TYPE(name, 'number', value);
	const isBounded = min !== undefined || max !== undefined;
	if (
		(min !== undefined && value < min) ||
		(max !== undefined && value > max) ||
		(isBounded && NumberIsNaN(value))
	) {
		const low = min === undefined ? '' : `>= ${min}`;
		const high = max === undefined ? '' : `<= ${max}`;
		const range = low !== '' && high !== '' ? `${low} && ${high}` : low + high;
		throw new codes.ERR_OUT_OF_RANGE(name, range, value);
	}
}

export function validateInteger(
	value: unknown,
	name: string,
	min = Number.MIN_SAFE_INTEGER,
	max = Number.MAX_SAFE_INTEGER
): asserts value is number {
	if (typeof value !== 'number') throw new codes.ERR_INVALID_ARG_TYPE(name, 'number', value);
	if (!NumberIsInteger(value)) throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
	if (value < min || value > max) {
		throw new codes.ERR_OUT_OF_RANGE(name, `>= ${min} && <= ${max}`, value);
	}
}

const allowNullable = 1;
export const kValidateObjectAllowArray = 2;
const allowFunction = 4;

export function validateObject(value: unknown, name: string, options = 0): asserts value is object {
	const isRefused =
		(value === null && (options & allowNullable) === 0) ||
		(ArrayIsArray(value) && (options & kValidateObjectAllowArray) === 0) ||
		(typeof value !== 'object' &&
			!(typeof value === 'function' && (options & allowFunction) !== 0));
	if (isRefused) throw new codes.ERR_INVALID_ARG_TYPE(name, 'Object', value);
}

export function validateArray(value: unknown, name: string): asserts value is unknown[] {
	if (!ArrayIsArray(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, 'Array', value);
}

export function validateOneOf(value: unknown, name: string, allowed: readonly unknown[]): void {
	if (ArrayPrototypeIncludes(allowed, value)) return;
	let list = '';
	for (let index = 0; index < allowed.length; index++) {
		const item = allowed[index];
		list += `${index === 0 ? '' : ', '}${typeof item === 'string' ? `'${item}'` : String(item)}`;
	}
	throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be one of: ${list}`);
}

export function validateAbortSignal(signal: unknown, name: string): void {
	if (signal === undefined) return;
	if (signal === null || typeof signal !== 'object' || !('aborted' in signal)) {
		throw new codes.ERR_INVALID_ARG_TYPE(name, 'AbortSignal', signal);
	}
}
