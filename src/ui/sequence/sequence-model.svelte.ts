// The sequence diagram of the run on the page: its rows as far as they are read, their layout at the person's scale, and what of
// it is in view. What a person does to it is sequence-actions.ts.
import { steppedLength } from '../events/stepped-length.ts';
import type { PageState } from '../state/index.ts';
import { columnsBetween, columnWidth, gutterPx } from './sequence-columns.ts';
import {
	layOutSequence,
	yOfClock,
	yOfCursor,
	type SequenceLayout,
	type SequenceOptions
} from './sequence-layout.ts';
import { SequenceRows } from './sequence-rows.ts';
import type { SequenceView } from './sequence-view.svelte.ts';
import { stretchAround, windowOf, type SequenceWindow } from './sequence-window.ts';

/** Events that are read at most: their rows are kept in memory. */
export const eventsMax = 500_000;
/** A drawing counts from a multiple of this: far down a long run, digits would be lost. Pixels. */
const originPx = 50_000;

export class SequenceModel {
	readonly #page: PageState;
	readonly #view: SequenceView;

	constructor(page: PageState, view: SequenceView) {
		this.#page = page;
		this.#view = view;
	}

	readonly options: SequenceOptions = $derived.by(() => {
		const { scale, arrangement, isFolded, exceptions } = this.#view;
		return { scale, arrangement, isFolded, exceptions };
	});

	readonly rows: SequenceRows = $derived.by(() => {
		const { trace, detail } = this.#page.playback;
		return new SequenceRows(trace, detail);
	});

	/** Events the diagram has read: while a run is computed it grows now and then. */
	readonly #read: number = $derived.by(() => {
		const { playback, workspace } = this.#page;
		const length = steppedLength(playback.length, workspace.live.status === 'running');
		return Math.min(length, eventsMax);
	});

	readonly layout: SequenceLayout = $derived.by(() => {
		this.rows.extend(this.#read);
		return layOutSequence(this.rows, this.options);
	});

	/** Width for the columns in view, pixels. */
	readonly roomPx: number = $derived.by(() => this.#view.width - gutterPx - 4);
	readonly columnPx: number = $derived.by(() => columnWidth(this.layout.columns, this.roomPx));
	readonly contentPx: number = $derived.by(() => this.columnPx * this.layout.columns.length);

	readonly #around: { readonly top: number; readonly bottom: number } = $derived.by(() =>
		stretchAround(this.layout, this.#view.scrollTop, this.#view.height)
	);
	readonly #top: number = $derived.by(() => this.#around.top);
	readonly #bottom: number = $derived.by(() => this.#around.bottom);

	/** What is drawn: the stretch around what is in view. */
	readonly window: SequenceWindow = $derived.by(() =>
		windowOf(this.layout, this.#top, this.#bottom)
	);
	/** The y of the run that is 0 in the drawing, and how high the drawing is, pixels. */
	readonly originY: number = $derived.by(() => Math.floor(this.#top / originPx) * originPx);
	readonly drawingPx: number = $derived.by(() =>
		Math.min(originPx, Math.ceil(this.layout.height - this.originY))
	);

	/** The columns drawn. */
	readonly columns: { readonly first: number; readonly end: number } = $derived.by(() =>
		columnsBetween(this.#view.scrollLeft, this.roomPx, this.columnPx, this.layout.columns.length)
	);

	readonly cursorY: number = $derived.by(() => yOfCursor(this.layout, this.#page.playback.cursor));
	/** As the cursor, but moving between two rows as time goes. */
	readonly clockY: number = $derived.by(() => {
		const { cursor, clockUs } = this.#page.playback;
		return yOfClock(this.layout, cursor, clockUs);
	});
}
