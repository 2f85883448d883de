// The component that makes a process part of the cluster: registers with the master, keeps the application's view of
// the other servers, reports the finished start, and runs the monitors' side of admin modules.
// Source: NetEase/pomelo lib/monitor/monitor.js, lib/modules/monitorwatcher.js.

import { ArrayPrototypePush, JSONStringify, ObjectAssign } from '../runtime/primordials.ts';
import { MonitorAgent } from './admin-agent.ts';
import { isAdmitted } from './admin-servers.ts';
import { describeAdminError, toText } from './admin-replies.ts';
import type { Application, ServerInfo } from './application.ts';
import { ConsoleService, registerDefaultModules } from './console-service.ts';
import { applicationEvents } from './constants.ts';
import { field } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { MasterComponent } from './master.ts';
import type { Platform } from './platform.ts';
import { RegistryConnection, type RegistryListener } from './registry-connection.ts';

export class MonitorComponent {
	readonly name = '__monitor__';
	readonly app: Application;
	readonly console: ConsoleService;
	readonly connection: RegistryConnection;
	readonly #platform: Platform;
	readonly #logger: Logger;
	/** What happens to the cluster before this process has its list waits here. */
	#early: (() => void)[] | undefined = [];

	constructor(app: Application, platform: Platform) {
		this.app = app;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo-admin');
		this.connection = new RegistryConnection(platform, app.isMaster());
		this.console = new ConsoleService(platform, this.#logger, false);
		this.console.agent = new MonitorAgent(
			{ id: String(app.getServerId()), type: String(app.getServerType()) },
			this.console,
			this.connection,
			this.#logger
		);
		this.#master()?.useConnection(this.connection);
	}

	/** `cb` once the process is registered, its admin modules have started and it knows the other servers. */
	start(cb: (err?: unknown) => void): void {
		const { app, connection } = this;
		registerDefaultModules(app, false);
		this.console.loadModules(app);
		app.event.on(applicationEvents.START_SERVER, () => {
			connection.send(['started', String(app.getServerId())]);
		});
		const host = String(field(app.getMaster(), 'host'));
		const port = Number(field(app.getMaster(), 'port'));
		connection.open(host, port, this.#listener(cb));
		this.console.enable();
	}

	stop(_force: unknown, cb: () => void): void {
		this.console.stop();
		this.connection.close();
		this.#platform.nextTick(cb);
	}

	#master(): MasterComponent | undefined {
		return this.app.components.__master__ as MasterComponent | undefined;
	}

	#listener(cb: (err?: unknown) => void): RegistryListener {
		const { app } = this;
		return {
			introduce: (isAgain) => {
				const master = this.#master();
				const id = String(app.getServerId());
				const type = String(app.getServerType());
				const info = ObjectAssign({}, app.getCurServer());
				// A server that comes back to a new master does not say which process it is.
				if (isAgain) return [['rejoin', id, type, JSONStringify(info)]];
				if (!isAdmitted(app, this.#platform)) {
					this.#logger.error('server %j %j register master failed', id, type);
					return undefined;
				}
				info.pid = this.#platform.pid();
				const register = ['register', id, type, JSONStringify(info)];
				master?.agent?.addMonitor(id, type, info);
				return master === undefined ? [register] : [master.expectation(), register];
			},
			onList: (servers) => {
				this.console.startModules((err) => {
					if (err) {
						cb(err);
						return;
					}
					app.addServers(servers);
					this.#catchUp();
					cb();
				});
			},
			onReplace: (servers) => {
				const byId: Record<string, ServerInfo> = {};
				for (let index = 0; index < servers.length; index++) {
					const info = servers[index];
					if (info !== undefined) byId[info.id] = info;
				}
				// What was heard before is in there.
				this.#early = undefined;
				app.replaceServers(byId);
			},
			onAdd: (server) => {
				this.#master()?.agent?.addMonitor(server.id, server.serverType, server);
				this.#whenListed(() => {
					app.addServers([server]);
				});
			},
			onRemove: (serverId) => {
				this.#master()?.agent?.removeMonitor(serverId);
				this.#whenListed(() => {
					app.removeServers([serverId]);
				});
			},
			onStartAll: () => {
				const hook = app.lifecycleCbs.afterStartAll;
				hook?.(app);
				this.#announceStart(app.startTime);
				app.event.emit(applicationEvents.START_ALL);
			},
			onAdmin: (isForMaster, from, moduleId, requestId, msg) => {
				const target = isForMaster ? this.#master()?.console : this.console;
				const method = isForMaster ? 'masterHandler' : 'monitorHandler';
				target?.execute(moduleId, method, msg, (err, body) => {
					this.#answer(from, requestId, err, body);
				});
			},
			onRefused: () => {
				this.#logger.info('exit ...');
				this.#platform.exit(0);
			}
		};
	}

	#announceStart(startTime: number | null): void {
		if (!this.app.isMaster()) return;
		const usedMs = this.#platform.nowMs() - (startTime ?? 0);
		createLogger(this.#platform, 'pomelo').info('all servers startup in %s ms', usedMs);
	}

	#answer(to: string, requestId: number, err: unknown, body: unknown): void {
		if (requestId === 0) {
			this.#logger.error('notify should not have a callback.');
			return;
		}
		const reply = { error: describeAdminError(err), body };
		this.connection.send(['admin-reply', to, requestId, toText(reply)]);
	}

	#whenListed(apply: () => void): void {
		if (this.#early === undefined) apply();
		else ArrayPrototypePush(this.#early, apply);
	}

	#catchUp(): void {
		const early = this.#early ?? [];
		this.#early = undefined;
		for (let index = 0; index < early.length; index++) early[index]?.();
	}
}
