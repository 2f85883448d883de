// Two finished runs side by side: the one on the page and an earlier one, either the run before or a baseline the person
// chose to keep. What they came to is compared in outcome.ts.
import type { RunSummary } from '#simulation';
import type { Trace } from '#trace';

export interface FinishedRun {
	readonly trace: Trace;
	readonly summary: RunSummary;
}

export class Comparison {
	#before: FinishedRun | null = $state.raw(null);
	#now: FinishedRun | null = $state.raw(null);
	#isPinned = $state(false);
	#isDismissed = $state(false);

	/** The earlier run; null when there is none to compare with. */
	get before(): FinishedRun | null {
		return this.#before;
	}

	/** The run on the page; null until it is finished. */
	get now(): FinishedRun | null {
		return this.#now;
	}

	/** Is the earlier run one the person wants to compare several changes with? */
	get isPinned(): boolean {
		return this.#isPinned;
	}

	/** Is there something to show that the person has not put away? */
	get isShown(): boolean {
		return this.#before !== null && !this.#isDismissed;
	}

	/** The run of a changed scenario is finished. */
	add(run: FinishedRun): void {
		if (!this.#isPinned) this.#before = this.#now;
		this.#now = run;
		this.#isDismissed = false;
	}

	/** Compares what follows with the run on the page, until the baseline is dropped. */
	keepAsBaseline(): void {
		if (this.#now === null) return;
		this.#before = this.#now;
		this.#isPinned = true;
	}

	/** Compares each run with the one before again. */
	dropBaseline(): void {
		this.#isPinned = false;
	}

	/** The person has seen it; the next run shows it again. */
	dismiss(): void {
		this.#isDismissed = true;
	}

	/** Another scenario. */
	clear(): void {
		this.#before = null;
		this.#now = null;
		this.#isPinned = false;
	}
}
