// How the sequence diagram is looked at: zoom and the part that is in view. Nothing here is about the run.

const zoomMin = 1 / 16;
const zoomMax = 16;

export class SequenceView {
	/** How far time is stretched; 1 is normal. */
	zoom = $state(1);
	/** The element that scrolls. */
	scroller: HTMLDivElement | undefined = $state.raw();
	/** The window on the diagram, CSS pixels. */
	scrollTop = $state(0);
	width = $state(0);
	height = $state(0);

	zoomBy(factor: number): void {
		this.zoom = Math.min(Math.max(this.zoom * factor, zoomMin), zoomMax);
	}
}
