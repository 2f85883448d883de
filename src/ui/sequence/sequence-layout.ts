// Heights and columns of the sequence diagram at one scale: time downwards, lifelines side by side. Pure.
// Time is drawn to scale up to a point: long idle stretches are cut short and marked, and ends of messages at one instant are
// spread so that their words do not lie on each other. So y grows with the event number, never against time.
import { firstAtLeast } from '../shared/ascending.ts';
import { arranged, type LifelineOrder } from './lifelines.ts';
import type { ProtocolExchange } from './protocol-exchange.ts';
import { none, type ArrowRows, type RowLifeline, type SequenceRows } from './sequence-rows.ts';

/** Pixels between two ends of messages at one instant, where there is room for words. */
const pitchPxMax = 14;
/** Below this scale the ends of messages move together as time does, pixels for a millisecond. */
const roomyScale = 1;
/** No stretch of time is drawn longer than this. */
const gapPxMax = 96;
/** What is in view is found by blocks of this height. */
export const blockPx = 160;
/** With more messages than this sent between its two ends an arrow is broken: so no place has more lines than that crossing it. */
const crossingsMax = 64;
/** Room above the first and below the last event. */
const marginPx = 20;
/** Browsers know no longer pages; the longest cuts give way. */
const heightPxMax = 15_000_000;

/** How far time may be stretched, pixels for a millisecond: from minutes in view to single microseconds. */
export const scaleMin = 0.002;
export const scaleMax = 10_000;
/** At first: a usual 10 ms way falls 40 px. */
export const scaleUsual = 4;

export interface SequenceOptions {
	/** Pixels for a millisecond. */
	readonly scale: number;
	readonly arrangement: LifelineOrder;
	/** Protocol exchanges are one arrow each, */
	readonly isFolded: boolean;
	/** but for these, by their `sentSeq`. (The other way round when they are not folded.) */
	readonly exceptions: readonly number[];
}

export interface SequenceLayout {
	readonly rows: SequenceRows;
	readonly options: SequenceOptions;
	/** Lifelines shown, from left to right. */
	readonly columns: readonly RowLifeline[];
	/** All lifelines that could be shown, in the person's order. */
	readonly lifelines: readonly RowLifeline[];
	/** Position in `rows.lifelines` to its column, or none. */
	readonly columnOf: Int32Array;
	/** The y of each row; rows that are not shown have that of the row before. */
	readonly ys: Float64Array;
	/** 1 for a row that is shown. */
	readonly isShown: Uint8Array;
	/** Arrows shown that begin at each row or above. */
	readonly begun: Int32Array;
	/** The last row that any of the arrows up to each one reaches; a broken one reaches none but its own. */
	readonly arrowReach: Int32Array;
	/** The longest stretch between two rows, pixels. */
	readonly gapPx: number;
	/** The distance of the ends of messages at one instant, pixels. */
	readonly pitchPx: number;
	readonly height: number;
}

/** Lays out all rows read so far. A few milliseconds for 100,000 events. */
export function layOutSequence(rows: SequenceRows, options: SequenceOptions): SequenceLayout {
	const { scale, arrangement } = options;
	const hidden = new Set(arrangement.hidden);
	// The master only keeps the list of servers: at most levels nothing is seen of it.
	const lifelines = arranged(rows.lifelines, arrangement).filter(
		({ role, speaks }) => role !== 'master' || speaks
	);
	const columns = lifelines.filter(({ node }) => !hidden.has(node));
	const columnByNode = new Map(columns.map(({ node }, column) => [node, column]));
	const columnOf = Int32Array.from(rows.lifelines, ({ node }) => columnByNode.get(node) ?? none);
	const count = rows.seqs.length;
	const isShown = new Uint8Array(count);
	const ys = new Float64Array(count);
	const begun = new Int32Array(count);
	// Falls faster than time does: in a long run there are more messages than pixels.
	const pitchPx = pitchPxMax * Math.min(1, scale / roomyScale) ** 1.5;
	const gapPx = Math.max(pitchPx, Math.min(gapPxMax, heightPxMax / Math.max(count, 1)));
	let y = marginPx;
	let lastAt: number | undefined;
	let arrowsBegun = 0;
	for (let row = 0; row < count; row++) {
		const arrow = rows.arrowAt[row] ?? none;
		if (isRowShown(rows, columnOf, options, row, arrow)) {
			const at = rows.times[row] ?? 0;
			const elapsed = lastAt === undefined ? 0 : ((at - lastAt) / 1000) * scale;
			const room = arrow === none || lastAt === undefined ? 0 : pitchPx;
			y += Math.max(room, Math.min(elapsed, gapPx));
			lastAt = at;
			isShown[row] = 1;
			if (arrow !== none && rows.arrows[arrow]?.row === row) arrowsBegun += 1;
		}
		ys[row] = y;
		begun[row] = arrowsBegun;
	}
	return {
		rows,
		options,
		columns,
		lifelines,
		columnOf,
		ys,
		isShown,
		begun,
		arrowReach: reachOf(rows.arrows, begun),
		gapPx,
		pitchPx,
		height: y + marginPx
	};
}

