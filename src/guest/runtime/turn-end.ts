// Work that a library puts off to the end of the turn, e.g. writing out what its channels buffered.

import { noteWork } from './work.ts';

let waiting: (() => void)[] = [];

/**
 * Runs `fn` once, after the callback of this turn and all its ticks and microtasks have run (and before the host carries
 * out the turn's operations). Not run when the process has called `process.exit`. What it queues (ticks, microtasks) runs too.
 * Ask again in the next turn; asking is cheap.
 */
export function beforeTurnEnds(fn: () => void): void {
	if (waiting.length === 0) noteWork();
	waiting[waiting.length] = fn;
}

/** Runs what waits. True when there was something. Private to the event loop. */
export function runTurnEnd(): boolean {
	if (waiting.length === 0) return false;
	const batch = waiting;
	waiting = [];
	for (let index = 0; index < batch.length; index++) batch[index]?.();
	return true;
}

/** Forgets what waits: the process is ending. Private to the event loop. */
export function dropTurnEnd(): void {
	waiting = [];
}
