// A channel: a named list of members (uid and frontend id), known to one server process only, for pushing a message to all
// of them.
// Source: NetEase/pomelo lib/common/service/channelService.js.

import { ArrayPrototypeIndexOf, ArrayPrototypeSplice } from '../runtime/primordials.ts';
import type { ChannelStore } from './channel-store.ts';
import { fieldOf, isFunction, removeField, textOf } from './dynamic.ts';
import { listMethods } from './listed-methods.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Platform } from './platform.ts';
import type { ChannelService } from './pomelo-channel.ts';

/** Frontend id to the uids there. The arrays themselves go into messages: late additions can still travel. */
export type Groups = Record<string, unknown[]>;

export class Channel {
	readonly name: string;
	groups: Groups = {};
	records: Record<string, { sid: unknown; uid: unknown } | undefined> = {};
	readonly __channelService__: ChannelService;
	/** 1 once destroyed. */
	state = 0;
	userAmount = 0;
	readonly #store: ChannelStore;
	readonly #platform: Platform;
	readonly #logger: Logger;

	constructor(name: string, service: ChannelService, store: ChannelStore, platform: Platform) {
		this.name = name;
		this.__channelService__ = service;
		this.#store = store;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
	}

	/** False without a frontend id or after `destroy`. A member may be added twice and then gets everything twice. */
	add(uid: unknown, sid: unknown): boolean {
		if (this.state > 0) return false;
		const isAdded = addToGroup(this.groups, uid, sid, this.#logger);
		if (isAdded) {
			this.records[textOf(uid)] = { sid, uid };
			this.userAmount += 1;
			this.#note('add', uid, sid);
		}
		this.#store.addMember(this.name, uid, sid);
		return isAdded;
	}

	leave(uid: unknown, sid: unknown): boolean {
		if (!uid || !sid) return false;
		this.#store.removeMember(this.name, uid, sid);
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

listMethods(Channel);

/** The last two arguments of a push: without options the callback may stand in their place. */
export function optionsAndCallback(opts: unknown, cb: unknown): { opts: unknown; cb: unknown } {
	return !cb && isFunction(opts) ? { opts: {}, cb: opts } : { opts, cb };
}

/** False, with a warning, for a member without a frontend. */
export function addToGroup(groups: Groups, uid: unknown, sid: unknown, logger: Logger): boolean {
	if (!sid) {
		logger.warn('ignore uid %j for sid not specified.', uid);
		return false;
	}
	const group = (groups[textOf(sid)] ??= []);
	group[group.length] = uid;
	return true;
}
