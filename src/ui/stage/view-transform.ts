// Scale and offset between the stage's drawing and the pane it is shown in. Pure.

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
const margin = 12;
/** A small drawing is not blown up beyond this. */
const fitScaleMax = 1.15;

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
