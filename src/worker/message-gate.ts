// Lets the messages of a run through in order; while steps that their events need are loaded, it holds them back.
import { loadSteps, needsSteps } from '#simulation';
import type { RunMessage } from './protocol.ts';

/** Steps that may have to be loaded first. */
export interface LateSteps {
	needs(kind: string): boolean;
	load(): Promise<void>;
}

const lateSteps: LateSteps = { needs: needsSteps, load: loadSteps };

export class MessageGate {
	readonly #hear: (message: RunMessage) => void;
	readonly #fail: (why: unknown) => void;
	readonly #steps: LateSteps;
	#held: RunMessage[] | null = null;

	/**
	 * @param hear gets every message
	 * @param fail is told when the steps cannot be had; what is held then stays
	 */
	constructor(
		hear: (message: RunMessage) => void,
		fail: (why: unknown) => void,
		steps: LateSteps = lateSteps
	) {
		this.#hear = hear;
		this.#fail = fail;
		this.#steps = steps;
	}

	take(message: RunMessage): void {
		if (this.#held !== null) {
			this.#held.push(message);
			return;
		}
		if (message.type !== 'events' || !message.events.some(({ kind }) => this.#steps.needs(kind))) {
			this.#hear(message);
			return;
		}
		this.#held = [message];
		this.#steps.load().then(() => {
			this.#open();
		}, this.#fail);
	}

	#open(): void {
		const held = this.#held ?? [];
		this.#held = null;
		for (const message of held) this.#hear(message);
	}
}
