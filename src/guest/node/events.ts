// The module events: the class EventEmitter with the module's functions on it.
// Source: https://nodejs.org/docs/latest-v20.x/api/events.html.
// Differs: no EventEmitterAsyncResource.

import { AbortSignal } from './abort-signal.ts';
import { codes } from './error-codes.ts';
import { EmitterBase, initialise, type EventEmitterClass } from './event-emitter.ts';
import {
	captureRejectionSymbol,
	errorMonitor,
	kCapture,
	type EmitterOptions,
	type EventEmitter as Emitter,
	type EventName
} from './event-fields.ts';
import { defaultMaxListeners, maxListenersOf, setDefaultMaxListeners } from './event-limits.ts';
import { listenerCount as countListeners } from './event-listeners.ts';
import { on } from './event-iterator.ts';
import { once } from './event-once.ts';
import type { EventSource } from './event-sources.ts';
import { addAbortListener as addListenerOfAbort, isEventTarget, kEvents } from './event-target.ts';
import {
	ObjectDefineProperties,
	ReflectApply,
	WeakMapPrototypeGet,
	WeakMapPrototypeSet
} from './primordials.ts';
import { validateBoolean, validateFunction, validateNumber } from './validators.ts';

export type EventEmitter = Emitter;

interface EventsModule extends EventEmitterClass {
	addAbortListener: typeof addAbortListener;
	once: typeof once;
	on: typeof on;
	getEventListeners: typeof getEventListeners;
	getMaxListeners: typeof getMaxListeners;
	EventEmitter: EventsModule;
	usingDomains: false;
	readonly captureRejectionSymbol: symbol;
	captureRejections: boolean;
	readonly errorMonitor: symbol;
	defaultMaxListeners: number;
	setMaxListeners: typeof setMaxListeners;
	init: (this: Emitter, options?: EmitterOptions) => void;
	listenerCount: typeof listenerCount;
}

export const EventEmitter = EmitterBase as EventsModule;

const targetLimits = new WeakMap<object, number>();

function invalidSource(source: unknown, name = 'emitter'): Error {
	return new codes.ERR_INVALID_ARG_TYPE(name, ['EventEmitter', 'EventTarget'], source);
}

/** The listeners of an event, those of `once` unwrapped, as a new list. */
function getEventListeners(source: EventSource, name: EventName): unknown[] {
	if (typeof (source as Partial<Emitter>).listeners === 'function') {
		return (source as Emitter).listeners(name);
	}
	if (isEventTarget(source)) return source[kEvents](name as string);
	throw invalidSource(source);
}

/** How many listeners an event may have before a warning. */
function getMaxListeners(source: EventSource): number {
	if (typeof (source as Partial<Emitter> | undefined)?.getMaxListeners === 'function') {
		return maxListenersOf(source as Emitter);
	}
	if (isEventTarget(source)) {
		return (
			(WeakMapPrototypeGet(targetLimits, source) as number | undefined) ?? defaultMaxListeners()
		);
	}
	throw invalidSource(source);
}

/** Sets that for each source, or without any for everything made from now on. */
function setMaxListeners(count: number = defaultMaxListeners(), ...sources: EventSource[]): void {
	validateNumber(count, 'setMaxListeners', 0);
	if (sources.length === 0) setDefaultMaxListeners(count, 'setMaxListeners');
	for (let index = 0; index < sources.length; index++) {
		const source = sources[index] as EventSource;
		if (isEventTarget(source)) {
			WeakMapPrototypeSet(targetLimits, source, count);
		} else if (typeof (source as Partial<Emitter> | undefined)?.setMaxListeners === 'function') {
			source.setMaxListeners(count);
		} else {
			throw invalidSource(source, 'eventTargets');
		}
	}
}

/** The older way to ask an emitter for its listenerCount. */
function listenerCount(emitter: Emitter, name: EventName): number {
	if (typeof (emitter as Partial<Emitter>).listenerCount === 'function') {
		return emitter.listenerCount(name);
	}
	return ReflectApply(countListeners, emitter, [name]);
}

/** Calls the listener when the signal aborts, or soon when it has. */
function addAbortListener(signal: AbortSignal, listener: () => unknown): object {
	if (!((signal as unknown) instanceof AbortSignal)) {
		throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
	}
	validateFunction(listener, 'listener');
	return addListenerOfAbort(signal, listener);
}

EventEmitter.addAbortListener = addAbortListener;
EventEmitter.once = once;
EventEmitter.on = on;
EventEmitter.getEventListeners = getEventListeners;
EventEmitter.getMaxListeners = getMaxListeners;
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;
ObjectDefineProperties(EventEmitter, {
	captureRejectionSymbol: {
		value: captureRejectionSymbol,
		writable: true,
		enumerable: true,
		configurable: true
	},
	captureRejections: {
		get: () => EmitterBase.prototype[kCapture],
		set(isWanted: unknown) {
			validateBoolean(isWanted, 'EventEmitter.captureRejections');
			EmitterBase.prototype[kCapture] = isWanted;
		},
		enumerable: true
	},
	errorMonitor: { value: errorMonitor, writable: true, enumerable: true, configurable: true },
	defaultMaxListeners: {
		get: defaultMaxListeners,
		set(count: unknown) {
			setDefaultMaxListeners(count, 'defaultMaxListeners');
		},
		enumerable: true
	}
});
EventEmitter.setMaxListeners = setMaxListeners;
EventEmitter.init = function (options) {
	initialise(this, options);
};
EventEmitter.listenerCount = listenerCount;
