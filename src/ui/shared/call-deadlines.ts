// Calls whose callers counted the time themselves: a timer set in the same turn as the request has run out. What the program
// makes of it, giving up, asking again or waiting on, no event says; so this is no fate of a call.
import type { Trace, TraceEvent } from '#trace';

type Of<K extends TraceEvent['kind']> = Extract<TraceEvent, { kind: K }>;

class CallDeadlines {
	readonly #trace: Trace;
	/** The turn a call's request left in, and the turn a timer was set in (by process and timer): its `turn.ended`. */
	readonly #turnOfCall = new Map<number, number>();
	readonly #turnOfTimer = new Map<string, number>();
	/** When the first timer of a turn ran out: a sequence number. */
	readonly #ranOut = new Map<number, number>();
	#starts = 0;
	#dues = 0;

	constructor(trace: Trace) {
		this.#trace = trace;
	}

	/** Has time run out for a call at a cursor position? */
	isOver(call: number, cursor: number): boolean {
		this.#grow();
		return (this.#ranOut.get(this.#turnOfCall.get(call) ?? -1) ?? Infinity) < cursor;
	}

	/** In the order of the run: a process started again counts its timers anew. */
	#grow(): void {
		const starts = this.#trace.seqsOfKind('call.started');
		const dues = this.#trace.seqsOfKind('process.timer-due');
		while (this.#starts < starts.length || this.#dues < dues.length) {
			const start = starts[this.#starts] ?? Infinity;
			const due = dues[this.#dues] ?? Infinity;
			if (start < due) {
				this.#started(this.#trace.event(start) as Of<'call.started'>);
				this.#starts += 1;
			} else {
				this.#due(this.#trace.event(due) as Of<'process.timer-due'>);
				this.#dues += 1;
			}
		}
	}

	#started({ cause, data }: Of<'call.started'>): void {
		const turn = this.#trace.event(this.#trace.event(cause).cause);
		if (turn.kind !== 'turn.ended') return;
		this.#turnOfCall.set(data.number, turn.seq);
		for (const [operation, timer, , repeats] of turn.data.operations) {
			if (operation === 'timer' && repeats !== true)
				this.#turnOfTimer.set(`${turn.actor} ${String(timer)}`, turn.seq);
		}
	}

	#due({ actor, data, seq }: Of<'process.timer-due'>): void {
		const timer = `${actor} ${String(data.timer)}`;
		const turn = this.#turnOfTimer.get(timer);
		this.#turnOfTimer.delete(timer);
		if (turn !== undefined && !this.#ranOut.has(turn)) this.#ranOut.set(turn, seq);
	}
}

const known = new WeakMap<Trace, CallDeadlines>();

/** The deadlines of a run's calls, as far as it is computed. */
export function callDeadlines(trace: Trace): CallDeadlines {
	const deadlines = known.get(trace) ?? new CallDeadlines(trace);
	known.set(trace, deadlines);
	return deadlines;
}
