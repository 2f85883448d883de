// The application object that `pomelo.createApp()` gives: settings, queries about the cluster, filters, components
// and their life cycle. How a process gets its configuration is in configuration.ts, the default components in
// default-components.ts.
// Source: NetEase/pomelo lib/application.js (2.2.7).
// Differs: `use`, `transaction`, configuration reload and log4js are not there.

import {
	ArrayPrototypeIndexOf,
	ArrayPrototypePush,
	ReflectApply,
	StringPrototypeSplit
} from '../runtime/primordials.ts';
import { configureApplication, loadConfigurationFile } from './configuration.ts';
import { runComponents, stopComponents } from './component.ts';
import { applicationEvents, settingKeys, times } from './constants.ts';
import { loadDefaultComponents } from './default-components.ts';
import { field, invokeCallback, isFunction, isObject, textOf, type Fields } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Emitter, Platform, TimerHandle } from './platform.ts';
import {
	listServer,
	relistServers,
	unlistServer,
	type ClusterView,
	type ServerInfo
} from './server-lists.ts';

export type { ServerInfo };

/** The longest delay a timer takes. */
const timerDelayMaxMs = 2 ** 31 - 1;

type State = 'inited' | 'start' | 'started' | 'stopped';

/** One per process. Applications may add fields (`set` with attach, getters such as `rpc`). */
export class Application implements ClusterView {
	[name: string]: unknown;

	loaded: unknown[] = [];
	components: Fields = {};
	settings: Fields = {};
	event: Emitter;
	serverId: string | null = null;
	serverType: string | null = null;
	curServer: ServerInfo | null = null;
	startTime: number | null = null;
	master: Fields | null = null;
	servers: Record<string, ServerInfo> = {};
	serverTypeMaps: Record<string, ServerInfo[]> = {};
	serverTypes: string[] = [];
	lifecycleCbs: Record<string, Callback> = {};
	stopTimer: TimerHandle = null;
	// Private to the framework; not a field, so that `for (key in app)` and JSON see what the real one shows.
	readonly #platform: Platform;
	readonly #logger: Logger;
	#state: State = 'inited';

	constructor(platform: Platform) {
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
		this.event = platform.createEmitter();
	}

