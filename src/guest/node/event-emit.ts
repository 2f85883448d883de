// Emitting: the listeners are called in order, at once. Errors nobody handles are thrown.
// Source: https://nodejs.org/docs/latest-v20.x/api/events.html#emitteremiteventname-args, #error-events and
// #capture-rejections-of-promises.
// Differs: the stack of an unhandled error does not say where it was emitted.

import { queueTick } from '../runtime/tick-queue.ts';
import { codes } from './error-codes.ts';
import {
	captureRejectionSymbol,
	errorMonitor,
	kCapture,
	type EventEmitter,
	type EventName,
	type Listener
} from './event-fields.ts';
import { ArrayPrototypeConcat, ArrayPrototypeSlice, ReflectApply } from './primordials.ts';
import { inspect } from './inspect.ts';

/** The method `emit`: false when nobody listens. */
export function emit(this: EventEmitter, name: EventName, ...args: unknown[]): boolean {
	if (name === 'error') meetError(this, args);
	const heard = this._events?.[name];
	if (heard === undefined) return false;
	if (typeof heard === 'function') {
		call(this, heard, name, args);
		return true;
	}
	// A copy: listeners may add and remove others, which counts from the next emit on.
	const all = ArrayPrototypeSlice(heard);
	for (let index = 0; index < all.length; index++) call(this, all[index] as Listener, name, args);
	return true;
}

function call(emitter: EventEmitter, listener: Listener, name: EventName, args: unknown[]): void {
	const result: unknown = ReflectApply(listener, emitter, args as never[]);
	if (result === undefined || result === null || !emitter[kCapture]) return;
	const { then } = result as { then?: unknown };
	if (typeof then !== 'function') return;
	const onRejected = (error: unknown): void => {
		// In a tick, so that what throws there is an uncaught exception and not a rejection.
		queueTick(tellRejection, [emitter, error, name, args]);
	};
	ReflectApply(then, result, [undefined, onRejected]);
}

/** The monitor hears every error; one that nobody handles is thrown. */
function meetError(emitter: EventEmitter, args: unknown[]): void {
	const table = emitter._events;
	if (table?.[errorMonitor] !== undefined) {
		ReflectApply(emit, emitter, ArrayPrototypeConcat([errorMonitor], args) as [symbol]);
	}
	if (table?.['error'] !== undefined) return;
	const error = args[0];
	if (error instanceof Error) throw error;
	const unhandled: Error & { context?: unknown } = new codes.ERR_UNHANDLED_ERROR(inspect(error));
	unhandled.context = error;
	throw unhandled;
}

function tellRejection(
	emitter: EventEmitter,
	error: unknown,
	name: EventName,
	args: unknown[]
): void {
	const handler = (emitter as unknown as Record<symbol, unknown>)[captureRejectionSymbol];
	if (typeof handler === 'function') {
		ReflectApply(handler, emitter, ArrayPrototypeConcat([error, name], args));
		return;
	}
	// A listener of `error` that rejects must not be told of its own rejection.
	const isCapturing = emitter[kCapture];
	emitter[kCapture] = false;
	try {
		emitter.emit('error', error);
	} finally {
		emitter[kCapture] = isCapturing;
	}
}
