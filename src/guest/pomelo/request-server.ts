// Carries a client's request to its handler, on this server or, by a forward, on a backend server, with the filters
// and error handlers around it.
// Source: NetEase/pomelo lib/server/server.js, lib/components/server.js.

import { ReflectApply, StringPrototypeSplit } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { settingKeys } from './constants.ts';
import { Crons } from './crons.ts';
import { callMethod, field, invokeCallback, isFunction, isObject, stackOf } from './dynamic.ts';
import { FilterService } from './filter.ts';
import { HandlerService, type RouteRecord } from './handler.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Platform } from './platform.ts';

/** What surrounds one request on its way, for filters and error handlers. */
interface Exchange {
	readonly msg: unknown;
	readonly session: unknown;
	/** Where the answer goes: (err, resp, opts). */
	readonly cb: Callback;
}

export class RequestServer {
	readonly name = '__server__';
	readonly app: Application;
	readonly #platform: Platform;
	readonly #logger: Logger;
	#isStarted = false;
	#globalFilters: FilterService | undefined;
	#filters: FilterService | undefined;
	#handlers: HandlerService | undefined;
	readonly #crons: Crons;

	constructor(app: Application, platform: Platform) {
		this.app = app;
		this.#crons = new Crons(app, platform);
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
	}

	start(cb: () => void): void {
		const { app } = this;
		const platform = this.#platform;
		const filters = (key: string): unknown[] => (app.get(key) as unknown[] | undefined) ?? [];
		this.#globalFilters = new FilterService(
			platform,
			filters(settingKeys.globalBeforeFilters),
			filters(settingKeys.globalAfterFilters)
		);
		this.#filters = new FilterService(
			platform,
			filters(settingKeys.beforeFilters),
			filters(settingKeys.afterFilters)
		);
		this.#handlers = new HandlerService(app, platform);
		this.#crons.load();
		this.#isStarted = true;
		platform.nextTick(cb);
	}

	afterStart(cb: () => void): void {
		this.#crons.start();
		this.#platform.nextTick(cb);
	}

	stop(_force: unknown, cb: () => void): void {
		this.#isStarted = false;
		this.#platform.nextTick(cb);
	}

	/** On a frontend: global filters, then the handler here or on another server. `msg`: {id, route, body}. */
	globalHandle(msg: unknown, session: unknown, cb: Callback): void {
		const filters = this.#globalFilters;
		if (!this.#isStarted || filters === undefined) {
			cb(new Error('server not started'));
			return;
		}
		const record = parseRoute(field(msg, 'route'));
		if (record === undefined) {
			cb(new Error('meet unknown route message %j'));
			return;
		}
		if (record.method === 'constructor') {
			this.#logger.warn('attack session: %s', field(session, 'id'));
			callMethod(this.app.get('sessionService'), 'kickBySessionId', [
				field(session, 'id'),
				'attack'
			]);
			return;
		}
		const exchange: Exchange = { msg, session, cb };
		const respond: Callback = (err, resp, opts) => {
			cb(err, resp, opts);
			filters.afterFilter(err, msg, session, resp, () => undefined);
		};
		filters.beforeFilter(msg, session, (err, resp, opts) => {
			if (err) this.#handleError('globalErrorHandler', exchange, [err, resp, opts], respond);
			else if (this.app.getServerType() === record.serverType) {
				this.#handleHere(msg, session, record, respond);
			} else this.#forward(msg, session, record, respond);
		});
	}

	/** On the server whose handler is asked for. */
	handle(msg: unknown, session: unknown, cb: Callback): void {
		if (!this.#isStarted) cb(new Error('server not started'));
		else this.#handleHere(msg, session, parseRoute(field(msg, 'route')), cb);
	}

	/** Without a record, for a route that is none, it is the handler service that fails. */
	#handleHere(
		origin: unknown,
		session: unknown,
		record: RouteRecord | undefined,
		cb: Callback
	): void {
		const filters = this.#filters;
		if (filters === undefined) return;
		const msg = field(origin, 'body') || {};
		if (isObject(msg)) msg.__route__ = field(origin, 'route');
		const exchange: Exchange = { msg, session, cb };
		const respond: Callback = (err, resp, opts) => {
			filters.afterFilter(err, msg, session, resp, (failure) => cb(failure, resp, opts));
		};
		const finish: Callback = (err, resp, opts) => {
			if (err) this.#handleError('errorHandler', exchange, [err, resp, opts], respond);
			else respond(err, resp, opts);
		};
		filters.beforeFilter(msg, session, (err, resp, opts) => {
			if (err) finish(err, resp, opts);
			else this.#handlers?.handle(record, msg, session, finish);
		});
	}

	/** The application's error handler has the last word on the answer; its arity says if it wants the options. */
	#handleError(
		setting: string,
		exchange: Exchange,
		answer: readonly [err: unknown, resp: unknown, opts: unknown],
		respond: Callback
	): void {
		const { msg, session } = exchange;
		const handler = this.app.get(setting);
		const err = answer[0];
		const resp = answer[1];
		const opts = answer[2];
		if (!isFunction(handler)) respond(err, resp, opts);
		else if (handler.length === 5)
			ReflectApply(handler, undefined, [err, msg, resp, session, respond]);
		else ReflectApply(handler, undefined, [err, msg, resp, session, opts, respond]);
	}

	#forward(msg: unknown, session: unknown, record: RouteRecord, cb: Callback): void {
		const state = { isFinished: false };
		const done: Callback = (err, resp, opts) => {
			if (err) this.#logger.error('fail to process remote message:%s', field(err, 'stack'));
			state.isFinished = true;
			invokeCallback(cb, err, resp, opts);
		};
		try {
			const types = this.app.sysrpc;
			const remote = field(field(types, record.serverType), 'msgRemote');
			const forward = field(remote, 'forwardMessage');
			if (!isFunction(forward)) {
				throw new TypeError("Cannot read properties of undefined (reading 'msgRemote')");
			}
			forward(session, msg, callMethod(session, 'export', []), done);
		} catch (err) {
			// An error of the caller's own callback, which has its answer.
			if (state.isFinished) return;
			this.#logger.error('fail to forward message:%s', stackOf(err));
			invokeCallback(cb, err);
		}
	}
}

/** `type.handler.method`, or undefined for anything else. */
export function parseRoute(route: unknown): RouteRecord | undefined {
	if (typeof route !== 'string' || route === '') return undefined;
	const parts = StringPrototypeSplit(route, '.');
	if (parts.length !== 3) return undefined;
	return {
		route,
		serverType: parts[0] ?? '',
		handler: parts[1] ?? '',
		method: parts[2] ?? ''
	};
}
