// Engine steps as virtual time: each poll of the engine costs a fixed number of virtual microseconds, so that a
// program's clock moves while it computes, by the same amount on every machine. Also the budget of a turn.

import type { Micros } from '#kernel';

/** Counts polls, keeps the guest's clock, and says when a turn has used its polls. */
export class StepBudget {
	#pollUs: number;
	readonly #pollsMax: number;
	readonly #startTimeMs: number;
	#turnStartUs: Micros = 0;
	#polls = 0;
	/** Set to stop the guest at the next poll without counting it (it ended itself). */
	isOver = false;
	/** True once a turn used more polls than it may. */
	isOutOfSteps = false;

	/** `pollUs`: virtual microseconds a poll costs. `startTimeMs`: milliseconds since 1970 at virtual time 0. */
	constructor(pollUs: number, pollsMax: number, startTimeMs: number) {
		this.#pollUs = pollUs;
		this.#pollsMax = pollsMax;
		this.#startTimeMs = startTimeMs;
	}

	/** A turn begins at a virtual time; its polls cost as much as given, or as before. */
	beginTurn(nowUs: Micros, pollUs = this.#pollUs): void {
		this.#pollUs = pollUs;
		this.#turnStartUs = nowUs;
		this.#polls = 0;
	}

	/** The engine looks up: true stops the guest. */
	poll(): boolean {
		if (this.isOver) return true;
		this.#polls += 1;
		if (this.#polls <= this.#pollsMax) return false;
		this.#polls = this.#pollsMax;
		this.isOutOfSteps = true;
		this.isOver = true;
		return true;
	}

	/** Polls used in this turn. */
	get polls(): number {
		return this.#polls;
	}

	/** Virtual time within the turn, microseconds. */
	get nowUs(): number {
		return this.#turnStartUs + this.#polls * this.#pollUs;
	}

	/** The same as nanoseconds since 1970, for the guest's Date. */
	get nowNs(): bigint {
		return BigInt(this.#startTimeMs) * 1_000_000n + BigInt(Math.round(this.nowUs * 1000));
	}
}
