// Draws the messages in flight on a canvas: one pass a frame, no state of its own. Shape says the kind, colour the call,
// the number the call again.
import type { MessageShape } from '#trace';
import { callHues } from '../shared/call-colour.ts';
import type { DrawnFlight } from './flight-plan.ts';
import { drawFlow, type PlacedFlow } from './flow-canvas.ts';
import { placesOf } from './flight-places.ts';
import type { ViewTransform } from './view-transform.ts';

/** Colours of the theme, read once from the style sheet. */
export interface FlightPalette {
	readonly calls: readonly string[];
	readonly callInk: string;
	readonly protocol: string;
	readonly error: string;
	readonly accent: string;
	/** Behind what a lesson points to. */
	readonly lit: string;
	readonly ground: string;
	readonly panel: string;
	readonly ink: string;
	/** The theme it was read for. */
	readonly theme: string;
}

/** Reads the palette that applies to an element while a theme is shown. */
export function readPalette(element: Element, theme: string): FlightPalette {
	const style = getComputedStyle(element);
	const colour = (name: string): string => style.getPropertyValue(name).trim();
	return {
		calls: Array.from({ length: callHues }, (_, index) => colour(`--call-${String(index)}`)),
		callInk: colour('--call-ink'),
		protocol: colour('--protocol'),
		error: colour('--error'),
		accent: colour('--accent'),
		lit: colour('--accent-soft'),
		ground: colour('--stage'),
		panel: colour('--panel'),
		ink: colour('--ink'),
		theme
	};
}

/** Half the size of each shape, drawing units. */
const radius: Readonly<Record<MessageShape, number>> = {
	request: 9,
	reply: 10,
	push: 9.5,
	acknowledgement: 5,
	protocol: 3
};

/** Of the disc behind a message that a lesson points to, drawing units. */
const haloRadius = 19;
export interface FlightPicture {
	readonly flights: readonly DrawnFlight[];
	readonly flows: readonly PlacedFlow[];
	/** Virtual time shown, microseconds. */
	readonly clockUs: number;
	/** Messages stand in the middle of their lines instead of flying. */
	readonly isStill: boolean;
	readonly view: ViewTransform;
	/** Is a flight what a lesson points to? */
	readonly isLit: (flight: DrawnFlight) => boolean;
	/** Opacity of a flight, 0 to 1. */
	readonly opacityOf: (flight: DrawnFlight) => number;
}

/** Draws one frame. */
export function drawFlights(
	context: CanvasRenderingContext2D,
	picture: FlightPicture,
	palette: FlightPalette,
	ratio: number
): void {
	const { scale, offsetX, offsetY } = picture.view;
	context.setTransform(1, 0, 0, 1, 0, 0);
	context.clearRect(0, 0, context.canvas.width, context.canvas.height);
	context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * offsetX, ratio * offsetY);
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	for (const flow of picture.flows) {
		drawFlow(context, flow, picture.isStill ? 0 : picture.clockUs, palette);
	}
	for (const { flight, x, y } of placesOf(picture.flights, picture.clockUs, picture.isStill)) {
		context.globalAlpha = picture.opacityOf(flight);
		if (picture.isLit(flight)) drawHalo(context, x, y, palette);
		drawFlight(context, flight, x, y, palette);
	}
	context.globalAlpha = 1;
}

function drawFlight(
	context: CanvasRenderingContext2D,
	flight: DrawnFlight,
	x: number,
	y: number,
	palette: FlightPalette
): void {
	const { mark, shape } = flight;
	const colour = mark === null ? palette.protocol : (palette.calls[mark.hue] ?? '');
	if (flight.isLost) {
		drawCross(context, x, y, 6, palette.error);
		return;
	}
	if (flight.tone === 'error') {
		drawAlarm(context, x, y, palette);
		return;
	}
	if (shape === 'acknowledgement') {
		if (flight.tone === 'refused') {
			drawCross(context, x, y, 4.5, palette.ground, 6);
			drawCross(context, x, y, 4.5, colour, 2.5);
		} else drawTick(context, x, y, colour, palette.ground);
		return;
	}
	const size = radius[shape];
	tracePath(context, shape, x, y, size);
	context.lineWidth = 2.5;
	context.strokeStyle = palette.ground;
	context.stroke();
	context.fillStyle = colour;
	context.fill();
	if (flight.isRedelivered) drawRing(context, x, y, size + 4, colour);
	if (flight.tone === 'returned') drawReturn(context, x, y, size + 6, palette.error);
	if (mark === null) return;
	context.fillStyle = palette.callInk;
	context.font = '600 12px "Inter Variable", sans-serif';
	context.fillText(mark.text, x, y + (shape === 'push' ? 2 : 0.5), size * 1.75);
}

