// What moves in time beyond play and step: other steps, a sketch of the run, bookmarks, a loop, links to a moment. One per
// page, loaded behind the first picture; `runTimeCommand` is what its keys do.
import { formatMicros } from '../shared/format-time.ts';
import type { TimeCommand } from '../shared/key-bindings.ts';
import type { PageState } from '../state/index.ts';
import { timelineWords } from '../text/timeline.ts';
import { Bookmarks } from './bookmarks.svelte.ts';
import { copyMoment } from './copy-moment.ts';
import { Sketch } from './sketch.svelte.ts';
import { Steps } from './steps.svelte.ts';

export class TimeTools {
	readonly #page: PageState;
	readonly steps: Steps;
	readonly bookmarks: Bookmarks;
	readonly sketch: Sketch;

	constructor(page: PageState) {
		this.#page = page;
		this.steps = new Steps(page);
		this.bookmarks = new Bookmarks(page);
		this.sketch = new Sketch(page, this.bookmarks);
	}

	/** Sets a bookmark at the cursor, or takes away the one that is there. */
	toggleBookmark(): void {
		const { playback, view } = this.#page;
		const words = timelineWords.now;
		const { here } = this.bookmarks;
		const name = words.atEvent(playback.clockUs - playback.timeZeroUs, playback.cursor);
		if (here === undefined) this.bookmarks.add();
		else this.bookmarks.remove(here);
		view.say(
			here === undefined ? words.marked(name) : words.unmarked(here.name || name),
			'bookmark'
		);
	}

	jump(direction: 1 | -1): void {
		if (this.bookmarks.jump(direction)) return;
		const words = timelineWords.now;
		this.#page.view.say(
			direction > 0 ? words.noFurtherBookmark : words.noEarlierBookmark,
			'bookmark'
		);
	}

	/** Sets one end of the loop at the cursor; the other stays, or is that end of the run. */
	setLoopEnd(end: 'from' | 'to'): void {
		const { playback } = this.#page;
		const { cursor, loop, length, timeZeroCursor } = playback;
		if (end === 'from') {
			const to = loop !== null && loop.to > cursor ? loop.to : length;
			playback.loop = { from: cursor, to };
		} else {
			const from = loop !== null && loop.from < cursor ? loop.from : timeZeroCursor;
			playback.loop = { from, to: cursor };
		}
		this.#sayLoop();
	}

	dropLoop(): void {
		this.#page.playback.loop = null;
		this.#sayLoop();
	}

	copyMoment(): void {
		void copyMoment(this.#page);
	}

	/** What a key does. */
	run(command: TimeCommand): void {
		const { steps } = this;
		switch (command) {
			case 'message-forward':
				steps.step('message', 1);
				return;
			case 'message-back':
				steps.step('message', -1);
				return;
			case 'turn-forward':
				steps.step('turn', 1);
				return;
			case 'turn-back':
				steps.step('turn', -1);
				return;
			case 'call-forward':
				steps.step('call', 1);
				return;
			case 'call-back':
				steps.step('call', -1);
				return;
			case 'selected-forward':
				steps.step('selected', 1);
				return;
			case 'selected-back':
				steps.step('selected', -1);
				return;
			case 'sought-forward':
				this.#seek(1);
				return;
			case 'sought-back':
				this.#seek(-1);
				return;
			case 'choose-step':
				chooseStep();
				return;
			case 'bookmark':
				this.toggleBookmark();
				return;
			case 'bookmark-forward':
				this.jump(1);
				return;
			case 'bookmark-back':
				this.jump(-1);
				return;
			case 'loop-from':
				this.setLoopEnd('from');
				return;
			case 'loop-to':
				this.setLoopEnd('to');
				return;
			case 'loop-off':
				this.dropLoop();
				return;
			case 'copy-moment':
				this.copyMoment();
				return;
		}
	}

	#seek(direction: 1 | -1): void {
		const { sought } = this.steps;
		if (sought !== null) {
			this.steps.step(sought, direction);
			return;
		}
		this.#page.view.say(timelineWords.now.chooseFirst, 'step');
		chooseStep();
	}

	#sayLoop(): void {
		const { playback, view } = this.#page;
		const { loop } = playback;
		const words = timelineWords.now;
		view.say(loop === null ? words.loopOffSaid : words.looping(...this.loopTimes(loop)), 'loop');
	}

	/** The ends of a loop as times in words. */
	loopTimes(loop: { readonly from: number; readonly to: number }): [from: string, to: string] {
		const { trace, timeZeroUs } = this.#page.playback;
		const time = (cursor: number): string =>
			formatMicros((cursor === 0 ? 0 : trace.event(cursor - 1).at) - timeZeroUs);
		return [time(loop.from), time(loop.to)];
	}
}

/** Opens the choice of what a step is. Browsers that cannot open it for us get the focus there. */
function chooseStep(): void {
	const select = document.querySelector<HTMLSelectElement>('[data-choice="step"]');
	if (select === null) return;
	select.focus();
	try {
		select.showPicker();
	} catch {
		// The focus is there; the arrow keys choose.
	}
}
