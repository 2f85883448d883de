// Keeps the cursor of the run in view of the sequence diagram as it moves. Scrolling by hand and changing the scale leave it alone.
import type { PageState } from '../state/index.ts';
import { columnsAtCursor } from './sequence-layout.ts';
import type { SequenceModel } from './sequence-model.svelte.ts';
import { headPx } from './sequence-columns.ts';
import type { SequenceView } from './sequence-view.svelte.ts';

/** Once it has moved, the diagram rests this long before it moves on, milliseconds. What plays or is scrubbed faster than one can
    read is followed in strides, and a scrubbing hand has the stage with it at every frame: moving the diagram costs as much as all
    the rest of the page. */
const restMs = 320;
/** The cursor keeps away from the upper and lower end of the view, pixels. */
const abovePx = 16;
const belowPx = 48;
/** The part of the view above the cursor where the diagram has moved on. */
const part = 0.6;

/**
 * Where the diagram has to be scrolled to so that a height is in view; null when it is. Pixels.
 * @param isLast nothing is shown below that height: what is above it takes the room
 */
export function scrollTopFor(
	y: number,
	scrollTop: number,
	roomPx: number,
	isLast: boolean
): number | null {
	const wanted = Math.max(0, Math.round(y - roomPx * part));
	if (isLast && wanted < scrollTop) return wanted;
	if (y >= scrollTop + abovePx && y <= scrollTop + roomPx - belowPx) return null;
	return wanted;
}

export class CursorFollower {
	readonly #page: PageState;
	readonly #model: SequenceModel;
	readonly #view: SequenceView;
	#movedMs = -Infinity;
	/** The diagram moves when it has rested. */
	#next: ReturnType<typeof setTimeout> | undefined;

	constructor(page: PageState, model: SequenceModel, view: SequenceView) {
		this.#page = page;
		this.#model = model;
		this.#view = view;
	}

	/** The cursor has moved. */
	follow(): void {
		this.stop();
		const restsMs = this.#movedMs + restMs - performance.now();
		if (restsMs <= 0) this.#move();
		else
			this.#next = setTimeout(() => {
				this.#move();
			}, restsMs);
	}

	/** Does not move any more. */
	stop(): void {
		clearTimeout(this.#next);
	}

	#move(): void {
		const { scrollTop, height } = this.#view;
		const { isFutureHidden } = this.#page.playback;
		const top = scrollTopFor(this.#model.cursorY, scrollTop, height - headPx, isFutureHidden);
		const left = this.#leftFor();
		if (top === null && left === null) return;
		this.#movedMs = performance.now();
		const lowest = Math.max(0, this.#model.layout.height + headPx - height);
		this.#view.scrollTo(Math.min(top ?? scrollTop, lowest), left ?? this.#view.scrollLeft);
	}

	/** Where to scroll sideways so that the message at the cursor is in view; null when it is, or there is none. */
	#leftFor(): number | null {
		const { layout, columnPx, roomPx } = this.#model;
		const columns = columnsAtCursor(layout, this.#page.playback.cursor);
		if (columns === null) return null;
		const left = Math.min(...columns) * columnPx;
		const right = (Math.max(...columns) + 1) * columnPx;
		const { scrollLeft } = this.#view;
		if (left < scrollLeft) return left;
		return right > scrollLeft + roomPx ? Math.min(left, right - roomPx) : null;
	}
}
