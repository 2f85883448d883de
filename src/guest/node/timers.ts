// The modules timers and timers/promises.
// Source: Node.js v20 lib/timers.js and lib/timers/promises.js.

import { clearImmediate, setImmediate, type Immediate } from '../runtime/immediates.ts';
import {
	clearInterval,
	clearTimeout,
	setInterval,
	setTimeout,
	type Timeout
} from '../runtime/timers.ts';
import type { AbortSignal } from './abort-signal.ts';
import { AbortError } from './error-codes.ts';
import { addAbortListener } from './event-target.ts';
import { newPromise, ObjectDefineProperty, PromiseReject } from './primordials.ts';
import { promisifyCustom } from './promisify-custom.ts';
import {
	validateAbortSignal,
	validateBoolean,
	validateNumber,
	validateObject
} from './validators.ts';

interface TimerOptions {
	readonly signal?: AbortSignal;
	readonly ref?: boolean;
}

/** Gives a rejection when the options are wrong or aborted already. */
function refusal(options: TimerOptions): Promise<never> | undefined {
	try {
		validateObject(options, 'options');
		validateAbortSignal(options.signal, 'options.signal');
		if (options.ref !== undefined) validateBoolean(options.ref, 'options.ref');
	} catch (error) {
		return PromiseReject(error);
	}
	if (options.signal?.aborted === true) return PromiseReject(aborted(options.signal));
	return undefined;
}

function aborted(signal: AbortSignal): AbortError {
	return new AbortError(undefined, { cause: signal.reason });
}

/** Calls back with the error when the signal aborts; nothing to dispose of when there is no signal. */
function onAbort(
	signal: AbortSignal | undefined,
	give: (error: AbortError) => void
): { dispose(): void } | undefined {
	if (signal === undefined) return undefined;
	return addAbortListener(signal, () => {
		give(aborted(signal));
	});
}

function throwIfAborted(signal: AbortSignal | undefined): void {
	if (signal?.aborted === true) throw aborted(signal);
}

/** `await setTimeout(delayMs, value)`. */
function timeoutPromise<T>(
	delayMs?: number,
	value?: T,
	options: TimerOptions = {}
): Promise<T | undefined> {
	try {
		if (delayMs !== undefined) validateNumber(delayMs, 'delay');
	} catch (error) {
		return PromiseReject(error);
	}
	const refused = refusal(options);
	if (refused !== undefined) return refused;
	const { signal } = options;
	return newPromise((resolve, reject) => {
		const timer: Timeout = setTimeout(() => {
			listening?.dispose();
			resolve(value);
		}, delayMs);
		if (options.ref === false) timer.unref();
		const listening = onAbort(signal, (error) => {
			clearTimeout(timer);
			reject(error);
		});
	});
}

/** `await setImmediate(value)`. */
function immediatePromise<T>(value?: T, options: TimerOptions = {}): Promise<T | undefined> {
	const refused = refusal(options);
	if (refused !== undefined) return refused;
	const { signal } = options;
	return newPromise((resolve, reject) => {
		const immediate: Immediate = setImmediate(() => {
			listening?.dispose();
			resolve(value);
		});
		if (options.ref === false) immediate.unref();
		const listening = onAbort(signal, (error) => {
			clearImmediate(immediate);
			reject(error);
		});
	});
}

/** `for await (const value of setInterval(delayMs, value))`. */
async function* intervalIterator<T>(
	delayMs?: number,
	value?: T,
	options: TimerOptions = {}
): AsyncGenerator<T | undefined> {
	validateObject(options, 'options');
	if (delayMs !== undefined) validateNumber(delayMs, 'delay');
	validateAbortSignal(options.signal, 'options.signal');
	const { signal } = options;
	throwIfAborted(signal);
	let waiting = 0;
	let wake: (() => void) | undefined;
	const tell = (): void => {
		wake?.();
		wake = undefined;
	};
	const interval = setInterval(() => {
		waiting += 1;
		tell();
	}, delayMs);
	if (options.ref === false) interval.unref();
	const listening = signal === undefined ? undefined : addAbortListener(signal, tell);
	try {
		for (;;) {
			throwIfAborted(signal);
			if (waiting === 0) {
				await newPromise<undefined>((resolve) => {
					wake = () => {
						resolve(undefined);
					};
				});
			}
			for (; waiting > 0; waiting--) yield value;
		}
	} finally {
		clearInterval(interval);
		listening?.dispose();
	}
}

export const timersPromises = {
	setTimeout: timeoutPromise,
	setImmediate: immediatePromise,
	setInterval: intervalIterator,
	scheduler: {
		wait: (delayMs: number, options?: TimerOptions) => timeoutPromise(delayMs, undefined, options),
		yield: () => immediatePromise()
	}
};

ObjectDefineProperty(setTimeout, promisifyCustom, { enumerable: true, get: () => timeoutPromise });
ObjectDefineProperty(setImmediate, promisifyCustom, {
	enumerable: true,
	get: () => immediatePromise
});

export const timers = {
	setTimeout,
	clearTimeout,
	setImmediate,
	clearImmediate,
	setInterval,
	clearInterval,
	promises: timersPromises
};
