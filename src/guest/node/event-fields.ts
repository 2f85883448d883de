// What an EventEmitter is made of. The fields carry Node.js' names: console.log shows them.
// Source: https://nodejs.org/docs/latest-v20.x/api/events.html.

export type EventName = string | symbol;
export type Listener = (...args: never[]) => unknown;
/** A listener as kept: `once` wraps the program's own and keeps that in `listener`. */
export type KeptListener = Listener & { listener?: Listener };
/** Two listeners and more of one event; `warned` once their number was worth a warning. */
export type ListenerList = KeptListener[] & { warned?: boolean };
/** By event name one listener, or a list of more. */
export type EventTable = Record<EventName, KeptListener | ListenerList | undefined>;

/** Whether rejections of listeners go to the emitter. */
export const kCapture = Symbol('kCapture');
/** True for an object that had a table of its own before it became an emitter. */
export const shapeMode = Symbol('shapeMode');
/** Listeners of this event get errors first, without counting as handlers of them. */
export const errorMonitor = Symbol('events.errorMonitor');
/** Key of the method that gets what listeners reject with. */
export const captureRejectionSymbol = Symbol.for('nodejs.rejection');

export interface EmitterOptions {
	readonly captureRejections?: boolean;
}

export interface EventEmitter {
	_events: EventTable | undefined;
	_eventsCount: number;
	_maxListeners: number | undefined;
	[kCapture]: boolean;
	[shapeMode]: boolean;
	addListener(name: EventName, listener: Listener): this;
	on(name: EventName, listener: Listener): this;
	prependListener(name: EventName, listener: Listener): this;
	once(name: EventName, listener: Listener): this;
	prependOnceListener(name: EventName, listener: Listener): this;
	removeListener(name: EventName, listener: Listener): this;
	off(name: EventName, listener: Listener): this;
	removeAllListeners(name?: EventName): this;
	emit(name: EventName, ...args: unknown[]): boolean;
	listeners(name: EventName): Listener[];
	rawListeners(name: EventName): Listener[];
	listenerCount(name: EventName, listener?: Listener): number;
	eventNames(): EventName[];
	setMaxListeners(count: number): this;
	getMaxListeners(): number;
}
