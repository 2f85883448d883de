// `app.transaction`: conditions run one after the other, then the handlers; when a handler fails they run again from the
// first, up to `retry` times in all. Results go to the log only.
// Source: NetEase/pomelo lib/common/manager/appManager.js.

import { callMethod, field, isFunction, isObject, stackOf } from './dynamic.ts';
import { createLogger } from './logger.ts';
import type { Platform } from './platform.ts';

/** What the application passed, unchecked. */
interface TransactionRequest {
	readonly name: unknown;
	/** Functions by name, each called with `cb(err)`. */
	readonly conditions: unknown;
	readonly handlers: unknown;
	readonly retry: unknown;
}

/** Runs a transaction; what is malformed is logged and nothing runs. */
export function runTransaction(platform: Platform, request: TransactionRequest): void {
	const { name, conditions, handlers } = request;
	const logger = createLogger(platform, 'pomelo');
	const log = createLogger(platform, 'transaction-log');
	if (typeof name !== 'string') {
		logger.error('transaction name is error format, name: %s.', name);
		return;
	}
	if (typeof conditions !== 'object' || typeof handlers !== 'object') {
		logger.error(
			'transaction conditions parameter is error format, conditions: %j, handlers: %j.',
			conditions,
			handlers
		);
		return;
	}
	const runAll = (
		kind: 'condition' | 'handler',
		methods: unknown,
		cb: (failed?: string, err?: unknown) => void
	): void => {
		const names = namesOf(methods);
		for (let index = 0; index < names.length; index++) {
			if (isFunction(field(methods, names[index] ?? ''))) continue;
			logger.error('transaction %s parameter is error format, name: %s.', kind, names[index]);
			return;
		}
		let index = 0;
		const next = (): void => {
			const current = names[index];
			if (current === undefined) {
				cb();
				return;
			}
			callMethod(methods, current, [
				(err?: unknown) => {
					if (err) {
						cb(current, err);
						return;
					}
					index += 1;
					next();
				}
			]);
			log.info('[%s]:[%s] %s is executed.', name, current, kind);
		};
		next();
	};
	const attempt = (attemptsLeft: number): void => {
		if (attemptsLeft <= 0) return;
		runAll('handler', handlers, (failed, err) => {
			platform.nextTick(() => {
				if (failed === undefined) {
					log.info('[%s] all conditions and handlers are executed successfully.', name);
					return;
				}
				log.error('[%s]:[%s] handler is executed with err: %j.', name, failed, stackOf(err));
				attempt(attemptsLeft - 1);
			});
		});
	};
	runAll('condition', conditions, (failed, err) => {
		platform.nextTick(() => {
			if (failed === undefined) attempt(Number(request.retry) || 1);
			else log.error('[%s]:[%s] condition is executed with err: %j.', name, failed, stackOf(err));
		});
	});
}

function namesOf(methods: unknown): string[] {
	const names: string[] = [];
	for (const name in isObject(methods) ? methods : {}) names[names.length] = name;
	return names;
}
