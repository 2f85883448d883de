// Messages a confirm channel has published and the broker has not yet answered for, in order, with their callbacks.
// Source: amqplib documentation (ConfirmChannel); reference amqp.md section 11.

import type { Replies } from './amqplib-types.ts';

/** Called with null when the broker took the message, with an Error when it did not; never with a second argument. */
export type ConfirmCallback = (error: Error | null, ok?: Replies.Empty) => void;

type Entry = ConfirmCallback | 'unheard' | 'settled';

/** Somebody waiting for all messages up to a tag. */
interface Waiter {
	readonly upTo: number;
	left: number;
	readonly done: (error: Error | undefined, count: number) => void;
	readonly count: number;
}

/** Below this many settled slots at the front the list is not worth cutting. */
const compactFrom = 1024;

export class ConfirmWindow {
	/** Entry of tag `base + index`. */
	#entries: Entry[] = [];
	#base = 1;
	/** Index of the oldest entry not settled. */
	#head = 0;
	#outstanding = 0;
	#waiters: Waiter[] = [];
	#diedWith: Error | undefined;

	/** A message was published. */
	add(callback: ConfirmCallback | null | undefined): void {
		this.#entries[this.#entries.length] = callback || 'unheard';
		this.#outstanding += 1;
	}

	/** The broker answered for one message, or for all up to it. */
	settle(tag: number, isMultiple: boolean, error: Error | null): void {
		const last = tag - this.#base;
		let index = isMultiple ? this.#head : last;
		while (index <= last) {
			this.#settleAt(index, error);
			index += 1;
		}
		while (this.#entries[this.#head] === 'settled') this.#head += 1;
		if (this.#head >= compactFrom || this.#head === this.#entries.length) this.#compact();
	}

	#settleAt(index: number, error: Error | null): void {
		const entry = this.#entries[index];
		if (entry === undefined || entry === 'settled') return;
		this.#entries[index] = 'settled';
		this.#outstanding -= 1;
		if (entry !== 'unheard') entry(error);
		if (this.#waiters.length > 0) this.#tellWaiters(this.#base + index, error);
	}

	#tellWaiters(tag: number, error: Error | null): void {
		const stillWaiting: Waiter[] = [];
		const finished: Waiter[] = [];
		for (let index = 0; index < this.#waiters.length; index++) {
			const waiter = this.#waiters[index] as Waiter;
			if (tag <= waiter.upTo) waiter.left -= 1;
			const isOver = tag <= waiter.upTo && (error !== null || waiter.left === 0);
			const list = isOver ? finished : stillWaiting;
			list[list.length] = waiter;
		}
		// Before anyone hears of it: they may wait again at once.
		this.#waiters = stillWaiting;
		for (let index = 0; index < finished.length; index++) {
			const waiter = finished[index] as Waiter;
			waiter.done(error ?? undefined, waiter.count);
		}
	}

	#compact(): void {
		const rest: Entry[] = [];
		for (let index = this.#head; index < this.#entries.length; index++) {
			rest[rest.length] = this.#entries[index] as Entry;
		}
		this.#base += this.#head;
		this.#head = 0;
		this.#entries = rest;
	}

	/** The channel is gone: whatever is outstanding has failed, for good. */
	fail(error: Error): void {
		if (this.#outstanding > 0) this.#diedWith = error;
		const last = this.#entries.length - 1;
		for (let index = this.#head; index <= last; index++) this.#settleAt(index, error);
		this.#compact();
	}

	/**
	 * Calls `done` once: without error when all messages outstanding now are taken (how many they were), with the error of
	 * the first one that is not.
	 */
	wait(done: (error: Error | undefined, count: number) => void): void {
		const count = this.#outstanding;
		if (this.#diedWith !== undefined) done(this.#diedWith, count);
		else if (count === 0) done(undefined, 0);
		else {
			const upTo = this.#base + this.#entries.length - 1;
			this.#waiters[this.#waiters.length] = { upTo, left: count, done, count };
		}
	}
}