	/** Reads arguments and configuration files; private to `createApp`, which may do it again on the same object. */
	init(opts?: unknown): void {
		this.loaded = [];
		this.components = {};
		this.settings = {};
		const main = this.#platform.mainPath();
		const base = field(opts, 'base') ?? folderOf(main);
		this.set('base', base, true);
		this.event = this.#platform.createEmitter();
		this.serverId = null;
		this.serverType = null;
		this.curServer = null;
		this.startTime = null;
		this.master = null;
		this.servers = {};
		this.serverTypeMaps = {};
		this.serverTypes = [];
		this.lifecycleCbs = {};
		configureApplication(this, this.#platform, this.#logger);
		this.#state = 'inited';
		this.#logger.info('application inited: %j', this.getServerId());
	}

	getBase(): string {
		return String(this.get('base'));
	}

	require(path: string): unknown {
		return this.#platform.require(`${this.getBase()}/${path}`);
	}

	filter(filter: unknown): void {
		this.before(filter);
		this.after(filter);
	}

	before(filter: unknown): void {
		addToSetting(this, settingKeys.beforeFilters, filter);
	}

	after(filter: unknown): void {
		addToSetting(this, settingKeys.afterFilters, filter);
	}

	globalFilter(filter: unknown): void {
		this.globalBefore(filter);
		this.globalAfter(filter);
	}

	globalBefore(filter: unknown): void {
		addToSetting(this, settingKeys.globalBeforeFilters, filter);
	}

	globalAfter(filter: unknown): void {
		addToSetting(this, settingKeys.globalAfterFilters, filter);
	}

	rpcFilter(filter: unknown): void {
		this.rpcBefore(filter);
		this.rpcAfter(filter);
	}

	rpcBefore(filter: unknown): void {
		addToSetting(this, settingKeys.rpcBeforeFilters, filter);
	}

	rpcAfter(filter: unknown): void {
		addToSetting(this, settingKeys.rpcAfterFilters, filter);
	}

	/** `load([name], component | factory, [opts])`. Gives the application, or undefined for a name already taken. */
	load(...args: unknown[]): this | undefined {
		const hasName = typeof args[0] === 'string';
		let name: unknown = hasName ? args[0] : null;
		let component = hasName ? args[1] : args[0];
		const opts = hasName ? args[2] : args[1];
		if (!hasName && typeof field(component, 'name') === 'string') name = field(component, 'name');
		if (isFunction(component)) component = component(this, opts);
		const ownName = field(component, 'name');
		if (!name && typeof ownName === 'string') name = ownName;
		if (name && this.components[textOf(name)]) {
			this.#logger.warn('ignore duplicate component: %j', name);
			return undefined;
		}
		ArrayPrototypePush(this.loaded, component);
		if (name) this.components[textOf(name)] = component;
		return this;
	}

	/** Reads a JSON file below the base, its part for this environment if it has one, into the setting `key`. */
	loadConfigBaseApp(key: string, path: string): void {
		if (!loadConfigurationFile(this, this.#platform, key, path)) {
			this.#logger.error('invalid configuration with file path: %s', key);
		}
	}

	loadConfig(key: string, path: string): void {
		const value = this.#platform.require(path);
		this.set(key, field(value, String(this.get('env'))) ?? value);
	}

	route(serverType: string, router: unknown): this {
		let routes = this.get(settingKeys.routes);
		if (!isObject(routes)) {
			routes = {};
			this.set(settingKeys.routes, routes);
		}
		(routes as Fields)[serverType] = router;
		return this;
	}

	beforeStopHook(hook: unknown): void {
		this.#logger.warn('this method was deprecated in pomelo 0.8');
		if (isFunction(hook)) this.set(settingKeys.beforeStopHook, hook);
	}

	/** Loads the default components and starts everything in load order. `cb(err)`. */
	start(cb?: unknown): void {
		this.startTime = this.#platform.nowMs();
		if (this.#state !== 'inited') {
			invokeCallback(cb, new Error('application has already start.'));
			return;
		}
		loadDefaultComponents(this, this.#platform);
		const startUp = (): void => {
			runComponents(this.loaded, 'start', this.#logger, (err) => {
				this.#state = 'start';
				if (err) {
					invokeCallback(cb, err);
					return;
				}
				this.#logger.info('%j enter after start...', this.getServerId());
				this.afterStart(cb);
			});
		};
		const before = this.lifecycleCbs.beforeStartup;
		if (before === undefined) startUp();
		else before(this, startUp);
	}

	afterStart(cb?: unknown): void {
		if (this.#state !== 'start') {
			invokeCallback(cb, new Error('application is not running now.'));
			return;
		}
		const after = this.lifecycleCbs.afterStartup;
		runComponents(this.loaded, 'afterStart', this.#logger, (err) => {
			this.#state = 'started';
			const id = this.getServerId();
			if (!err) this.#logger.info('%j finish start', id);
			if (after === undefined) invokeCallback(cb, err);
			else after(this, () => invokeCallback(cb, err));
			const usedMs = this.#platform.nowMs() - (this.startTime ?? 0);
			this.#logger.info('%j startup in %s ms', id, usedMs);
			this.event.emit(applicationEvents.START_SERVER, id);
		});
	}

	/** Stops the components in load order; with `force` the process ends. */
	stop(force?: unknown): void {
		if (this.#state === 'stopped') {
			this.#logger.warn('[pomelo application] application is not running now.');
			return;
		}
		this.#state = 'stopped';
		this.stopTimer = this.#platform.setTimer(() => {
			this.#platform.exit(0);
		}, times.stopMs);
		const cancel = (): void => {
			this.#platform.clearTimer(this.stopTimer);
		};
		const shutDown = (): void => {
			stopComponents(this.loaded, force, () => {
				cancel();
				if (force) this.#platform.exit(0);
				// A stopped server lives on (there: by its open sockets); this timer is never due in a run.
				else this.#platform.setTimer(() => undefined, timerDelayMaxMs);
			});
		};
		const before = this.lifecycleCbs.beforeShutdown;
		const hook = this.get(settingKeys.beforeStopHook);
		if (before !== undefined) before(this, shutDown, cancel);
		else if (isFunction(hook)) hook(this, shutDown, cancel);
		else shutDown();
	}

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

	/** `registerAdmin([moduleId], module, [opts])`; without an id it is ignored. */
	registerAdmin(...args: unknown[]): void {
		const modules = settingObject(this, settingKeys.adminModules);
		const hasId = typeof args[0] === 'string';
		const module = hasId ? args[1] : args[0];
		const moduleId = hasId ? args[0] : field(module, 'moduleId');
		if (!moduleId) return;
		modules[textOf(moduleId)] = { moduleId, module, opts: hasId ? args[2] : args[1] };
	}

	getMaster(): Fields | null {
		return this.master;
	}

	getCurServer(): ServerInfo | null {
		return this.curServer;
	}

	getServerId(): string | null {
		return this.serverId;
	}

	getServerType(): string | null {
		return this.serverType;
	}

	getServers(): Record<string, ServerInfo> {
		return this.servers;
	}

	getServersFromConfig(): Fields {
		return this.get(settingKeys.serverMap) as Fields;
	}

	getServerTypes(): string[] {
		return this.serverTypes;
	}

	getServerById(id: string): ServerInfo | undefined {
		return this.servers[id];
	}

	getServerFromConfig(id: string): unknown {
		return this.getServersFromConfig()[id];
	}

	/** The live list of a type, in the order of registration; undefined if no such server was ever seen. */
	getServersByType(serverType: string): ServerInfo[] | undefined {
		return this.serverTypeMaps[serverType];
	}

	isFrontend(server?: unknown): boolean {
		return field(server ?? this.getCurServer(), 'frontend') === 'true';
	}

	isBackend(server?: unknown): boolean {
		const info = server ?? this.getCurServer();
		return !!info && !field(info, 'frontend');
	}

	isMaster(): boolean {
		return this.serverType === 'master';
	}

	addServers(servers: ServerInfo[] | undefined): void {
		if (!servers?.length) return;
		for (let index = 0; index < servers.length; index++) {
			const info = servers[index];
			if (info !== undefined) listServer(this, info);
		}
		this.event.emit(applicationEvents.ADD_SERVERS, servers);
	}

	removeServers(ids: string[] | undefined): void {
		if (!ids?.length) return;
		for (let index = 0; index < ids.length; index++) unlistServer(this, ids[index] ?? '');
		this.event.emit(applicationEvents.REMOVE_SERVERS, ids);
	}

	/** Replaces everything known of the cluster by a map from id to info. */
	replaceServers(servers: Record<string, ServerInfo> | undefined): void {
		if (!servers) return;
		const all = relistServers(this, servers);
		this.event.emit(applicationEvents.REPLACE_SERVERS, all);
	}

	addCrons(crons: unknown[] | undefined): void {
		if (!crons?.length) this.#logger.warn('crons is not defined.');
		else this.event.emit(applicationEvents.ADD_CRONS, crons);
	}

	removeCrons(crons: unknown[] | undefined): void {
		if (!crons?.length) this.#logger.warn('ids is not defined.');
		else this.event.emit(applicationEvents.REMOVE_CRONS, crons);
	}
}

function folderOf(path: string): string {
	let end = path.length;
	while (end > 0 && path[end - 1] !== '/') end--;
	let folder = '';
	for (let index = 0; index < end - 1; index++) folder += path[index] ?? '';
	return folder;
}

function settingObject(app: Application, key: string): Fields {
	const found = app.get(key);
	if (isObject(found)) return found;
	const made: Fields = {};
	app.set(key, made);
	return made;
}

function addToSetting(app: Application, key: string, item: unknown): void {
	let list = app.get(key) as unknown[] | undefined;
	if (!list) {
		list = [];
		app.set(key, list);
	}
	list[list.length] = item;
}

/** True if `wanted` is one of the names in `a|b|c`. */
function isInList(wanted: unknown, names: unknown): boolean {
	if (!names) return false;
	const list = StringPrototypeSplit(textOf(names), '|');
	return ArrayPrototypeIndexOf(list, wanted) >= 0;
}
