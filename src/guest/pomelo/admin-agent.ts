// How admin modules talk: a monitor to the master, the master to one server, a type of servers or all. Both agents use
// their process' one connection to the registry.
// Source: pomelo-admin 1.0.1 lib/master/masterAgent.js, lib/monitor/monitorAgent.js.
// Differs: no admin clients (pomelo-cli), no slaves; a request to a server that is away is not sent again later.

import { ArrayPrototypeSplice, JSONParse } from '../runtime/primordials.ts';
import { toText } from './admin-replies.ts';
import type { ConsoleService } from './console-service.ts';
import { field, isFunction, removeField, type Fields } from './dynamic.ts';
import type { Logger } from './logger.ts';
import type { RegistryConnection } from './registry-connection.ts';

/** What both roles share: values by module, and sending with or without an answer. */
class AdminAgent {
	readonly consoleService: ConsoleService;
	protected readonly connection: RegistryConnection;
	protected readonly logger: Logger;

	constructor(service: ConsoleService, connection: RegistryConnection, logger: Logger) {
		this.consoleService = service;
		this.connection = connection;
		this.logger = logger;
	}

	set(moduleId: string, value: unknown): void {
		this.consoleService.set(moduleId, value);
	}

	get(moduleId: string): unknown {
		return this.consoleService.get(moduleId);
	}

	protected tell(to: string, moduleId: string, msg: unknown): void {
		this.connection.send(['admin', to, moduleId, 0, toText(msg)]);
	}

	protected ask(to: string, moduleId: string, msg: unknown, cb: unknown): void {
		const requestId = this.connection.expectReply((text) => {
			const reply: unknown = JSONParse(text);
			if (isFunction(cb)) cb(field(reply, 'error'), field(reply, 'body'));
		});
		this.connection.send(['admin', to, moduleId, requestId, toText(msg)]);
	}
}

/** The agent of `monitorHandler`: speaks to the master only, and only as a member of the cluster. */
export class MonitorAgent extends AdminAgent {
	readonly id: string;
	readonly type: string;

	constructor(
		server: { readonly id: string; readonly type: string },
		service: ConsoleService,
		connection: RegistryConnection,
		logger: Logger
	) {
		super(service, connection, logger);
		this.id = server.id;
		this.type = server.type;
	}

	notify(moduleId: string, msg?: unknown): void {
		if (this.connection.isRegistered) this.tell('@master', moduleId, msg);
		else this.logger.error('agent can not notify now, state:1');
	}

	/** `cb(err, answer)` of the master's handler. */
	request(moduleId: string, msg: unknown, cb: unknown): void {
		if (this.connection.isRegistered) this.ask('@master', moduleId, msg, cb);
		else this.logger.error('agent can not request now, state:1');
	}
}

/** A server that reports to this master. */
interface MonitorRecord {
	readonly id: string;
	readonly type: string;
	readonly pid: unknown;
	readonly info: Fields;
}

/** The agent of `masterHandler`. The master's own process is one of the monitors it reaches. */
export class MasterAgent extends AdminAgent {
	/** The monitors by id and by server type, in the order of registration. */
	readonly idMap: Record<string, MonitorRecord> = {};
	readonly typeMap: Record<string, MonitorRecord[]> = {};

	addMonitor(id: string, type: string, info: Fields): void {
		if (this.idMap[id] !== undefined) return;
		const record: MonitorRecord = { id, type, pid: info.pid, info };
		this.idMap[id] = record;
		const list = (this.typeMap[type] ??= []);
		list[list.length] = record;
	}

	removeMonitor(id: string): void {
		const record = this.idMap[id];
		if (record === undefined) return;
		removeField(this.idMap, id);
		const list = this.typeMap[record.type] ?? [];
		for (let index = list.length - 1; index >= 0; index--) {
			if (list[index]?.id === id) ArrayPrototypeSplice(list, index, 1);
		}
		if (list.length === 0) removeField(this.typeMap, record.type);
	}

	notifyAll(moduleId: string, msg?: unknown): boolean {
		this.tell('@all', moduleId, msg);
		return true;
	}

	/** False, with a line in the log, when there is no such server; as for a type without servers. */
	notifyById(serverId: string, moduleId: string, msg?: unknown): boolean {
		if (this.idMap[serverId] === undefined) {
			this.logger.error('fail to notifyById for unknown server id:%s', serverId);
			return false;
		}
		this.tell(serverId, moduleId, msg);
		return true;
	}

	notifyByType(serverType: string, moduleId: string, msg?: unknown): boolean {
		if (this.typeMap[serverType] === undefined) {
			this.logger.error('fail to notifyByType for unknown server type:%s', serverType);
			return false;
		}
		this.tell(`@type:${serverType}`, moduleId, msg);
		return true;
	}

	notifyClient(clientId: string): boolean {
		this.logger.error('fail to notifyClient for unknown client id:%s', clientId);
		return false;
	}

	/** `cb(err, answer)` of that server's handler; at once, with an error, when there is no such server. */
	request(serverId: string, moduleId: string, msg: unknown, cb?: unknown): boolean {
		if (this.idMap[serverId] === undefined) {
			if (isFunction(cb)) cb(new Error(`unknown server id:${serverId}`));
			return false;
		}
		this.ask(serverId, moduleId, msg, cb);
		return true;
	}
}
