// How admin modules talk: a monitor to the master, the master to one server, a type of servers or all. Both agents use
// their process' one connection to the registry (see cluster/server-registry.ts for the frames).
// Source: pomelo-admin lib/master/masterAgent.js, lib/monitor/monitorAgent.js, lib/util/protocol.js.

import {
	JSONParse,
	JSONStringify,
	MapPrototypeDelete,
	MapPrototypeGet,
	MapPrototypeSet
} from '../runtime/primordials.ts';
import type { ConsoleService } from './console-service.ts';
import { field, isFunction } from './dynamic.ts';
import type { RegistryConnection } from './registry-connection.ts';

/** What both roles share: an id, values by module, and sending with or without an answer. */
class AdminAgent {
	readonly id: string;
	readonly type: string;
	readonly consoleService: ConsoleService;
	readonly #connection: RegistryConnection;

	constructor(id: string, type: string, service: ConsoleService, connection: RegistryConnection) {
		this.id = id;
		this.type = type;
		this.consoleService = service;
		this.#connection = connection;
	}

	set(moduleId: string, value: unknown): void {
		this.consoleService.set(moduleId, value);
	}

	get(moduleId: string): unknown {
		return this.consoleService.get(moduleId);
	}

	protected tell(to: string, moduleId: string, msg: unknown): void {
		this.#connection.send(['admin', to, moduleId, 0, toText(msg)]);
	}

	protected ask(to: string, moduleId: string, msg: unknown, cb: unknown): void {
		const requestId = this.#connection.expectReply((text) => {
			const reply: unknown = JSONParse(text);
			if (isFunction(cb)) cb(field(reply, 'error'), field(reply, 'body'));
		});
		this.#connection.send(['admin', to, moduleId, requestId, toText(msg)]);
	}
}

/** The agent of `monitorHandler`: speaks to the master only. */
export class MonitorAgent extends AdminAgent {
	notify(moduleId: string, msg?: unknown): void {
		this.tell('@master', moduleId, msg);
	}

	/** `cb(err, answer)` of the master's handler. */
	request(moduleId: string, msg: unknown, cb: unknown): void {
		this.ask('@master', moduleId, msg, cb);
	}
}

/** The agent of `masterHandler`. The master's own process is one of the monitors it reaches. */
export class MasterAgent extends AdminAgent {
	notifyAll(moduleId: string, msg?: unknown): boolean {
		this.tell('@all', moduleId, msg);
		return true;
	}

	notifyById(serverId: string, moduleId: string, msg?: unknown): boolean {
		this.tell(serverId, moduleId, msg);
		return true;
	}

	notifyByType(serverType: string, moduleId: string, msg?: unknown): boolean {
		this.tell(`@type:${serverType}`, moduleId, msg);
		return true;
	}

	/** `cb(err, answer)` of that server's handler. */
	request(serverId: string, moduleId: string, msg: unknown, cb: unknown): boolean {
		this.ask(serverId, moduleId, msg, cb);
		return true;
	}
}

/** Callbacks waiting for replies, by request number. */
export class ReplyTable {
	readonly #waiting = new Map<number, (text: string) => void>();
	#lastId = 0;

	add(cb: (text: string) => void): number {
		const id = ++this.#lastId;
		MapPrototypeSet(this.#waiting, id, cb);
		return id;
	}

	answer(id: number, text: string): void {
		const cb = MapPrototypeGet(this.#waiting, id) as ((text: string) => void) | undefined;
		MapPrototypeDelete(this.#waiting, id);
		cb?.(text);
	}
}

/** JSON for a message; undefined travels as null does. */
export function toText(value: unknown): string {
	const text = JSONStringify(value) as string | undefined;
	return text ?? 'null';
}
