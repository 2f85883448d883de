// The methods of EventEmitter that add, remove and list listeners. They are called on an emitter, never alone.
// Source: https://nodejs.org/docs/latest-v20.x/api/events.html#class-eventemitter.

import type {
	EventEmitter,
	EventName,
	EventTable,
	KeptListener,
	Listener,
	ListenerList
} from './event-fields.ts';
import { maxListenersOf, warnOfLeak } from './event-limits.ts';
import {
	ArrayPrototypePush,
	ArrayPrototypeSlice,
	ArrayPrototypeSplice,
	ArrayPrototypeUnshift,
	FunctionPrototypeBind,
	ObjectCreate,
	ReflectApply,
	ReflectOwnKeys
} from './primordials.ts';
import { validateFunction } from './validators.ts';

export function newTable(): EventTable {
	return ObjectCreate(null) as EventTable;
}

/** The listeners by event; an object whose constructor never ran gets its table now. */
function tableOf(emitter: EventEmitter): EventTable {
	if (emitter._events === undefined) {
		emitter._events = newTable();
		emitter._eventsCount = 0;
	}
	return emitter._events;
}

export function addListener(this: EventEmitter, name: EventName, listener: Listener): EventEmitter {
	return add(this, name, listener, false);
}

export function prependListener(
	this: EventEmitter,
	name: EventName,
	listener: Listener
): EventEmitter {
	return add(this, name, listener, true);
}

export function once(this: EventEmitter, name: EventName, listener: Listener): EventEmitter {
	validateFunction(listener, 'listener');
	return this.on(name, onceOnly(this, name, listener));
}

export function prependOnceListener(
	this: EventEmitter,
	name: EventName,
	listener: Listener
): EventEmitter {
	validateFunction(listener, 'listener');
	return this.prependListener(name, onceOnly(this, name, listener));
}

function add(
	emitter: EventEmitter,
	name: EventName,
	listener: KeptListener,
	isFirst: boolean
): EventEmitter {
	validateFunction(listener, 'listener');
	let table = tableOf(emitter);
	if (table['newListener'] !== undefined) {
		emitter.emit('newListener', name, listener.listener ?? listener);
		// Its listeners may have taken everything off.
		table = tableOf(emitter);
	}
	const there = table[name];
	if (there === undefined) {
		table[name] = listener;
		emitter._eventsCount += 1;
		return emitter;
	}
	let list: ListenerList;
	if (typeof there === 'function') {
		list = isFirst ? [listener, there] : [there, listener];
		table[name] = list;
	} else {
		list = there;
		if (isFirst) ArrayPrototypeUnshift(list, listener);
		else ArrayPrototypePush(list, listener);
	}
	const limit = maxListenersOf(emitter);
	if (limit > 0 && list.length > limit && list.warned !== true) warnOfLeak(emitter, name, list);
	return emitter;
}

interface OnceState {
	readonly emitter: EventEmitter;
	readonly name: EventName;
	readonly listener: Listener;
	wrapper: KeptListener | undefined;
	isFired: boolean;
}

/** A listener that takes itself off before it calls the program's. */
function onceOnly(emitter: EventEmitter, name: EventName, listener: Listener): Listener {
	const state: OnceState = { emitter, name, listener, wrapper: undefined, isFired: false };
	const wrapper = FunctionPrototypeBind(onceWrapper, state) as KeptListener;
	wrapper.listener = listener;
	state.wrapper = wrapper;
	return wrapper;
}

function onceWrapper(this: OnceState, ...args: never[]): unknown {
	if (this.isFired) return undefined;
	this.isFired = true;
	this.emitter.removeListener(this.name, this.wrapper as Listener);
	return ReflectApply(this.listener, this.emitter, args);
}

