// The filter and the search of the events table, at work a few milliseconds at a time: the page stays alive while 100,000
// sentences are read, and what is found so far is there at once. Another text leaves the filtered rows as they are.
import { IncrementalFilter } from './incremental-filter.ts';

/** Longest time one go may take, real milliseconds. */
const goMs = 8;

/** A question about an event, by its sequence number. */
export type EventQuestion = (seq: number) => boolean;
export interface ScanQuestion {
	/** Does an event pass the filter? */
	readonly passes: EventQuestion;
	/** Does it hold the text? Null when none is looked for. */
	readonly holds: EventQuestion | null;
}

/** Real milliseconds, from anywhere. */
export type Stopwatch = () => number;
/** Runs something a moment later; gives what takes that back. */
export type Later = (run: () => void) => () => void;

export class EventScan {
	readonly #now: Stopwatch;
	readonly #later: Later;
	#question: ScanQuestion = { passes: () => false, holds: null };
	#rows = new IncrementalFilter(() => false);
	#hits = new IncrementalFilter(() => false);
	#length = 0;
	#cancel: (() => void) | null = null;
	/** Grows with everything found: what is read of the lists below depends on it. */
	#version = $state(0);

	constructor(now: Stopwatch, later: Later) {
		this.#now = now;
		this.#later = later;
	}

	/** Sequence numbers of the events that pass the filter, ascending, as far as read. Not to be kept: it grows in place. */
	get rows(): readonly number[] {
		return this.#version >= 0 ? this.#rows.found : [];
	}

	/** Those of them that hold the text. */
	get hits(): readonly number[] {
		return this.#version >= 0 ? this.#hits.found : [];
	}

	/** All rows up to (without) this sequence number are known. */
	get rowsKnownTo(): number {
		return this.#version >= 0 ? this.#rows.read : 0;
	}

	/** All hits up to (without) this sequence number are known. */
	get hitsKnownTo(): number {
		return this.#version >= 0 ? (this.#rows.found[this.#hits.read] ?? this.#rows.read) : 0;
	}

	/** Everything has been read. */
	get isDone(): boolean {
		return this.#version >= 0 && this.#areRowsDone && this.#areHitsDone;
	}

	/** How much of the run has been searched, 0 to 1. */
	get part(): number {
		return this.isDone ? 1 : this.hitsKnownTo / Math.max(1, this.#length);
	}

	/**
	 * Another question about the first `length` events: what is new in it begins anew. The first go is made at once, so a short run is
	 * never seen empty.
	 */
	ask(question: ScanQuestion, length: number): void {
		this.stop();
		const { passes, holds } = question;
		if (passes !== this.#question.passes) this.#rows = new IncrementalFilter(passes);
		this.#hits = new IncrementalFilter(holds ?? (() => false));
		this.#question = question;
		this.#length = length;
		this.#go();
	}

	/** The run grew. */
	grow(length: number): void {
		if (length <= this.#length) return;
		this.#length = length;
		if (this.#cancel === null) this.#go();
	}

	stop(): void {
		this.#cancel?.();
		this.#cancel = null;
	}

	get #areRowsDone(): boolean {
		return this.#rows.read >= this.#length;
	}

	get #areHitsDone(): boolean {
		return this.#question.holds === null || this.#hits.read >= this.#rows.found.length;
	}

	#go(): void {
		this.#cancel = null;
		const rows = this.#rows;
		const endMs = this.#now() + goMs;
		const isTimeUp = (): boolean => this.#now() >= endMs;
		const isFiltered = rows.readOn(this.#length, (seq) => seq, isTimeUp);
		if (isFiltered && this.#question.holds !== null) {
			this.#hits.readOn(rows.found.length, (row) => rows.found[row] ?? 0, isTimeUp);
		}
		this.#version += 1;
		if (this.#areRowsDone && this.#areHitsDone) return;
		this.#cancel = this.#later(() => {
			this.#go();
		});
	}
}
