// What `app.rpc` is made of: for each remote service an object with the same methods, each of which routes and sends.
// The proxies are made by loading the remotes' own files in the calling process.
// Source: pomelo-rpc 1.0.7 lib/rpc-client/client.js, lib/util/proxy.js.

import { ArrayPrototypePop, ArrayPrototypeShift, ReflectApply } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { field, isFunction, type Fields } from './dynamic.ts';
import { failureProfile, type FailureProfile } from './failure-profile.ts';
import { loadFolder } from './loader.ts';
import { createLogger, type Logger } from './logger.ts';
import { MailStation } from './mailstation.ts';
import type { Callback, Platform } from './platform.ts';
import type { Router } from './router.ts';
import type { RpcMessage } from './rpc-message.ts';

/** A remote method as callers see it. */
interface ProxyMethod {
	(...args: unknown[]): void;
	toServer: (...args: unknown[]) => void;
}

type Services = Record<string, Record<string, ProxyMethod>>;

export class RpcClient {
	/** `user` and `sys`, then server type, service, method; a namespace is absent until its first type is known. */
	proxies: Record<string, Record<string, Services>> = {};
	readonly station: MailStation;
	readonly #app: Application;
	readonly #platform: Platform;
	readonly #logger: Logger;
	readonly #router: Router;
	readonly #opts: Fields;
	readonly #profile: FailureProfile;
	#isRunning = false;

	constructor(app: Application, platform: Platform, router: Router, opts: Fields) {
		this.#app = app;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo-rpc');
		this.#router = router;
		this.#opts = opts;
		this.#profile = failureProfile(platform);
		this.station = new MailStation(platform, opts, () => String(app.getServerId()));
	}

	start(cb: (err?: unknown) => void): void {
		this.#platform.nextTick(() => {
			this.#isRunning = true;
			cb();
		});
	}

	/** Makes proxies for the services of a folder; nothing happens when the folder does not exist. */
	addFolder(namespace: string, serverType: string, folder: string): void {
		const services = loadFolder(this.#platform, folder, this.#app);
		if (services !== undefined) this.addServices(namespace, serverType, services);
	}

	/** Makes proxies for service objects. Every enumerable function counts, inherited ones too; class methods are not. */
	addServices(namespace: string, serverType: string, services: Fields): void {
		const types = (this.proxies[namespace] ??= {});
		const known = (types[serverType] ??= {});
		for (const service in services) {
			const methods: Record<string, ProxyMethod> = {};
			const origin = services[service] as Fields;
			for (const method in origin) {
				if (typeof origin[method] !== 'function') continue;
				methods[method] = this.#makeProxy(namespace, serverType, service, method);
			}
			known[service] = methods;
		}
	}

	/** Sends without routing. `message`: {namespace, service, method, args}. */
	rpcInvoke(serverId: string, message: RpcMessage, cb: unknown): void {
		if (!this.#isRunning) {
			const text = '[pomelo-rpc] fail to do rpc invoke for client is not running';
			this.#logger.error(text);
			ReflectApply(cb as Callback, undefined, [new Error(text)]);
			return;
		}
		this.station.dispatch(serverId, message, this.#opts, cb);
	}

	#makeProxy(namespace: string, serverType: string, service: string, method: string): ProxyMethod {
		const attach = { namespace, serverType, service, method };
		const proxy = ((...args: unknown[]): void => {
			this.#call(attach, args, false);
		}) as ProxyMethod;
		proxy.toServer = (...args: unknown[]): void => {
			this.#call(attach, args, true);
		};
		return proxy;
	}

	/** First argument: route parameter (or server id), last argument: callback, whatever they are. */
	#call(
		attach: { namespace: string; serverType: string; service: string; method: string },
		args: unknown[],
		isToServer: boolean
	): void {
		const { namespace, serverType, service, method } = attach;
		if (!this.#isRunning) {
			this.#logger.error('[pomelo-rpc] fail to invoke rpc proxy for client is not running');
			return;
		}
		if (args.length < 2) {
			this.#logger.error(
				'[pomelo-rpc] invalid rpc invoke, arguments length less than 2, namespace: %j, serverType, %j, serviceName: %j, methodName: %j',
				namespace,
				serverType,
				service,
				method
			);
			return;
		}
		const routeParam: unknown = ArrayPrototypeShift(args);
		const cb: unknown = ArrayPrototypePop(args);
		const message: RpcMessage = { namespace, serverType, service, method, args };
		if (isToServer) {
			this.#callServer(routeParam, message, serverType, cb);
			return;
		}
		this.#router(routeParam, message, this.#app, (err: unknown, serverId: unknown) => {
			if (err) ReflectApply(cb as Callback, undefined, [err]);
			else this.rpcInvoke(serverId as string, message, cb);
		});
	}

	#callServer(serverId: unknown, message: RpcMessage, serverType: string, cb: unknown): void {
		if (typeof serverId !== 'string') {
			this.#logger.error('[pomelo-rpc] serverId is not a string : %s', serverId);
			return;
		}
		if (serverId !== '*') {
			const { unsentError, toServerTells } = this.#profile;
			if (unsentError !== undefined && !toServerTells && !this.station.isOnline(serverId)) {
				this.#logger.error('[pomelo-rpc] fail to connect to remote server:%s', serverId);
				return;
			}
			this.rpcInvoke(serverId, message, cb);
			return;
		}
		const servers = this.#app.getServersByType(serverType);
		if (servers === undefined) {
			this.#logger.error('[pomelo-rpc] serverType %s servers not exist', serverType);
			return;
		}
		this.#callAll(servers, message, cb);
	}

	/** One call to each; by the profile each calls back, or `cb(null)` after the last answer or `cb(err)` for the first error, once. Values are lost. */
	#callAll(servers: readonly unknown[], message: RpcMessage, cb: unknown): void {
		let answered = 0;
		let isDone = false;
		const count = servers.length;
		if (this.#profile.starTellsEach) {
			for (let index = 0; index < count; index++) {
				this.rpcInvoke(String(field(servers[index], 'id')), message, cb);
			}
			return;
		}
		const finish = (err: unknown): void => {
			if (isDone) return;
			isDone = true;
			if (isFunction(cb)) ReflectApply(cb, undefined, [err]);
		};
		if (count === 0) finish(null);
		for (let index = 0; index < count; index++) {
			const id = String(field(servers[index], 'id'));
			this.rpcInvoke(id, message, (err: unknown) => {
				if (err) {
					finish(err);
					return;
				}
				answered += 1;
				if (answered >= count) finish(null);
			});
		}
	}
}
