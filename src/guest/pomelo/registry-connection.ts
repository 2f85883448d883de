// A process' connection to the master: joins the cluster, hears who comes and goes, carries admin messages, and looks
// for a master again after losing it, at growing distances.
// The other end is the registry: see cluster/registry-frames.ts for the frames sent. Frames heard: ['welcome'],
// ['list' | 'replace', ...infoJson], ['add', infoJson], ['remove', id], ['start-all'],
// ['admin' | 'admin-master', from, moduleId, requestId, json], ['admin-reply', from, requestId, json].
// What a message from the master makes a program throw leaves this process deaf for the master, and what a monitor's
// message makes the master throw leaves the master deaf for that monitor: their parser handles no message after that one.
// Source: pomelo-admin 1.0.1 lib/protocol/mqtt/mqttClient.js, lib/monitor/monitorAgent.js; mqtt-connection.
// Differs: no keep-alive pings, so a deaf process stays a member (there: for some 30 s).

import {
	JSONParse,
	MathMin,
	SetPrototypeAdd,
	SetPrototypeDelete,
	SetPrototypeHas
} from '../runtime/primordials.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { ReplyTable } from './admin-replies.ts';
import type { ServerInfo } from './application.ts';
import { times } from './constants.ts';
import type { Platform, Socket } from './platform.ts';

/** What the owner wants to hear. */
export interface RegistryListener {
	/**
	 * The master listens: the frames that make the process a member, or undefined if the master does not let it in. `isAgain`
	 * after a lost connection; nobody is refused then.
	 */
	introduce(isAgain: boolean): readonly WirePayload[] | undefined;
	/** The cluster as it is now, oneself included; comes once. */
	onList(servers: ServerInfo[]): void;
	/** What a new master knows; replaces everything heard before. */
	onReplace(servers: ServerInfo[]): void;
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
	/** Nobody has ever answered at the master's address. */
	onRefused(): void;
}

export class RegistryConnection {
	/** Is the process a member of the cluster, so that admin messages can travel? */
	isRegistered = false;
	readonly #platform: Platform;
	readonly #isMaster: boolean;
	readonly #replies = new ReplyTable();
	#socket: Socket | undefined;
	#wasOpen = false;
	#isClosed = false;
	#delayMs = 0;
	/** What follows the end of the connection. */
	#lost: () => void = () => undefined;
	/** Whose messages are not heard any more: the ids of monitors, on the master, or `@master`. */
	#deafFor = new Set<string>();

	/** `isMaster`: this connection carries what a master hears from each of its monitors, too. */
	constructor(platform: Platform, isMaster: boolean) {
		this.#platform = platform;
		this.#isMaster = isMaster;
	}

	open(host: string, port: number, listener: RegistryListener): void {
		this.#deafFor = new Set();
		const lost = (): void => {
			this.isRegistered = false;
			if (this.#isClosed) return;
			if (this.#wasOpen) this.#openLater(host, port, listener);
			else listener.onRefused();
		};
		this.#lost = lost;
		this.#socket = this.#platform.connect(host, port, 'pomelo-monitor', {
			onConnect: () => {
				this.send(['hello']);
			},
			onRefused: lost,
			onClose: lost,
			onData: (payload) => {
				const from = this.#senderOf(payload);
				if (SetPrototypeHas(this.#deafFor, from)) return;
				SetPrototypeAdd(this.#deafFor, from);
				this.#receive(payload, listener);
				SetPrototypeDelete(this.#deafFor, from);
			}
		});
	}

	send(frame: WirePayload): void {
		this.#socket?.send(frame);
	}

	/** Gives the number under which a reply will reach `cb`. */
	expectReply(cb: (text: string) => void): number {
		return this.#replies.add(cb);
	}

	close(): void {
		this.#isClosed = true;
		this.isRegistered = false;
		this.#socket?.close();
	}

	#senderOf(payload: WirePayload): string {
		const isFromMonitor = payload[0] === 'admin-master' || payload[0] === 'admin-reply';
		return this.#isMaster && isFromMonitor ? String(payload[1]) : '@master';
	}

	#openLater(host: string, port: number, listener: RegistryListener): void {
		this.#delayMs = MathMin(this.#delayMs * 2 || times.reconnectFirstMs, times.reconnectMaxMs);
		this.#platform.setTimer(() => {
			if (!this.#isClosed) this.open(host, port, listener);
		}, this.#delayMs);
	}

	#receive(payload: WirePayload, listener: RegistryListener): void {
		const text = (index: number): string => String(payload[index]);
		switch (payload[0]) {
			case 'welcome': {
				const frames = listener.introduce(this.#wasOpen);
				this.#wasOpen = true;
				if (frames === undefined) {
					this.#socket?.close();
					this.#lost();
					return;
				}
				for (let index = 0; index < frames.length; index++) this.send(frames[index] ?? []);
				return;
			}
			case 'list':
				this.isRegistered = true;
				listener.onList(serversOf(payload));
				return;
			case 'replace':
				this.isRegistered = true;
				listener.onReplace(serversOf(payload));
				return;
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

function serversOf(payload: WirePayload): ServerInfo[] {
	const servers: ServerInfo[] = [];
	for (let index = 1; index < payload.length; index++) {
		servers[index - 1] = JSONParse(String(payload[index])) as ServerInfo;
	}
	return servers;
}
