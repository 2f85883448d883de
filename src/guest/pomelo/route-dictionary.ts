// Short numbers for routes, told to clients in the handshake when `connectorConfig.useDict` is set: all handler methods
// sorted, then those of config/dictionary.json.
// Source: NetEase/pomelo lib/components/dictionary.js.
// Differs: on the simulated wire routes stay readable text.

import { ArrayPrototypeSort, JSONStringify } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { invokeCallback, isObject, type Fields } from './dynamic.ts';
import { fileExists, loadFolder, serverFolder } from './loader.ts';
import type { Platform } from './platform.ts';

export class RouteDictionary {
	readonly name = '__dictionary__';
	readonly app: Application;
	readonly #platform: Platform;
	#dict: Record<string, number> = {};
	#abbrs: Record<string, string> = {};
	#version = '';

	constructor(app: Application, platform: Platform) {
		this.app = app;
		this.#platform = platform;
	}

	start(cb: unknown): void {
		const routes = this.#handlerRoutes();
		ArrayPrototypeSort(routes);
		const path = `${this.app.getBase()}/config/dictionary.json`;
		if (fileExists(this.#platform, path)) {
			const own = this.#platform.require(path) as string[];
			for (let index = 0; index < own.length; index++) routes[routes.length] = own[index] ?? '';
		}
		for (let index = 0; index < routes.length; index++) {
			const route = routes[index] ?? '';
			this.#dict[route] = index + 1;
			this.#abbrs[index + 1] = route;
		}
		this.#version = this.#platform.md5(JSONStringify(this.#dict));
		invokeCallback(cb);
	}

	getDict(): Record<string, number> {
		return this.#dict;
	}

	getAbbrs(): Record<string, string> {
		return this.#abbrs;
	}

	getVersion(): string {
		return this.#version;
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
