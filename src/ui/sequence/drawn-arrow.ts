// An arrow as the page draws it: paths, places and words, the same few parts for every kind of arrow, so that one drawn now can
// take the place of one drawn before. Pure.
import type { Mark } from '../shared/message-marks.ts';
import { markColour } from '../shared/message-marks.ts';
import type { Arrow } from './arrows-in-view.ts';
import { arrowShape, type ArrowShape } from './arrow-shape.ts';

export interface DrawnArrow {
	readonly arrow: Arrow;
	readonly shape: ArrowShape;
	readonly kind: string;
	readonly colour: string;
	/** Paths; '' where the arrow has no such part. */
	readonly shaft: string;
	readonly tip: string;
	readonly figure: string;
	/** The number or letter of its message; '' for none. */
	readonly number: string;
	readonly numberX: number;
}

/** The parts of an arrow with its mark; y is counted from `top`. */
export function drawnArrow(
	arrow: Arrow,
	mark: Mark | null,
	columnPx: number,
	top: number
): DrawnArrow {
	const shape = arrowShape(arrow, columnPx, top);
	const kind = arrow.isFolded ? 'exchange' : arrow.flight.message.shape;
	return {
		arrow,
		shape,
		kind,
		colour: markColour(mark),
		shaft: shaftOf(arrow, shape),
		tip: tipOf(arrow, shape),
		figure: arrow.exchange === null ? figureOf(kind, shape) : '',
		number: kind === 'acknowledgement' ? '' : (mark?.text ?? ''),
		numberX: shape.figureX - (kind === 'push' ? 1.5 : 0)
	};
}

/** The end of a broken line: three dots. */
const dotsPx = 15;

function shaftOf({ part, from, to }: Arrow, { x1, y1, x2, y2, direction }: ArrowShape): string {
	if (part === 'whole') {
		const line = from === to ? `H${String(x2)}V${String(y2)}H${String(x1)}` : lineTo(x2, y2);
		return `M${String(x1)} ${String(y1)}${line}`;
	}
	const [near, far] = part === 'leaves' ? [x2, y2] : [x1, y1];
	const inwards = part === 'leaves' ? -direction : direction;
	const [endX, endY] = part === 'leaves' ? [x1, y1] : [x2, y2];
	const slope = (endY - far) / (endX - near || 1);
	const at = (px: number): string =>
		`${String(near + inwards * px)} ${String(far + inwards * px * slope)}`;
	return `M${String(endX)} ${String(endY)}L${at(dotsPx)}M${at(11)}L${at(9)}M${at(6.5)}L${at(4.5)}M${at(2)}L${at(0)}`;
}

function tipOf({ part, end, from, to }: Arrow, { x1, x2, y2, direction }: ArrowShape): string {
	if (part === 'leaves' || end !== 'arrived') return '';
	if (from === to && part === 'whole') return `M${String(x1 + 1)} ${String(y2)}l7 -4l0 8z`;
	return `M${String(x2)} ${String(y2)}l${String(direction * -7)} -4.5l0 8z`;
}

function figureOf(kind: string, { figureX: x, figureY: y }: ArrowShape): string {
	const from = (dx: number, dy: number): string => `M${String(x + dx)} ${String(y + dy)}`;
	switch (kind) {
		case 'request':
			return `${from(-7, 0)}a7 7 0 1 1 14 0a7 7 0 1 1 -14 0z`;
		case 'reply':
			return `${from(0, -8)}l8 8l-8 8l-8 -8z`;
		case 'push':
			return `${from(-6.5, -8)}l16 8l-16 8z`;
		case 'protocol':
			return `${from(-3, -3)}h6v6h-6z`;
		default:
			return '';
	}
}

function lineTo(x: number, y: number): string {
	return `L${String(x)} ${String(y)}`;
}
