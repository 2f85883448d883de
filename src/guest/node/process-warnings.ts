// process.emitWarning: a line on standard error, and the event `warning` of process.
// Source: Node.js v20 lib/internal/process/warning.js.

import { processFacts } from '../runtime/process-start.ts';
import { printLine } from '../runtime/output.ts';
import { queueTick } from '../runtime/tick-queue.ts';
import { codes } from './error-codes.ts';

interface Warning extends Error {
	code?: string;
	detail?: string;
}

interface WarningOptions {
	readonly type?: string;
	readonly code?: string;
	readonly detail?: string;
}

/** Warns once the current callback is done. E.g. `emitWarning('too many', 'MaxListenersExceededWarning')`. */
export function emitWarning(
	warning: string | Error,
	typeOrOptions?: string | WarningOptions,
	codeOrNothing?: string
): void {
	const options =
		typeof typeOrOptions === 'object'
			? typeOrOptions
			: { type: typeOrOptions, code: codeOrNothing, detail: undefined };
	const made = typeof warning === 'string' ? new Error(warning) : warning;
	if (!(made instanceof Error)) {
		throw new codes.ERR_INVALID_ARG_TYPE('warning', ['string', 'Error'], warning);
	}
	const error: Warning = made;
	if (typeof warning === 'string') {
		error.name = options.type ?? 'Warning';
		if (options.code !== undefined) error.code = options.code;
		if (options.detail !== undefined) error.detail = options.detail;
	}
	queueTick(tellWarning, [error]);
}

let isHintGiven = false;

function tellWarning(error: Warning): void {
	const code = error.code === undefined ? '' : `[${error.code}] `;
	printLine('stderr', `(node:${processFacts()?.pid ?? 1}) ${code}${error.name}: ${error.message}`);
	if (error.detail !== undefined) printLine('stderr', error.detail);
	if (!isHintGiven) {
		isHintGiven = true;
		const flag = error.name === 'DeprecationWarning' ? '--trace-deprecation' : '--trace-warnings';
		printLine('stderr', `(Use \`node ${flag} ...\` to show where the warning was created)`);
	}
	const { process } = globalThis as {
		process?: { emit?: (event: string, value: unknown) => unknown };
	};
	process?.emit?.('warning', error);
}
