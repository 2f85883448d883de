// The calls of a run with what became of them, read from the trace.
import type { CallProtocol, CallStatus } from '#rpc/events';
import type { EventList } from '#trace';

/** One call, as a check or a script of a lesson sees it. */
export interface TraceCall {
	readonly number: number;
	readonly protocol: CallProtocol;
	readonly caller: string;
	readonly target: string;
	/** Who answered; null when nobody did or it is not known. */
	readonly server: string | null;
	readonly status: CallStatus;
	/** Sequence number of its `call.started`. */
	readonly seq: number;
	/** Virtual milliseconds from the request to the answer; null while there is none. */
	readonly latencyMs: number | null;
}

/** All calls in the order in which they began. */
export function callsOf(trace: EventList): readonly TraceCall[] {
	const calls = new Map<string, TraceCall & { readonly startedUs: number }>();
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (event.kind === 'call.started') {
			const { number, protocol, caller, target } = event.data;
			const fate = { server: null, status: 'waiting', latencyMs: null } as const;
			const call = { number, protocol, caller, target, ...fate, seq, startedUs: event.at };
			calls.set(event.actor, call);
			continue;
		}
		const call = calls.get(event.actor);
		if (call === undefined) continue;
		if (event.kind === 'call.answered') {
			const latencyMs = (event.at - call.startedUs) / 1000;
			calls.set(event.actor, {
				...call,
				status: 'answered',
				server: event.data.server,
				latencyMs
			});
		} else if (event.kind === 'call.timed-out') {
			calls.set(event.actor, { ...call, status: 'timed out' });
		} else if (event.kind === 'call.orphaned') {
			calls.set(event.actor, { ...call, status: 'orphaned' });
		}
	}
	return [...calls.values()].map(({ startedUs: _, ...call }) => call);
}
