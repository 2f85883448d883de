// What the sequence diagram shows beside its arrows in a stretch of it: turns, lives, cuts of time, times in the margin. Pure.
import { firstAtLeast } from '../shared/ascending.ts';
import { blockPx, type SequenceLayout } from './sequence-layout.ts';
import { none } from './sequence-rows.ts';

/** Least distance of two times in the margin. */
const tickPx = 34;
/** Times keep away from the ends of their block, so that those of two blocks never touch. */
const tickInsetPx = 9;

/** A stretch in which a process was busy computing. */
export interface Bar {
	readonly column: number;
	readonly y1: number;
	readonly y2: number;
	/** Virtual microseconds. */
	readonly us: number;
}

export interface LifeSpan {
	readonly column: number;
	readonly y1: number;
	readonly y2: number;
	readonly end: 'running' | 'exited' | 'failed';
}

/** A stretch of time that was cut short. */
export interface Gap {
	readonly y: number;
	readonly us: number;
}

/** A time in the margin. */
export interface Tick {
	readonly y: number;
	readonly at: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The lives of processes that reach into a stretch. */
export function livesIn(layout: SequenceLayout, top: number, bottom: number): readonly LifeSpan[] {
	const { rows, ys, columnOf } = layout;
	return rows.lives.flatMap(({ lifeline, row, lastRow, end }) => {
		const column = columnOf[lifeline] ?? none;
		const y1 = ys[row] ?? Infinity;
		const y2 = lastRow === none ? layout.height : (ys[lastRow] ?? layout.height);
		return column === none || y1 > bottom || y2 < top ? [] : [{ column, y1, y2, end }];
	});
}

/** Bars closer than this to each other become one. */
const barsApartPx = 1.5;

/** The long turns in a stretch. */
export function barsIn(layout: SequenceLayout, top: number, bottom: number): readonly Bar[] {
	const { rows, ys, columnOf } = layout;
	const firstRow = firstAtLeast(ys, top);
	return rows.turns.flatMap((turns, lifeline) => {
		const column = columnOf[lifeline] ?? none;
		const bars: Mutable<Bar>[] = [];
		if (column === none) return bars;
		for (let index = firstEndingAt(turns, firstRow); index < turns.length; index++) {
			const turn = turns[index];
			const y1 = turn === undefined ? Infinity : (ys[turn.row] ?? Infinity);
			if (turn === undefined || y1 > bottom) break;
			const y2 = ys[turn.lastRow] ?? y1;
			const before = bars.at(-1);
			if (before !== undefined && y1 - before.y2 < barsApartPx) {
				before.y2 = y2;
				before.us += turn.us;
			} else {
				bars.push({ column, y1, y2, us: turn.us });
			}
		}
		return bars;
	});
}

/** Index of the first of a lifeline's turns that ends at a row or behind it. */
function firstEndingAt(turns: readonly { readonly lastRow: number }[], row: number): number {
	let low = 0;
	let high = turns.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((turns[middle]?.lastRow ?? 0) < row) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Cuts of time, and the times in the margin. */
export function marksIn(
	layout: SequenceLayout,
	top: number,
	bottom: number
): { readonly gaps: readonly Gap[]; readonly ticks: readonly Tick[] } {
	const { rows, ys, isShown, options } = layout;
	const gaps: Gap[] = [];
	const ticks: Tick[] = [];
	let row = firstAtLeast(ys, top);
	let before = row - 1;
	while (before >= 0 && isShown[before] !== 1) before -= 1;
	let lastTick = -Infinity;
	for (; row < ys.length; row++) {
		const y = ys[row] ?? 0;
		if (y > bottom + layout.gapPx) break;
		if (isShown[row] !== 1) continue;
		const at = rows.times[row] ?? 0;
		const us = before < 0 ? 0 : at - (rows.times[before] ?? 0);
		if ((us / 1000) * options.scale > layout.gapPx && layout.gapPx > 30) {
			gaps.push({ y: y - layout.gapPx / 2, us });
		}
		const within = y % blockPx;
		const isInside = within >= tickInsetPx && within <= blockPx - tickInsetPx;
		const isNewBlock = Math.floor(y / blockPx) !== Math.floor(lastTick / blockPx);
		const isNews = at !== ticks.at(-1)?.at;
		if (isInside && (isNewBlock || (isNews && y - lastTick >= tickPx))) {
			ticks.push({ y, at });
			lastTick = y;
		}
		before = row;
	}
	return { gaps, ticks };
}
