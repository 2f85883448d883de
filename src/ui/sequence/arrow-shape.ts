// Where the parts of one arrow lie: its line, its tip, its figure, its words. Pure.
// The words stand on the row where the message leaves, beside its figure and above its line, which falls away from them. Rows
// keep the distance of a line of text, so no two labels lie on each other.
import type { Arrow } from './sequence-window.ts';

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

export interface ArrowShape {
	readonly x1: number;
	readonly y1: number;
	/** Where its line ends: half way for a lost message. */
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
	const x1 = (arrow.from + 0.5) * columnPx;
	const end = arrow.to === arrow.from ? x1 + loopPx : (arrow.to + 0.5) * columnPx;
	const direction = end >= x1 ? 1 : -1;
	const reach = arrow.end === 'lost' ? 0.5 : 1;
	const y1 = arrow.y1 - top;
	const width = Math.abs(end - x1);
	const { shape } = arrow.flight.message;
	const hasFigure = arrow.exchange !== null || shape !== 'acknowledgement';
	const fall = arrow.y2 - arrow.y1;
	const share = Math.min(figurePx / width, figureFallPx / Math.max(fall, 1), 0.5);
	const indent = hasFigure ? labelPx : bareLabelPx;
	return {
		x1,
		y1,
		x2: x1 + (end - x1) * reach,
		y2: y1 + fall * reach,
		direction,
		figureX: x1 + (end - x1) * share,
		figureY: y1 + fall * share,
		labelX: x1 + direction * indent,
		labelY: y1 - 3,
		labelAnchor: direction > 0 ? 'start' : 'end',
		labelRoom: width - indent - labelEndPx
	};
}
