// The application object that `pomelo.createApp()` gives. What it is told and what it knows is in its base classes; here
// is what it consists of (components, plugins, configuration files) and its life. How a process gets its configuration is
// in configuration.ts, the default components in default-components.ts.
// Source: NetEase/pomelo lib/application.js (2.2.7).
// Differs: configuration files are not watched for changes.

import {
	ArrayPrototypePush,
	StringPrototypeLastIndexOf,
	StringPrototypeSlice
} from '../runtime/primordials.ts';
import { ClusterMember } from './application-cluster.ts';
import { afterStartComponents, startApplication, stopApplication } from './application-life.ts';
import { configureApplication, loadConfigurationFile } from './configuration.ts';
import { applicationEvents, applicationStates, settingKeys } from './constants.ts';
import { field, fieldOf, isFunction, textOf, type Fields } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Emitter, Platform } from './platform.ts';
import { usePlugin } from './plugin.ts';
import type { ServerInfo } from './server-lists.ts';
import { runTransaction } from './transaction.ts';

export type { ServerInfo };

/** One per process. Applications may add fields (`set` with attach, getters such as `rpc`). */
export class Application extends ClusterMember {
	loaded: unknown[] = [];
	components: Fields = {};
	event: Emitter;
	lifecycleCbs: Record<string, Callback> = {};
	state: number = applicationStates.inited;
	/** `require` of a path below the base; works without the application as `this`, too. */
	require = (path: string): unknown =>
		this.#platform.require(this.#platform.join(this.getBase(), path));
	// Private to the framework; not a field, so that `for (key in app)` and JSON see what the real one shows.
	readonly #platform: Platform;
	readonly #logger: Logger;

	constructor(platform: Platform) {
		super();
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
		this.event = platform.createEmitter();
	}

	protected noteServers(): void {
		const ids: string[] = [];
		const serverTypes: string[] = [];
		for (let type = 0; type < this.serverTypes.length; type++) {
			const list = this.serverTypeMaps[this.serverTypes[type] ?? ''] ?? [];
			for (let index = 0; index < list.length; index++) {
				ids[ids.length] = String(list[index]?.id);
				serverTypes[serverTypes.length] = String(list[index]?.serverType);
			}
		}
		this.#platform.note('pomelo.servers', { ids, serverTypes });
	}

	/** Reads arguments and configuration files; private to `createApp`, which may do it again on the same object. */
	init(opts?: unknown): void {
		this.loaded = [];
		this.components = {};
		this.settings = {};
		const base = field(opts, 'base') || folderOf(this.#platform.mainPath());
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
		this.clusterSeq = {};
		configureApplication(this, this.#platform, this.#logger);
		this.state = applicationStates.inited;
		this.#logger.info('application inited: %j', this.getServerId());
	}

	getBase(): string {
		return String(this.get('base'));
	}

	/** Accepted for the sake of applications that call it: the framework's log needs no configuration here. */
	configureLogger(): void {
		// Nothing to configure.
	}

	/** `load([name], component | factory, [opts])`. Gives the application, or undefined for a name already taken. */
	load(...args: unknown[]): this | undefined {
		const hasName = typeof args[0] === 'string';
		let name: unknown = hasName ? args[0] : null;
		let component = hasName ? args[1] : args[0];
		const opts = hasName ? args[2] : args[1];
		if (!hasName && typeof fieldOf(component, 'name') === 'string') name = field(component, 'name');
		if (isFunction(component)) component = component(this, opts);
		if (!name) {
			// A factory that gave nothing: there is no name to read.
			const ownName = fieldOf(component, 'name');
			if (typeof ownName === 'string') name = ownName;
		}
		if (name && this.components[textOf(name)]) {
			this.#logger.warn('ignore duplicate component: %j', name);
			return undefined;
		}
		ArrayPrototypePush(this.loaded, component);
		if (name) this.components[textOf(name)] = component;
		return this;
	}

	/** `use({components, events}, [opts by component])`: two folders of a plugin. */
	use(plugin: unknown, opts?: unknown): void {
		usePlugin(this, this.#platform, this.#logger, plugin, opts);
	}

	/** Reads a JSON file below the base, its part for this environment if it has one, into the setting `key`. */
	loadConfigBaseApp(key: string, path: string): void {
		if (!loadConfigurationFile(this, this.#platform, key, path)) {
			this.#logger.error('invalid configuration with file path: %s', key);
		}
	}

	loadConfig(key: string, path: string): void {
		const value = this.#platform.require(path);
		this.set(key, field(value, String(this.get('env'))) || value);
	}

	/** Runs all conditions, then all handlers, up to `retry` times until none of them fails; see transaction.ts. */
	transaction(name: unknown, conditions: unknown, handlers: unknown, retry?: unknown): void {
		runTransaction(this.#platform, { name, conditions, handlers, retry });
	}

	beforeStopHook(hook: unknown): void {
		this.#logger.warn('this method was deprecated in pomelo 0.8');
		if (isFunction(hook)) this.set(settingKeys.beforeStopHook, hook);
	}

	/** Loads the default components and starts everything in load order. `cb(err)`. */
	start(cb?: unknown): void {
		startApplication(this, this.#platform, this.#logger, cb);
	}

	afterStart(cb?: unknown): void {
		afterStartComponents(this, this.#platform, this.#logger, cb);
	}

	/** Stops the components in load order; with `force` the process ends. */
	stop(force?: unknown): void {
		stopApplication(this, this.#platform, this.#logger, force);
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
	return StringPrototypeSlice(path, 0, StringPrototypeLastIndexOf(path, '/'));
}
