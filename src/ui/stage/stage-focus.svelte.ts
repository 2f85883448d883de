// What the selection means on the stage: which figures and lines are involved, and which are dimmed.
import type { ActorId } from '#kernel/events';
import type { PageState } from '../state/index.ts';
import { callMark, markColour, type Mark } from '../shared/message-marks.ts';
import { messageIn } from '../shared/message-in.ts';
import { endsOf, linesAt, linesOf, thickLines, type ThickLines } from './focus-lines.ts';
import type { LikeGroup } from './like-groups.ts';
import type { StageModel } from './stage-model.svelte.ts';
import type { StageNode } from './stage-graph.ts';

/** Opacity of what is not involved. */
const dimmed = 0.35;

export class StageFocus {
	readonly #page: PageState;
	readonly #model: StageModel;

	constructor(page: PageState, model: StageModel) {
		this.#page = page;
		this.#model = model;
	}

	/** The mark whose path is drawn thick: that of the selected call, or of the message a selected event is about. */
	readonly mark: Mark | null = $derived.by(() => {
		const { selection } = this.#page;
		if (selection.call !== null) return callMark(selection.call);
		if (selection.event === null) return null;
		const { index, topology } = this.#model;
		const flight = index.flightOf(selection.event);
		if (flight !== undefined) return topology.marks.ofFlight(flight);
		const { trace } = this.#page.playback;
		const id = selection.event < trace.length ? messageIn(trace.event(selection.event)) : null;
		return id === null ? null : topology.marks.ofMessage(id);
	});

	/** Lines of that mark; null when nothing of the kind is selected. */
	readonly lines: ReadonlySet<string> | null = $derived.by(() => {
		const { index, topology } = this.#model;
		return this.mark === null
			? null
			: linesOf(this.mark.key, this.#page.playback.trace, index, topology);
	});

	/** Figures at the ends of those lines; null when nothing is dimmed. */
	readonly #involved: ReadonlySet<ActorId> | null = $derived.by(() => {
		const { lines } = this;
		if (lines === null || lines.size === 0) return null;
		return endsOf(lines, this.#model.layout);
	});

	/** Drawn lines to be thick, and ways inside the boxes of groups to be drawn with them. */
	readonly thick: ThickLines = $derived.by(() => {
		const { layout } = this.#model;
		const { actor } = this.#page.selection;
		return thickLines(this.lines ?? (actor === null ? [] : linesAt(actor, layout)), layout);
	});

	/** The colour of thick lines: that of the call or message; the accent for those of an actor. */
	get colour(): string {
		return this.mark === null ? 'var(--accent)' : markColour(this.mark);
	}

	opacityOf(actor: ActorId): number {
		return this.#involved === null || this.#involved.has(actor) ? 1 : dimmed;
	}

	/** Of a group that stands for several. */
	opacityOfAny(actors: readonly StageNode[]): number {
		return actors.some(({ id }) => this.opacityOf(id) === 1) ? 1 : dimmed;
	}

	/** Members of a group that a selected call or message involves; none when nothing is dimmed. */
	involvedOf(group: LikeGroup): readonly ActorId[] {
		const ids = group.members.map(({ id }) => id);
		return ids.filter((id) => this.#involved?.has(id) === true);
	}

	opacityOfLine(id: string): number {
		if (this.#involved === null || this.thick.lines.has(id)) return 1;
		return dimmed;
	}

	isSelected(actor: ActorId): boolean {
		return this.#page.selection.actor === actor;
	}

	isPointedAt(actor: ActorId): boolean {
		return this.#page.selection.spotlight.actors.includes(actor);
	}
}
