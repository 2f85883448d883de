// What a process knows before its application does anything: arguments, environment, master.json, servers.json and
// the hooks of lifecycle.js.
// Source: NetEase/pomelo lib/util/appUtil.js (defaultConfiguration), lib/application.js (loadConfigBaseApp),
// lib/util/utils.js (loadCluster).

import {
	NumberIsNaN,
	ObjectAssign,
	StringPrototypeEndsWith,
	StringPrototypeIncludes,
	StringPrototypeIndexOf,
	StringPrototypeLastIndexOf,
	StringPrototypeSlice
} from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { settingKeys } from './constants.ts';
import { field, isFunction, isObject, type Fields } from './dynamic.ts';
import { fileExists } from './loader.ts';
import type { Logger } from './logger.ts';
import type { Platform } from './platform.ts';

/** Fills the application's settings from arguments and files. Throws what a broken configuration file throws. */
export function configureApplication(app: Application, platform: Platform, logger: Logger): void {
	const args = parseArguments(platform.argv());
	app.set('env', args.env ?? platform.env('NODE_ENV') ?? 'development', true);
	app.loadConfigBaseApp('master', '/config/master.json');
	app.master = app.get('master') as Fields;
	loadServers(app);
	applyArguments(app, args);
	loadLifecycle(app, platform, logger);
}

/** Sets `key` from `<base><path>` or `<base>/config/<env>/<file>`; false if neither is there. */
export function loadConfigurationFile(
	app: Application,
	platform: Platform,
	key: string,
	path: string
): boolean {
	const env = String(app.get('env'));
	const own = app.getBase() + path;
	if (fileExists(platform, own)) {
		const content = platform.require(own);
		app.set(key, field(content, env) || content);
		return true;
	}
	const fileName = StringPrototypeSlice(path, StringPrototypeLastIndexOf(path, '/') + 1);
	const perEnvironment = `${app.getBase()}/config/${env}/${fileName}`;
	if (!fileExists(platform, perEnvironment)) return false;
	app.set(key, platform.require(perEnvironment));
	return true;
}

/** `key=value` words after the main file. Whole numbers come back as numbers, everything else as text. */
export function parseArguments(argv: readonly string[]): Fields {
	const args: Fields = { main: argv[1] };
	for (let index = 2; index < argv.length; index++) {
		const word = argv[index] ?? '';
		const equals = StringPrototypeIndexOf(word, '=');
		const value = StringPrototypeSlice(word, equals + 1);
		const isWhole = !NumberIsNaN(Number(value)) && !StringPrototypeIncludes(value, '.');
		args[StringPrototypeSlice(word, 0, equals)] = isWhole ? Number(value) : value;
	}
	return args;
}

function loadServers(app: Application): void {
	app.loadConfigBaseApp('servers', '/config/servers.json');
	const types = app.get('servers');
	const map: Fields = {};
	for (const serverType in isObject(types) ? types : {}) {
		const list = (types as Record<string, Fields[]>)[serverType] ?? [];
		for (let index = 0; index < list.length; index++) {
			const server = list[index];
			if (!isObject(server)) continue;
			server.serverType = serverType;
			if (server.clusterCount) expandCluster(server, map);
			else map[String(server.id)] = server;
		}
	}
	app.set(settingKeys.serverMap, map);
}

/** One entry with `clusterCount` stands for several servers; fields that end in `++` count up. */
function expandCluster(server: Fields, map: Fields): void {
	const count = Number(server.clusterCount);
	for (let index = 0; index < count; index++) {
		const copy = ObjectAssign<Fields, Fields>({}, server);
		for (const key in server) {
			const text = String(server[key]);
			if (StringPrototypeEndsWith(text, '++')) {
				copy[key] = Number(StringPrototypeSlice(text, 0, -2)) + index;
			}
		}
		copy.id = `cluster-server-${String(server.serverType)}-${String(index)}`;
		map[copy.id as string] = copy;
	}
}

function applyArguments(app: Application, args: Fields): void {
	const serverType = args.serverType || 'master';
	app.set('main', args.main, true);
	app.set('serverType', serverType, true);
	app.set('serverId', args.id || field(app.master, 'id'), true);
	app.set('mode', args.mode || 'clusters', true);
	app.set('type', args.type || 'all', true);
	const current = serverType === 'master' ? app.getMaster() : args;
	app.set('curServer', current, true);
}

function loadLifecycle(app: Application, platform: Platform, logger: Logger): void {
	const path = `${app.getBase()}/app/servers/${String(app.serverType)}/lifecycle.js`;
	if (!fileExists(platform, path)) return;
	const hooks = platform.require(path);
	for (const name in isObject(hooks) || isFunction(hooks) ? (hooks as Fields) : {}) {
		const hook = field(hooks, name);
		if (isFunction(hook)) app.lifecycleCbs[name] = hook;
		else logger.warn('lifecycle.js in %s is error format.', path);
	}
}
