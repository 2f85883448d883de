// How the cursor steps: by what is shown, by messages, turns or calls, by what is selected, or to the next event of a kind.
// Finds the stops in the trace and tells the playback; keeps no cursor of its own.
import { traceIndex, type Trace } from '#trace';
import type { ActorId } from '#kernel/events';
import { concerns } from '../inspector/actor-history.ts';
import { callHistory } from '../inspector/call-history.ts';
import { steppedLength } from '../events/stepped-length.ts';
import type { PageState } from '../state/index.ts';
import { timelineWords } from '../text/timeline.ts';
import { soughtKinds, type EventKind, type SoughtKind } from './event-kinds.ts';
import { kindIndex } from './kind-index.ts';
import { stopAfter, stopBefore } from './stops.ts';

/** What a step can go by; `selected` is the selected process, queue, call, ... */
export type StepBy = EventKind | 'selected';

/** Choices under one heading. */
interface StepGroup {
	readonly label: string;
	readonly choices: readonly {
		readonly by: StepBy;
		readonly label: string;
		/** There is no such event in the run. */
		readonly isEmpty: boolean;
	}[];
}

interface SelectedStops {
	readonly selected: PageState['selection']['selected'];
	readonly trace: Trace;
	readonly length: number;
	readonly seqs: readonly number[];
}

export class Steps {
	readonly #page: PageState;
	#by: StepBy | null = $state(null);
	#sought: SoughtKind | null = $state(null);
	/** The stops at what was selected last, as far as the trace had grown. */
	#selectedStops: SelectedStops | null = null;

	constructor(page: PageState) {
		this.#page = page;
	}

	/** What a step goes by; null: by the level of detail. */
	get by(): StepBy | null {
		return this.#by;
	}

	set by(by: StepBy | null) {
		this.#by = by;
		if (isSought(by)) this.#sought = by;
		this.#page.playback.stepper =
			by === null
				? null
				: {
						next: (cursor) => this.#next(by, cursor),
						previous: (cursor) => this.#previous(by, cursor)
					};
	}

	readonly #grown: number = $derived.by(() =>
		steppedLength(this.#page.playback.length, this.#page.workspace.live.status === 'running')
	);

	/** What can be chosen besides the levels of detail, in groups. */
	readonly choices: readonly StepGroup[] = $derived.by(() => {
		const words = timelineWords.now;
		const index = kindIndex(this.#page.playback.trace);
		const isThere = this.#grown > 0;
		const sought = soughtKinds.map((by) => {
			const count = isThere ? index.seqsOf(by).length : 0;
			return { by, label: words.counted(words.kinds[by], count), isEmpty: count === 0 };
		});
		const others = (['message', 'turn', 'call', 'selected'] as const).map((by) => ({
			by,
			label: words.steps[by],
			isEmpty: false
		}));
		return [
			{ label: words.steps.group, choices: others },
			{ label: words.seek, choices: sought }
		];
	});

	/** The kind `seek` runs to; null while none was chosen. */
	get sought(): SoughtKind | null {
		return this.#sought;
	}

	/** Steps once by something, whatever a step goes by otherwise; says when that is not possible. */
	step(by: StepBy, direction: 1 | -1): void {
		const { playback, view } = this.#page;
		const to =
			direction > 0 ? this.#next(by, playback.cursor) : this.#previous(by, playback.cursor);
		if (to === undefined) view.say(timelineWords.now.selectFirst, 'step');
		else playback.seek(to);
	}

	#next(by: StepBy, cursor: number): number | undefined {
		const stops = this.#stops(by);
		return stops === undefined ? undefined : stopAfter(stops, cursor, this.#page.playback.length);
	}

	#previous(by: StepBy, cursor: number): number | undefined {
		const stops = this.#stops(by);
		return stops === undefined ? undefined : stopBefore(stops, cursor);
	}

	/** Events stopped at, ascending; undefined when nothing is selected. */
	#stops(by: StepBy): readonly number[] | undefined {
		return by === 'selected'
			? this.#stopsOfSelected()
			: kindIndex(this.#page.playback.trace).seqsOf(by);
	}

	#stopsOfSelected(): readonly number[] | undefined {
		const { playback, selection } = this.#page;
		const { selected } = selection;
		const { trace, length } = playback;
		if (selected === null) return undefined;
		const known = this.#selectedStops;
		if (known?.selected === selected && known.trace === trace && known.length === length)
			return known.seqs;
		const seqs =
			selected.type === 'call'
				? callHistory(selected.number, trace)
				: stopsOfActor(
						selected.type === 'actor' ? selected.actor : trace.event(selected.seq).actor,
						trace
					);
		this.#selectedStops = { selected, trace, length, seqs };
		return seqs;
	}
}

function stopsOfActor(actor: ActorId, trace: Trace): readonly number[] {
	const index = traceIndex(trace);
	return trace.events.flatMap((event) => (concerns(event, actor, index) ? [event.seq] : []));
}

function isSought(by: StepBy | null): by is SoughtKind {
	return soughtKinds.some((kind) => kind === by);
}
