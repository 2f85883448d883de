// The shapes of the timeline's drawing, in parts of its width: how many messages in each slice of it, marks where something
// stands out, labels that do not overlap. Pure.
import type { SkippedGap } from '../state/playback-schedule.ts';
import type { EventKind } from './event-kinds.ts';

/** Kinds of events that are marked, from the ones told first when two share a place. */
export const markedKinds = ['deed', 'error', 'limit', 'call-failed', 'lost'] as const;

export type MarkedKind = (typeof markedKinds)[number];

export interface TimelineMark {
	readonly seq: number;
	/** 0 to 1. */
	readonly at: number;
	readonly kind: MarkedKind;
}

/** Messages in each slice of the line, from its beginning, as parts (0 to 1) of the fullest slice. */
export type Density = readonly number[];

/** Slices of the line. */
const slices = 150;
/** Marks of a kind that are closer to each other than this part of the line are one. */
const marksApart = 1 / 250;

type PartOf = (cursor: number) => number;

/** @param seqs ascending sequence numbers of what is counted; only those below `length` are */
export function densityOf(seqs: readonly number[], length: number, partOf: PartOf): Density {
	const counts = new Array<number>(slices).fill(0);
	for (const seq of seqs) {
		if (seq >= length) break;
		const slice = Math.min(Math.floor(partOf(seq + 1) * slices), slices - 1);
		counts[slice] = (counts[slice] ?? 0) + 1;
	}
	const most = Math.max(...counts, 1);
	return counts.map((count) => count / most);
}

/** A density of which nothing behind a place (0 to 1) is shown, as high as before up to there. */
export function densityUpTo(density: Density, part: number): Density {
	return density.map((each, index) => ((index + 0.5) / density.length <= part ? each : 0));
}

/** Marks for the first `length` events: of each kind at most so many as can be told apart. */
export function marksOf(
	seqsOf: (kind: EventKind) => readonly number[],
	length: number,
	partOf: PartOf
): readonly TimelineMark[] {
	return markedKinds.flatMap((kind) => {
		let last = -1;
		const marks: TimelineMark[] = [];
		for (const seq of seqsOf(kind)) {
			if (seq >= length) break;
			const at = partOf(seq + 1);
			if (at - last < marksApart) continue;
			last = at;
			marks.push({ seq, at, kind });
		}
		return marks;
	});
}

/** The stop whose place is nearest; undefined when none is within the tolerance. */
export function nearestStop(
	stops: readonly number[],
	part: number,
	tolerance: number,
	partOf: PartOf
): number | undefined {
	let nearest: number | undefined;
	let closest = tolerance;
	for (const stop of stops) {
		const distance = Math.abs(partOf(stop) - part);
		if (distance > closest) continue;
		closest = distance;
		nearest = stop;
	}
	return nearest;
}

/** A stretch of idle time that is folded on the line. */
export interface Fold {
	/** Middle of the fold, and of its label, which stays on the line; in pixels. */
	readonly x: number;
	readonly labelX: number;
	readonly us: number;
	/** There is room to say how long it is. */
	readonly isLabelled: boolean;
}

/**
 * Folds with a label where there is room for one, the longest first.
 * @param xOf pixels of a cursor position
 * @param widthOf pixels a label takes
 * @param lineWidth pixels of the whole line
 */
export function foldsOf(
	gaps: readonly SkippedGap[],
	xOf: (cursor: number) => number,
	widthOf: (us: number) => number,
	lineWidth: number
): readonly Fold[] {
	const taken: { readonly from: number; readonly to: number }[] = [];
	return [...gaps]
		.sort((a, b) => b.toUs - b.fromUs - (a.toUs - a.fromUs))
		.slice(0, foldsMax)
		.map((gap) => {
			const us = gap.toUs - gap.fromUs;
			const x = (xOf(gap.seq) + xOf(gap.seq + 1)) / 2;
			const half = widthOf(us) / 2;
			const labelX = Math.min(Math.max(x, half), lineWidth - half);
			const [from, to] = [labelX - half - 4, labelX + half + 4];
			const isFree = taken.every((other) => to <= other.from || from >= other.to);
			if (isFree) taken.push({ from, to });
			return { x, labelX, us, isLabelled: isFree };
		});
}

/** More folds than this would be a pattern. */
const foldsMax = 60;
