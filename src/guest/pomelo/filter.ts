// The filters around a client's request: before in the order of registration, after in reverse.
// Source: NetEase/pomelo lib/common/service/filterService.js.

import { ReflectApply } from '../runtime/primordials.ts';
import { field, isFunction } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Platform } from './platform.ts';

export class FilterService {
	readonly #logger: Logger;
	readonly #befores: readonly unknown[];
	readonly #afters: readonly unknown[];

	constructor(platform: Platform, befores: readonly unknown[], afters: readonly unknown[]) {
		this.#logger = createLogger(platform, 'pomelo');
		this.#befores = befores;
		this.#afters = afters;
	}

	/** Runs the before filters; `next(err, resp, opts)` with an error ends the chain at `cb(err, resp, opts)`. */
	beforeFilter(msg: unknown, session: unknown, cb: Callback): void {
		let index = 0;
		const next: Callback = (err, resp, opts) => {
			if (err || index >= this.#befores.length) {
				cb(err, resp, opts);
				return;
			}
			const filter = this.#befores[index++];
			if (!runFilter(filter, 'before', [msg, session, next])) {
				this.#logger.error(
					'meet invalid before filter, handler or handler.before should be function.'
				);
				next(new Error('invalid before filter.'));
			}
		};
		next();
	}

	/** Runs all after filters, each with the error of the one before; then `cb(err)`. */
	afterFilter(err: unknown, msg: unknown, session: unknown, resp: unknown, cb: Callback): void {
		let index = this.#afters.length;
		const next: Callback = (failure) => {
			if (index <= 0) {
				cb(failure);
				return;
			}
			const filter = this.#afters[--index];
			if (!runFilter(filter, 'after', [failure, msg, session, resp, next])) {
				this.#logger.error(
					'meet invalid after filter, handler or handler.after should be function.'
				);
				next(new Error('invalid after filter.'));
			}
		};
		next(err);
	}
}

function runFilter(filter: unknown, operation: string, args: unknown[]): boolean {
	if (isFunction(filter)) {
		ReflectApply(filter, undefined, args);
		return true;
	}
	const method = field(filter, operation);
	if (!isFunction(method)) return false;
	ReflectApply(method, filter, args);
	return true;
}