function tracePath(
	context: CanvasRenderingContext2D,
	shape: MessageShape,
	x: number,
	y: number,
	size: number
): void {
	context.beginPath();
	switch (shape) {
		case 'request':
			context.arc(x, y, size, 0, Math.PI * 2);
			return;
		case 'reply':
			context.moveTo(x, y - size - 1);
			context.lineTo(x + size + 1, y);
			context.lineTo(x, y + size + 1);
			context.lineTo(x - size - 1, y);
			break;
		case 'push':
			context.moveTo(x, y - size);
			context.lineTo(x + size, y + size * 0.8);
			context.lineTo(x - size, y + size * 0.8);
			break;
		default:
			context.rect(x - size, y - size, size * 2, size * 2);
	}
	context.closePath();
}

function drawTick(
	context: CanvasRenderingContext2D,
	x: number,
	y: number,
	colour: string,
	ground: string
): void {
	for (const [width, style] of [
		[6, ground],
		[2.5, colour]
	] as const) {
		context.beginPath();
		context.moveTo(x - 5, y);
		context.lineTo(x - 1.5, y + 4);
		context.lineTo(x + 5.5, y - 4.5);
		context.lineWidth = width;
		context.strokeStyle = style;
		context.stroke();
	}
}

/** A channel or connection is being closed because of an error. */
function drawAlarm(
	context: CanvasRenderingContext2D,
	x: number,
	y: number,
	palette: FlightPalette
): void {
	context.beginPath();
	context.rect(x - 7, y - 7, 14, 14);
	context.fillStyle = palette.error;
	context.fill();
	context.fillStyle = palette.callInk;
	context.font = '700 11px "Inter Variable", sans-serif';
	context.fillText('!', x, y + 0.5);
}

/** Most of a circle with an arrow head: back to where it came from. */
function drawReturn(
	context: CanvasRenderingContext2D,
	x: number,
	y: number,
	size: number,
	colour: string
): void {
	context.beginPath();
	context.arc(x, y, size, -Math.PI * 0.5, Math.PI * 1.1);
	const tipX = x + size * Math.cos(Math.PI * 1.1);
	const tipY = y + size * Math.sin(Math.PI * 1.1);
	context.moveTo(tipX - 4, tipY + 5);
	context.lineTo(tipX, tipY - 1);
	context.lineTo(tipX + 5.5, tipY + 3);
	context.lineWidth = 2;
	context.strokeStyle = colour;
	context.stroke();
}

function drawCross(
	context: CanvasRenderingContext2D,
	x: number,
	y: number,
	half: number,
	colour: string,
	width = 3
): void {
	context.beginPath();
	context.moveTo(x - half, y - half);
	context.lineTo(x + half, y + half);
	context.moveTo(x + half, y - half);
	context.lineTo(x - half, y + half);
	context.lineWidth = width;
	context.strokeStyle = colour;
	context.stroke();
}

/** A lit disc with a rim around what a lesson points to. */
function drawHalo(
	context: CanvasRenderingContext2D,
	x: number,
	y: number,
	{ accent, lit }: FlightPalette
): void {
	context.beginPath();
	context.arc(x, y, haloRadius, 0, Math.PI * 2);
	context.fillStyle = lit;
	context.fill();
	context.lineWidth = 2.5;
	context.strokeStyle = accent;
	context.stroke();
}

function drawRing(
	context: CanvasRenderingContext2D,
	x: number,
	y: number,
	size: number,
	colour: string
): void {
	context.beginPath();
	context.arc(x, y, size, 0, Math.PI * 2);
	context.lineWidth = 1.75;
	context.strokeStyle = colour;
	context.stroke();
}
