// The component that gives an application `app.rpc`: follows the cluster's membership, makes proxies for each server
// type when its first server appears, and starts the RPC client.
// Source: NetEase/pomelo lib/components/proxy.js.

import { ObjectDefineProperty } from '../runtime/primordials.ts';
import type { Application, ServerInfo } from './application.ts';
import { applicationEvents, settingKeys } from './constants.ts';
import { isObject, type Fields } from './dynamic.ts';
import { serverFolder } from './loader.ts';
import type { Callback, Platform } from './platform.ts';
import { createRouter, type Router } from './router.ts';
import { RpcClient } from './rpc-client.ts';
import type { RpcMessage } from './rpc-message.ts';
import { createSchedule } from './schedule.ts';
import { createSystemRemotes } from './system-remotes.ts';

export class ProxyComponent {
	readonly name = '__proxy__';
	readonly app: Application;
	readonly opts: Fields;
	readonly client: RpcClient;
	readonly #platform: Platform;

	constructor(app: Application, platform: Platform, opts: unknown) {
		this.app = app;
		this.#platform = platform;
		this.opts = isObject(opts) ? opts : {};
		if (app.enabled('rpcDebugLog')) this.opts.rpcDebugLog = true;
		const route = createRouter(platform);
		const router: Router = (param, message, context, cb) => {
			(schedule ?? route)(param, message, context, cb);
		};
		this.client = new RpcClient(app, platform, router, this.opts);
		const { station } = this.client;
		const schedule = this.opts.routerType
			? createSchedule(platform, station, this.opts)
			: undefined;
		app.event.on(applicationEvents.ADD_SERVERS, ((servers: ServerInfo[]) => {
			this.addServers(servers);
		}) as Callback);
		app.event.on(applicationEvents.REMOVE_SERVERS, ((ids: string[]) => {
			for (let index = 0; index < ids.length; index++) station.removeServer(ids[index] ?? '');
		}) as Callback);
		app.event.on(applicationEvents.REPLACE_SERVERS, ((servers: ServerInfo[]) => {
			if (servers.length === 0) return;
			this.client.proxies = {};
			this.#makeAllProxies(servers);
			station.replaceServers(servers);
		}) as Callback);
	}

	start(cb: () => void): void {
		const { station } = this.client;
		station.befores = filtersOf(this.app, settingKeys.rpcBeforeFilters);
		station.afters = filtersOf(this.app, settingKeys.rpcAfterFilters);
		station.errorHandler = this.app.get('rpcErrorHandler');
		this.#platform.nextTick(cb);
	}

	/** From here on `app.rpc` exists; it stays undefined until a server type with user remotes is known. */
	afterStart(cb: (err?: unknown) => void): void {
		const { app, client } = this;
		ObjectDefineProperty(app, 'rpc', {
			get: () => client.proxies.user,
			enumerable: true,
			configurable: true
		});
		ObjectDefineProperty(app, 'sysrpc', {
			get: () => client.proxies.sys,
			enumerable: true,
			configurable: true
		});
		const invoke = (serverId: string, message: RpcMessage, done: unknown): void => {
			client.rpcInvoke(serverId, message, done);
		};
		app.set('rpcInvoke', invoke, true);
		client.start(cb);
	}

	addServers(servers: ServerInfo[]): void {
		this.#makeAllProxies(servers);
		for (let index = 0; index < servers.length; index++) {
			const info = servers[index];
			if (info?.id) this.client.station.addServer(info);
		}
	}

	#makeAllProxies(servers: readonly ServerInfo[]): void {
		for (let index = 0; index < servers.length; index++) {
			const info = servers[index];
			if (info !== undefined) this.#makeProxies(info);
		}
	}

	#makeProxies(info: ServerInfo): void {
		const { client, app } = this;
		const { serverType } = info;
		if (client.proxies.sys?.[serverType] !== undefined) return;
		const remotes = createSystemRemotes(app, this.#platform, app.isFrontend(info));
		client.addServices('sys', serverType, remotes);
		client.addFolder('user', serverType, serverFolder(app.getBase(), serverType, 'remote'));
	}
}

function filtersOf(app: Application, key: string): unknown[] {
	return (app.get(key) as unknown[] | undefined) ?? [];
}
