// The component that offers a server's remotes to the others: the framework's own and those in app/servers/<type>/remote.
// Source: NetEase/pomelo lib/components/remote.js.

import type { Application } from './application.ts';
import { times } from './constants.ts';
import { field, isObject, type Fields } from './dynamic.ts';
import { loadFolder, serverFolder } from './loader.ts';
import type { Platform } from './platform.ts';
import { RpcServer, type ServicesByNamespace } from './rpc-server.ts';
import { createSystemRemotes } from './system-remotes.ts';

export class RemoteComponent {
	readonly name = '__remote__';
	readonly app: Application;
	readonly opts: Fields;
	readonly #platform: Platform;
	#server: RpcServer | undefined;

	constructor(app: Application, platform: Platform, opts: unknown) {
		this.app = app;
		this.#platform = platform;
		this.opts = isObject(opts) ? opts : {};
	}

	start(cb: () => void): void {
		const { app, opts } = this;
		const current = app.getCurServer();
		const services: ServicesByNamespace = {
			sys: createSystemRemotes(app, this.#platform, app.isFrontend())
		};
		const folder = serverFolder(app.getBase(), String(app.getServerType()), 'remote');
		const user = loadFolder(this.#platform, folder, app);
		if (user !== undefined) services.user = user;
		const isBuffered = !!(opts.bufferMsg || opts.cacheMsg);
		const flushMs = isBuffered ? Number(opts.interval) || times.rpcFlushMs : undefined;
		this.#server = new RpcServer(this.#platform, services, flushMs);
		this.#server.listen(String(field(current, 'host')), Number(field(current, 'port')));
		this.#platform.nextTick(cb);
	}

	stop(_force: unknown, cb: () => void): void {
		this.#server?.close();
		this.#platform.nextTick(cb);
	}
}
