// Emitting events to the program's listeners with amqplib's rule for listeners that throw.
// Source: amqplib README, "Error handling in event handlers".

import { setImmediate } from '../runtime/immediates.ts';
import type { EventEmitter } from './node-modules.ts';

/**
 * Emits an event with one argument. When a listener throws and `handler-error` has listeners (on `reporter`), they get the
 * error and the event's name in a later turn; without them the error goes on to the caller.
 */
export function safeEmit(
	emitter: EventEmitter,
	event: string,
	argument: unknown,
	reporter = emitter
): void {
	try {
		emitter.emit(event, argument);
	} catch (error) {
		reportHandlerError(reporter, event, error);
	}
}

/** The same without an argument. */
export function safeEmitBare(emitter: EventEmitter, event: string, reporter = emitter): void {
	try {
		emitter.emit(event);
	} catch (error) {
		reportHandlerError(reporter, event, error);
	}
}

/** Hands what a listener threw to `handler-error`, or throws it again when nobody listens. */
export function reportHandlerError(emitter: EventEmitter, event: string, error: unknown): void {
	if (emitter.listenerCount('handler-error') === 0) throw error;
	setImmediate(() => {
		emitter.emit('handler-error', error, event);
	});
}

const withArgument = ['error', 'close', 'blocked'] as const;
const bare = ['unblocked', 'update-secret-ok'] as const;

/** Emits on `front` what is emitted on `source`. */
export function forwardEvents(source: EventEmitter, front: EventEmitter): void {
	for (let index = 0; index < withArgument.length; index++) {
		const event = withArgument[index] as string;
		source.on(event, (argument: unknown) => {
			front.emit(event, argument);
		});
	}
	for (let index = 0; index < bare.length; index++) {
		const event = bare[index] as string;
		source.on(event, () => {
			front.emit(event);
		});
	}
}
