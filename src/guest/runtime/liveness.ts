// How many things keep this process alive: timers, immediates, sockets and listeners with a reference.
// The host decides when a process has nothing left; this count only tells whether a `beforeExit` listener made new work.

let live = 0;

/** One more (1) or one less (-1) thing keeps the process alive. */
export function countLive(change: 1 | -1): void {
	live += change;
}

/** The count now. */
export function liveCount(): number {
	return live;
}
