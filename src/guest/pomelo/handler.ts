// Finds and runs the handler for a client's request. Handlers are loaded when the first request for them comes.
// Source: NetEase/pomelo lib/common/service/handlerService.js.

import { ArrayIsArray, ReflectApply } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { field, isFunction, type Fields } from './dynamic.ts';
import { loadFolder, serverFolder } from './loader.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Platform } from './platform.ts';

/** A client route taken apart: `chat.chatHandler.send`. */
export interface RouteRecord {
	readonly route: string;
	readonly serverType: string;
	readonly handler: string;
	readonly method: string;
}

export class HandlerService {
	readonly #app: Application;
	readonly #platform: Platform;
	readonly #logger: Logger;
	readonly #handlers: Record<string, Fields | undefined> = {};

	constructor(app: Application, platform: Platform) {
		this.#app = app;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
	}

	/** Calls handler[method](msg, session, cb); an array as message becomes the arguments. Throws what the handler throws. */
	handle(record: RouteRecord | undefined, msg: unknown, session: unknown, cb: Callback): void {
		if (record === undefined) {
			throw new TypeError("Cannot read properties of null (reading 'serverType')");
		}
		const route = field(msg, '__route__');
		const handler = this.#find(record);
		if (handler === undefined) {
			this.#logger.error('[handleManager]: fail to find handler for %j', route);
			cb(new Error(`fail to find handler for ${String(route)}`));
			return;
		}
		const method = (handler as Fields)[record.method] as Callback;
		const next: Callback = (err, resp, opts) => cb(err, resp, opts);
		if (!ArrayIsArray(msg)) {
			ReflectApply(method, handler, [msg, session, next]);
			return;
		}
		const args = msg as unknown[];
		args[args.length] = session;
		args[args.length] = next;
		ReflectApply(method, handler, args);
	}

	#find(record: RouteRecord): unknown {
		const { serverType } = record;
		if (!this.#handlers[serverType]) {
			const folder = serverFolder(this.#app.getBase(), serverType, 'handler');
			this.#handlers[serverType] = loadFolder(this.#platform, folder, this.#app);
		}
		const handler = this.#handlers[serverType]?.[record.handler];
		if (!handler) {
			this.#logger.warn('could not find handler for routeRecord: %j', record);
			return undefined;
		}
		// A handler may be any value with a method of that name.
		if (!isFunction((handler as Fields)[record.method])) {
			this.#logger.warn(
				'could not find the method %s in handler: %s',
				record.method,
				record.handler
			);
			return undefined;
		}
		return handler;
	}
}
