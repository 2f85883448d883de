// How the stage is looked at: scale and offset of the drawing in its pane. Until a person zooms or pans the whole drawing
// is shown; one that could not be read that way is shown large enough and the view follows what happens.
import type { Rect } from './edge-router.ts';
import type { Direction } from './placed.ts';
import type { Point } from './polyline.ts';
import {
	fitInto,
	fits,
	isMiniature,
	lookAt,
	readableScale,
	wayTo,
	type Extent,
	type ViewTransform
} from './view-transform.ts';

const scaleMax = 3;
/** The smallest scale, as a part of the one that shows everything. */
const scaleMinPart = 0.8;
/** Milliseconds in which the view goes most of the way to what happens. */
const followMs = 300;

export class StageView {
	#pane: Extent = $state.raw({ width: 0, height: 0 });
	#drawing: Extent = $state.raw({ width: 1, height: 1 });
	/** The title of the scenario it is the drawing of. */
	#scenario = '';
	/** Set by hand; null while the stage looks after itself. */
	#chosen: ViewTransform | null = $state.raw(null);
	/** Everything is wanted in the picture, readable or not. */
	#isWhole = $state(false);
	/** What the view follows, while not everything can be shown. */
	#centre: Point = $state.raw({ x: 0, y: 0 });

	/** Everything is shown, and can be read; of a strip of a stage it is enough that one sees what goes where. */
	readonly #fits: boolean = $derived(
		fits(this.#drawing, this.#pane) || isMiniature(this.#drawing, this.#pane)
	);

	/** Scale, then offset in CSS pixels: `screen = drawing * scale + offset`. */
	readonly transform: ViewTransform = $derived.by(() => {
		if (this.#chosen !== null) return this.#chosen;
		if (this.#fits || this.#isWhole) return fitInto(this.#drawing, this.#pane);
		return lookAt(this.#drawing, this.#pane, this.#centre);
	});

	/** Too small for more than names. */
	readonly isFar: boolean = $derived(this.transform.scale < readableScale - 0.005);

	/** Narrow and high panes show the layers from top to bottom. */
	readonly direction: Direction = $derived(
		this.#pane.width < 600 && this.#pane.height > this.#pane.width ? 'down' : 'across'
	);

	/** Room for a layout: the pane in steps, so that it is not made anew at each pixel. */
	readonly room: Extent = $derived({
		width: Math.floor(this.#pane.width / 16) * 16,
		height: Math.floor(this.#pane.height / 16) * 16
	});

	/** Is the whole drawing shown as large as it fits? */
	get isFitted(): boolean {
		return this.#chosen === null && (this.#isWhole || this.#fits);
	}

	get pane(): Extent {
		return this.#pane;
	}

	/** Size of the pane, CSS pixels. */
	resize(width: number, height: number): void {
		if (width === this.#pane.width && height === this.#pane.height) return;
		this.#pane = { width, height };
	}

	/** Size of the whole drawing, in its own units, and whose it is. How another scenario's was looked at is forgotten. */
	show(drawing: Extent, scenario: string): void {
		this.#drawing = drawing;
		if (scenario === this.#scenario) return;
		this.#scenario = scenario;
		this.release();
	}

	/** Everything in the picture. */
	fit(): void {
		this.#chosen = null;
		this.#isWhole = true;
	}

	/** Back to what the stage does by itself. */
	release(): void {
		this.#chosen = null;
		this.#isWhole = false;
	}

	/** Zooms about a point of the pane; default its middle. */
	zoomBy(factor: number, x = this.#pane.width / 2, y = this.#pane.height / 2): void {
		const { scale, offsetX, offsetY } = this.transform;
		const least = Math.min(fitInto(this.#drawing, this.#pane).scale, 1) * scaleMinPart;
		const next = Math.min(Math.max(scale * factor, least), scaleMax);
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

	/** Moves just so far that a part of the drawing is in the picture. */
	bring(rect: Rect): void {
		const { x, y } = wayTo(rect, this.transform, this.#pane);
		if (x !== 0 || y !== 0) this.panBy(x, y);
	}

	/** While not everything is shown: goes after what happens, a little each frame. */
	follow(rect: Rect, elapsedMs: number): void {
		if (this.#chosen !== null || this.#isWhole || this.#fits) return;
		const { x, y } = wayTo(rect, this.transform, this.#pane);
		if (Math.abs(x) + Math.abs(y) < 1) return;
		const { scale, offsetX, offsetY } = this.transform;
		const part = 1 - Math.exp(-elapsedMs / followMs);
		const next = {
			x: (this.#pane.width / 2 - offsetX - x * part) / scale,
			y: (this.#pane.height / 2 - offsetY - y * part) / scale
		};
		this.#centre = next;
	}
}
