// Short numbers for routes, told to clients in the handshake when `connectorConfig.useDict` is set: all handler methods
// sorted, then those of config/dictionary.json, or of the file that `dictionaryConfig.dict` names.
// Source: NetEase/pomelo lib/components/dictionary.js.
// Differs: on the simulated wire routes stay readable text.

import { ArrayPrototypeSort, JSONStringify } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { field, invokeCallback, isObject, textOf, type Fields } from './dynamic.ts';
import { fileExists, loadFolder, serverFolder } from './loader.ts';
import type { Platform } from './platform.ts';

export class RouteDictionary {
	readonly name = '__dictionary__';
	readonly app: Application;
	readonly #platform: Platform;
	readonly dict: Record<string, number> = {};
	readonly abbrs: Record<string, string> = {};
	/** Absolute path of the application's own list; null if there is none. */
	readonly userDicPath: string | null;
	version = '';

	constructor(app: Application, platform: Platform, opts?: unknown) {
		this.app = app;
		this.#platform = platform;
		const own = field(opts, 'dict');
		const path = own ? textOf(own) : `${app.getBase()}/config/dictionary.json`;
		this.userDicPath = fileExists(platform, path) ? path : null;
	}

	start(cb: unknown): void {
		const routes = this.#handlerRoutes();
		ArrayPrototypeSort(routes);
		if (this.userDicPath !== null) {
			const own = this.#platform.require(this.userDicPath) as string[];
			for (let index = 0; index < own.length; index++) routes[routes.length] = own[index] ?? '';
		}
		for (let index = 0; index < routes.length; index++) {
			const route = routes[index] ?? '';
			this.dict[route] = index + 1;
			this.abbrs[index + 1] = route;
		}
		this.version = this.#platform.md5(JSONStringify(this.dict), 'base64');
		invokeCallback(cb);
	}

	getDict(): Record<string, number> {
		return this.dict;
	}

	getAbbrs(): Record<string, string> {
		return this.abbrs;
	}

	getVersion(): string {
		return this.version;
	}

	#handlerRoutes(): string[] {
		const routes: string[] = [];
		const types = this.app.get('servers');
		for (const type in isObject(types) ? types : {}) {
			const folder = serverFolder(this.app.getBase(), type, 'handler');
			const handlers = loadFolder(this.#platform, folder, this.app) ?? {};
			for (const name in handlers) {
				const handler = handlers[name] as Fields;
				for (const method in handler) {
					if (typeof handler[method] === 'function') {
						routes[routes.length] = `${type}.${name}.${method}`;
					}
				}
			}
		}
		return routes;
	}
}
