// AbortController and AbortSignal.
// Source: Node.js v20 lib/internal/abort_controller.js; the DOM standard, section 3.

import { armTimer } from '../runtime/timers.ts';
import { DOMException } from './engine-globals.ts';
import { codes } from './error-codes.ts';
import { Event, EventTarget } from './event-target.ts';
import {
	ObjectCreate,
	ObjectDefineProperty,
	ReflectApply,
	SymbolToStringTag
} from './primordials.ts';
import { validateInteger } from './validators.ts';
import { customInspectSymbol } from './custom-inspect.ts';

type Inspect = (value: unknown, options: object) => string;

let abortSignal: (signal: AbortSignal, reason: unknown) => void;
const creation = Symbol('creation');

const newAbortError = (): Error => new DOMException('This operation was aborted', 'AbortError');

export class AbortSignal extends EventTarget {
	#isAborted = false;
	#reason: unknown;
	#onAbort: ((this: AbortSignal, event: Event) => unknown) | null = null;

	constructor(key?: symbol) {
		if (key !== creation) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
		super();
	}

	static {
		abortSignal = (signal, reason) => {
			if (signal.#isAborted) return;
			signal.#isAborted = true;
			signal.#reason = reason;
			signal.dispatchEvent(new Event('abort'));
		};
	}

	/** A signal that is aborted already. */
	static abort(reason: unknown = newAbortError()): AbortSignal {
		const signal = new AbortSignal(creation);
		signal.#isAborted = true;
		signal.#reason = reason;
		return signal;
	}

	/** A signal that aborts with a TimeoutError after a delay; it does not keep the process alive. */
	static timeout(delayMs: number): AbortSignal {
		validateInteger(delayMs, 'delay', 0);
		const signal = new AbortSignal(creation);
		armTimer(
			delayMs,
			false,
			() => {
				abortSignal(
					signal,
					new DOMException('The operation was aborted due to timeout', 'TimeoutError')
				);
			},
			false
		);
		return signal;
	}

	/** A signal that aborts with the first of the given ones. */
	static any(signals: Iterable<AbortSignal>): AbortSignal {
		const combined = new AbortSignal(creation);
		const sources = Array.from(signals);
		for (let at = 0; at < sources.length; at++) {
			const source = sources[at] as AbortSignal;
			if (source.aborted) {
				combined.#isAborted = true;
				combined.#reason = source.reason;
				return combined;
			}
		}
		for (let at = 0; at < sources.length; at++) {
			const source = sources[at] as AbortSignal;
			source.addEventListener(
				'abort',
				() => {
					abortSignal(combined, source.reason);
				},
				{ once: true }
			);
		}
		return combined;
	}

	get aborted(): boolean {
		return this.#isAborted;
	}
	get reason(): unknown {
		return this.#reason;
	}
	get onabort(): ((this: AbortSignal, event: Event) => unknown) | null {
		return this.#onAbort;
	}
	set onabort(listener: ((this: AbortSignal, event: Event) => unknown) | null) {
		const isHeard = this.#onAbort !== null;
		this.#onAbort = typeof listener === 'function' ? listener : null;
		if (isHeard || this.#onAbort === null) return;
		this.addEventListener('abort', (event) => {
			if (this.#onAbort !== null) ReflectApply(this.#onAbort, this, [event]);
		});
	}
	throwIfAborted(): void {
		if (this.#isAborted) throw this.#reason as Error;
	}
	override get [SymbolToStringTag](): string {
		return 'AbortSignal';
	}
}

export class AbortController {
	#signal = new AbortSignal(creation);

	get signal(): AbortSignal {
		return this.#signal;
	}
	abort(reason: unknown = newAbortError()): void {
		abortSignal(this.#signal, reason);
	}
	get [SymbolToStringTag](): string {
		return 'AbortController';
	}
}

defineInspect(AbortSignal, (signal: AbortSignal) => ({ aborted: signal.aborted }));
defineInspect(AbortController, (controller: AbortController) => ({ signal: controller.signal }));

/** Prints an instance as its class name and these properties. */
function defineInspect<T>(
	Class: { readonly prototype: T; readonly name: string },
	show: (value: T) => object
): void {
	ObjectDefineProperty(Class.prototype, customInspectSymbol, {
		value(this: T, depth: number, options: { depth: number | null }, inspect: Inspect): unknown {
			if (depth < 0) return this;
			const inner: { depth?: number | null } = Object.assign(ObjectCreate(null) as object, options);
			inner.depth = options.depth === null ? null : options.depth - 1;
			return `${Class.name} ${inspect(show(this), inner)}`;
		},
		configurable: true,
		writable: true,
		enumerable: false
	});
}
