// Why something happened: each event names the one that led to it. Walking back gives the chain of causes, walking
// forward what came of an event. Answers about the past only; nothing is guessed.
import { describeEvent } from './describe-event.ts';
import { detailOf } from './event-detail.ts';
import { traceIndex, type EventList } from './trace-index.ts';

/** One link of a chain of causes, in words. */
export interface Reason {
	readonly seq: number;
	readonly sentence: string;
}

/** The causes of an event, the first one in time first; without the event itself. */
export function causesOf(trace: EventList, seq: number): readonly number[] {
	const causes: number[] = [];
	for (let cause = trace.event(seq).cause; cause >= 0; cause = trace.event(cause).cause) {
		causes.push(cause);
	}
	return causes.reverse();
}

/** The events an event led to directly, in order. Reads on until the end of the trace. */
export function effectsOf(trace: EventList, seq: number): readonly number[] {
	const effects: number[] = [];
	for (let later = seq + 1; later < trace.length; later++) {
		if (trace.event(later).cause === seq) effects.push(later);
	}
	return effects;
}

/**
 * Why an event happened: sentences from the first cause to the event itself. Causes that only move things along
 * inside a machine are left out; the event itself is always there.
 */
export function why(trace: EventList, seq: number): readonly Reason[] {
	const index = traceIndex(trace);
	return [...causesOf(trace, seq), seq]
		.filter((cause) => cause === seq || detailOf(trace.event(cause)) !== 'everything')
		.map((cause) => ({ seq: cause, sentence: describeEvent(trace.event(cause), index) }));
}
