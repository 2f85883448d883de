// The filters that Pomelo brings along: `pomelo.timeout()`, `time()`, `serial()`, `toobusy()`, and
// `pomelo.rpcFilters.rpcLog()`.
// Source: NetEase/pomelo lib/filters/handler/*.js, lib/filters/rpc/*.js.

import {
	JSONStringify,
	MapPrototypeDelete,
	MapPrototypeGet,
	MapPrototypeHas,
	MapPrototypeSet
} from '../runtime/primordials.ts';
import { times } from './constants.ts';
import { field, textOf, type Fields } from './dynamic.ts';
import { createLogger } from './logger.ts';
import type { Callback, Platform, TimerHandle } from './platform.ts';
import { addSessionTask, type SessionTask } from './session-tasks.ts';

/** A filter for client requests. */
interface RequestFilter {
	before(msg: unknown, session: Fields, next: Callback): void;
	after(err: unknown, msg: unknown, session: Fields, resp: unknown, next: Callback): void;
}

/** The functions under `pomelo.filters`. */
export function createRequestFilters(platform: Platform): Record<string, Callback> {
	return {
		timeout: (timeoutMs, sizeMax) =>
			timeoutFilter(platform, Number(timeoutMs) || times.requestWarningMs, Number(sizeMax) || 500),
		time: () => timeFilter(platform),
		serial: (timeoutMs) =>
			serialFilter(platform, timeoutMs === undefined ? undefined : Number(timeoutMs)),
		toobusy: () => ({
			before(_msg: unknown, _session: unknown, next: Callback) {
				next();
			}
		})
	};
}

/** The functions under `pomelo.rpcFilters`. */
export function createRpcFilters(platform: Platform): Record<string, Callback> {
	const logger = createLogger(platform, 'rpc-log');
	return {
		rpcLog: () => ({
			name: 'rpcLog',
			before(_serverId: unknown, _msg: unknown, opts: Fields, next: Callback) {
				opts.__start_time__ = platform.nowMs();
				next();
			},
			after(_serverId: unknown, msg: unknown, opts: Fields, next: Callback) {
				const start = Number(opts.__start_time__);
				const log = {
					route: field(msg, 'service'),
					args: field(msg, 'args'),
					timeUsed: platform.nowMs() - start
				};
				logger.info(JSONStringify(log));
				next();
			}
		}),
		toobusy: () => ({
			name: 'toobusy',
			before(_serverId: unknown, _msg: unknown, _opts: unknown, next: Callback) {
				next();
			}
		})
	};
}

/** Only logs: a request that is not answered after `timeoutMs` stays unanswered. */
function timeoutFilter(platform: Platform, timeoutMs: number, sizeMax: number): RequestFilter {
	const logger = createLogger(platform, 'pomelo');
	const timers = new Map<number, TimerHandle>();
	let lastId = 0;
	return {
		before(msg, session, next) {
			if (timers.size > sizeMax) {
				logger.warn(
					'timeout filter is out of range, current size is %s, max size is %s',
					timers.size,
					sizeMax
				);
				next();
				return;
			}
			const id = ++lastId;
			const route = textOf(field(msg, '__route__'));
			const note = (event: string): void => {
				platform.note('pomelo.request-clock', { event, id, route, timeoutMs });
			};
			note('started');
			const timer = platform.setTimer(() => {
				note('rang');
				logger.error('request %j timeout.', field(msg, '__route__'));
			}, timeoutMs);
			MapPrototypeSet(timers, id, timer);
			session.__timeout__ = id;
			next();
		},
		after(err, msg, session, _resp, next) {
			const id = session.__timeout__ as number;
			if (MapPrototypeHas(timers, id)) {
				platform.clearTimer(MapPrototypeGet(timers, id));
				MapPrototypeDelete(timers, id);
				const route = textOf(field(msg, '__route__'));
				platform.note('pomelo.request-clock', { event: 'stopped', id, route, timeoutMs });
			}
			next(err);
		}
	};
}

function timeFilter(platform: Platform): RequestFilter {
	const logger = createLogger(platform, 'con-log');
	return {
		before(_msg, session, next) {
			session.__startTime__ = platform.nowMs();
			next();
		},
		after(err, msg, session, _resp, next) {
			const start = session.__startTime__;
			if (typeof start === 'number') {
				const log = {
					route: field(msg, '__route__'),
					args: msg,
					timeUsed: platform.nowMs() - start
				};
				logger.info(JSONStringify(log));
			}
			next(err);
		}
	};
}

function serialFilter(platform: Platform, timeoutMs: number | undefined): RequestFilter {
	const logger = createLogger(platform, 'pomelo');
	return {
		before(msg, session, next) {
			addSessionTask(
				platform,
				session.id,
				(task) => {
					session.__serialTask__ = task;
					next();
				},
				() => {
					logger.error('[serial filter] msg timeout, msg:%s', JSONStringify(msg));
				},
				timeoutMs
			);
		},
		after(err, msg, session, _resp, next) {
			const task = session.__serialTask__ as SessionTask | undefined;
			if (task && !task.done() && !err) {
				next(new Error(`task time out. msg:${JSONStringify(msg)}`));
				return;
			}
			next(err);
		}
	};
}
