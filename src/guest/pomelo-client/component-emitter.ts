// The emitter of the browser client: unlike Node.js' own, an `error` event nobody listens to is no exception, and
// `off` takes nothing, an event, or an event and a listener.
// Source: component-emitter 1.0 (the client of pomelo-jsclient-websocket 0.1.1 is built on it).

import { ArrayPrototypeSlice, ArrayPrototypeSplice, ReflectApply } from '../runtime/primordials.ts';

type Listener = (...args: unknown[]) => unknown;

interface Entry {
	readonly listener: Listener;
	readonly isOnce: boolean;
}

export class ComponentEmitter {
	#entries: Record<string, Entry[] | undefined> = {};

	on(event: string, listener: Listener): this {
		const list = (this.#entries[`$${event}`] ??= []);
		list[list.length] = { listener, isOnce: false };
		return this;
	}

	addEventListener(event: string, listener: Listener): this {
		return this.on(event, listener);
	}

	once(event: string, listener: Listener): this {
		const list = (this.#entries[`$${event}`] ??= []);
		list[list.length] = { listener, isOnce: true };
		return this;
	}

	off(...args: unknown[]): this {
		ReflectApply(this.#off, this, args);
		return this;
	}

	#off(...args: unknown[]): void {
		const event = `$${String(args[0])}`;
		if (args.length === 0) this.#entries = {};
		else if (args.length === 1) this.#entries[event] = undefined;
		else {
			const list = this.#entries[event] ?? [];
			for (let index = 0; index < list.length; index++) {
				if (list[index]?.listener !== args[1]) continue;
				ArrayPrototypeSplice(list, index, 1);
				break;
			}
		}
	}

	removeListener(...args: unknown[]): this {
		ReflectApply(this.#off, this, args);
		return this;
	}

	removeAllListeners(...args: unknown[]): this {
		ReflectApply(this.#off, this, args);
		return this;
	}

	removeEventListener(...args: unknown[]): this {
		ReflectApply(this.#off, this, args);
		return this;
	}

	emit(event: string, ...args: unknown[]): this {
		const list = ArrayPrototypeSlice(this.#entries[`$${event}`] ?? []) as Entry[];
		for (let index = 0; index < list.length; index++) {
			const entry = list[index];
			if (entry === undefined) continue;
			if (entry.isOnce) this.off(event, entry.listener);
			ReflectApply(entry.listener, this, args);
		}
		return this;
	}

	listeners(event: string): Listener[] {
		const list = this.#entries[`$${event}`] ?? [];
		const listeners: Listener[] = [];
		for (let index = 0; index < list.length; index++) {
			const entry = list[index];
			if (entry !== undefined) listeners[index] = entry.listener;
		}
		return listeners;
	}

	hasListeners(event: string): boolean {
		return (this.#entries[`$${event}`]?.length ?? 0) > 0;
	}
}
