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
import { field, isFunction, isObject, textOf, type Fields } from './dynamic.ts';
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

/** Sets `key` from a file, see configurationPath; false if it is not there. */
export function loadConfigurationFile(
	app: Application,
	platform: Platform,
	key: string,
	path: string
): boolean {
	const found = configurationPath(app, platform, path);
	if (found === undefined) return false;
	const content = platform.require(found);
	const isCommon = found === platform.join(app.getBase(), path);
	app.set(key, (isCommon && field(content, textOf(app.get('env')))) || content);
	return true;
}

/** `<base><path>`, else `<base>/config/<env>/<file>`, whichever is there. */
export function configurationPath(
	app: Application,
	platform: Platform,
	path: string
): string | undefined {
	const own = platform.join(app.getBase(), path);
	if (fileExists(platform, own)) return own;
	const fileName = StringPrototypeSlice(path, StringPrototypeLastIndexOf(path, '/') + 1);
	const perEnvironment = `${app.getBase()}/config/${textOf(app.get('env'))}/${fileName}`;
	return fileExists(platform, perEnvironment) ? perEnvironment : undefined;
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
			if (server.clusterCount) expandCluster(app, server, map);
			else map[String(server.id)] = server;
		}
	}
	app.set(settingKeys.serverMap, map);
}

/** One entry with `clusterCount` stands for several servers; fields that end in `++` count up. */
function expandCluster(app: Application, server: Fields, map: Fields): void {
	const serverType = textOf(server.serverType);
	const count = Number(server.clusterCount);
	const first = app.clusterSeq[serverType] ?? 0;
	app.clusterSeq[serverType] = first + count;
	for (let index = 0; index < count; index++) {
		const copy = ObjectAssign<Fields, Fields>({}, server);
		for (const key in server) {
			const text = String(server[key]);
			if (StringPrototypeEndsWith(text, '++')) {
				copy[key] = Number(StringPrototypeSlice(text, 0, -2)) + index;
			}
		}
		copy.id = `cluster-server-${serverType}-${String(first + index)}`;
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
	if (args.startId) app.set('startId', args.startId, true);
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
