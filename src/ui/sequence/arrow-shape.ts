// Where the parts of one arrow lie: its line, its tip, its figure, its words. Pure.
// The words stand on the row where the message leaves, beside its figure and above its line, which falls away from them. Rows
// keep the distance of a line of text, so no two labels lie on each other.
import type { Arrow } from './arrows-in-view.ts';

/** From the lifeline to the middle of the figure, and to the words. */
const figurePx = 14;
const labelPx = 27;
/** A figure leaves the row of its message by no more than this. */
const figureFallPx = 5;
/** Acknowledgements and the like have no figure to keep clear of. */
const bareLabelPx = 12;
/** Words keep away from the other lifeline. */
const labelEndPx = 10;
/** A message to its own machine leaves and comes back this far out. */
const loopPx = 34;
/** A broken arrow keeps this much of its line at each end, of which it falls a little; the last part is dots. */
const stubPx = 42;
const stubFallPx = 5;

export interface ArrowShape {
	readonly x1: number;
	readonly y1: number;
	/** Where its line ends: half way for a lost message, near its beginning where it is broken. */
	readonly x2: number;
	readonly y2: number;
	/** 1 to the right, -1 to the left. */
	readonly direction: 1 | -1;
	readonly figureX: number;
	readonly figureY: number;
	readonly labelX: number;
	readonly labelY: number;
	readonly labelAnchor: 'start' | 'end';
	/** Pixels for the words. */
	readonly labelRoom: number;
}

/** The parts of an arrow between columns of a width; y is counted from `top`. */
export function arrowShape(arrow: Arrow, columnPx: number, top: number): ArrowShape {
	const from = (arrow.from + 0.5) * columnPx;
	const to = arrow.to === arrow.from ? from + loopPx : (arrow.to + 0.5) * columnPx;
	const direction = to >= from ? 1 : -1;
	const line = lineOf(arrow, { from, to }, direction);
	const isArrival = arrow.part === 'arrives';
	const width = Math.abs(line.x2 - line.x1);
	const fall = line.y2 - line.y1;
	const share = isArrival
		? 0.5
		: Math.min(figurePx / width, figureFallPx / Math.max(fall, 1), 0.5 / line.reach);
	const { shape } = arrow.flight.message;
	const hasFigure = arrow.exchange !== null || shape !== 'acknowledgement';
	// Words about an arrival stand before its line, which would else strike them through.
	const indent = isArrival ? stubPx + bareLabelPx : hasFigure ? labelPx : bareLabelPx;
	const forward = isArrival ? -direction : direction;
	return {
		x1: line.x1,
		y1: line.y1 - top,
		x2: line.x2,
		y2: line.y2 - top,
		direction,
		figureX: line.x1 + direction * width * share,
		figureY: line.y1 - top + fall * share,
		labelX: (isArrival ? to : from) + forward * indent,
		labelY: (isArrival ? arrow.y2 : arrow.y1) - top - 3,
		labelAnchor: forward > 0 ? 'start' : 'end',
		labelRoom: Math.abs(to - from) - indent - labelEndPx
	};
}

interface Line {
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
	/** The part of the way it covers. */
	readonly reach: number;
}

function lineOf(
	{ part, end, y1, y2 }: Arrow,
	{ from, to }: { readonly from: number; readonly to: number },
	direction: 1 | -1
): Line {
	const stub = Math.min(stubPx, Math.abs(to - from) * 0.5) * direction;
	switch (part) {
		case 'leaves':
			return { x1: from, y1, x2: from + stub, y2: y1 + stubFallPx, reach: 1 };
		case 'arrives':
			return { x1: to - stub, y1: y2 - stubFallPx, x2: to, y2, reach: 1 };
		case 'whole': {
			const reach = end === 'lost' ? 0.5 : 1;
			return { x1: from, y1, x2: from + (to - from) * reach, y2: y1 + (y2 - y1) * reach, reach };
		}
	}
}
