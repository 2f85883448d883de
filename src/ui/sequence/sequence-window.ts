// What of the sequence diagram is in view: arrows, turns, lives, cuts of time and times, each with its place. Where messages lie
// too close to be told apart, they come as bundles. Costs what is in view, whatever the length of the run. Pure.
import type { Flight } from '#trace';
import { firstAtLeast } from '../shared/ascending.ts';
import type { ProtocolExchange } from './protocol-exchange.ts';
import { isExchangeFolded, type SequenceLayout } from './sequence-layout.ts';
import { none, type ArrowRows } from './sequence-rows.ts';

/** More arrows than this begin in one block: they are bundled. */
const arrowsMax = 20;
const blockPx = 160;
/** Arrows of one direction within this height make a bundle. */
const bundlePx = 40;
/** Least distance of two times in the margin. */
const tickPx = 34;
/** Times keep away from the ends of their block, so that those of two blocks never touch. */
const tickInsetPx = 9;

/** One message from one column to another. */
export interface Arrow {
	readonly flight: Flight;
	readonly from: number;
	readonly to: number;
	readonly y1: number;
	/** Where it arrives, where it would have (lost), or how far it has come at the end of the trace. */
	readonly y2: number;
	readonly end: 'arrived' | 'lost' | 'under way';
	/** The exchange that this arrow stands for, or begins; null for others. */
	readonly exchange: ProtocolExchange | null;
	readonly isFolded: boolean;
}

/** Messages from one column to another, too many to draw each. */
export interface Bundle {
	readonly from: number;
	readonly to: number;
	readonly y: number;
	readonly count: number;
	readonly lost: number;
	/** The first and the last `link.sent` of them. */
	readonly firstSeq: number;
	readonly lastSeq: number;
	/** Height it has for itself, pixels. */
	readonly roomPx: number;
}

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

export interface SequenceWindow {
	readonly top: number;
	readonly bottom: number;
	readonly arrows: readonly Arrow[];
	readonly bundles: readonly Bundle[];
	readonly bars: readonly Bar[];
	readonly lives: readonly LifeSpan[];
	readonly gaps: readonly Gap[];
	readonly ticks: readonly Tick[];
}

/** A stretch of blocks around what is in view: it changes only now and then while one scrolls. */
export function blocksAround(
	layout: SequenceLayout,
	scrollTop: number,
	heightPx: number
): { readonly top: number; readonly bottom: number } {
	const top = Math.max(0, (Math.floor(scrollTop / blockPx) - 1) * blockPx);
	const bottom = (Math.ceil((scrollTop + heightPx) / blockPx) + 1) * blockPx;
	return { top, bottom: Math.min(bottom, Math.ceil(layout.height)) };
}

/** Everything that reaches into a stretch. */
export function windowOf(layout: SequenceLayout, top: number, bottom: number): SequenceWindow {
	const { rows, ys, columnOf } = layout;
	const arrows: Arrow[] = [];
	const bundles = new Bundles();
	const isDense = denseBlocks(layout, top, bottom);
	// A message under way or lost has no row at its end; none falls further than the longest stretch.
	const firstRow = firstAtLeast(ys, top - layout.gapPx);
	for (let index = firstAtLeast(layout.arrowReach, firstRow); index < rows.arrows.length; index++) {
		const arrow = rows.arrows[index];
		if (arrow === undefined) break;
		const y1 = ys[arrow.row] ?? Infinity;
		if (y1 > bottom) break;
		if (layout.isShown[arrow.row] !== 1) continue;
		const drawn = arrowOf(layout, arrow, y1);
		if (drawn === null || drawn.y2 < top) continue;
		if (isDense(y1)) bundles.add(drawn);
		else arrows.push(drawn);
	}
	return {
		top,
		bottom,
		arrows,
		bundles: bundles.list(),
		bars: barsIn(layout, top, bottom),
		lives: rows.lives.flatMap(({ lifeline, row, lastRow, end }) => {
			const column = columnOf[lifeline] ?? none;
			const y1 = ys[row] ?? Infinity;
			const y2 = lastRow === none ? layout.height : (ys[lastRow] ?? layout.height);
			return column === none || y1 > bottom || y2 < top ? [] : [{ column, y1, y2, end }];
		}),
		...marksIn(layout, top, bottom)
	};
}