/** Is this exchange drawn as one arrow? One of a single message never is. */
export function isExchangeFolded(
	{ sentSeq, count }: ProtocolExchange,
	{ isFolded, exceptions }: SequenceOptions
): boolean {
	return count > 1 && isFolded !== exceptions.includes(sentSeq);
}

function isRowShown(
	rows: SequenceRows,
	columnOf: Int32Array,
	options: SequenceOptions,
	row: number,
	arrow: number
): boolean {
	if (rows.isWanted[row] !== true) return false;
	if (arrow === none) return (columnOf[rows.lifelineAt[row] ?? none] ?? none) !== none;
	const { from, to, exchange } = rows.arrows[arrow] ?? { from: none, to: none, exchange: null };
	if ((columnOf[from] ?? none) === none || (columnOf[to] ?? none) === none) return false;
	if (exchange === null || !isExchangeFolded(exchange, options)) return true;
	return row === exchange.firstRow || row === exchange.lastRow;
}

/** Does an arrow from a row to another one have too many others between its ends to be drawn whole? */
export function isBroken(
	{ begun }: Pick<SequenceLayout, 'begun'>,
	row: number,
	lastRow: number
): boolean {
	return lastRow !== none && (begun[lastRow] ?? 0) - (begun[row] ?? 0) > crossingsMax;
}

function reachOf(arrows: readonly ArrowRows[], begun: Int32Array): Int32Array {
	let furthest = 0;
	return Int32Array.from(arrows, ({ row, lastRow, exchange }) => {
		const ends = [lastRow, exchange?.firstRow === row ? exchange.lastRow : none];
		furthest = Math.max(furthest, row, ...ends.filter((end) => !isBroken({ begun }, row, end)));
		return furthest;
	});
}

/** The y just behind the first `cursor` events. */
export function yOfCursor({ rows, ys }: SequenceLayout, cursor: number): number {
	const row = firstAtLeast(rows.seqs, cursor) - 1;
	return row < 0 ? marginPx / 2 : (ys[Math.min(row, ys.length - 1)] ?? 0);
}

/** The y of a time between the first `cursor` events and the next one: on its way from row to row, as time goes. */
export function yOfClock(layout: SequenceLayout, cursor: number, clockUs: number): number {
	const { rows, ys } = layout;
	const above = yOfCursor(layout, cursor);
	const next = firstAtLeast(rows.seqs, cursor);
	const [from, to] = [rows.times[next - 1], rows.times[next]];
	if (from === undefined || to === undefined || to <= from) return above;
	const share = Math.min(Math.max((clockUs - from) / (to - from), 0), 1);
	return above + share * ((ys[next] ?? above) - above);
}

/** The columns of the message whose end is the last event before a cursor; null when that is no shown message. */
export function columnsAtCursor(
	{ rows, columnOf }: SequenceLayout,
	cursor: number
): readonly [from: number, to: number] | null {
	const row = firstAtLeast(rows.seqs, cursor) - 1;
	if (rows.seqs[row] !== cursor - 1) return null;
	const arrow = rows.arrows[rows.arrowAt[row] ?? none];
	const from = columnOf[arrow?.from ?? none] ?? none;
	const to = columnOf[arrow?.to ?? none] ?? none;
	return from === none || to === none ? null : [from, to];
}

/** The cursor for a place in the diagram: behind the last row above it. */
export function cursorAtY({ rows, ys }: SequenceLayout, y: number): number {
	const row = firstAtLeast(ys, y) - 1;
	return row < 0 ? 0 : (rows.seqs[row] ?? 0) + 1;
}

/** The event of the next (or previous) shown end of a message from a cursor on; undefined when there is none. */
export function neighbourEnd(
	{ rows, isShown }: SequenceLayout,
	cursor: number,
	direction: 1 | -1
): number | undefined {
	const at = firstAtLeast(rows.seqs, cursor);
	for (let row = direction > 0 ? at : at - 2; row >= 0 && row < isShown.length; row += direction) {
		if (isShown[row] === 1 && rows.arrowAt[row] !== none) return rows.seqs[row];
	}
	return undefined;
}

/** A place that keeps its meaning when the scale changes: a row, and how far from it to the next. */
export interface Place {
	readonly row: number;
	readonly share: number;
}

export function placeAt({ ys }: SequenceLayout, y: number): Place {
	const next = firstAtLeast(ys, y);
	const row = Math.max(next - 1, 0);
	const above = ys[row] ?? 0;
	const below = ys[next] ?? above;
	return {
		row,
		share: below > above ? Math.min(Math.max((y - above) / (below - above), 0), 1) : 0
	};
}

export function yOfPlace({ ys }: SequenceLayout, { row, share }: Place): number {
	const above = ys[Math.min(row, ys.length - 1)] ?? 0;
	return above + share * ((ys[row + 1] ?? above) - above);
}

/** The scale at which everything is as high as `heightPx`, or as near as there is one. */
export function scaleToFit(rows: SequenceRows, options: SequenceOptions, heightPx: number): number {
	let low = Math.log(scaleMin);
	let high = Math.log(scaleUsual);
	for (let round = 0; round < 12; round++) {
		const middle = (low + high) / 2;
		const { height } = layOutSequence(rows, { ...options, scale: Math.exp(middle) });
		if (height > heightPx) high = middle;
		else low = middle;
	}
	return Math.exp(low);
}
