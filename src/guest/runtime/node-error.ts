// Errors with a code, as Node.js' own APIs throw them: `TypeError [ERR_INVALID_ARG_TYPE]: ...` in the stack,
// the plain message in `message`, the code in `code`.
// Source: Node.js lib/internal/errors.js.

import { markNodeError } from './stack-traces.ts';

type ErrorClass = new (message?: string) => Error;

/** Makes such an error, e.g. `nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "x" argument must be ...')`. */
export function nodeError(
	Base: ErrorClass,
	code: string,
	message: string,
	extra?: Readonly<Record<string, unknown>>
): Error & { code: string } {
	const error = new Base(message) as Error & { code: string };
	markNodeError(error, code);
	error.code = code;
	if (extra !== undefined) {
		for (const key in extra) (error as unknown as Record<string, unknown>)[key] = extra[key];
	}
	return error;
}

/** The words after `Received` in ERR_INVALID_ARG_TYPE: `undefined`, `type string ('x')`, `an instance of Foo`, `function foo`. */
export function describeReceived(value: unknown): string {
	if (value === null || value === undefined) return String(value);
	if (typeof value === 'function') return `function ${value.name}`;
	if (typeof value === 'object') {
		const made = (value as { constructor?: { name?: string } }).constructor;
		return made?.name !== undefined && made.name !== ''
			? `an instance of ${made.name}`
			: '[Object: null prototype] {}';
	}
	let shown = typeof value === 'string' ? `'${value}'` : describePlain(value);
	if (typeof value === 'bigint') shown += 'n';
	if (shown.length > 28) shown = `${shown.slice(0, 25)}...`;
	return `type ${typeof value} (${shown})`;
}

function describePlain(value: unknown): string {
	return typeof value === 'symbol' ? value.toString() : `${value as number}`;
}

/** Throws ERR_INVALID_ARG_TYPE unless `value` is a function. */
export function validateFunction(value: unknown, argument: string): void {
	if (typeof value !== 'function') {
		throw nodeError(
			TypeError,
			'ERR_INVALID_ARG_TYPE',
			`The "${argument}" argument must be of type function. Received ${describeReceived(value)}`
		);
	}
}
