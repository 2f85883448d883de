// What page and worker say to each other: two tagged unions, nothing else crosses.
import type { Scenario } from '#scenario';
import type { RunSummary } from '#simulation';
import type { TraceEvent } from '#trace';

/** Page to worker. A worker computes one run at a time; a new `run` cancels the one before. */
export type ToWorker =
	| {
			readonly type: 'run';
			readonly run: number;
			readonly scenario: Scenario;
			readonly untilMs?: number;
	  }
	| { readonly type: 'cancel'; readonly run: number };

/** Worker to page. Events come in order and without gaps. */
export type FromWorker =
	| { readonly type: 'ready' }
	| { readonly type: 'events'; readonly run: number; readonly events: readonly TraceEvent[] }
	| {
			readonly type: 'progress';
			readonly run: number;
			readonly virtualMs: number;
			readonly events: number;
			readonly busyWith: string | null;
	  }
	| { readonly type: 'finished'; readonly run: number; readonly summary: RunSummary }
	/** Our own bug, with what to report. */
	| {
			readonly type: 'failed';
			readonly run: number;
			readonly message: string;
			readonly seed: number;
			readonly event: number;
	  };

/** What a caller hears of its run; each message names its kind in `type`. */
export type RunMessage = Exclude<FromWorker, { type: 'ready' }>;
