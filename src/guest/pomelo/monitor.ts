// The component that makes a process part of the cluster: registers with the master, keeps the application's view of
// the other servers, reports the finished start, and runs the monitors' side of admin modules.
// Source: NetEase/pomelo lib/monitor/monitor.js, lib/modules/monitorwatcher.js.

import { ArrayPrototypePush, JSONStringify, ObjectAssign } from '../runtime/primordials.ts';
import { MonitorAgent, toText } from './admin-agent.ts';
import type { Application } from './application.ts';
import { ConsoleService } from './console-service.ts';
import { applicationEvents } from './constants.ts';
import { field } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { MasterComponent } from './master.ts';
import type { Platform } from './platform.ts';
import { describeAdminError, type AdminTarget } from './admin-target.ts';
import { RegistryConnection, type RegistryListener } from './registry-connection.ts';

export class MonitorComponent implements AdminTarget {
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
		this.#logger = createLogger(platform, 'pomelo');
		this.connection = new RegistryConnection(platform);
		this.console = new ConsoleService(platform, this.#logger, false);
		const id = String(app.getServerId());
		const type = String(app.getServerType());
		this.console.agent = new MonitorAgent(id, type, this.console, this.connection);
		const master = app.components.__master__ as MasterComponent | undefined;
		master?.useConnection(this.connection);
	}

	/** `cb` once the process is registered, its admin modules have started and it knows the other servers. */
	start(cb: (err?: unknown) => void): void {
		const { app, connection } = this;
		this.console.loadModules(app);
		app.event.on(applicationEvents.START_SERVER, () => {
			connection.send(['started', String(app.getServerId())]);
		});
		const host = String(field(app.getMaster(), 'host'));
		const port = Number(field(app.getMaster(), 'port'));
		connection.open(host, port, this.#listener(cb));
		(app.components.__master__ as MasterComponent | undefined)?.announce();
		const info = ObjectAssign({}, app.getCurServer(), { pid: this.#platform.pid() });
		connection.send([
			'register',
			String(app.getServerId()),
			String(app.getServerType()),
			JSONStringify(info)
		]);
	}

	stop(_force: unknown, cb: () => void): void {
		this.console.stop();
		this.connection.close();
		this.#platform.nextTick(cb);
	}

	#listener(cb: (err?: unknown) => void): RegistryListener {
		const { app } = this;
		return {
			onList: (servers) => {
				this.console.enable();
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
			onAdd: (server) => {
				this.#whenListed(() => {
					app.addServers([server]);
				});
			},
			onRemove: (serverId) => {
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
				const master = app.components.__master__ as MasterComponent | undefined;
				const target: AdminTarget | undefined = isForMaster ? master : this;
				target?.console.execute(
					moduleId,
					isForMaster ? 'masterHandler' : 'monitorHandler',
					msg,
					(err, body) => {
						this.#answer(from, requestId, err, body);
					}
				);
			},
			onRefused: (code) => {
				cb(new Error(`connect ${code}`));
			}
		};
	}

	#announceStart(startTime: number | null): void {
		if (!this.app.isMaster()) return;
		const usedMs = this.#platform.nowMs() - (startTime ?? 0);
		this.#logger.info('all servers startup in %s ms', usedMs);
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
