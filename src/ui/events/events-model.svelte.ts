// The events of the run on the page as their table has them: filtered and searched so far, where the cursor is among them, the rows in
// view in words, and the moves of a person through them. How they are looked at is events-view.svelte.ts.
import type { DetailLevel, TraceEvent } from '#trace';
import { formatMicros } from '../shared/format-time.ts';
import { placeOf, sentenceOf, sentences } from '../shared/sentences.svelte.ts';
import type { PageState } from '../state/index.ts';
import {
	filterChoices,
	holds,
	passes,
	type EventFilter,
	type FilterChoices
} from './event-filter.ts';
import { between, hitFrom, hitPlace, rowAtCursor } from './event-rows.ts';
import type { EventQuestion, EventScan } from './event-scan.svelte.ts';
import type { EventsView } from './events-view.svelte.ts';
import { elementsNeeded, rowWindow, type RowWindow } from './row-window.ts';
import { steppedLength } from './stepped-length.ts';

/** Height of the table's head, CSS pixels. */
export const headPx = 28;

/** A row in words. */
export interface EventRow {
	/**
	 * Which element draws it: a row keeps its element while it is in view, and one that comes takes that of one that left, because
	 * making elements anew costs most.
	 */
	readonly element: number;
	/** From 0. */
	readonly row: number;
	readonly seq: number;
	readonly time: string;
	readonly where: string;
	readonly kind: string;
	readonly sentence: string;
}

export class EventsModel {
	readonly #page: PageState;
	readonly #view: EventsView;
	readonly #scan: EventScan;

	constructor(page: PageState, view: EventsView, scan: EventScan) {
		this.#page = page;
		this.#view = view;
		this.#scan = scan;
	}

	/** Events looked at: while a run is computed it grows now and then. */
	readonly length: number = $derived.by(() => {
		const { playback, workspace } = this.#page;
		return steppedLength(playback.length, workspace.live.status === 'running');
	});

	readonly level: DetailLevel = $derived.by(() =>
		this.#view.level === '' ? this.#page.playback.detail : this.#view.level
	);

	readonly #filter: EventFilter = $derived.by(() => {
		const { call, place, kind, fromMs, toMs } = this.#view;
		return { level: this.level, call, place, kind, fromUs: this.#us(fromMs), toUs: this.#us(toMs) };
	});

	/** Does an event pass the filters? */
	readonly passes: EventQuestion = $derived.by(() =>
		this.#ofSeq(passes(this.#filter, this.#page.playback.trace))
	);

	/** A text is looked for. */
	readonly isSearching: boolean = $derived.by(() => this.#view.text.trim() !== '');

	/** Does an event hold the text? Null when none is looked for. */
	readonly holds: EventQuestion | null = $derived.by(() =>
		this.isSearching
			? this.#ofSeq(holds(this.#view.text, this.#page.playback.trace, sentences()))
			: null
	);

	readonly choices: FilterChoices = $derived.by(() =>
		filterChoices(this.#page.playback.trace, this.length, sentences())
	);

	readonly #isOnlyHits: boolean = $derived.by(() => this.isSearching && this.#view.isOnlyHits);
	readonly #shown: readonly number[] = $derived.by(() =>
		this.#isOnlyHits ? this.#scan.hits : this.#scan.rows
	);
	// The lists grow in place: their lengths are what changes.
	readonly #found: number = $derived.by(() =>
		this.#isOnlyHits ? this.#scan.hits.length : this.#scan.rows.length
	);
	readonly hits: number = $derived.by(() => this.#scan.hits.length);
	readonly isDone: boolean = $derived.by(() => this.#scan.isDone);
	/** How much of the run has been searched, 0 to 1. */
	readonly part: number = $derived.by(() => this.#scan.part);

	/** The row of the last event that has happened; -1 before the first. */
	readonly current: number = $derived.by(() =>
		this.#found < 0 ? -1 : rowAtCursor(this.#shown, this.#page.playback.cursor)
	);
	/** Rows shown. */
	readonly count: number = $derived.by(() =>
		this.#page.playback.isFutureHidden ? this.current + 1 : this.#found
	);
	/** Place of the current event among the hits, from 1; 0 when it is none. */
	readonly place: number = $derived.by(() =>
		this.hits === 0 ? 0 : hitPlace(this.#scan.hits, this.#page.playback.cursor)
	);
	/** The current row is the one it will be when everything is read. */
	readonly isCurrentKnown: boolean = $derived.by(() => {
		const knownTo = this.#isOnlyHits ? this.#scan.hitsKnownTo : this.#scan.rowsKnownTo;
		return knownTo >= Math.min(this.#page.playback.cursor, this.length);
	});

	/** On a narrow screen a sentence has two lines. CSS pixels. */
	readonly rowPx: number = $derived.by(() => (this.#page.view.isNarrow ? 46 : 28));

	readonly drawn: RowWindow = $derived.by(() =>
		rowWindow(this.#view.scrollTop, this.#view.height, this.rowPx, this.count)
	);

	readonly rows: readonly EventRow[] = $derived.by(() => {
		const { trace, timeZeroUs } = this.#page.playback;
		const { first, end } = this.drawn;
		const elements = elementsNeeded(this.#view.height, this.rowPx);
		return this.#shown.slice(first, end).map((seq, offset) => {
			const event = trace.event(seq);
			return {
				element: (first + offset) % elements,
				row: first + offset,
				seq,
				time: formatMicros(event.at - timeZeroUs),
				where: placeOf(event, trace),
				kind: event.kind,
				sentence: sentenceOf(event, trace)
			};
		});
	});

	readonly hitsInView: readonly number[] = $derived.by(() => {
		if (this.hits === 0) return [];
		const { first, end } = this.drawn;
		const [from, to] = [this.#shown[first] ?? 0, this.#shown[end - 1] ?? 0];
		return between(this.#scan.hits, from, to);
	});

	/** Moves the cursor behind an event and selects it. */
	go(seq: number | undefined): void {
		if (seq === undefined) return;
		this.#page.playback.seek(seq + 1);
		this.#page.selection.selectEvent(seq);
	}

	/** Goes to a row; past the ends to the first or last one. */
	pick(row: number): void {
		this.go(this.#shown[Math.min(Math.max(row, 0), this.count - 1)]);
	}

	/** Goes to the next or previous hit. */
	goToHit(direction: 1 | -1): void {
		this.go(hitFrom(this.#scan.hits, this.#page.playback.cursor, direction));
	}

	#us(ms: number | null): number | null {
		return ms === null ? null : this.#page.playback.timeZeroUs + Math.round(ms * 1000);
	}

	#ofSeq(question: (event: TraceEvent) => boolean): EventQuestion {
		const { trace } = this.#page.playback;
		return (seq) => question(trace.event(seq));
	}
}