/** The arrow of a message; null for one inside a folded exchange. */
function arrowOf(layout: SequenceLayout, arrow: ArrowRows, y1: number): Arrow | null {
	const { ys, columnOf, options } = layout;
	const { flight, row } = arrow;
	const begins = arrow.exchange?.firstRow === row ? arrow.exchange : null;
	const isFolded = arrow.exchange !== null && isExchangeFolded(arrow.exchange, options);
	if (isFolded && begins === null) return null;
	const from = columnOf[arrow.from] ?? none;
	const to = columnOf[arrow.to] ?? none;
	const exchange = begins !== null && begins.count > 1 ? begins : null;
	const common = { flight, from, to, y1, exchange, isFolded };
	const lastRow = isFolded ? (begins?.lastRow ?? none) : arrow.lastRow;
	const fall = Math.min((flight.link.latencyUs / 1000) * options.scale, layout.gapPx);
	if (flight.lost !== null && !isFolded) return { ...common, y2: y1 + fall, end: 'lost' };
	const y2 = ys[lastRow];
	if (y2 !== undefined) return { ...common, y2, end: 'arrived' };
	return { ...common, y2: Math.min(y1 + fall, layout.height), end: 'under way' };
}

/** Tells whether the arrows that begin at a height are bundled. A question of its block alone, so scrolling changes nothing. */
function denseBlocks(layout: SequenceLayout, top: number, bottom: number): (y: number) => boolean {
	const { ys, isShown, rows } = layout;
	const counts = new Map<number, number>();
	const first = Math.floor(Math.max(0, top - layout.gapPx) / blockPx) * blockPx;
	for (let row = firstAtLeast(ys, first); row < ys.length; row++) {
		const y = ys[row] ?? 0;
		if (y > bottom + blockPx) break;
		if (isShown[row] !== 1 || rows.arrowAt[row] === none) continue;
		const block = Math.floor(y / blockPx);
		counts.set(block, (counts.get(block) ?? 0) + 1);
	}
	return (y) => (counts.get(Math.floor(y / blockPx)) ?? 0) > 2 * arrowsMax;
}

class Bundles {
	readonly #bins = new Map<number, Map<number, Mutable<Bundle>>>();

	add({ from, to, y1, flight, end }: Arrow): void {
		const bin = Math.floor(y1 / bundlePx);
		const pairs = this.#bins.get(bin) ?? new Map<number, Mutable<Bundle>>();
		this.#bins.set(bin, pairs);
		const pair = from * 4096 + to;
		const known = pairs.get(pair);
		const lost = end === 'lost' ? 1 : 0;
		if (known === undefined) {
			const seq = flight.sentSeq;
			const bundle = { from, to, y: 0, count: 1, lost, firstSeq: seq, lastSeq: seq, roomPx: 0 };
			pairs.set(pair, bundle);
		} else {
			known.count += 1;
			known.lost += lost;
			known.lastSeq = flight.sentSeq;
		}
	}

	/** Those of one bin lie below each other, from left to right. */
	list(): readonly Bundle[] {
		return [...this.#bins].flatMap(([bin, pairs]) => {
			const roomPx = bundlePx / pairs.size;
			return [...pairs]
				.sort(([a], [b]) => a - b)
				.map(([, bundle], place) => ({
					...bundle,
					y: bin * bundlePx + (place + 0.5) * roomPx,
					roomPx
				}));
		});
	}
}

/** Bars closer than this to each other become one. */
const barsApartPx = 1.5;

function barsIn(layout: SequenceLayout, top: number, bottom: number): readonly Bar[] {
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
function marksIn(
	layout: SequenceLayout,
	top: number,
	bottom: number
): Pick<SequenceWindow, 'gaps' | 'ticks'> {
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
