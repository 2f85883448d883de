// The listeners of a session, as Node.js' EventEmitter keeps them, but independent of its prototype: student code
// may change that. Only what sessions are documented to offer.
// Source: Node.js documentation, class EventEmitter.

import { ArrayPrototypeSlice, ArrayPrototypeSplice, ReflectApply } from '../runtime/primordials.ts';
import type { Callback, Emitter } from './platform.ts';

interface Listening {
	readonly event: string;
	readonly listener: Callback;
}

export class SessionEmitter implements Emitter {
	readonly #listening: Listening[] = [];

	on(event: string, listener: Callback): this {
		return this.addListener(event, listener);
	}

	/** As the original's, this is the plain one: a session's own `on` does not hear of it. */
	addListener(event: string, listener: Callback): this {
		this.#listening[this.#listening.length] = { event, listener };
		return this;
	}

	/** Goes through `on`, so that a session's own `on` counts. */
	once(event: string, listener: Callback): this {
		let isOver = false;
		const call: Callback & { listener?: Callback } = (...args) => {
			this.removeListener(event, call);
			if (isOver) return undefined;
			isOver = true;
			return ReflectApply(listener, this, args);
		};
		call.listener = listener;
		return this.on(event, call);
	}

	removeListener(event: string, listener: Callback): this {
		for (let index = this.#listening.length - 1; index >= 0; index--) {
			const entry = this.#listening[index];
			if (entry?.event === event && isListener(entry.listener, listener)) {
				ArrayPrototypeSplice(this.#listening, index, 1);
				break;
			}
		}
		return this;
	}

	off(event: string, listener: Callback): this {
		return this.removeListener(event, listener);
	}

	removeAllListeners(event?: string): this {
		for (let index = this.#listening.length - 1; index >= 0; index--) {
			if (event === undefined || this.#listening[index]?.event === event) {
				ArrayPrototypeSplice(this.#listening, index, 1);
			}
		}
		return this;
	}

	listeners(event: string): Callback[] {
		const found: Callback[] = [];
		for (let index = 0; index < this.#listening.length; index++) {
			const entry = this.#listening[index];
			if (entry?.event === event) found[found.length] = entry.listener;
		}
		return found;
	}

	listenerCount(event: string): number {
		return this.listeners(event).length;
	}

	/** Calls the listeners of now, in the order they came. False when there was none. */
	emit(event: string, ...args: unknown[]): boolean {
		const list = ArrayPrototypeSlice(this.#listening) as Listening[];
		let isHeard = false;
		for (let index = 0; index < list.length; index++) {
			const entry = list[index];
			if (entry?.event !== event) continue;
			isHeard = true;
			ReflectApply(entry.listener, this, args);
		}
		return isHeard;
	}
}

/** Is it the listener, or what `once` made of it? */
function isListener(found: Callback & { listener?: Callback }, listener: Callback): boolean {
	return found === listener || found.listener === listener;
}
