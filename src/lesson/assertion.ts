// What a check can ask for, as data. Every form is one word in a `@check` line; see lessons/README.md.
import type { EventSelector } from './event-selector.ts';
import type { Reason } from './failure-reason.ts';

/** Which calls are meant; null: any. */
export interface CallFilter {
	/** Name of the calling process. */
	readonly caller: string | null;
	/** Part of the queue, route or remote method asked for. */
	readonly target: string | null;
}

/** What is to hold of a run. */
export type Assertion =
	/** So many events match; null is no upper bound: lessons are kept and sent as JSON. */
	| {
			readonly form: 'count';
			readonly events: EventSelector;
			readonly min: number;
			readonly max: number | null;
	  }
	/** At least one event matches. */
	| { readonly form: 'eventually'; readonly events: EventSelector }
	/** No event matches. */
	| { readonly form: 'never'; readonly events: EventSelector }
	/** The first event of the one comes before the first of the other; both happen. */
	| { readonly form: 'order'; readonly events: EventSelector; readonly then: EventSelector }
	/**
	 * Each of the events is followed by one of the others within so much virtual time; with `by`, by one that has the same
	 * value in that field. At least one such event happens.
	 */
	| {
			readonly form: 'within';
			readonly events: EventSelector;
			readonly then: EventSelector;
			readonly ms: number;
			readonly by: string | null;
	  }
	/** No value of the field occurs in two of the events. At least one such event happens. */
	| { readonly form: 'at-most-once'; readonly events: EventSelector; readonly by: string }
	/** Each value of the field occurs as often among the events as among the others. At least one such event happens. */
	| {
			readonly form: 'pairs';
			readonly events: EventSelector;
			readonly others: EventSelector;
			readonly by: string;
	  }
	/** The events' values of a field: at least `over` different ones, none more than `slack` times more often than another. */
	| {
			readonly form: 'spread';
			readonly events: EventSelector;
			readonly by: string;
			readonly over: number;
			readonly slack: number;
	  }
	/** Every call that began (and matches) was answered, and there were at least `min`. */
	| { readonly form: 'answered'; readonly calls: CallFilter; readonly min: number }
	/** So many percent of the calls were answered within `ms` milliseconds; a call without an answer took forever. */
	| {
			readonly form: 'percentile';
			readonly calls: CallFilter;
			readonly percent: number;
			readonly ms: number;
	  }
	/** At the end of the run the queue exists no more, or holds nothing: no message ready, none unacknowledged. */
	| { readonly form: 'settles'; readonly queue: string }
	/** A process prints these lines, in this order when `ordered`; other lines between them are fine. */
	| {
			readonly form: 'prints';
			readonly process: string;
			readonly lines: readonly string[];
			readonly ordered: boolean;
	  }
	/** Each router decision for a server type takes candidate number (route parameter modulo number of candidates). */
	| { readonly form: 'routed-by-modulo'; readonly serverType: string; readonly min: number }
	/** A program of the lesson looks at the run and says what is wrong; see script-check.ts. */
	| { readonly form: 'script'; readonly file: string };

/** The forms that are judged here and now; a script needs a run of its own. */
export type PlainAssertion = Exclude<Assertion, { form: 'script' }>;

/** Why an assertion does not hold. */
export interface Failure {
	/** What was seen instead. */
	readonly because: Reason;
	/** The event that shows it best; null when there is none. */
	readonly seq: number | null;
}
