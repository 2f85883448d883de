// Draws a flow: a thick line with dashes that run in its direction, and how many messages it stands for.
import type { FlightPalette } from './flight-canvas.ts';
import type { Flow } from './flows.ts';
import type { Point, Polyline } from './polyline.ts';

export interface PlacedFlow {
	readonly flow: Flow;
	readonly line: Polyline;
	/** Virtual microseconds in which a message crosses the line. */
	readonly latencyUs: number;
}

/** Both directions of a line keep this far from its middle, drawing units. */
const aside = 3.5;
const widthMin = 3;
const widthMax = 10;
const dash = 7;
const gap = 9;
/** Crossings of the line a dash makes while a message makes one: calmer than the messages themselves. */
const pace = 0.6;

export function drawFlow(
	context: CanvasRenderingContext2D,
	{ flow, line, latencyUs }: PlacedFlow,
	clockUs: number,
	palette: FlightPalette
): void {
	const colour = flow.hue === null ? palette.protocol : (palette.calls[flow.hue] ?? '');
	const width = Math.min(widthMin + Math.log2(flow.count), widthMax);
	const shift = flow.isReverse ? -aside : aside;
	context.save();
	context.translate(shift, shift);
	trace(context, line);
	context.lineJoin = 'round';
	context.strokeStyle = colour;
	context.globalAlpha = 0.3;
	context.lineWidth = width;
	context.stroke();
	context.globalAlpha = 1;
	context.lineWidth = width * 0.55;
	context.setLineDash([dash, gap]);
	const gone = ((clockUs / Math.max(latencyUs, 1)) * line.length * pace) % (dash + gap);
	context.lineDashOffset = flow.isReverse ? gone : -gone;
	context.stroke();
	context.restore();
	drawCount(context, flow, onLongest(line, flow.isReverse ? 0.65 : 0.35), shift, palette);
}

/** A part of the way along the longest straight stretch of a line: where a number has most room. */
function onLongest({ points }: Polyline, part: number): Point {
	let [from, to] = [points[0] ?? { x: 0, y: 0 }, points[1] ?? { x: 0, y: 0 }];
	points.forEach((b, index) => {
		const a = points[index - 1];
		if (
			a === undefined ||
			Math.hypot(b.x - a.x, b.y - a.y) <= Math.hypot(to.x - from.x, to.y - from.y)
		)
			return;
		[from, to] = [a, b];
	});
	return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function trace(context: CanvasRenderingContext2D, { points }: Polyline): void {
	context.beginPath();
	points.forEach(({ x, y }, index) => {
		if (index === 0) context.moveTo(x, y);
		else context.lineTo(x, y);
	});
}

function drawCount(
	context: CanvasRenderingContext2D,
	{ count }: Flow,
	{ x, y }: { readonly x: number; readonly y: number },
	shift: number,
	palette: FlightPalette
): void {
	const text = String(count);
	const width = text.length * 7.2 + 12;
	const middleY = y + shift * 3;
	context.beginPath();
	context.roundRect(x + shift - width / 2, middleY - 9, width, 18, 9);
	context.fillStyle = palette.panel;
	context.fill();
	context.lineWidth = 1.25;
	context.strokeStyle = palette.protocol;
	context.stroke();
	context.fillStyle = palette.ink;
	context.font = '600 12px "Inter Variable", sans-serif';
	context.fillText(text, x + shift, middleY + 0.5);
}
