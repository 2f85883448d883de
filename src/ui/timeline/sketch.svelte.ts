// What the timeline shows of the run as a whole: how dense it is, where something went wrong or was done to it, where idle
// time is folded. Made from the trace as it grows; drawn by TimelineSketch.svelte.
import { untrack } from 'svelte';
import { steppedLength } from '../events/stepped-length.ts';
import type { PageState } from '../state/index.ts';
import type { SkippedGap } from '../state/playback-schedule.ts';
import type { Bookmarks } from './bookmarks.svelte.ts';
import { kindIndex } from './kind-index.ts';
import {
	densityOf,
	densityUpTo,
	marksOf,
	nearestStop,
	type Density,
	type TimelineMark
} from './sketch-shape.ts';

export class Sketch {
	readonly #page: PageState;
	readonly #bookmarks: Bookmarks;

	constructor(page: PageState, bookmarks: Bookmarks) {
		this.#page = page;
		this.#bookmarks = bookmarks;
	}

	/** Events the line stands for: the whole run, in few strides while it is computed. */
	readonly length: number = $derived.by(() =>
		steppedLength(this.#page.playback.length, this.#page.workspace.live.status === 'running')
	);

	/** Events drawn: all of them or, while what comes next is hidden, those that have happened. */
	readonly #drawn: number = $derived.by(() =>
		Math.min(this.length, this.#page.playback.seenLength)
	);

	readonly #density: Density = $derived.by(() => {
		const { trace } = this.#page.playback;
		return densityOf(kindIndex(trace).seqsOf('message'), this.length, this.partOf);
	});

	readonly density: Density = $derived.by(() =>
		this.#drawn < this.length ? densityUpTo(this.#density, this.partOf(this.#drawn)) : this.#density
	);

	readonly marks: readonly TimelineMark[] = $derived.by(() => {
		const index = kindIndex(this.#page.playback.trace);
		return marksOf((kind) => index.seqsOf(kind), this.#drawn, this.partOf);
	});

	/** Idle stretches, as `partOf` places them. */
	readonly gaps: readonly SkippedGap[] = $derived.by(() => {
		const { length } = this;
		return untrack(() => this.#page.playback.gaps.filter((gap) => gap.seq < length));
	});

	/** Place of a cursor position in the drawing: it ends where the run ended when it was made. Not reactive. */
	readonly partOf = (cursor: number): number =>
		untrack(() => {
			const { playback } = this.#page;
			const whole = playback.partOf(this.length);
			return whole === 0 ? 0 : playback.partOf(cursor) / whole;
		});

	/**
	 * The cursor position at a place on the time line; that of a mark or a bookmark when one is close.
	 * @param tolerance how close, as part of the whole line
	 */
	cursorNear(part: number, tolerance: number): number {
		const { playback } = this.#page;
		const stops = [
			...this.marks.map((mark) => mark.seq + 1),
			...this.#bookmarks.list.map((bookmark) => this.#bookmarks.cursorOf(bookmark))
		].filter((stop) => stop <= playback.length);
		return (
			nearestStop(stops, part, tolerance, (cursor) => playback.partOf(cursor)) ??
			playback.cursorAtPart(part)
		);
	}
}
