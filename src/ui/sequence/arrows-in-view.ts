// The messages of the sequence diagram that reach into a stretch of it. Where they lie too close to be told apart, they come as
// bundles; one with very many others between its two ends comes as its two ends alone, because a line among hundreds of lines
// leads nobody's eye from one end to the other. Pure.
import type { Flight } from '#trace';
import { firstAtLeast } from '../shared/ascending.ts';
import { Bundles, denseBlocks, type Bundle } from './bundles.ts';
import type { ProtocolExchange } from './protocol-exchange.ts';
import { isBroken, isExchangeFolded, type SequenceLayout } from './sequence-layout.ts';
import { none, type ArrowRows } from './sequence-rows.ts';

/** One message from one column to another. */
export interface Arrow {
	readonly flight: Flight;
	/** The event it is drawn for: its `link.sent`, or its arrival where only that is drawn. */
	readonly seq: number;
	readonly from: number;
	readonly to: number;
	readonly y1: number;
	/** Where it arrives, where it would have (lost), or how far it has come at the end of the trace. */
	readonly y2: number;
	readonly end: 'arrived' | 'lost' | 'under way';
	/** What of it is drawn: a broken arrow is two, where it leaves and where it arrives. */
	readonly part: 'whole' | 'leaves' | 'arrives';
	/** The exchange that this arrow stands for, or begins; null for others. */
	readonly exchange: ProtocolExchange | null;
	readonly isFolded: boolean;
}

interface ArrowsInView {
	readonly arrows: readonly Arrow[];
	readonly bundles: readonly Bundle[];
}

/** The arrows and bundles that reach into a stretch, from top to bottom. */
export function arrowsIn(layout: SequenceLayout, top: number, bottom: number): ArrowsInView {
	const { rows, ys } = layout;
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
		if (drawn === null || (drawn.part === 'whole' ? drawn.y2 : y1) < top) continue;
		if (isDense(y1)) bundles.add(drawn);
		else arrows.push(drawn);
	}
	for (const drawn of arrivalsIn(layout, top, bottom)) {
		if (!isDense(drawn.y2)) arrows.push(drawn);
	}
	return { arrows, bundles: bundles.list() };
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
	const seq = flight.sentSeq;
	const common = { flight, seq, from, to, y1, part: 'whole', exchange, isFolded } as const;
	const lastRow = isFolded ? (begins?.lastRow ?? none) : arrow.lastRow;
	const fall = Math.min((flight.link.latencyUs / 1000) * options.scale, layout.gapPx);
	if (flight.lost !== null && !isFolded) return { ...common, y2: y1 + fall, end: 'lost' };
	const y2 = ys[lastRow];
	if (y2 === undefined) {
		return { ...common, y2: Math.min(y1 + fall, layout.height), end: 'under way' };
	}
	const part = isBroken(layout, row, lastRow) ? 'leaves' : 'whole';
	return { ...common, y2, end: 'arrived', part };
}

/** Broken arrows that arrive in a stretch. */
function arrivalsIn(layout: SequenceLayout, top: number, bottom: number): readonly Arrow[] {
	const { rows, ys, isShown } = layout;
	const arrivals: Arrow[] = [];
	for (let row = firstAtLeast(ys, top); row < ys.length && (ys[row] ?? 0) <= bottom; row++) {
		const ending = rows.arrows[rows.arrowAt[row] ?? none];
		if (isShown[row] !== 1 || ending === undefined) continue;
		// A folded exchange is the arrow of its first message.
		const { exchange } = ending;
		const isFolded = exchange !== null && isExchangeFolded(exchange, layout.options);
		const first = isFolded ? rows.arrows[rows.arrowAt[exchange.firstRow] ?? none] : ending;
		if (first === undefined || !isBroken(layout, first.row, row)) continue;
		const arrow = arrowOf(layout, first, ys[first.row] ?? 0);
		const seq = rows.seqs[row] ?? 0;
		if (arrow !== null) arrivals.push({ ...arrow, seq, part: 'arrives', exchange: null });
	}
	return arrivals;
}
