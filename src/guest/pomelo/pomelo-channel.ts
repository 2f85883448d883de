// The channels of one server process, and pushes: one call per frontend, whoever the receivers are.
// Source: NetEase/pomelo lib/common/service/channelService.js.

import { ArrayPrototypePush } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { addToGroup, Channel, optionsAndCallback, type Groups } from './channel.ts';
import { ChannelRemote } from './channel-remote.ts';
import { ChannelStore } from './channel-store.ts';
import { field, fieldOf, invokeCallback, removeField, textOf } from './dynamic.ts';
import { listMethods } from './listed-methods.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Platform } from './platform.ts';

/** Makes the service and publishes it as `channelService`. */
export function createChannelService(
	app: Application,
	platform: Platform,
	opts: unknown
): ChannelService {
	const service = new ChannelService(app, platform, opts);
	app.set('channelService', service, true);
	return service;
}

export class ChannelService {
	readonly name = '__channel__';
	readonly app: Application;
	channels: Record<string, Channel> = {};
	readonly broadcastFilter: unknown;
	readonly channelRemote: ChannelRemote;
	readonly #store: ChannelStore;
	readonly #platform: Platform;
	readonly #logger: Logger;

	constructor(app: Application, platform: Platform, opts: unknown) {
		this.app = app;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
		this.broadcastFilter = field(opts, 'broadcastFilter');
		this.channelRemote = new ChannelRemote(app, platform);
		this.#store = new ChannelStore(opts, () => app.serverId, this.#logger);
	}

	/** Channels that a store kept are there again when `cb` is called. */
	start(cb: unknown): void {
		this.#store.restore(
			(name) => {
				this.channels[name] = this.#newChannel(name);
			},
			(name, uid, sid) => {
				const channel = this.channels[name];
				if (channel === undefined || !addToGroup(channel.groups, uid, sid, this.#logger)) return;
				channel.records[textOf(uid)] = { sid, uid };
			},
			cb
		);
	}

	createChannel(name: string): Channel {
		const existing = this.channels[name];
		if (existing !== undefined) return existing;
		const channel = this.#newChannel(name);
		this.channels[name] = channel;
		this.#store.addChannel(name);
		return channel;
	}

	#newChannel(name: string): Channel {
		return new Channel(name, this, this.#store, this.#platform);
	}

	/** Undefined when there is none and `create` is not true. */
	getChannel(name: string, create?: unknown): Channel | undefined {
		return create ? this.createChannel(name) : this.channels[name];
	}

	destroyChannel(name: string): void {
		removeField(this.channels, name);
		this.#store.removeChannel(name);
	}

	/** `pushMessageByUids([route], msg, [{uid, sid}], [opts], cb)`; `cb(err, failUids)`. */
	pushMessageByUids(...args: unknown[]): void {
		const hasRoute = typeof args[0] === 'string';
		const msg = hasRoute ? args[1] : args[0];
		const route = hasRoute ? args[0] : fieldOf(msg, 'route');
		const uids = (hasRoute ? args[2] : args[1]) as unknown[] | undefined;
		const { opts, cb } = optionsAndCallback(
			hasRoute ? args[3] : args[2],
			hasRoute ? args[4] : args[3]
		);
		if (!uids || uids.length === 0) {
			invokeCallback(cb, new Error('uids should not be empty'));
			return;
		}
		const groups: Groups = {};
		for (let index = 0; index < uids.length; index++) {
			const uid = fieldOf(uids[index], 'uid');
			addToGroup(groups, uid, field(uids[index], 'sid'), this.#logger);
		}
		this.sendByGroup(route, msg, groups, opts, cb);
	}

	/** To all clients of a frontend type. `opts` has its place even when empty. `cb(err)`. */
	broadcast(serverType: string, route: string, msg: unknown, opts: unknown, cb: unknown): void {
		const servers = this.app.getServersByType(serverType);
		if (!servers?.length) {
			invokeCallback(cb);
			return;
		}
		const options = {
			type: 'broadcast',
			userOptions: opts || {},
			isBroadcast: true,
			binded: field(opts, 'binded'),
			filterParam: field(opts, 'filterParam')
		};
		let waiting = servers.length;
		let isAnyDone = false;
		const finish = (serverId: string): Callback => {
			return (err) => {
				if (err) {
					this.#logger.error(
						'[broadcast] fail to push message to serverId: %s, err:%s',
						serverId,
						field(err, 'stack')
					);
				} else isAnyDone = true;
				waiting -= 1;
				if (waiting > 0) return;
				if (isAnyDone) invokeCallback(cb, null);
				else invokeCallback(cb, new Error('broadcast fails'));
			};
		};
		const count = servers.length;
		for (let index = 0; index < count; index++) {
			const given: unknown = servers[index]?.id;
			const id = String(given);
			if (given === this.app.serverId)
				this.channelRemote.broadcast(route, msg, options, finish(id));
			else this.#invoke(id, 'broadcast', [route, msg, options], finish(id));
		}
	}

	/** One message per frontend. `cb(null, failUids)` or an error when every group failed; `cb()` for no members. */
	sendByGroup(route: unknown, msg: unknown, groups: Groups, opts: unknown, cb: unknown): void {
		let waiting = 0;
		for (const sid in groups) if (groups[sid] !== undefined) waiting += 1;
		if (waiting === 0) {
			invokeCallback(cb);
			return;
		}
		const failed: unknown[] = [];
		let isAnyDone = false;
		const finish = (serverId: string): Callback => {
			return (err, fails) => {
				if (err) {
					this.#logger.error(
						'[pushMessage] fail to dispatch msg to serverId: %s, err:%s',
						serverId,
						field(err, 'stack')
					);
				} else {
					const list = (fails ?? []) as unknown[];
					for (let index = 0; index < list.length; index++) ArrayPrototypePush(failed, list[index]);
					isAnyDone = true;
				}
				waiting -= 1;
				if (waiting > 0) return;
				if (isAnyDone) invokeCallback(cb, null, failed);
				else invokeCallback(cb, new Error('all uids push message fail'));
			};
		};
		const options = { type: 'push', userOptions: opts || {}, isPush: true };
		for (const sid in groups) {
			const group = groups[sid] ?? [];
			const done = finish(sid);
			if (group.length === 0) this.#platform.nextTick(() => done());
			else if (sid === this.app.serverId) {
				this.channelRemote.pushMessage(route, msg, group, options, done);
			} else this.#invoke(sid, 'pushMessage', [route, msg, group, options], done);
		}
	}

	#invoke(serverId: string, method: string, args: unknown[], cb: Callback): void {
		const message = { namespace: 'sys', service: 'channelRemote', method, args };
		(this.app.rpcInvoke as Callback)(serverId, message, cb);
	}
}

listMethods(ChannelService, 'sendByGroup');
