// What computes runs, as the page's state sees it: the worker's client on the page, a fake in tests.
import type { Scenario } from '#scenario';
import type { RunSummary } from '#simulation';
import type { TraceEvent } from '#trace';

export interface RunProgress {
	readonly virtualMs: number;
	readonly events: number;
	/** The process whose turn is taking long, or null. */
	readonly busyWith: string | null;
}

/** Our own bug, with what to report. */
export interface RunFailure {
	readonly message: string;
	readonly seed: number;
	readonly event: number;
}

/** What a run tells while it is computed. */
export interface RunListener {
	events(events: readonly TraceEvent[]): void;
	progress(progress: RunProgress): void;
	finished(summary: RunSummary): void;
	failed(failure: RunFailure): void;
}

/** Computes runs, one at a time: a new start ends the one before. */
export interface RunEngine {
	start(scenario: Scenario, listener: RunListener): void;
	cancel(): void;
}
