// The run on the page while it is computed and afterwards: its trace, how far it is, how it ended. A new run takes the place
// of the old one when it has something to show. Knows neither what was edited nor when to compute.
import type { Scenario } from '#scenario';
import type { RunSummary } from '#simulation';
import { Trace } from '#trace';
import { diagnosticsIn, type Diagnostic } from './diagnostics.ts';
import type { RunEngine, RunFailure, RunProgress } from './run-engine.ts';

/** `refused`: the changes make no scenario that could be run; the run on the page is then an older one. */
export type RunStatus = 'empty' | 'running' | 'finished' | 'failed' | 'cancelled' | 'refused';

/** Called when a person looks at a new run: `fresh` for another scenario, else the same one computed anew. */
export type TraceListener = (trace: Trace, fresh: boolean) => void;

/**
 * The page draws anew whenever it hears of new events. A run longer than this is followed in strides, so many milliseconds apart; so is
 * one computed anew, which has an older picture to stand in for it and is mostly over before the first stride.
 */
const followedEvents = 2000;
const strideMs = 150;

export class LiveRun {
	readonly #engine: RunEngine;
	#trace: Trace = $state.raw(new Trace());
	#horizon = $state(0);
	#status: RunStatus = $state('empty');
	#progress: RunProgress | null = $state.raw(null);
	#summary: RunSummary | null = $state.raw(null);
	#failure: RunFailure | null = $state.raw(null);
	#stride: ReturnType<typeof setTimeout> | undefined;

	/** Has a new run got to where the old one is looked at? Only then it replaces the picture of the old one. */
	isFarEnough: (trace: Trace) => boolean = () => true;
	/** Called when `trace` becomes another one. */
	onTrace: TraceListener = () => undefined;
	/** Called when the trace grew to this many events. */
	onGrown: (length: number) => void = () => undefined;
	/** Called when `trace` will not grow any more: its run ended, or its computation was given up. */
	onSettled: () => void = () => undefined;
	/** Called when a run came to its end, before it settles. */
	onFinished: (trace: Trace, summary: RunSummary) => void = () => undefined;

	/** Errors of guest programs with file and line, from the trace. */
	readonly diagnostics: readonly Diagnostic[] = $derived.by(() =>
		diagnosticsIn(this.#trace, this.#horizon)
	);

	constructor(engine: RunEngine) {
		this.#engine = engine;
	}

	/** The object grows in place: read `horizon` to hear of it. */
	get trace(): Trace {
		return this.#trace;
	}

	/** Events of `trace` computed so far. */
	get horizon(): number {
		return this.#horizon;
	}

	get status(): RunStatus {
		return this.#status;
	}

	/** How far a long computation is; null when none is under way. */
	get progress(): RunProgress | null {
		return this.#progress;
	}

	/** What the run that finished last came to; null until then. */
	get summary(): RunSummary | null {
		return this.#summary;
	}

	get failure(): RunFailure | null {
		return this.#failure;
	}

	/** Forgets what the last run came to: another scenario follows. */
	forget(): void {
		this.#summary = null;
	}

	/** Leaves the run: nothing is open. */
	leave(): void {
		this.#end('empty');
	}

	/** Gives up the computation; what was computed stays. */
	cancel(): void {
		this.#end('cancelled');
		this.#settle();
	}

	/** Ends what is computed and will not be wanted; the next run finds an idle engine. */
	giveWay(): void {
		if (this.#status === 'running') this.#engine.cancel();
	}

	/** Nothing can be computed: the picture stays, or with `fresh` there is none yet. */
	refuse(fresh: boolean): void {
		this.#end('refused');
		if (fresh) this.#show(new Trace(), true);
		this.#settle();
	}

	/** Computes a run. With `fresh` it is shown at once, else a stride after it `isFarEnough`, or at its end. */
	start(scenario: Scenario, fresh: boolean): void {
		const incoming = new Trace();
		const isShown = (): boolean => this.#trace === incoming;
		this.#rest();
		this.#status = 'running';
		this.#progress = { virtualMs: 0, events: 0, busyWith: null };
		this.#failure = null;
		if (fresh) this.#show(incoming, true);
		const conclude = (status: RunStatus): void => {
			if (!isShown()) this.#show(incoming, fresh);
			this.#status = status;
			this.#progress = null;
		};
		this.#engine.start(scenario, {
			events: (events) => {
				incoming.append(events);
				if (isShown()) this.#grow(fresh);
				else if (this.isFarEnough(incoming)) {
					this.#stride ??= setTimeout(() => {
						this.#show(incoming, fresh);
					}, strideMs);
				}
			},
			progress: (progress) => {
				this.#progress = progress;
			},
			finished: (summary) => {
				conclude('finished');
				this.#summary = summary;
				this.onFinished(incoming, summary);
				this.#settle();
			},
			failed: (failure) => {
				conclude('failed');
				this.#failure = failure;
				this.#settle();
			}
		});
	}

	#end(status: RunStatus): void {
		this.#engine.cancel();
		this.#rest();
		this.#status = status;
		this.#progress = null;
	}

	#show(trace: Trace, fresh: boolean): void {
		this.#rest();
		this.#trace = trace;
		this.#horizon = trace.length;
		this.onTrace(trace, fresh);
	}

	/** Tells of new events: at once while a fresh run is short. */
	#grow(fresh: boolean): void {
		if (fresh && this.#trace.length <= followedEvents) this.#tellGrowth();
		else
			this.#stride ??= setTimeout(() => {
				this.#tellGrowth();
			}, strideMs);
	}

	/** Nothing is told after a stride any more. */
	#rest(): void {
		clearTimeout(this.#stride);
		this.#stride = undefined;
	}

	#tellGrowth(): void {
		this.#rest();
		const { length } = this.#trace;
		if (length === this.#horizon) return;
		this.#horizon = length;
		this.onGrown(length);
	}

	#settle(): void {
		this.#tellGrowth();
		this.onSettled();
	}
}
