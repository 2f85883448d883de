// What an application is told about itself before it starts: settings, code for some environments and server types,
// filters, routers, admin modules. All of it is kept as settings, under the names of constants.ts.
// Source: NetEase/pomelo lib/application.js (2.2.7).

import {
	ArrayPrototypeIndexOf,
	ReflectApply,
	StringPrototypeSplit
} from '../runtime/primordials.ts';
import { settingKeys } from './constants.ts';
import { field, isObject, textOf, type Fields } from './dynamic.ts';
import type { Callback } from './platform.ts';

export class ApplicationSettings {
	[name: string]: unknown;

	settings: Fields = {};

	/** `set(key, value, [attach])` stores and gives the application; with one argument it reads. */
	set(...args: unknown[]): unknown {
		const name = String(args[0]);
		if (args.length === 1) return this.settings[name];
		this.settings[name] = args[1];
		if (args[2]) this[name] = args[1];
		return this;
	}

	get(name: string): unknown {
		return this.settings[name];
	}

	enabled(name: string): boolean {
		return !!this.get(name);
	}

	disabled(name: string): boolean {
		return !this.get(name);
	}

	enable(name: string): unknown {
		return this.set(name, true);
	}

	disable(name: string): unknown {
		return this.set(name, false);
	}

	/** `configure([env], [type], fn)`: calls fn at once, with the application as `this`, if both match. */
	configure(...args: unknown[]): this {
		const fn = args[args.length - 1];
		const env = args.length > 1 ? args[0] : 'all';
		const type = args.length > 2 ? args[1] : 'all';
		const isMeant =
			(env === 'all' || isInList(this.settings.env, env)) &&
			(type === 'all' || isInList(this.settings.serverType, type));
		if (isMeant) ReflectApply(fn as Callback, this, []);
		return this;
	}

	filter(filter: unknown): void {
		this.before(filter);
		this.after(filter);
	}

	before(filter: unknown): void {
		this.#append(settingKeys.beforeFilters, filter);
	}

	after(filter: unknown): void {
		this.#append(settingKeys.afterFilters, filter);
	}

	globalFilter(filter: unknown): void {
		this.globalBefore(filter);
		this.globalAfter(filter);
	}

	globalBefore(filter: unknown): void {
		this.#append(settingKeys.globalBeforeFilters, filter);
	}

	globalAfter(filter: unknown): void {
		this.#append(settingKeys.globalAfterFilters, filter);
	}

	rpcFilter(filter: unknown): void {
		this.rpcBefore(filter);
		this.rpcAfter(filter);
	}

	rpcBefore(filter: unknown): void {
		this.#append(settingKeys.rpcBeforeFilters, filter);
	}

	rpcAfter(filter: unknown): void {
		this.#append(settingKeys.rpcAfterFilters, filter);
	}

	route(serverType: string, router: unknown): this {
		this.#table(settingKeys.routes)[serverType] = router;
		return this;
	}

	/** `registerAdmin([moduleId], module, [opts])`; without an id it is ignored. */
	registerAdmin(...args: unknown[]): void {
		const modules = this.#table(settingKeys.adminModules);
		const hasId = typeof args[0] === 'string';
		const module = hasId ? args[1] : args[0];
		const moduleId = hasId ? args[0] : field(module, 'moduleId');
		if (!moduleId) return;
		modules[textOf(moduleId)] = { moduleId, module, opts: hasId ? args[2] : args[1] };
	}

	#table(key: string): Fields {
		const found = this.get(key);
		if (isObject(found)) return found;
		const made: Fields = {};
		this.set(key, made);
		return made;
	}

	#append(key: string, item: unknown): void {
		let list = this.get(key) as unknown[] | undefined;
		if (!list) {
			list = [];
			this.set(key, list);
		}
		list[list.length] = item;
	}
}

/** True if `wanted` is one of the names in `a|b|c`. Throws a TypeError for names that are no text, as a list is not. */
function isInList(wanted: unknown, names: unknown): boolean {
	if (!names) return false;
	if (typeof names !== 'string') throw new TypeError('settings.split is not a function');
	return ArrayPrototypeIndexOf(StringPrototypeSplit(names, '|'), wanted) >= 0;
}
