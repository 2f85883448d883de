// Channels: named lists of members (uid and frontend id), known to one server process only, for pushing a message to
// all of them with one call per frontend.
// Source: NetEase/pomelo lib/common/service/channelService.js.
// Differs: no store (`channelConfig.store`).

import {
	ArrayPrototypeIndexOf,
	ArrayPrototypePush,
	ArrayPrototypeSplice
} from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { ChannelRemote } from './channel-remote.ts';
import { field, fieldOf, invokeCallback, isFunction, removeField, textOf } from './dynamic.ts';
import { listMethods } from './listed-methods.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Platform } from './platform.ts';

/** Frontend id to the uids there. The arrays themselves go into messages: late additions can still travel. */
type Groups = Record<string, unknown[]>;

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
	readonly #platform: Platform;
	readonly #logger: Logger;

	constructor(app: Application, platform: Platform, opts: unknown) {
		this.app = app;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
		this.broadcastFilter = field(opts, 'broadcastFilter');
		this.channelRemote = new ChannelRemote(app, platform);
	}

	start(cb: unknown): void {
		invokeCallback(cb);
	}

	createChannel(name: string): Channel {
		return (this.channels[name] ??= new Channel(name, this, this.#platform));
	}

	/** Undefined when there is none and `create` is not true. */
	getChannel(name: string, create?: unknown): Channel | undefined {
		return create ? this.createChannel(name) : this.channels[name];
	}

	destroyChannel(name: string): void {
		removeField(this.channels, name);
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
			const id = String(servers[index]?.id);
			if (id === this.app.serverId) this.channelRemote.broadcast(route, msg, options, finish(id));
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

export class Channel {
	readonly name: string;
	groups: Groups = {};
	records: Record<string, { sid: unknown; uid: unknown } | undefined> = {};
	readonly __channelService__: ChannelService;
	/** 1 once destroyed. */
	state = 0;
	userAmount = 0;
	readonly #platform: Platform;
	readonly #logger: Logger;

	constructor(name: string, service: ChannelService, platform: Platform) {
		this.name = name;
		this.__channelService__ = service;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
	}

	/** False without a frontend id or after `destroy`. A member may be added twice and then gets everything twice. */
	add(uid: unknown, sid: unknown): boolean {
		if (this.state > 0) return false;
		if (!addToGroup(this.groups, uid, sid, this.#logger)) return false;
		this.records[textOf(uid)] = { sid, uid };
		this.userAmount += 1;
		this.#note('add', uid, sid);
		return true;
	}

	leave(uid: unknown, sid: unknown): boolean {
		if (!uid || !sid) return false;
		const group = this.groups[textOf(sid)];
		const place = group === undefined ? -1 : ArrayPrototypeIndexOf(group, uid);
		if (group === undefined || place < 0) return false;
		ArrayPrototypeSplice(group, place, 1);
		removeField(this.records, textOf(uid));
		this.userAmount = this.userAmount > 0 ? this.userAmount - 1 : 0;
		if (group.length === 0) removeField(this.groups, textOf(sid));
		this.#note('leave', uid, sid);
		return true;
	}

	getUserAmount(): number {
		return this.userAmount;
	}

	/** A fresh array of uids, frontend by frontend. */
	getMembers(): unknown[] {
		const members: unknown[] = [];
		for (const sid in this.groups) {
			const group = this.groups[sid] ?? [];
			for (let index = 0; index < group.length; index++) members[members.length] = group[index];
		}
		return members;
	}

	getMember(uid: unknown): { sid: unknown; uid: unknown } | undefined {
		return this.records[textOf(uid)];
	}

	destroy(): void {
		this.state = 1;
		this.__channelService__.destroyChannel(this.name);
		this.#note('destroy', null, null);
	}

	/** `pushMessage([route], msg, [opts], cb)`; the route may be `msg.route`. `cb(err, failUids)`. */
	pushMessage(...args: unknown[]): void {
		if (this.state > 0) return;
		const hasRoute = typeof args[0] === 'string';
		const msg = hasRoute ? args[1] : args[0];
		const route = hasRoute ? args[0] : fieldOf(msg, 'route');
		const { opts, cb } = optionsAndCallback(
			hasRoute ? args[2] : args[1],
			hasRoute ? args[3] : args[2]
		);
		this.#note('push', null, null);
		this.__channelService__.sendByGroup(route, msg, this.groups, opts, cb);
	}

	#note(event: string, uid: unknown, sid: unknown): void {
		this.#platform.note('pomelo.channel', {
			event,
			channel: this.name,
			uid: uid === null ? null : textOf(uid),
			frontendId: sid === null ? null : textOf(sid),
			members: this.userAmount
		});
	}
}

listMethods(ChannelService, 'sendByGroup');
listMethods(Channel);

function optionsAndCallback(opts: unknown, cb: unknown): { opts: unknown; cb: unknown } {
	return !cb && isFunction(opts) ? { opts: {}, cb: opts } : { opts, cb };
}

function addToGroup(groups: Groups, uid: unknown, sid: unknown, logger: Logger): boolean {
	if (!sid) {
		logger.warn('ignore uid %j for sid not specified.', uid);
		return false;
	}
	const group = (groups[textOf(sid)] ??= []);
	group[group.length] = uid;
	return true;
}
