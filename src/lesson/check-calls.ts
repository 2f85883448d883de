// Assertions about calls: were they answered, and how fast.
import type { EventList } from '#trace';
import type { Assertion, CallFilter, Failure } from './assertion.ts';
import { callsOf, type TraceCall } from './trace-calls.ts';

function matching({ caller, target }: CallFilter, trace: EventList): readonly TraceCall[] {
	return callsOf(trace).filter(
		(call) =>
			(caller === null || call.caller === caller) &&
			(target === null || call.target.includes(target))
	);
}

/** Every call was answered, and there were enough of them. */
export function answeredFailure(
	{ calls: filter, min }: Extract<Assertion, { form: 'answered' }>,
	trace: EventList
): Failure | null {
	const calls = matching(filter, trace);
	const open = calls.filter(({ status }) => status !== 'answered');
	const [first] = open;
	if (first !== undefined) {
		const because = { kind: 'unanswered', open: open.length, calls: calls.length } as const;
		return { because, seq: first.seq };
	}
	if (calls.length >= min) return null;
	return { because: { kind: 'too-few-calls', count: calls.length, min }, seq: null };
}

/** So many percent of the calls were fast enough. */
export function percentileFailure(
	{ calls: filter, percent, ms }: Extract<Assertion, { form: 'percentile' }>,
	trace: EventList
): Failure | null {
	const latency = ({ latencyMs }: TraceCall) => latencyMs ?? Infinity;
	const calls = matching(filter, trace).toSorted((a, b) => latency(a) - latency(b));
	const slowest = calls[Math.ceil((calls.length * percent) / 100) - 1];
	if (slowest === undefined) return { because: { kind: 'no-calls' }, seq: null };
	if (latency(slowest) <= ms) return null;
	const { seq, number, latencyMs } = slowest;
	return { because: { kind: 'slow-call', number, latencyMs, ms }, seq };
}
