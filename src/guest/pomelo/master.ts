// The component of the master process: offers the place where the others register, and runs the master's side of the
// admin modules. Starting the servers of servers.json, and starting lost ones again, is the simulation's work
// (cluster/server-registry.ts).
// Source: NetEase/pomelo lib/master/{master,watchdog}.js.
// Differs: a server that has left the cluster but still runs gets no second process beside it; `restart-force` ends it first.

import { ObjectKeys } from '../runtime/primordials.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { MasterAgent } from './admin-agent.ts';
import type { Application } from './application.ts';
import { ConsoleService, registerDefaultModules } from './console-service.ts';
import { field } from './dynamic.ts';
import { createLogger } from './logger.ts';
import type { Listener, Platform } from './platform.ts';
import type { RegistryConnection } from './registry-connection.ts';

export class MasterComponent {
	readonly name = '__master__';
	readonly app: Application;
	readonly console: ConsoleService;
	agent: MasterAgent | undefined;
	readonly #platform: Platform;
	#listener: Listener | undefined;

	constructor(app: Application, platform: Platform) {
		this.app = app;
		this.#platform = platform;
		this.console = new ConsoleService(platform, createLogger(platform, 'pomelo-admin'), true);
	}

	/** The master's two roles share one connection to the registry. */
	useConnection(connection: RegistryConnection): void {
		const logger = createLogger(this.#platform, 'pomelo-admin');
		this.agent = new MasterAgent(this.console, connection, logger);
		this.console.agent = this.agent;
	}

	/** The frame that tells the registry which servers belong to the cluster; goes before the master registers. */
	expectation(): WirePayload {
		const ids = ObjectKeys(this.app.getServersFromConfig());
		const frame: string[] = ['expect'];
		for (let index = 0; index < ids.length; index++) frame[index + 1] = ids[index] ?? '';
		return frame;
	}

	start(cb: (err?: unknown) => void): void {
		const master = this.app.getMaster();
		const host = String(field(master, 'host'));
		const port = Number(field(master, 'port'));
		// The registry answers on this port, see RegistryConnection: no socket ever reaches this process.
		this.#listener = this.#platform.listen(host, port, 'pomelo-monitor', () => ({
			onData: () => undefined
		}));
		registerDefaultModules(this.app, true);
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
