// What the person looks at: one actor, event or call, and what a lesson points to. Moves no cursor.
import type { ActorId } from '#kernel/events';

/** The one thing selected. */
export type Selected =
	| { readonly type: 'actor'; readonly actor: ActorId }
	| { readonly type: 'event'; readonly seq: number }
	| { readonly type: 'call'; readonly number: number };

/** Lines of a file, from 1, both ends included. */
export interface LineRange {
	readonly file: string;
	readonly from: number;
	readonly to: number;
}

/** What a lesson step points to: lit on the stage, in the diagram and in the editor. */
export interface Spotlight {
	readonly actors: readonly ActorId[];
	/** Messages, by the sequence numbers of their `link.sent`. */
	readonly messages: readonly number[];
	readonly lines: readonly LineRange[];
}

const nothing: Spotlight = { actors: [], messages: [], lines: [] };

export class Selection {
	#selected: Selected | null = $state.raw(null);
	/** Lit by the lesson; empty outside lessons. */
	spotlight: Spotlight = $state.raw(nothing);

	/** The thing selected, or null. */
	get selected(): Selected | null {
		return this.#selected;
	}

	/** The selected actor, or null when something else (or nothing) is selected. */
	get actor(): ActorId | null {
		return this.#selected?.type === 'actor' ? this.#selected.actor : null;
	}

	/** Sequence number of the selected event, or null. */
	get event(): number | null {
		return this.#selected?.type === 'event' ? this.#selected.seq : null;
	}

	/** Number of the selected call, or null. */
	get call(): number | null {
		return this.#selected?.type === 'call' ? this.#selected.number : null;
	}

	selectActor(actor: ActorId): void {
		this.#selected = { type: 'actor', actor };
	}

	selectEvent(seq: number): void {
		this.#selected = { type: 'event', seq };
	}

	selectCall(number: number): void {
		this.#selected = { type: 'call', number };
	}

	clear(): void {
		this.#selected = null;
	}

	clearSpotlight(): void {
		this.spotlight = nothing;
	}
}
