// A process' connection to the master: joins the cluster, hears who comes and goes, carries admin messages.
// The other end is the registry (cluster/server-registry.ts). Frames sent: ['expect', ...ids] (master only),
// ['register', id, type, infoJson], ['started', id], ['admin', to, moduleId, requestId, json],
// ['admin-reply', to, requestId, json]. Frames heard: ['list', ...infoJson], ['add', infoJson], ['remove', id],
// ['start-all'], ['admin' | 'admin-master', from, moduleId, requestId, json], ['admin-reply', from, requestId, json].
// Differs: a monitor whose master is gone does not try to find it again.

import { JSONParse } from '../runtime/primordials.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { ReplyTable } from './admin-agent.ts';
import type { ServerInfo } from './application.ts';
import type { Platform, Socket } from './platform.ts';

/** What the owner wants to hear. */
export interface RegistryListener {
	/** The cluster as it is now, oneself included; comes once. */
	onList(servers: ServerInfo[]): void;
	onAdd(server: ServerInfo): void;
	onRemove(serverId: string): void;
	onStartAll(): void;
	/** An admin message for the monitor's side or the master's side of this process. */
	onAdmin(
		isForMaster: boolean,
		from: string,
		moduleId: string,
		requestId: number,
		msg: unknown
	): void;
	/** Nobody answers at the master's address. */
	onRefused(code: string): void;
}

export class RegistryConnection {
	readonly #platform: Platform;
	readonly #replies = new ReplyTable();
	#socket: Socket | undefined;
	/** Frames that wait for the connection. */
	#early: WirePayload[] | undefined = [];

	constructor(platform: Platform) {
		this.#platform = platform;
	}

	open(host: string, port: number, listener: RegistryListener): void {
		this.#socket = this.#platform.connect(host, port, 'pomelo-monitor', {
			onConnect: () => {
				const early = this.#early ?? [];
				this.#early = undefined;
				for (let index = 0; index < early.length; index++) this.send(early[index] ?? []);
			},
			onRefused: (code) => {
				listener.onRefused(code);
			},
			onData: (payload) => {
				this.#receive(payload, listener);
			}
		});
	}

	/** Waits for the connection; lost after its end. */
	send(frame: WirePayload): void {
		if (this.#early === undefined) this.#socket?.send(frame);
		else this.#early[this.#early.length] = frame;
	}

	/** Gives the number under which a reply will reach `cb`. */
	expectReply(cb: (text: string) => void): number {
		return this.#replies.add(cb);
	}

	close(): void {
		this.#socket?.close();
	}

	#receive(payload: WirePayload, listener: RegistryListener): void {
		const text = (index: number): string => String(payload[index]);
		switch (payload[0]) {
			case 'list': {
				const servers: ServerInfo[] = [];
				for (let index = 1; index < payload.length; index++) {
					servers[index - 1] = JSONParse(text(index)) as ServerInfo;
				}
				listener.onList(servers);
				return;
			}
			case 'add':
				listener.onAdd(JSONParse(text(1)) as ServerInfo);
				return;
			case 'remove':
				listener.onRemove(text(1));
				return;
			case 'start-all':
				listener.onStartAll();
				return;
			case 'admin':
			case 'admin-master': {
				const isForMaster = payload[0] === 'admin-master';
				listener.onAdmin(isForMaster, text(1), text(2), Number(payload[3]), JSONParse(text(4)));
				return;
			}
			case 'admin-reply':
				this.#replies.answer(Number(payload[2]), text(3));
				return;
			default:
		}
	}
}
