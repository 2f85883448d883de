// Event, CustomEvent and EventTarget as Node.js has them.
// Differs: no capture phase beyond the flag, no tree of targets.
// Source: Node.js v20 lib/internal/event_target.js; the DOM standard, section 2.

import { hostNowUs } from '../runtime/host.ts';
import { uncaughtInCallback } from '../runtime/uncaught.ts';
import { nativeQueueMicrotask } from './engine-globals.ts';
import { codes } from './error-codes.ts';
import {
	ArrayPrototypeSplice,
	MapPrototypeGet,
	MapPrototypeSet,
	ObjectDefineProperty,
	ReflectApply,
	SymbolToStringTag
} from './primordials.ts';
import { emitWarning } from './process-warnings.ts';
import { validateFunction } from './validators.ts';
import { customInspectSymbol } from './custom-inspect.ts';

/** Method of a target that lists its listeners of a type, for `events.getEventListeners`. */
export const kEvents = Symbol('kEvents');
const kTarget = Symbol('kTarget');
const kStop = Symbol('kStop');
const kIsDispatching = Symbol('kIsDispatching');

interface EventInit {
	readonly bubbles?: boolean;
	readonly cancelable?: boolean;
	readonly composed?: boolean;
}

export class Event {
	#type: string;
	#cancelable: boolean;
	#bubbles: boolean;
	#composed: boolean;
	#isPrevented = false;
	#timeStamp: number;
	[kTarget]: EventTarget | null = null;
	[kStop] = false;
	[kIsDispatching] = false;

	constructor(type: string, init: EventInit | null = null) {
		this.#type = type;
		this.#cancelable = init?.cancelable === true;
		this.#bubbles = init?.bubbles === true;
		this.#composed = init?.composed === true;
		this.#timeStamp = hostNowUs() / 1000;
		hide(this, kTarget, null);
		hide(this, kStop, false);
		hide(this, kIsDispatching, false);
	}

	get type(): string {
		return this.#type;
	}
	get target(): EventTarget | null {
		return this[kTarget];
	}
	get currentTarget(): EventTarget | null {
		return this[kIsDispatching] ? this[kTarget] : null;
	}
	get srcElement(): EventTarget | null {
		return this[kTarget];
	}
	get cancelable(): boolean {
		return this.#cancelable;
	}
	get bubbles(): boolean {
		return this.#bubbles;
	}
	get composed(): boolean {
		return this.#composed;
	}
	get defaultPrevented(): boolean {
		return this.#isPrevented;
	}
	get timeStamp(): number {
		return this.#timeStamp;
	}
	get eventPhase(): number {
		return this[kIsDispatching] ? 2 : 0;
	}
	get isTrusted(): boolean {
		return false;
	}
	get returnValue(): boolean {
		return !this.#isPrevented;
	}
	composedPath(): EventTarget[] {
		return this[kIsDispatching] && this[kTarget] !== null ? [this[kTarget]] : [];
	}
	preventDefault(): void {
		if (this.#cancelable) this.#isPrevented = true;
	}
	stopPropagation(): void {
		// There is no tree to propagate in.
	}
	stopImmediatePropagation(): void {
		this[kStop] = true;
	}
	get [Symbol.toStringTag](): string {
		return 'Event';
	}
	[customInspectSymbol](
		depth: number,
		options: object,
		inspect: (value: unknown, options: object) => string
	): unknown {
		if (depth < 0) return this.constructor.name;
		const { type, defaultPrevented, cancelable, timeStamp } = this;
		return `${this.constructor.name} ${inspect({ type, defaultPrevented, cancelable, timeStamp }, options)}`;
	}
}

function hide(event: Event, key: symbol, value: unknown): void {
	ObjectDefineProperty(event, key, {
		value,
		writable: true,
		enumerable: false,
		configurable: true
	});
}

export class CustomEvent extends Event {
	#detail: unknown;

	constructor(type: string, init: (EventInit & { detail?: unknown }) | null = null) {
		super(type, init);
		this.#detail = init?.detail ?? null;
	}
	get detail(): unknown {
		return this.#detail;
	}
	override get [Symbol.toStringTag](): string {
		return 'CustomEvent';
	}
}

type ListenerFunction = (this: EventTarget, event: Event) => unknown;
type ListenerObject = { handleEvent?: (event: Event) => unknown };
interface ListenerOptions {
	readonly once?: boolean;
	readonly capture?: boolean;
	readonly passive?: boolean;
	readonly signal?: EventTarget & { readonly aborted: boolean };
}
interface Registration {
	readonly callback: ListenerFunction | ListenerObject;
	readonly isOnce: boolean;
	readonly isCapture: boolean;
	isRemoved: boolean;
}

export class EventTarget {
	#lists = new Map<string, Registration[]>();

