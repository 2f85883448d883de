// The search through all events of a run, a little at a time: the page stays alive while 100,000 sentences are read, and what is
// found so far is there at once.
import type { Trace, TraceEvent } from '#trace';

/** Longest time one go may take, real milliseconds. */
const goMs = 8;
/** Events between two looks at the clock. */
const stride = 64;

export interface ScanQuestion {
	readonly trace: Trace;
	readonly passes: (event: TraceEvent) => boolean;
	/** null when no text is looked for. */
	readonly holds: ((event: TraceEvent) => boolean) | null;
}

/** Real milliseconds, from anywhere. */
export type Stopwatch = () => number;
/** Runs something a moment later; gives what takes that back. */
export type Later = (run: () => void) => () => void;

export class EventScan {
	readonly #now: Stopwatch;
	readonly #later: Later;
	#question: ScanQuestion | null = null;
	#rows: number[] = [];
	#hits: number[] = [];
	#read = 0;
	#length = 0;
	#cancel: (() => void) | null = null;
	/** Grows with everything found: what the lists below depend on. */
	#version = $state(0);

	constructor(now: Stopwatch, later: Later) {
		this.#now = now;
		this.#later = later;
	}

	/** Sequence numbers of the events that pass, ascending, as far as read. Not to be kept: it grows. */
	get rows(): readonly number[] {
		return this.#version >= 0 ? this.#rows : [];
	}

	/** Those of them that hold the text. */
	get hits(): readonly number[] {
		return this.#version >= 0 ? this.#hits : [];
	}

	/** Everything has been read. */
	get isDone(): boolean {
		return this.#version >= 0 && this.#read >= this.#length;
	}

	/** Another question: starts anew. The first go is made at once, so a short run is never seen empty. */
	ask(question: ScanQuestion, length: number): void {
		this.stop();
		this.#question = question;
		this.#rows = [];
		this.#hits = [];
		this.#read = 0;
		this.#length = length;
		this.#go();
	}

	/** The same question, the run grew. */
	grow(length: number): void {
		if (length <= this.#length) return;
		this.#length = length;
		if (this.#cancel === null) this.#go();
	}

	stop(): void {
		this.#cancel?.();
		this.#cancel = null;
	}

	#go(): void {
		this.#cancel = null;
		if (this.#question === null) return;
		const { trace, passes, holds } = this.#question;
		const end = this.#now() + goMs;
		do {
			const stop = Math.min(this.#read + stride, this.#length);
			for (; this.#read < stop; this.#read++) {
				const event = trace.event(this.#read);
				if (!passes(event)) continue;
				this.#rows.push(event.seq);
				if (holds?.(event) === true) this.#hits.push(event.seq);
			}
		} while (this.#read < this.#length && this.#now() < end);
		this.#version += 1;
		if (this.#read < this.#length) {
			this.#cancel = this.#later(() => {
				this.#go();
			});
		}
	}
}
