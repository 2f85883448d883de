// What a place of the sequence diagram means under the pointer: a message's beginning, its arrival, an exchange to fold, a time.
import { gutterPx, headPx } from './sequence-columns.ts';
import type { SequenceModel } from './sequence-model.svelte.ts';
import type { SequenceView } from './sequence-view.svelte.ts';

/** What a click means. */
export type Meant =
	| { readonly event: number }
	/** The exchange that began with this `link.sent`. */
	| { readonly exchange: number }
	/** A height of the sheet, pixels. */
	| { readonly y: number };

export class SequencePointer {
	readonly #model: SequenceModel;
	readonly #view: SequenceView;

	constructor(model: SequenceModel, view: SequenceView) {
		this.#model = model;
		this.#view = view;
	}

	/** The event of the arrow at the pointer; null when there is none. */
	eventAt(target: EventTarget | null): number | null {
		const arrow = arrowAt(target);
		return arrow === null ? null : Number(arrow.dataset['seq']);
	}

	/** What a click there means. */
	meantBy(event: MouseEvent): Meant {
		const arrow = arrowAt(event.target);
		if (arrow === null) return { y: this.yOf(event) };
		const { exchange, seq, arrived } = arrow.dataset;
		if (exchange !== undefined) return { exchange: Number(exchange) };
		const isArrival = arrived !== undefined && this.#isNearEnd(event, Number(seq));
		return { event: Number(isArrival ? arrived : seq) };
	}

	/** The height of the sheet at the pointer, pixels. */
	yOf(event: MouseEvent): number {
		const box = this.#view.scroller?.getBoundingClientRect();
		return event.clientY - (box?.top ?? 0) - headPx + this.#view.scrollTop;
	}

	/** A click on the last third of an arrow means its arrival. */
	#isNearEnd(event: MouseEvent, seq: number): boolean {
		const { window, columnPx } = this.#model;
		const arrow = window.arrows.find((drawn) => drawn.seq === seq);
		const box = this.#view.scroller?.getBoundingClientRect();
		if (arrow === undefined || box === undefined || arrow.from === arrow.to) return false;
		const x = event.clientX - box.left - gutterPx + this.#view.scrollLeft;
		const start = (arrow.from + 0.5) * columnPx;
		return (x - start) / ((arrow.to - arrow.from) * columnPx) > 0.67;
	}
}

function arrowAt(target: EventTarget | null): SVGElement | null {
	const found = target instanceof Element ? target.closest('[data-seq]') : null;
	return found instanceof SVGElement ? found : null;
}
