// How the events table is looked at: what is searched for, which filters are set, the part in view.
import type { DetailLevel } from '#trace';

export class EventsView {
	/** The element that scrolls. */
	scroller: HTMLDivElement | undefined = $state.raw();
	/** The search field. */
	input: HTMLInputElement | undefined = $state.raw();
	/** CSS pixels. */
	scrollTop = $state(0);
	height = $state(0);

	text = $state('');
	isOnlyHits = $state(false);
	/** The filters are shown. */
	isOpen = $state(false);
	/** '' as steps. */
	level: DetailLevel | '' = $state('');
	call: number | null = $state(null);
	place = $state('');
	kind = $state('');
	/** Virtual milliseconds since time 0. */
	fromMs: number | null = $state(null);
	toMs: number | null = $state(null);

	/** How many filters are set. */
	readonly filtersSet: number = $derived(
		[this.level !== '', this.call !== null, this.place !== '', this.kind !== ''].filter(Boolean)
			.length + [this.fromMs, this.toMs].filter((ms) => ms !== null).length
	);

	/** A scroll position the element is yet to be given; null: it has it. CSS pixels. */
	#target: number | null = $state.raw(null);

	/** Scrolls: what is in view follows at once, the element itself when its rows are drawn. */
	scrollTo(top: number): void {
		if (top === this.scrollTop) return;
		this.scrollTop = top;
		this.#target = top;
	}

	/** The rows are drawn: the element follows. */
	settle(): void {
		if (this.#target === null || this.scroller === undefined) return;
		this.scroller.scrollTop = this.#target;
		this.#target = null;
	}

	clear(): void {
		this.text = '';
		this.isOnlyHits = false;
		this.level = '';
		this.call = null;
		this.place = '';
		this.kind = '';
		this.fromMs = null;
		this.toMs = null;
	}
}
