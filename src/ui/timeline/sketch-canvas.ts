// Draws the timeline's sketch on a canvas: density above the line, marks over it, folds of idle time on it and their length
// below. Shape says what a mark is, colour repeats it.
import { formatSpan } from '../shared/format-time.ts';
import type { SkippedGap } from '../state/playback-schedule.ts';
import { foldsOf, type Density, type MarkedKind, type TimelineMark } from './sketch-shape.ts';

/** Heights of the parts, CSS pixels from the top of the timeline. */
const markY = 6;
const lineTop = 26;
const lineBottom = 30;
const densityHeight = 13;
const labelY = 42;

export interface SketchInput {
	readonly density: Density;
	readonly marks: readonly TimelineMark[];
	readonly gaps: readonly SkippedGap[];
	/** Place of a cursor position, 0 to 1. */
	readonly partOf: (cursor: number) => number;
	/** CSS pixels. */
	readonly width: number;
	readonly height: number;
	/** Device pixels in a CSS pixel. */
	readonly scale: number;
}

export function drawSketch(canvas: HTMLCanvasElement, input: SketchInput): void {
	const { width, height, scale } = input;
	canvas.width = Math.max(1, Math.round(width * scale));
	canvas.height = Math.max(1, Math.round(height * scale));
	const pen = canvas.getContext('2d');
	if (pen === null) return;
	pen.scale(scale, scale);
	const style = getComputedStyle(canvas);
	const colour = (token: string): string => style.getPropertyValue(token).trim();

	pen.fillStyle = colour('--quiet');
	pen.globalAlpha = 0.4;
	const slice = width / input.density.length;
	input.density.forEach((part, index) => {
		if (part === 0) return;
		const tall = Math.max(1, Math.sqrt(part) * densityHeight);
		pen.fillRect(index * slice, lineTop - 1 - tall, Math.max(slice - 0.5, 1), tall);
	});
	pen.globalAlpha = 1;

	pen.font = `12px ${style.fontFamily}`;
	pen.textAlign = 'center';
	const folds = foldsOf(
		input.gaps,
		(cursor) => input.partOf(cursor) * width,
		(us) => pen.measureText(formatSpan(us)).width,
		width
	);
	for (const fold of folds) {
		drawFold(pen, fold.x, colour('--panel'), colour('--quiet'));
		if (!fold.isLabelled) continue;
		pen.fillStyle = colour('--quiet');
		pen.fillText(formatSpan(fold.us), fold.labelX, labelY);
	}
	for (const mark of input.marks) drawMark(pen, mark.kind, mark.at * width, colour);
}

/** The line is broken, between two slanted strokes. */
function drawFold(pen: CanvasRenderingContext2D, x: number, ground: string, ink: string): void {
	pen.lineWidth = 5;
	pen.strokeStyle = ground;
	slanted(pen, x);
	pen.lineWidth = 1;
	pen.strokeStyle = ink;
	slanted(pen, x - 2.5);
	slanted(pen, x + 2.5);
}

function slanted(pen: CanvasRenderingContext2D, x: number): void {
	pen.beginPath();
	pen.moveTo(x - 2, lineBottom + 2);
	pen.lineTo(x + 2, lineTop - 2);
	pen.stroke();
}

function drawMark(
	pen: CanvasRenderingContext2D,
	kind: MarkedKind,
	x: number,
	colour: (token: string) => string
): void {
	pen.lineWidth = 1.75;
	pen.beginPath();
	switch (kind) {
		case 'deed':
			pen.fillStyle = colour('--accent');
			pen.moveTo(x - 4.5, markY - 4);
			pen.lineTo(x + 4.5, markY - 4);
			pen.lineTo(x, markY + 4.5);
			pen.fill();
			return;
		case 'error':
		case 'limit':
			pen.strokeStyle = colour('--error');
			pen.moveTo(x - 3.5, markY - 3.5);
			pen.lineTo(x + 3.5, markY + 3.5);
			pen.moveTo(x + 3.5, markY - 3.5);
			pen.lineTo(x - 3.5, markY + 3.5);
			pen.stroke();
			return;
		case 'call-failed':
			pen.strokeStyle = colour('--error');
			pen.arc(x, markY, 3.5, 0, Math.PI * 2);
			pen.stroke();
			return;
		case 'lost':
			pen.fillStyle = colour('--warning');
			pen.moveTo(x, markY - 4.5);
			pen.lineTo(x + 4, markY);
			pen.lineTo(x, markY + 4.5);
			pen.lineTo(x - 4, markY);
			pen.fill();
			return;
	}
}
