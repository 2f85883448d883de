// The listeners of a session, as Node.js' EventEmitter keeps them, but independent of its prototype: student code
// may change that. Only what sessions are documented to offer.
// Source: Node.js documentation, class EventEmitter.

import { ArrayPrototypeSlice, ArrayPrototypeSplice, ReflectApply } from '../runtime/primordials.ts';
import type { Callback, Emitter } from './platform.ts';

interface Listening {
	readonly event: string;
	readonly listener: Callback;
	readonly isOnce: boolean;
}

export class SessionEmitter implements Emitter {
	readonly #listening: Listening[] = [];

	on(event: string, listener: Callback): this {
		this.#listening[this.#listening.length] = { event, listener, isOnce: false };
		return this;
	}

	addListener(event: string, listener: Callback): this {
		return this.on(event, listener);
	}

	once(event: string, listener: Callback): this {
		this.#listening[this.#listening.length] = { event, listener, isOnce: true };
		return this;
	}

	removeListener(event: string, listener: Callback): this {
		for (let index = this.#listening.length - 1; index >= 0; index--) {
			const entry = this.#listening[index];
			if (entry?.event === event && entry.listener === listener) {
				ArrayPrototypeSplice(this.#listening, index, 1);
				break;
			}
		}
		return this;
	}

	removeAllListeners(event?: string): this {
		for (let index = this.#listening.length - 1; index >= 0; index--) {
			if (event === undefined || this.#listening[index]?.event === event) {
				ArrayPrototypeSplice(this.#listening, index, 1);
			}
		}
		return this;
	}

	/** Calls the listeners of now, in the order they came. False when there was none. */
	emit(event: string, ...args: unknown[]): boolean {
		const list = ArrayPrototypeSlice(this.#listening) as Listening[];
		let isHeard = false;
		for (let index = 0; index < list.length; index++) {
			const entry = list[index];
			if (entry?.event !== event) continue;
			isHeard = true;
			if (entry.isOnce) this.removeListener(event, entry.listener);
			ReflectApply(entry.listener, this, args);
		}
		return isHeard;
	}
}