	[kEvents](type: string): unknown[] {
		const list = MapPrototypeGet(this.#lists, type) as Registration[] | undefined;
		const listeners: unknown[] = [];
		if (list !== undefined) {
			for (let at = 0; at < list.length; at++) listeners[at] = (list[at] as Registration).callback;
		}
		return listeners;
	}

	addEventListener(
		type: string,
		listener: ListenerFunction | ListenerObject | null | undefined,
		options: boolean | ListenerOptions = {}
	): void {
		if (listener === null || listener === undefined) {
			emitWarning(
				`addEventListener called with ${String(listener)} which has no effect.`,
				'AddEventListenerArgumentTypeWarning'
			);
			return;
		}
		if (typeof (listener as unknown) !== 'function' && typeof (listener as unknown) !== 'object') {
			throw new codes.ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
		}
		const { once, capture, signal } =
			typeof options === 'boolean' ? ({ capture: options } as ListenerOptions) : options;
		if (signal?.aborted === true) return;
		let list = MapPrototypeGet(this.#lists, type) as Registration[] | undefined;
		if (list === undefined) {
			list = [];
			MapPrototypeSet(this.#lists, type, list);
		}
		if (indexOfListener(list, listener, capture === true) !== -1) return;
		list[list.length] = {
			callback: listener,
			isOnce: once === true,
			isCapture: capture === true,
			isRemoved: false
		};
		signal?.addEventListener(
			'abort',
			() => {
				this.removeEventListener(type, listener, options);
			},
			{ once: true }
		);
	}

	removeEventListener(
		type: string,
		listener: ListenerFunction | ListenerObject | null,
		options: boolean | ListenerOptions = {}
	): void {
		const list = MapPrototypeGet(this.#lists, type) as Registration[] | undefined;
		if (list === undefined) return;
		const isCapture = typeof options === 'boolean' ? options : options.capture === true;
		const index = indexOfListener(list, listener, isCapture);
		if (index === -1) return;
		(list[index] as Registration).isRemoved = true;
		ArrayPrototypeSplice(list, index, 1);
	}

	dispatchEvent(event: Event): boolean {
		if (!(event instanceof Event)) {
			throw new codes.ERR_INVALID_ARG_TYPE('event', 'Event', event);
		}
		if (event[kIsDispatching]) throw new codes.ERR_EVENT_RECURSION(event.type);
		event[kTarget] = this;
		event[kIsDispatching] = true;
		const list = MapPrototypeGet(this.#lists, event.type) as Registration[] | undefined;
		const todo: Registration[] = [];
		if (list !== undefined)
			for (let at = 0; at < list.length; at++) todo[at] = list[at] as Registration;
		for (let at = 0; at < todo.length && !event[kStop]; at++)
			this.#tell(todo[at] as Registration, event);
		event[kIsDispatching] = false;
		return !event.defaultPrevented;
	}

	#tell(registration: Registration, event: Event): void {
		const { callback, isOnce, isCapture, isRemoved } = registration;
		if (isRemoved) return;
		if (isOnce) this.removeEventListener(event.type, callback, isCapture);
		try {
			if (typeof callback === 'function') ReflectApply(callback, this, [event]);
			else if (callback.handleEvent !== undefined)
				ReflectApply(callback.handleEvent, callback, [event]);
		} catch (error) {
			uncaughtInCallback(error);
		}
	}

	get [SymbolToStringTag](): string {
		return 'EventTarget';
	}
}

function indexOfListener(
	list: readonly Registration[],
	callback: unknown,
	isCapture: boolean
): number {
	for (let index = 0; index < list.length; index++) {
		const item = list[index] as Registration;
		if (item.callback === callback && item.isCapture === isCapture) return index;
	}
	return -1;
}

/** True for targets made by this class. */
export function isEventTarget(value: unknown): value is EventTarget {
	return value instanceof EventTarget;
}

/** Calls the listener once when the signal aborts, or soon when it has; `dispose` takes it off. */
export function addAbortListener(
	signal: EventTarget & { readonly aborted: boolean },
	listener: (event?: Event) => unknown
): { dispose(): void } {
	validateFunction(listener, 'listener');
	if (signal.aborted) {
		nativeQueueMicrotask(() => {
			listener();
		});
		return { dispose() {} };
	}
	signal.addEventListener('abort', listener, { once: true });
	return {
		dispose() {
			signal.removeEventListener('abort', listener);
		}
	};
}
