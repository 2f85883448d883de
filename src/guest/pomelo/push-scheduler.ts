// Decides when messages to clients leave: at once (`direct`), in batches every few milliseconds (`buffer`), or as the
// application's own schedulers say: one, or a list of them with a selector.
// Source: NetEase/pomelo lib/components/pushScheduler.js.

import { ArrayIsArray } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { callMethod, field, isFunction, textOf } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Platform } from './platform.ts';
import { createDirectScheduler } from './push-schedulers.ts';

export class PushScheduler {
	readonly name = '__pushScheduler__';
	readonly app: Application;
	readonly #platform: Platform;
	readonly #logger: Logger;
	/** The schedulers by id, when a selector has to choose. */
	readonly #choices: Record<string, unknown> | undefined;
	readonly #selector: unknown;
	readonly #scheduler: unknown;

	constructor(app: Application, platform: Platform, opts: unknown) {
		this.app = app;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
		this.#selector = field(opts, 'selector');
		const wanted = field(opts, 'scheduler') || createDirectScheduler(platform);
		if (ArrayIsArray(wanted)) {
			this.#choices = {};
			for (let index = 0; index < wanted.length; index++) {
				const entry = (wanted as unknown[])[index];
				const scheduler = field(entry, 'scheduler');
				this.#choices[textOf(field(entry, 'id'))] = isFunction(scheduler)
					? scheduler(app, field(entry, 'options'))
					: scheduler;
			}
		} else this.#scheduler = isFunction(wanted) ? wanted(app, opts) : wanted;
	}

	afterStart(cb: () => void): void {
		this.#lifeStep('start', [cb], cb);
	}

	/** A scheduler gets the callback alone: one that expects `force` before it, as `buffer` does, never calls back. */
	stop(_force: unknown, cb: () => void): void {
		this.#lifeStep('stop', [cb], cb);
	}

	/** Sends a message (encoded by the connector) to the sessions `receivers`, or to all for a broadcast. */
	schedule(...args: unknown[]): void {
		if (this.#choices === undefined) {
			this.#scheduleWith(this.#scheduler, args);
			return;
		}
		if (!isFunction(this.#selector)) {
			this.#logger.error('the selector for pushScheduler is not a function');
			return;
		}
		this.#selector(args[0], args[1], args[2], args[3], args[4], (id: unknown) => {
			this.#scheduleWith(this.#choices?.[textOf(id)], args);
		});
	}

	#scheduleWith(scheduler: unknown, args: unknown[]): void {
		if (isFunction(field(scheduler, 'schedule'))) callMethod(scheduler, 'schedule', args);
		else this.#logger.error('the scheduler does not have a schedule function');
	}

	/** Schedulers to choose from start and stop without being waited for, as in the original. */
	#lifeStep(method: 'start' | 'stop', args: unknown[], cb: Callback): void {
		if (this.#choices === undefined && isFunction(field(this.#scheduler, method))) {
			callMethod(this.#scheduler, method, args);
			return;
		}
		for (const id in this.#choices) callMethod(this.#choices[id], method, []);
		this.#platform.nextTick(cb);
	}
}
