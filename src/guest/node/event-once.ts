// events.once: a promise of the next event.
// Source: https://nodejs.org/docs/latest-v20.x/api/events.html#eventsonceemitter-name-options.

import type { AbortSignal } from './abort-signal.ts';
import { AbortError } from './error-codes.ts';
import type { EventName } from './event-fields.ts';
import { isEmitterLike, listen, unlisten, type EventSource } from './event-sources.ts';
import { newPromise } from './primordials.ts';
import { validateAbortSignal } from './validators.ts';

/** Resolves with the arguments of the next event; rejects with an `error` event before it or when the signal aborts. */
export async function once(
	emitter: EventSource,
	name: EventName,
	options: { readonly signal?: AbortSignal } = {}
): Promise<unknown[]> {
	const { signal } = options;
	validateAbortSignal(signal, 'options.signal');
	if (signal?.aborted === true) throw new AbortError(undefined, { cause: signal.reason });
	return newPromise<unknown[]>((resolve, reject) => {
		const forget = (): void => {
			unlisten(emitter, name, resolver);
			if (hearsErrors) unlisten(emitter, 'error', errorListener);
			signal?.removeEventListener('abort', abortListener);
		};
		const resolver = (...args: unknown[]): void => {
			forget();
			resolve(args);
		};
		const errorListener = (error: unknown): void => {
			forget();
			reject(error);
		};
		const abortListener = (): void => {
			forget();
			reject(new AbortError(undefined, { cause: signal?.reason }));
		};
		const hearsErrors = name !== 'error' && isEmitterLike(emitter);
		listen(emitter, name, resolver, true);
		if (hearsErrors) listen(emitter, 'error', errorListener, true);
		signal?.addEventListener('abort', abortListener, { once: true });
	});
}
