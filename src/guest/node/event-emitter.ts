// The class EventEmitter. It is a function and not a class, because programs also call it on objects of their own.
// Source: https://nodejs.org/docs/latest-v20.x/api/events.html#class-eventemitter.

import { emit } from './event-emit.ts';
import { kCapture, shapeMode, type EmitterOptions, type EventEmitter } from './event-fields.ts';
import { maxListenersOf } from './event-limits.ts';
import {
	addListener,
	eventNames,
	listenerCount,
	listeners,
	newTable,
	once,
	prependListener,
	prependOnceListener,
	rawListeners,
	removeAllListeners,
	removeListener
} from './event-listeners.ts';
import { ObjectDefineProperty, ObjectGetPrototypeOf } from './primordials.ts';
import { validateBoolean, validateNumber } from './validators.ts';

/** The class before events.ts adds the functions of the module to it. */
export interface EventEmitterClass {
	new (options?: EmitterOptions): EventEmitter;
	(this: EventEmitter, options?: EmitterOptions): void;
	readonly prototype: EventEmitter;
}

export const EmitterBase = function EventEmitter(
	this: EventEmitter,
	options?: EmitterOptions
): void {
	initialise(this, options);
} as unknown as EventEmitterClass;

const methods = EmitterBase.prototype;

/** Gives an object the fields of an emitter. Throws ERR_INVALID_ARG_TYPE for options that are none. */
export function initialise(emitter: EventEmitter, options?: EmitterOptions): void {
	const { _events: table } = emitter;
	const isPrepared =
		table !== undefined && table !== (ObjectGetPrototypeOf(emitter) as EventEmitter)._events;
	if (!isPrepared) {
		emitter._events = newTable();
		emitter._eventsCount = 0;
	}
	// eslint-disable-next-line no-self-assign -- what may be inherited becomes the object's own
	emitter._maxListeners = emitter._maxListeners;
	emitter[shapeMode] = isPrepared;
	const isCapturing = options?.captureRejections;
	if (isCapturing === undefined) {
		emitter[kCapture] = methods[kCapture];
	} else {
		validateBoolean(isCapturing, 'options.captureRejections');
		emitter[kCapture] = isCapturing;
	}
}

function setMaxListeners(this: EventEmitter, count: number): EventEmitter {
	validateNumber(count, 'setMaxListeners', 0);
	this._maxListeners = count;
	return this;
}

function getMaxListeners(this: EventEmitter): number {
	return maxListenersOf(this);
}

// In Node.js' order: a program may list the prototype.
const fields: readonly (readonly [string, unknown])[] = [
	['_events', undefined],
	['_eventsCount', 0],
	['_maxListeners', undefined],
	['setMaxListeners', setMaxListeners],
	['getMaxListeners', getMaxListeners],
	['emit', emit],
	['addListener', addListener],
	['on', addListener],
	['prependListener', prependListener],
	['once', once],
	['prependOnceListener', prependOnceListener],
	['removeListener', removeListener],
	['off', removeListener],
	['removeAllListeners', removeAllListeners],
	['listeners', listeners],
	['rawListeners', rawListeners],
	['listenerCount', listenerCount],
	['eventNames', eventNames]
];
for (let index = 0; index < fields.length; index++) {
	const [name, value] = fields[index] as (typeof fields)[number];
	(methods as unknown as Record<string, unknown>)[name] = value;
}
ObjectDefineProperty(methods, kCapture, { value: false, writable: true });
