// Listening to an EventEmitter or an EventTarget alike, for the functions of the module events.
// Source: https://nodejs.org/docs/latest-v20.x/api/events.html.

import { codes } from './error-codes.ts';
import type { EventEmitter, EventName } from './event-fields.ts';
import type { EventTarget } from './event-target.ts';

export type EventSource = EventEmitter | EventTarget;
type SourceListener = (...args: unknown[]) => unknown;

/** True for whatever has the methods of an emitter. */
export function isEmitterLike(source: unknown): source is EventEmitter {
	return typeof (source as { on?: unknown } | null | undefined)?.on === 'function';
}

/** Adds a listener; throws ERR_INVALID_ARG_TYPE for what cannot have any. */
export function listen(
	source: EventSource,
	name: EventName,
	listener: SourceListener,
	isOnce: boolean
): void {
	if (isEmitterLike(source)) {
		if (isOnce) source.once(name, listener);
		else source.on(name, listener);
	} else if (
		typeof (source as Partial<EventTarget> | null | undefined)?.addEventListener === 'function'
	) {
		source.addEventListener(name as string, listener, { once: isOnce });
	} else {
		throw new codes.ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', source);
	}
}

/** Takes a listener off. */
export function unlisten(source: EventSource, name: EventName, listener: SourceListener): void {
	if (isEmitterLike(source)) source.removeListener(name, listener);
	else source.removeEventListener(name as string, listener);
}
