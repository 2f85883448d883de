// The component of the master process: offers the place where the others register, and runs the master's side of the
// admin modules. Starting the servers of servers.json is the simulation's work.
// Source: NetEase/pomelo lib/master/{master,watchdog}.js.

import { ObjectKeys } from '../runtime/primordials.ts';
import { MasterAgent } from './admin-agent.ts';
import type { AdminTarget } from './admin-target.ts';
import type { Application } from './application.ts';
import { ConsoleService } from './console-service.ts';
import { field } from './dynamic.ts';
import { createLogger } from './logger.ts';
import type { Listener, Platform } from './platform.ts';
import type { RegistryConnection } from './registry-connection.ts';

export class MasterComponent implements AdminTarget {
	readonly name = '__master__';
	readonly app: Application;
	readonly console: ConsoleService;
	readonly #platform: Platform;
	#listener: Listener | undefined;
	#connection: RegistryConnection | undefined;

	constructor(app: Application, platform: Platform) {
		this.app = app;
		this.#platform = platform;
		this.console = new ConsoleService(platform, createLogger(platform, 'pomelo'), true);
	}

	/** The master's two roles share one connection to the registry. */
	useConnection(connection: RegistryConnection): void {
		this.#connection = connection;
		const id = String(this.app.getServerId());
		this.console.agent = new MasterAgent(id, 'master', this.console, connection);
	}

	/** Tells the registry which servers belong to the cluster; before it registers itself. */
	announce(): void {
		const ids = ObjectKeys(this.app.getServersFromConfig());
		const frame: string[] = ['expect'];
		for (let index = 0; index < ids.length; index++) frame[index + 1] = ids[index] ?? '';
		this.#connection?.send(frame);
	}

	start(cb: (err?: unknown) => void): void {
		const master = this.app.getMaster();
		const host = String(field(master, 'host'));
		const port = Number(field(master, 'port'));
		// The registry answers on this port, see RegistryConnection: no socket ever reaches this process.
		this.#listener = this.#platform.listen(host, port, 'pomelo-monitor', () => ({
			onData: () => undefined
		}));
		this.console.loadModules(this.app);
		this.console.enable();
		this.console.startModules(cb);
	}

	stop(_force: unknown, cb: () => void): void {
		this.console.stop();
		this.#listener?.close();
		this.#platform.nextTick(cb);
	}
}