/** Takes off the listener, or of several the one added last. */
export function removeListener(
	this: EventEmitter,
	name: EventName,
	listener: Listener
): EventEmitter {
	validateFunction(listener, 'listener');
	const there = this._events?.[name];
	if (there === undefined) return this;
	if (typeof there === 'function') {
		if (there === listener || there.listener === listener) removeEvent(this, name, there);
		return this;
	}
	let at = there.length - 1;
	while (at >= 0 && there[at] !== listener && there[at]?.listener !== listener) at -= 1;
	if (at < 0) return this;
	const removed = there[at] as KeptListener;
	ArrayPrototypeSplice(there, at, 1);
	if (there.length === 1) tableOf(this)[name] = there[0];
	tellRemoved(this, name, removed);
	return this;
}

/** Forgets an event whose only listener is `listener`. */
function removeEvent(emitter: EventEmitter, name: EventName, listener: KeptListener): void {
	forgetEvent(emitter, name);
	tellRemoved(emitter, name, listener);
}

function forgetEvent(emitter: EventEmitter, name: EventName): void {
	emitter._eventsCount -= 1;
	if (emitter._eventsCount === 0) emitter._events = newTable();
	else delete tableOf(emitter)[name];
}

function tellRemoved(emitter: EventEmitter, name: EventName, listener: KeptListener): void {
	if (emitter._events?.['removeListener'] === undefined) return;
	emitter.emit('removeListener', name, listener.listener ?? listener);
}

/** All listeners of an event, or of all events when it is called without a name. */
export function removeAllListeners(this: EventEmitter, ...names: [name?: EventName]): EventEmitter {
	const table = this._events;
	if (table === undefined) return this;
	const name = names[0];
	if (table['removeListener'] === undefined) {
		if (names.length === 0) {
			this._events = newTable();
			this._eventsCount = 0;
		} else if (table[name as EventName] !== undefined) {
			forgetEvent(this, name as EventName);
		}
		return this;
	}
	if (names.length === 0) {
		const all = ReflectOwnKeys(table);
		for (let index = 0; index < all.length; index++) {
			if (all[index] !== 'removeListener') this.removeAllListeners(all[index]);
		}
		this.removeAllListeners('removeListener');
		return this;
	}
	const there = table[name as EventName];
	if (typeof there === 'function') {
		this.removeListener(name as EventName, there);
	} else if (there !== undefined) {
		const list = ArrayPrototypeSlice(there);
		for (let index = list.length - 1; index >= 0; index--) {
			this.removeListener(name as EventName, list[index] as Listener);
		}
	}
	return this;
}

export function listeners(this: EventEmitter, name: EventName): Listener[] {
	const list = keptListeners(this, name);
	const own: Listener[] = [];
	for (let index = 0; index < list.length; index++) {
		const kept = list[index] as KeptListener;
		own[index] = kept.listener ?? kept;
	}
	return own;
}

export function rawListeners(this: EventEmitter, name: EventName): Listener[] {
	return keptListeners(this, name);
}

/** The listeners of an event as a new list, those of `once` wrapped. */
function keptListeners(emitter: EventEmitter, name: EventName): KeptListener[] {
	const there = emitter._events?.[name];
	if (there === undefined) return [];
	return typeof there === 'function' ? [there] : (ArrayPrototypeSlice(there) as KeptListener[]);
}

/** The method: how many listeners an event has, or how often it has this one. */
export function listenerCount(
	this: EventEmitter,
	name: EventName,
	listener?: Listener | null
): number {
	const there = this._events?.[name];
	if (there === undefined) return 0;
	const isAny = listener === undefined || listener === null;
	if (typeof there === 'function') {
		return isAny || there === listener || there.listener === listener ? 1 : 0;
	}
	if (isAny) return there.length;
	let count = 0;
	for (let index = 0; index < there.length; index++) {
		const kept = there[index] as KeptListener;
		if (kept === listener || kept.listener === listener) count += 1;
	}
	return count;
}

export function eventNames(this: EventEmitter): EventName[] {
	return this._eventsCount > 0 ? ReflectOwnKeys(tableOf(this)) : [];
}
