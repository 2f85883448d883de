// The event loop inside the guest. The host hands over one delivery at a time (`deliver`), drains promise jobs, and calls
// `proceed` for as long as something waits: ticks, the next immediate, unhandled rejections, turn-end work, the exit.
// Order after each callback, as in Node.js: ticks, then promise jobs, until both are empty.

import { runCommand } from './commands.ts';
import { runMain, withoutHashbang } from './commonjs.ts';
import { importMain } from './es-modules.ts';
import { hostNowUs, hostReadFile } from './host.ts';
import { beginImmediates, runNextImmediate } from './immediates.ts';
import { liveCount } from './liveness.ts';
import { formatOf } from './module-format.ts';
import {
	announceExit,
	dieOf,
	emitProcessEvent,
	exitNow,
	isEnding,
	mainHasRun,
	warnOfTopLevelAwait
} from './process-life.ts';
import { processFacts, startProcess, type ProcessFacts } from './process-start.ts';
import { noteRejection, processRejections } from './rejections.ts';
import {
	socketAccepted,
	socketClosed,
	socketConnected,
	socketData,
	socketRefused
} from './sockets.ts';
import { JSONParse, PromisePrototypeThen } from './primordials.ts';
import { runTicks } from './tick-queue.ts';
import { timerFired } from './timers.ts';
import { runTurnEnd } from './turn-end.ts';
import { beginCall, endCall, noteWork } from './work.ts';

let isRunningImmediates = false;
/** The count of live things when the host said that nothing is left; -1 when it has not. */
let liveAtDrain = -1;
let isMainPending = false;

/** One delivery. Runs its callback and the ticks that follow; the host then drains the promise jobs, and calls `proceed` if this gives true. */
export function deliver(kind: string, first: unknown, second: unknown, third: unknown): boolean {
	beginCall();
	try {
		dispatch(kind, first, second, third);
	} catch (error) {
		dieOf(error, 'uncaughtException');
	}
	runTicks();
	return endCall();
}

/** A message for a socket; apart from `deliver` because its words follow in any number. */
export function deliverData(
	socketId: number,
	...payload: (string | number | boolean | null | Uint8Array)[]
): boolean {
	beginCall();
	try {
		socketData(socketId, payload);
	} catch (error) {
		dieOf(error, 'uncaughtException');
	}
	runTicks();
	return endCall();
}

/** The engine rejected a promise without a handler, or a late handler came. */
export function rejection(promise: object, reason: unknown, isHandled: boolean): void {
	noteRejection(promise, reason, isHandled);
}

/** Goes on with what waits, after promise jobs have run. True when the host has to drain and ask again. */
export function proceed(): boolean {
	beginCall();
	let mayWait = true;
	try {
		mayWait = proceedOnce();
	} catch (error) {
		dieOf(error, 'uncaughtException');
	}
	runTicks();
	return endCall() || mayWait;
}

/** Takes one step; true when more may wait than what was noted meanwhile. */
function proceedOnce(): boolean {
	if (runTicks() || processRejections(emitProcessEvent, dieOf)) return true;
	if (isRunningImmediates) {
		isRunningImmediates = runNextImmediate();
		return true;
	}
	if (runTurnEnd() || liveAtDrain < 0) return liveAtDrain >= 0;
	const isStillIdle = liveCount() <= liveAtDrain;
	liveAtDrain = -1;
	if (isStillIdle) finish();
	return false;
}

function finish(): void {
	if (isMainPending) warnOfTopLevelAwait(processFacts()?.mainPath ?? '');
	exitNow(isMainPending ? 13 : undefined);
}

function dispatch(kind: string, first: unknown, second: unknown, third: unknown): void {
	switch (kind) {
		case 'timer':
			timerFired(first as number);
			return;
		case 'immediates':
			beginImmediates();
			isRunningImmediates = runNextImmediate();
			if (isRunningImmediates) noteWork();
			return;
		case 'connected':
			socketConnected(first as number);
			return;
		case 'refused':
			socketRefused(first as number, second as string);
			return;
		case 'accepted':
			socketAccepted(first as number, second as number, third as string);
			return;
		case 'closed':
			socketClosed(first as number);
			return;
		case 'command':
			runCommand(first as string);
			return;
		case 'drain':
			liveAtDrain = liveCount();
			noteWork();
			announceExit();
			return;
		case 'main':
			start(JSONParse(first as string) as ProcessFacts);
	}
}

function start(facts: ProcessFacts): void {
	startProcess({ ...facts, startedAtUs: hostNowUs() });
	const path = facts.mainPath;
	const source = hostReadFile(path);
	if (source === undefined) {
		throw missingMain(path);
	}
	if (formatOf(path, withoutHashbang(source)) !== 'module') {
		runMain(path, source);
		mainHasRun();
		return;
	}
	isMainPending = true;
	void PromisePrototypeThen(
		importMain(path),
		() => {
			isMainPending = false;
			mainHasRun();
		},
		(error: unknown) => {
			isMainPending = false;
			if (!isEnding()) dieOf(error, 'uncaughtException');
		}
	);
}

function missingMain(path: string): Error {
	const error = new Error(`Cannot find module '${path}'`) as Error & {
		code: string;
		requireStack: string[];
	};
	error.code = 'MODULE_NOT_FOUND';
	error.requireStack = [];
	return error;
}
