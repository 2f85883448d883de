// The clock the stage shows: while playing it is the playback's; after a step it runs from the old time to the new one
// within a moment, so that one sees what flew. Owns no truth: it always ends at the cursor's time.

/** Real milliseconds a step's animation takes at least and at most. */
const stepMsMin = 220;
const stepMsMax = 600;

export class ShownClock {
	#fromUs = 0;
	#toUs: number;
	#elapsedMs = 0;
	#durationMs = 0;

	/** @param us the time to show at first, microseconds */
	constructor(us: number) {
		this.#toUs = us;
	}

	/** The time to show, microseconds. */
	get us(): number {
		if (this.#elapsedMs >= this.#durationMs) return this.#toUs;
		return this.#fromUs + (this.#toUs - this.#fromUs) * (this.#elapsedMs / this.#durationMs);
	}

	get isMoving(): boolean {
		return this.#elapsedMs < this.#durationMs;
	}

	/** Shows a time at once. */
	set(us: number): void {
		this.#toUs = us;
		this.#durationMs = 0;
		this.#elapsedMs = 0;
	}

	/** Runs to a later time; `usPerMs` is the pace of playing. */
	runTo(us: number, usPerMs: number): void {
		this.#fromUs = this.us;
		this.#toUs = us;
		this.#elapsedMs = 0;
		const natural = (us - this.#fromUs) / Math.max(usPerMs, 0.001);
		this.#durationMs = Math.min(Math.max(natural, stepMsMin), stepMsMax);
	}

	/** Real time passes. */
	advance(elapsedMs: number): void {
		this.#elapsedMs = Math.min(this.#elapsedMs + elapsedMs, this.#durationMs);
	}
}
