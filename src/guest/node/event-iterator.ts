// events.on: the events of an emitter as an endless async iterator.
// Source: https://nodejs.org/docs/latest-v20.x/api/events.html#eventsonemitter-eventname-options.

import type { AbortSignal } from './abort-signal.ts';
import { AbortError, codes } from './error-codes.ts';
import type { EventName } from './event-fields.ts';
import { isEmitterLike, listen, unlisten, type EventSource } from './event-sources.ts';
import { ArrayPrototypeShift, newPromise, PromiseReject, PromiseResolve } from './primordials.ts';
import { validateAbortSignal, validateInteger } from './validators.ts';

interface IteratorOptions {
	readonly signal?: AbortSignal;
	/** Events that end it. */
	readonly close?: readonly EventName[];
	/** More events in waiting than this: `pause()` of the emitter is called. */
	readonly highWaterMark?: number;
	/** Fewer than this again: `resume()`. */
	readonly lowWaterMark?: number;
}

interface Step {
	readonly value: unknown;
	readonly done: boolean;
}
type Waiter = readonly [resolve: (step: Step) => void, reject: (error: unknown) => void];
type Flow = { pause?: () => unknown; resume?: () => unknown };

interface AsyncEvents {
	next(): Promise<unknown>;
	return(): Promise<unknown>;
	/** Ends it with an error, which the next step rejects with. */
	throw(error: unknown): void;
	[Symbol.asyncIterator](): AsyncEvents;
}

/** Each step's value is the list of one event's arguments. */
export function on(
	emitter: EventSource,
	name: EventName,
	options: IteratorOptions = {}
): AsyncEvents {
	const { signal, close, highWaterMark: high, lowWaterMark: low } = options;
	validateAbortSignal(signal, 'options.signal');
	if (signal?.aborted === true) throw new AbortError(undefined, { cause: signal.reason });
	const pauseAbove = high ?? Number.MAX_SAFE_INTEGER;
	const resumeBelow = low ?? 1;
	validateInteger(pauseAbove, 'options.highWaterMark', 1);
	validateInteger(resumeBelow, 'options.lowWaterMark', 1);

	const events: unknown[][] = [];
	const waiters: Waiter[] = [];
	const flow = emitter as Flow;
	let failure: readonly [error: unknown] | undefined;
	let isPaused = false;
	let isOver = false;

	const eventHandler = (...args: unknown[]): void => {
		const waiter = ArrayPrototypeShift(waiters) as Waiter | undefined;
		if (waiter !== undefined) {
			waiter[0]({ value: args, done: false });
			return;
		}
		events[events.length] = args;
		if (!isPaused && events.length > pauseAbove) {
			isPaused = true;
			flow.pause?.();
		}
	};
	const errorHandler = (error: unknown): void => {
		const waiter = ArrayPrototypeShift(waiters) as Waiter | undefined;
		if (waiter === undefined) failure = [error];
		else waiter[1](error);
		void closeHandler();
	};
	const abortListener = (): void => {
		errorHandler(new AbortError(undefined, { cause: signal?.reason }));
	};
	const closeHandler = (): Promise<unknown> => {
		if (!isOver) forget();
		isOver = true;
		const step = { value: undefined, done: true };
		for (let index = 0; index < waiters.length; index++) waiters[index]?.[0](step);
		waiters.length = 0;
		return PromiseResolve(step);
	};
	const hearsErrors = name !== 'error' && isEmitterLike(emitter);
	const closing = close?.length ?? 0;
	const forget = (): void => {
		unlisten(emitter, name, eventHandler);
		if (hearsErrors) unlisten(emitter, 'error', errorHandler);
		for (let at = 0; at < closing; at++) unlisten(emitter, close?.[at] as EventName, closeHandler);
		signal?.removeEventListener('abort', abortListener);
	};

	listen(emitter, name, eventHandler, false);
	if (hearsErrors) listen(emitter, 'error', errorHandler, false);
	for (let at = 0; at < closing; at++)
		listen(emitter, close?.[at] as EventName, closeHandler, false);
	signal?.addEventListener('abort', abortListener, { once: true });

	return {
		next(): Promise<unknown> {
			const value = ArrayPrototypeShift(events) as unknown[] | undefined;
			if (value !== undefined) {
				if (isPaused && events.length < resumeBelow) {
					isPaused = false;
					flow.resume?.();
				}
				return PromiseResolve({ value, done: false });
			}
			if (failure !== undefined) {
				const error = failure[0];
				failure = undefined;
				return PromiseReject(error);
			}
			if (isOver) return closeHandler();
			return newPromise((resolve, reject) => {
				waiters[waiters.length] = [resolve, reject];
			});
		},
		return: () => closeHandler(),
		throw(error: unknown): void {
			if (!(error instanceof Error)) {
				throw new codes.ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
			}
			errorHandler(error);
		},
		[Symbol.asyncIterator]() {
			return this;
		}
	};
}
