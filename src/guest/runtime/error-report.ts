// How Node.js prints an error nobody caught: the place, the source line, a caret, then the error as inspect shows it.
// Source: Node.js 20, src/node_errors.cc (GetErrorSource, ReportFatalException).
// Differs: a value that is no Error has no known place here, and a throw away from `new Error` shows the latter's line.

import { RegExpPrototypeExec, StringPrototypeSlice } from './primordials.ts';
import { placeOf, sourceLine, type CodePlace } from './stack-traces.ts';

const footer = '\nNode.js v20.20.2';

/** The whole text for standard error, without the final newline. `isThrown` is false for rejections. */
export function uncaughtReport(error: unknown, isThrown: boolean): string {
	const place = placeOf(error);
	const source = place === undefined ? '' : sourceExcerpt(place, isThrown);
	if (typeof error === 'object' && error !== null && error instanceof Error) {
		return `${source}${source === '' ? '' : '\n\n'}${shown(error)}\n${footer}`;
	}
	const hint =
		typeof error === 'object' && error !== null
			? ''
			: '\n(Use `node --trace-uncaught ...` to show where the exception was thrown)';
	return `Uncaught:\n${shown(error)}${hint}\n${footer}`;
}

/** `/app/a.js:3`, the line and a caret below it; '' when the file is not the student's. */
function sourceExcerpt(place: CodePlace, isThrown: boolean): string {
	const line = sourceLine(place.file, place.line);
	if (line === '') return '';
	let column = place.column - 1;
	const before = StringPrototypeSlice(line, 0, column);
	const thrown = isThrown ? RegExpPrototypeExec(/\bthrow\s+$/, before) : null;
	if (thrown !== null) column = thrown.index;
	let indent = '';
	for (let index = 0; index < column; index++) indent += line[index] === '\t' ? '\t' : ' ';
	return `${place.file}:${place.line}\n${line}\n${indent}^`;
}

let inspectError: ((error: unknown) => string) | undefined;

/** Has errors shown by util.inspect, which stands on this runtime and so cannot be imported here. */
export function showErrorsWith(inspect: (error: unknown) => string): void {
	inspectError = inspect;
}

/** The error as util.inspect shows it, or its stack when inspect is not there or fails. */
function shown(error: unknown): string {
	try {
		if (typeof error === 'string') return error;
		if (inspectError !== undefined) return inspectError(error);
	} catch {
		// A student's own inspect or getter threw: the plain form below has to do.
	}
	return plain(error);
}

function plain(error: unknown): string {
	try {
		const stack = (error as { stack?: unknown } | null | undefined)?.stack;
		return typeof stack === 'string' ? stack : String(error);
	} catch {
		return '[an error that cannot be shown]';
	}
}

/** One line for the trace: `Name: message`, or the value itself. */
export function briefly(error: unknown): string {
	try {
		if (error instanceof Error) {
			const { name, message } = error;
			return message === '' ? name : `${name}: ${message}`;
		}
		return typeof error === 'string' ? error : describeReason(error);
	} catch {
		return 'an error that cannot be shown';
	}
}

/** A rejection's reason in words, without running student code: strings and numbers as they are, `#<Object>` for objects. */
export function describeReason(reason: unknown): string {
	switch (typeof reason) {
		case 'string':
			return reason;
		case 'object': {
			if (reason === null) return 'null';
			const made = (reason as { constructor?: { name?: string } }).constructor;
			return `#<${made?.name ?? 'Object'}>`;
		}
		case 'function':
			return `function ${reason.name}`;
		case 'symbol':
		case 'bigint':
		case 'number':
		case 'boolean':
		case 'undefined':
			return String(reason);
	}
}
