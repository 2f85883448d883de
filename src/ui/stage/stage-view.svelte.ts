// How the stage is looked at: scale and offset of the drawing in its pane. Fits by itself until a person zooms or pans.
import type { Direction } from './placed.ts';
import { fitInto, type Extent, type ViewTransform } from './view-transform.ts';

const scaleMin = 0.2;
const scaleMax = 3;

export class StageView {
	#pane: Extent = $state.raw({ width: 0, height: 0 });
	#drawing: Extent = $state.raw({ width: 1, height: 1 });
	/** Set by hand; null while the stage fits itself. */
	#chosen: ViewTransform | null = $state.raw(null);

	/** Scale, then offset in CSS pixels: `screen = drawing * scale + offset`. */
	readonly transform: ViewTransform = $derived(this.#chosen ?? fitInto(this.#drawing, this.#pane));

	/** Narrow and high panes show the layers from top to bottom. */
	readonly direction: Direction = $derived(
		this.#pane.width < 600 && this.#pane.height > this.#pane.width ? 'down' : 'across'
	);

	/** Is the whole drawing shown as large as it fits? */
	get isFitted(): boolean {
		return this.#chosen === null;
	}

	get pane(): Extent {
		return this.#pane;
	}

	/** Size of the pane, CSS pixels. */
	resize(width: number, height: number): void {
		if (width === this.#pane.width && height === this.#pane.height) return;
		this.#pane = { width, height };
	}

	/** Size of the whole drawing, in its own units. */
	show(drawing: Extent): void {
		this.#drawing = drawing;
	}

	fit(): void {
		this.#chosen = null;
	}

	/** Zooms about a point of the pane; default its middle. */
	zoomBy(factor: number, x = this.#pane.width / 2, y = this.#pane.height / 2): void {
		const { scale, offsetX, offsetY } = this.transform;
		const next = Math.min(Math.max(scale * factor, scaleMin), scaleMax);
		const ratio = next / scale;
		this.#chosen = {
			scale: next,
			offsetX: x - (x - offsetX) * ratio,
			offsetY: y - (y - offsetY) * ratio
		};
	}

	panBy(dx: number, dy: number): void {
		const { scale, offsetX, offsetY } = this.transform;
		this.#chosen = { scale, offsetX: offsetX + dx, offsetY: offsetY + dy };
	}
}
