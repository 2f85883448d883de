// What Node.js takes for an error.

import { isNativeError } from './value-kinds.ts';

const ErrorClass = Error;

/** An error of the engine, or anything that inherits from Error. */
export function isError(value: unknown): boolean {
	return isNativeError(value) || value instanceof ErrorClass;
}
