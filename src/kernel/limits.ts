// Every bound of a run, each with its unit in its name. Reaching one is an event the student sees, never a hang.

/** Bounds of a run. A scenario may override each by name. */
export interface Limits {
	/** Interrupt polls one turn may use (fib(35), naive, takes about 9,000). */
	readonly turnPollsMax: number;
	/** Guest heap per process, bytes. */
	readonly heapBytesMax: number;
	/** Guest native stack per process, bytes: the depth that is safe in a Chromium worker and in Node.js alike. */
	readonly stackBytesMax: number;
	/** Operations one turn may ask for. */
	readonly turnOperationsMax: number;
	/** Bytes one turn may send. */
	readonly turnSentBytesMax: number;
	/** Timers one process may have armed at once. */
	readonly liveTimersMax: number;
	/** Console output per process, bytes; the rest is cut with a notice. */
	readonly consoleBytesMax: number;
	/** Turns one process may take. */
	readonly turnsMax: number;
	/** Events a run may record. */
	readonly eventsMax: number;
	/** Payload bytes a trace may hold. */
	readonly traceBytesMax: number;
}

export const defaultLimits: Limits = {
	turnPollsMax: 20_000,
	heapBytesMax: 64 * 1024 * 1024,
	stackBytesMax: 128 * 1024,
	turnOperationsMax: 10_000,
	turnSentBytesMax: 16 * 1024 * 1024,
	liveTimersMax: 10_000,
	consoleBytesMax: 1024 * 1024,
	turnsMax: 200_000,
	eventsMax: 2_000_000,
	traceBytesMax: 512 * 1024 * 1024
};
