// `app.use(plugin, opts)`: loads the components of a plugin's folder, and lets the methods of the classes in its events
// folder listen to the application's events of the same name.
// Source: NetEase/pomelo lib/application.js (use, bindEvents).

import {
	ReflectApply,
	ReflectConstruct,
	StringPrototypeLastIndexOf,
	StringPrototypeSlice
} from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { field, isFunction, textOf, type Fields } from './dynamic.ts';
import { fileExists, scriptsIn } from './loader.ts';
import type { Logger } from './logger.ts';
import type { Platform } from './platform.ts';

/** `plugin`: {components: folder, [events: folder]}; `opts`: options by the component's file name. */
export function usePlugin(
	app: Application,
	platform: Platform,
	logger: Logger,
	plugin: unknown,
	opts: unknown
): void {
	const components = field(plugin, 'components');
	if (!components) {
		logger.error('invalid components, no components exist');
		return;
	}
	// Both kinds are taken from folders of these very names beside the one that was given.
	const folder = StringPrototypeSlice(
		textOf(components),
		0,
		StringPrototypeLastIndexOf(textOf(components), '/')
	);
	/** False if there is no such folder. */
	const load = (
		kind: 'components' | 'events',
		use: (loaded: unknown, name: string) => void
	): boolean => {
		const path = textOf(field(plugin, kind));
		const scripts = scriptsIn(platform, path);
		if (scripts === undefined) {
			logger.error('fail to find %s, find path: %s', kind, path);
			return false;
		}
		for (let index = 0; index < scripts.length; index++) {
			const file = StringPrototypeSlice(scripts[index] ?? '', path.length + 1);
			const own = `${folder}/${kind}/${file}`;
			if (fileExists(platform, own)) use(platform.require(own), StringPrototypeSlice(file, 0, -3));
			else logger.error('%s %s not exist at %s', kind, file, own);
		}
		return true;
	};
	const isThere = load('components', (loaded, name) => {
		app.load(loaded, field(opts, name) || {});
	});
	if (isThere && field(plugin, 'events')) {
		load('events', (loaded) => {
			listenWith(app, ReflectConstruct(loaded as new (...args: unknown[]) => Fields, [app]));
		});
	}
}

function listenWith(app: Application, listeners: Fields): void {
	for (const name in listeners) {
		const method = listeners[name];
		if (!isFunction(method)) continue;
		app.event.on(name, (...args) => ReflectApply(method, listeners, args));
	}
}
