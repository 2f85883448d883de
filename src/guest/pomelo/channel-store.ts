// Where channels outlive their server process: `channelConfig.store`, an object of the application with `add(key, value, cb)`,
// `remove(key, value, cb)`, `removeAll(key, cb)` and `load(key, cb(err, list))`. Under `<prefix>:<serverId>` it keeps the keys
// of the channels, under each of those its members as `<sid>:<uid>`. Without a store nothing here does anything.
// Source: NetEase/pomelo 2.2.7 lib/common/service/channelService.js (addToStore, restoreChannel, ...).

import {
	ArrayIsArray,
	ReflectApply,
	StringPrototypeSlice,
	StringPrototypeSplit
} from '../runtime/primordials.ts';
import { field, fieldOf, invokeCallback, isFunction, textOf } from './dynamic.ts';
import type { Logger } from './logger.ts';
import type { Callback } from './platform.ts';

type Method = 'add' | 'remove' | 'removeAll' | 'load';

export class ChannelStore {
	readonly #store: unknown;
	readonly #prefix: unknown;
	readonly #serverId: () => unknown;
	readonly #logger: Logger;

	/** `opts`: the application's channelConfig. */
	constructor(opts: unknown, serverId: () => unknown, logger: Logger) {
		this.#store = field(opts, 'store');
		this.#prefix = field(opts, 'prefix');
		this.#serverId = serverId;
		this.#logger = logger;
	}

	addChannel(name: string): void {
		this.#change('add', this.#key(), this.#key(name));
	}

	removeChannel(name: string): void {
		this.#change('remove', this.#key(), this.#key(name));
		const key = this.#key(name);
		this.#call('removeAll', [key], (err) => {
			if (!err) return;
			const text = 'remove key: %s all members from store, with err: %j';
			this.#logger.error(text, key, fieldOf(err, 'stack'));
		});
	}

	addMember(name: string, uid: unknown, sid: unknown): void {
		this.#change('add', this.#key(name), memberText(uid, sid));
	}

	removeMember(name: string, uid: unknown, sid: unknown): void {
		this.#change('remove', this.#key(name), memberText(uid, sid));
	}

	/**
	 * Brings back what the store holds: `onChannel(name)` for each channel, then `onMember(name, uid, sid)`. `cb(err)` when the
	 * channels are there; members come when the store has them. As in the original all of them go to the channel that was
	 * named last by then: with a store that answers later, to the last of the list.
	 */
	restore(
		onChannel: (name: string) => void,
		onMember: (name: string, uid: string | undefined, sid: string | undefined) => void,
		cb: unknown
	): void {
		if (!this.#store) {
			invokeCallback(cb);
			return;
		}
		const base = this.#key();
		this.#load(base, (err, list) => {
			if (err) {
				invokeCallback(cb, err);
				return;
			}
			if (!fieldOf(list, 'length') || !ArrayIsArray(list)) {
				invokeCallback(cb);
				return;
			}
			const keys = list as unknown[];
			let name = '';
			for (let index = 0; index < keys.length; index++) {
				const key = textOf(keys[index]);
				name = StringPrototypeSlice(key, base.length + 1);
				onChannel(name);
				this.#load(key, (_err, members) => {
					const count = Number(fieldOf(members, 'length'));
					for (let place = 0; place < count; place++) {
						const parts = StringPrototypeSplit(textOf((members as unknown[])[place]), ':');
						onMember(name, parts[1], parts[0]);
					}
				});
			}
			invokeCallback(cb);
		});
	}

	#load(key: string, cb: Callback): void {
		this.#call('load', [key], (err, list) => {
			if (err) {
				this.#logger.error('load key: %s from store, with err: %j', key, fieldOf(err, 'stack'));
				cb(err);
			} else cb(null, list);
		});
	}

	#change(method: 'add' | 'remove', key: string, value: string): void {
		this.#call(method, [key, value], (err) => {
			if (!err) return;
			const where = method === 'add' ? 'to' : 'from';
			const text = `${method} key: %s value: %s ${where} store, with err: %j`;
			this.#logger.error(text, key, value, fieldOf(err, 'stack'));
		});
	}

	#call(method: Method, args: unknown[], cb: Callback): void {
		if (!this.#store) return;
		const fn = field(this.#store, method);
		if (!isFunction(fn)) throw new TypeError(`self.store.${method} is not a function`);
		args[args.length] = cb;
		ReflectApply(fn, this.#store, args);
	}

	/** The key of a channel, or of the list of channels. */
	#key(name = ''): string {
		const base = `${textOf(this.#prefix)}:${textOf(this.#serverId())}`;
		return name === '' ? base : `${base}:${name}`;
	}
}

function memberText(uid: unknown, sid: unknown): string {
	return `${textOf(sid)}:${textOf(uid)}`;
}
