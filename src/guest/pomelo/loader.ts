// Loads all modules of a folder, as Pomelo does for handlers, remotes and crons: no recursion, every file run anew,
// an exported function is a factory that gets the application.
// Source: pomelo-loader 0.0.6 lib/loader.js; pomelo lib/util/pathUtil.js.
// Differs: the file system of a scenario has no empty folders, so the warning `path is empty` cannot come up.

import {
	StringPrototypeEndsWith,
	StringPrototypeIncludes,
	StringPrototypeSlice,
	StringPrototypeStartsWith,
	StringPrototypeToLowerCase
} from '../runtime/primordials.ts';
import { field, isFunction, textOf, type Fields } from './dynamic.ts';
import type { Platform } from './platform.ts';

/** Paths of the `.js` files directly in `folder` (absolute, no final slash), sorted; undefined when there is no such folder. */
export function scriptsIn(platform: Platform, folder: string): string[] | undefined {
	const prefix = `${folder}/`;
	const files = platform.listFiles();
	const scripts: string[] = [];
	let isThere = false;
	for (let index = 0; index < files.length; index++) {
		const path = files[index] ?? '';
		if (!StringPrototypeStartsWith(path, prefix)) continue;
		isThere = true;
		const name = StringPrototypeSlice(path, prefix.length);
		if (StringPrototypeIncludes(name, '/') || name.length <= 3) continue;
		if (StringPrototypeEndsWith(StringPrototypeToLowerCase(name), '.js')) {
			scripts[scripts.length] = path;
		}
	}
	return isThere ? scripts : undefined;
}

/**
 * Runs each script of the folder and gives the services by name: the object's own `name` if truthy, else the file
 * name. A falsy export is left out. Undefined when the folder does not exist.
 */
export function loadFolder(
	platform: Platform,
	folder: string,
	context: unknown
): Fields | undefined {
	const scripts = scriptsIn(platform, folder);
	if (scripts === undefined) return undefined;
	const services: Fields = {};
	for (let index = 0; index < scripts.length; index++) {
		const path = scripts[index] ?? '';
		let loaded = platform.requireFresh(path);
		if (isFunction(loaded)) loaded = loaded(context);
		if (!loaded) continue;
		const ownName = field(loaded, 'name');
		const fileName = StringPrototypeSlice(path, folder.length + 1, -3);
		services[ownName ? textOf(ownName) : fileName] = loaded;
	}
	return services;
}

/** True when the scenario has a file of this absolute path. */
export function fileExists(platform: Platform, path: string): boolean {
	const files = platform.listFiles();
	for (let index = 0; index < files.length; index++) if (files[index] === path) return true;
	return false;
}

/** `<base>/app/servers/<type>/<kind>`, where handlers, remotes and crons live. */
export function serverFolder(base: string, serverType: string, kind: string): string {
	return `${base}/app/servers/${serverType}/${kind}`;
}
