// What the selection means on the stage: which figures and lines are involved, and which are dimmed.
import type { ActorId } from '#kernel/events';
import type { PageState } from '../state/index.ts';
import { endsOf, linesOfCall } from './flight-plan.ts';
import type { StageModel } from './stage-model.svelte.ts';

/** Opacity of what is not involved. */
const dimmed = 0.35;

export class StageFocus {
	readonly #page: PageState;
	readonly #model: StageModel;

	constructor(page: PageState, model: StageModel) {
		this.#page = page;
		this.#model = model;
	}

	/** The call whose path is drawn thick: selected itself, or through one of its messages. */
	readonly call: number | null = $derived.by(() => {
		const { selection } = this.#page;
		if (selection.call !== null) return selection.call;
		if (selection.event === null) return null;
		const flight = this.#model.index.flightOf(selection.event);
		return flight === undefined ? null : this.#model.topology.callOf(flight);
	});

	/** Lines of that call; null when no call is selected. */
	readonly lines: ReadonlySet<string> | null = $derived.by(() => {
		const { index, topology } = this.#model;
		return this.call === null
			? null
			: linesOfCall(this.call, this.#page.playback.trace, index, topology);
	});

	/** Figures at the ends of those lines; null when nothing is dimmed. */
	readonly #involved: ReadonlySet<ActorId> | null = $derived.by(() => {
		const { lines } = this;
		if (lines === null || lines.size === 0) return null;
		return endsOf(lines, this.#model.layout);
	});

	opacityOf(actor: ActorId): number {
		return this.#involved === null || this.#involved.has(actor) ? 1 : dimmed;
	}

	opacityOfLine(id: string): number {
		return this.#involved === null || this.lines?.has(id) === true ? 1 : dimmed;
	}

	isSelected(actor: ActorId): boolean {
		return this.#page.selection.actor === actor;
	}

	isPointedAt(actor: ActorId): boolean {
		return this.#page.selection.spotlight.actors.includes(actor);
	}
}
