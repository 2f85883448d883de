// Scale and offset between the stage's drawing and the pane it is shown in. Pure.
import type { Rect } from './edge-router.ts';
import type { Point } from './polyline.ts';

export interface Extent {
	readonly width: number;
	readonly height: number;
}

export interface ViewTransform {
	readonly scale: number;
	/** CSS pixels. */
	readonly offsetX: number;
	readonly offsetY: number;
}

/** Free space kept around the drawing, CSS pixels. */
const margin = 8;
/** A small drawing is not blown up beyond this. */
const fitScaleMax = 1.15;
/** The smallest scale at which all that is written on the stage can be read: names of 13 units are 10.7 CSS pixels. */
export const readableScale = 0.82;
/** A lower pane is a strip above something else, CSS pixels. */
const stripHeight = 260;
/** The smallest scale at which figures and what flies between them can be told apart. */
const miniatureScale = 0.34;
/** How near to the edge of a pane something may be before the view follows it, as a part of the pane. */
const calmEdge = 0.15;

/** The transform that shows a whole drawing in the middle of a pane. */
export function fitInto(drawing: Extent, pane: Extent): ViewTransform {
	const roomX = Math.max(pane.width - 2 * margin, 1);
	const roomY = Math.max(pane.height - 2 * margin, 1);
	const scale = Math.min(roomX / drawing.width, roomY / drawing.height, fitScaleMax);
	return {
		scale,
		offsetX: (pane.width - drawing.width * scale) / 2,
		offsetY: (pane.height - drawing.height * scale) / 2
	};
}

/** Can a whole drawing be read in a pane? */
export function fits(drawing: Extent, pane: Extent): boolean {
	return fitInto(drawing, pane).scale >= readableScale;
}

/** Is the pane but a strip, in which a whole drawing can be followed though not be read beyond names? */
export function isMiniature(drawing: Extent, pane: Extent): boolean {
	return pane.height < stripHeight && fitInto(drawing, pane).scale >= miniatureScale;
}

/** The smallest readable picture of a drawing with a point of it in the middle, as far as its edges allow. */
export function lookAt(drawing: Extent, pane: Extent, point: Point): ViewTransform {
	return {
		scale: readableScale,
		offsetX: offset(drawing.width, pane.width, point.x),
		offsetY: offset(drawing.height, pane.height, point.y)
	};
}

function offset(drawing: number, pane: number, at: number): number {
	const size = drawing * readableScale;
	if (size + 2 * margin <= pane) return (pane - size) / 2;
	return Math.min(margin, Math.max(pane - size - margin, pane / 2 - at * readableScale));
}

/** A rectangle of the drawing, in CSS pixels of the pane. */
function onPane(rect: Rect, { scale, offsetX, offsetY }: ViewTransform): Rect {
	return {
		x: rect.x * scale + offsetX,
		y: rect.y * scale + offsetY,
		width: rect.width * scale,
		height: rect.height * scale
	};
}

/** How far the view has to move so that a rectangle lies in the calm part of the pane; 0 when it does or is too large. */
export function wayTo(rect: Rect, view: ViewTransform, pane: Extent): Point {
	const shown = onPane(rect, view);
	return {
		x: shift(shown.x, shown.width, pane.width),
		y: shift(shown.y, shown.height, pane.height)
	};
}

function shift(from: number, length: number, pane: number): number {
	const edge = pane * calmEdge;
	if (length > pane - 2 * edge) return pane / 2 - (from + length / 2);
	if (from < edge) return edge - from;
	return from + length > pane - edge ? pane - edge - (from + length) : 0;
}
