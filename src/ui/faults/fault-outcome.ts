// What became of an intervention in a run: where it stands in the trace, and why it had no effect if it had none. Pure.
import { actorState, type Trace } from '#trace';
import type { Intervention } from '#scenario';

export interface FaultOutcome {
	/** Sequence number of its event; null: the run does not get this far. */
	readonly seq: number | null;
	/** null: it did what it says. */
	readonly problem: 'waits' | 'pending' | 'not-running' | 'missed' | null;
}

const touches = ['link.dropped', 'link.delayed', 'link.duplicated'] as const;
const misses = ['link.missed', 'network.missed'] as const;

/** @param index the intervention's number in the run */
export function outcomeOf(intervention: Intervention, index: number, trace: Trace): FaultOutcome {
	const seq = trace.seqsOfKind('run.intervention').find((at) => {
		const event = trace.event(at);
		return event.kind === 'run.intervention' && event.data.index === index;
	});
	if (seq === undefined) return { seq: null, problem: 'waits' };
	if (intervention.do === 'message') return { seq, problem: messageProblem(index, trace) };
	const name = 'process' in intervention ? intervention.process : null;
	// Starting and restarting need nobody alive.
	if (typeof name !== 'string' || intervention.do === 'restart') return { seq, problem: null };
	const state = actorState(trace.worldAt(seq), 'process', name);
	return { seq, problem: state?.status === 'running' ? null : 'not-running' };
}

function messageProblem(by: number, trace: Trace): 'pending' | 'missed' | null {
	const isOurs = (seq: number): boolean => {
		const { data } = trace.event(seq);
		return 'by' in data && data.by === by;
	};
	if (misses.some((kind) => trace.seqsOfKind(kind).some(isOurs))) return 'missed';
	return touches.some((kind) => trace.seqsOfKind(kind).some(isOurs)) ? null : 'pending';
}
