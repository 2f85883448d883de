// How a process ends: by itself when nothing is left, by process.exit, or by an error nobody caught.
// Source: Node.js lib/internal/process/execution.js (createOnGlobalUncaughtException), https://nodejs.org/api/process.html#exit-codes.

import { briefly, uncaughtReport } from './error-report.ts';
import { noteFact } from './facts.ts';
import { hostFatal, hostIsMemoryFull, hostOp } from './host.ts';
import { flushOutput, printLine } from './output.ts';
import { ReflectApply } from './primordials.ts';
import { placeOf } from './stack-traces.ts';
import { dropTurnEnd } from './turn-end.ts';
import { setUncaughtHandler } from './uncaught.ts';

/** What the process object offers to the end of its life. */
export interface ProcessEvents {
	/** Emits to the student's listeners; false when there are none. */
	readonly emit: (event: string, ...args: unknown[]) => boolean;
	readonly listenerCount: (event: string) => number;
	/** process.exitCode as the student left it. */
	readonly getExitCode: () => number | undefined;
	readonly setExitCode: (code: number) => void;
}

let events: ProcessEvents = {
	emit: () => false,
	listenerCount: () => 0,
	getExitCode: () => undefined,
	setExitCode() {}
};
let isExiting = false;
let isPage = false;
let hasMainRun = false;

/** Connects the process object. */
export function setProcessEvents(given: ProcessEvents): void {
	events = given;
	setUncaughtHandler((error) => {
		dieOf(error, 'uncaughtException');
	});
}

/**
 * The program stands for the script of a browser page. Once its main file has run, what a callback throws and a promise
 * nobody handles is reported, and the page lives on.
 */
export function liveAsPage(): void {
	isPage = true;
}

/** The main file has run to its end. Private to the event loop. */
export function mainHasRun(): void {
	hasMainRun = true;
}

/** Reports an error as a page does: on standard error, for the trace, and that is all. */
export function reportOnPage(error: unknown): void {
	report(error, true);
	noteCaught(error);
}

/** process.exit: runs the `exit` listeners, then ends. Does not return. */
export function exitNow(code: number | undefined): never {
	if (code !== undefined) events.setExitCode(code);
	if (!isExiting) {
		isExiting = true;
		events.emit('exit', events.getExitCode() ?? 0);
	}
	endWith(events.getExitCode() ?? 0);
}

/** Ends with `code`, running nothing more of the student's. Does not return. */
export function endWith(code: number): never {
	flushOutput();
	dropTurnEnd();
	hostOp('exit', code);
	return halt();
}

/** True once process.exit has been called or the process is dying. */
export function isEnding(): boolean {
	return isExiting;
}

/** Emits to the student's listeners; false when there are none. */
export function emitProcessEvent(event: string, ...args: unknown[]): boolean {
	const all: unknown[] = [event];
	for (let index = 0; index < args.length; index++) all[index + 1] = args[index];
	return ReflectApply(events.emit, events, all as [string]);
}

/** Says on standard error that the main module waits for something that never comes. */
export function warnOfTopLevelAwait(path: string): void {
	printLine('stderr', `Warning: Detected unsettled top-level await at file://${path}`);
}

/** Emits `beforeExit`; `exit` and the end follow in finishExit unless new work came up. */
export function announceExit(): void {
	events.emit('beforeExit', events.getExitCode() ?? 0);
}

/** An error reached the event loop: listeners get it, or the process dies (and this does not return). */
export function dieOf(error: unknown, origin: 'uncaughtException' | 'unhandledRejection'): void {
	if (isOutOfMemory(error)) hostFatal('out of memory', briefly(error));
	try {
		events.emit('uncaughtExceptionMonitor', error, origin);
		if (events.listenerCount('uncaughtException') > 0) {
			noteCaught(error);
			events.emit('uncaughtException', error, origin);
			return;
		}
	} catch (second) {
		report(second, true);
		dieWith(second, 7);
	}
	if (isPage && hasMainRun && !isStackOverflow(error)) {
		reportOnPage(error);
		return;
	}
	report(error, origin === 'uncaughtException');
	if (isStackOverflow(error)) {
		flushOutput();
		hostFatal('stack overflow', briefly(error));
	}
	dieWith(error, 1);
}

/** The program lives on and may say nothing of it: the trace keeps what was thrown, and where. */
function noteCaught(error: unknown): void {
	const place = placeOf(error);
	noteFact('process.caught', {
		message: briefly(error),
		file: place?.file ?? null,
		line: place?.line ?? null,
		column: place?.column ?? null
	});
}

function dieWith(error: unknown, code: number): never {
	if (!isExiting) {
		isExiting = true;
		events.setExitCode(code);
		try {
			events.emit('exit', code);
		} catch {
			// Node.js drops what an exit listener throws while the process is already dying.
		}
	}
	flushOutput();
	dropTurnEnd();
	if (code !== 1) {
		hostOp('exit', code);
	} else {
		const place = placeOf(error);
		hostOp('uncaught', briefly(error), place?.file ?? '', place?.line ?? 0, place?.column ?? 0);
	}
	return halt();
}

function report(error: unknown, isThrown: boolean): void {
	printLine('stderr', uncaughtReport(error, isThrown));
}

/** Waits for the host to stop the engine, which it does at its next look: no `finally` or `catch` of the student's runs. */
function halt(): never {
	for (;;);
}

/** True for the engine's own error, and for the `null` it throws when it has no memory for one. */
export function isOutOfMemory(error: unknown): boolean {
	if (error === null) return hostIsMemoryFull();
	return (
		error instanceof Error && error.name === 'InternalError' && error.message === 'out of memory'
	);
}

function isStackOverflow(error: unknown): boolean {
	return error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
}
