// How many listeners an event may have before EventEmitter warns of a leak.
// Source: https://nodejs.org/docs/latest-v20.x/api/events.html#eventsdefaultmaxlisteners.

import type { EventEmitter, EventName, ListenerList } from './event-fields.ts';
import { emitWarning } from './process-warnings.ts';
import { validateNumber } from './validators.ts';
import { inspect } from './inspect.ts';

let defaultLimit = 10;

/** How many listeners an event of an emitter without a limit of its own may have before a warning. */
export function defaultMaxListeners(): number {
	return defaultLimit;
}

/** Changes that. `name` is what the ERR_OUT_OF_RANGE for a number below 0 calls it. */
export function setDefaultMaxListeners(count: unknown, name: string): void {
	validateNumber(count, name, 0);
	defaultLimit = count;
}

/** The limit of an emitter; 0 and Infinity are none. */
export function maxListenersOf(emitter: EventEmitter): number {
	return emitter._maxListeners ?? defaultLimit;
}

/** Warns, once per list. */
export function warnOfLeak(emitter: EventEmitter, name: EventName, list: ListenerList): void {
	list.warned = true;
	const warning = new Error(
		`Possible EventEmitter memory leak detected. ${list.length} ${String(name)} listeners ` +
			`added to ${inspect(emitter, { depth: -1 })}. MaxListeners is ${maxListenersOf(emitter)}. ` +
			'Use emitter.setMaxListeners() to increase limit'
	) as Error & { emitter?: EventEmitter; type?: EventName; count?: number };
	warning.name = 'MaxListenersExceededWarning';
	warning.emitter = emitter;
	warning.type = name;
	warning.count = list.length;
	emitWarning(warning);
}
