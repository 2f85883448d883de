// The way of one call: its messages and its fate, in order. Reads the whole run, so that one can jump ahead.
import { traceIndex, type Trace, type TraceKind } from '#trace';

const callKinds: readonly TraceKind[] = [
	'call.received',
	'call.answered',
	'call.timed-out',
	'call.orphaned'
];

/** Sequence numbers of the events that make up a call, ascending. */
export function callHistory(call: number, trace: Trace): readonly number[] {
	const seqs = new Set<number>();
	for (const flight of traceIndex(trace).flights) {
		if (flight.call !== call) continue;
		seqs.add(flight.sentSeq);
		if (flight.lost !== null) seqs.add(flight.lost.seq);
	}
	const actor = `call:${String(call)}`;
	for (const kind of callKinds) {
		for (const seq of trace.seqsOfKind(kind)) if (trace.event(seq).actor === actor) seqs.add(seq);
	}
	return [...seqs].sort((a, b) => a - b);
}
