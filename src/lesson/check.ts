// Judges declarative assertions over a trace: on what happened, never on the text of the student's code. Each gives a
// verdict with the event that decided it, so that the page can show where.
import type { EventList } from '#trace';
import type { Assertion, Failure, PlainAssertion } from './assertion.ts';
import { answeredFailure, percentileFailure } from './check-calls.ts';
import {
	atMostOnceFailure,
	countFailure,
	orderFailure,
	pairsFailure,
	spreadFailure,
	withinFailure
} from './check-events.ts';
import { printsFailure } from './check-output.ts';
import { settlesFailure } from './check-queue.ts';
import { routedFailure } from './check-routing.ts';

/** One thing a task asks for. */
export interface Check {
	/** What is asked for, as a sentence that is true when it holds. */
	readonly says: string;
	readonly assertion: Assertion;
}

/** What a check found in one run. */
export type Verdict =
	| { readonly says: string; readonly passed: true; readonly because: null; readonly seq: null }
	| ({ readonly says: string; readonly passed: false } & Failure);

/** A check's verdict; `failure` null when it holds. */
export function verdictOf({ says }: Check, failure: Failure | null): Verdict {
	return failure === null
		? { says, passed: true, because: null, seq: null }
		: { says, passed: false, ...failure };
}

/** Why an assertion does not hold in a run that has ended; null when it does. */
export function failureOf(assertion: PlainAssertion, trace: EventList): Failure | null {
	switch (assertion.form) {
		case 'count':
			return countFailure(assertion.events, assertion.min, assertion.max, trace);
		case 'eventually':
			return countFailure(assertion.events, 1, null, trace);
		case 'never':
			return countFailure(assertion.events, 0, 0, trace);
		case 'order':
			return orderFailure(assertion.events, assertion.then, trace);
		case 'within':
			return withinFailure(assertion, trace);
		case 'at-most-once':
			return atMostOnceFailure(assertion, trace);
		case 'pairs':
			return pairsFailure(assertion, trace);
		case 'spread':
			return spreadFailure(assertion, trace);
		case 'answered':
			return answeredFailure(assertion, trace);
		case 'percentile':
			return percentileFailure(assertion, trace);
		case 'settles':
			return settlesFailure(assertion.queue, trace);
		case 'prints':
			return printsFailure(assertion, trace);
		case 'routed-by-modulo':
			return routedFailure(assertion, trace);
	}
}
