// Where things stand on the timeline, as parts of its width: calls, skipped gaps, ends of processes. Positions count
// events, not time, so that a busy instant has room.
import type { Trace } from '#trace';
import type { SkippedGap } from '../state/playback-schedule.ts';

export interface TimelineMark {
	readonly seq: number;
	/** 0 to 1. */
	readonly at: number;
	readonly kind: 'call' | 'answer' | 'lost' | 'end';
	/** Number of the call, or null. */
	readonly call: number | null;
}

/** More marks than this would be a grey band: then only every n-th is given. */
const marksMax = 400;

/** Marks for the first `length` events. */
export function timelineMarks(trace: Trace, length: number): readonly TimelineMark[] {
	const marks: TimelineMark[] = [];
	const add = (seqs: readonly number[], kind: TimelineMark['kind']): void => {
		for (const seq of seqs) {
			if (seq < length)
				marks.push({ seq, at: (seq + 1) / length, kind, call: callNumber(trace, seq) });
		}
	};
	add(trace.seqsOfKind('call.started'), 'call');
	add(trace.seqsOfKind('call.answered'), 'answer');
	for (const kind of [
		'call.timed-out',
		'call.orphaned',
		'call.stray-reply',
		'link.dropped'
	] as const) {
		add(trace.seqsOfKind(kind), 'lost');
	}
	for (const kind of ['process.exited', 'process.killed'] as const)
		add(trace.seqsOfKind(kind), 'end');
	const stride = Math.ceil(marks.length / marksMax);
	return stride <= 1 ? marks : marks.filter((_, index) => index % stride === 0);
}

/** Gaps as marks between two events. */
export function gapMarks(
	gaps: readonly SkippedGap[],
	length: number
): readonly { readonly at: number; readonly us: number }[] {
	return gaps
		.slice(0, marksMax)
		.map((gap) => ({ at: (gap.seq + 0.5) / Math.max(length, 1), us: gap.toUs - gap.fromUs }));
}

function callNumber(trace: Trace, seq: number): number | null {
	const [kind, name] = trace.event(seq).actor.split(':');
	const number = Number(name);
	return kind === 'call' && Number.isInteger(number) ? number : null;
}
