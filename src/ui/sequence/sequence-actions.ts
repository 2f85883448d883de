// What a person does to the sequence diagram: changes its scale, moves its lifelines, folds, goes from message to message. By keys
// and buttons; what a place of the drawing means is sequence-pointer.ts.
import { tick } from 'svelte';
import type { PageState } from '../state/index.ts';
import { sequenceWords } from '../text/sequence.ts';
import { moved } from './lifelines.ts';
import { headPx } from './sequence-columns.ts';
import { neighbourEnd, placeAt, scaleToFit, yOfPlace } from './sequence-layout.ts';
import type { SequenceModel } from './sequence-model.svelte.ts';
import type { SequenceView } from './sequence-view.svelte.ts';

/** What one press or click changes the scale by. */
const zoomStep = 1.5;

export class SequenceActions {
	readonly #page: PageState;
	readonly #model: SequenceModel;
	readonly #view: SequenceView;
	readonly #keys: Readonly<Record<string, () => void>> = {
		ArrowDown: () => {
			this.#step(1);
		},
		ArrowUp: () => {
			this.#step(-1);
		},
		Enter: () => {
			this.#toggleAtCursor();
		},
		'+': () => {
			this.zoomBy(zoomStep);
		},
		'=': () => {
			this.zoomBy(zoomStep);
		},
		'-': () => {
			this.zoomBy(1 / zoomStep);
		},
		'0': () => void this.fit()
	};

	constructor(page: PageState, model: SequenceModel, view: SequenceView) {
		this.#page = page;
		this.#model = model;
		this.#view = view;
	}

	/** Does what a key means on the diagram; false when it means nothing. */
	press(key: string): boolean {
		const act = this.#keys[key];
		act?.();
		return act !== undefined;
	}

	/** Takes the cursor to just behind an event, and selects that. */
	pick(seq: number): void {
		this.#page.playback.seek(seq + 1);
		this.#page.selection.selectEvent(seq);
	}

	/** Changes the scale so that what lies at `y` of the sheet stays where it is. */
	async zoomTo(scale: number, y: number): Promise<void> {
		const place = placeAt(this.#model.layout, y);
		const offset = y - this.#view.scrollTop;
		this.#view.scale = scale;
		// The sheet has to have its new height before it can be scrolled there.
		await tick();
		this.#view.scrollTo(yOfPlace(this.#model.layout, place) - offset);
	}

	/** Around the cursor if it is in view, else around the middle. */
	zoomBy(factor: number): void {
		const { scrollTop, height, scale } = this.#view;
		const { cursorY } = this.#model;
		const end = scrollTop + height - headPx;
		const isInView = cursorY >= scrollTop && cursorY <= end;
		void this.zoomTo(scale * factor, isInView ? cursorY : (scrollTop + end) / 2);
	}

	/** Shows the whole run. */
	async fit(): Promise<void> {
		const { rows, options } = this.#model;
		await this.zoomTo(scaleToFit(rows, options, this.#view.height - headPx), 0);
		this.#view.scrollTo(0);
	}

	/** Moves a lifeline by some places among all of them, hidden ones too. */
	moveLifeline(node: string, places: number): void {
		const order = moved(this.#model.layout.lifelines, node, places);
		this.#view.arrangement = { ...this.#view.arrangement, order };
		const place = order.indexOf(node) + 1;
		this.#page.view.announcement = sequenceWords.now.movedTo(node, place, order.length);
	}

	/** Moves a lifeline by some places among those shown. */
	moveColumn(node: string, places: number): void {
		const { columns, lifelines } = this.#model.layout;
		const from = columns.findIndex((column) => column.node === node);
		const target = columns[Math.min(Math.max(from + places, 0), columns.length - 1)];
		const placeOf = (name?: string): number =>
			lifelines.findIndex((lifeline) => lifeline.node === name);
		this.moveLifeline(node, placeOf(target?.node) - placeOf(node));
	}

	#step(direction: 1 | -1): void {
		const { playback } = this.#page;
		const seq = neighbourEnd(this.#model.layout, playback.cursor, direction);
		if (seq !== undefined) this.pick(seq);
		else if (direction < 0) playback.seek(0);
	}

	/** Folds or unfolds the exchange that the cursor is at. */
	#toggleAtCursor(): void {
		const { window, cursorY } = this.#model;
		const { cursor } = this.#page.playback;
		const arrow = window.arrows.find(
			({ exchange, flight, y1, y2 }) =>
				exchange !== null && (flight.sentSeq === cursor - 1 || (cursorY >= y1 && cursorY <= y2))
		);
		if (arrow?.exchange) this.#view.toggleExchange(arrow.exchange.sentSeq);
	}
}
