// What `connect` gives when its `recovery` option is set, in each API: a connection that comes back by itself.
// Source: amqplib README ("Opt-in recovery"), index.d.ts (RecoveringChannelModel), callback_api.d.ts (RecoveringConnection).

import type { ChannelOptions } from './amqplib-types.ts';
import { newPromise } from '../runtime/primordials.ts';
import { type CallbackModel, chooseOptions } from './callback-model.ts';
import type { Callback } from './callback-channel.ts';
import type * as callbackChannels from './callback-channel.ts';
import type { ChannelModel } from './channel-model.ts';
import { EventEmitter } from './node-modules.ts';
import type * as promiseChannels from './promise-channel.ts';
import { Recovery } from './recovery.ts';

export class RecoveringChannelModel extends EventEmitter {
	readonly #recovery: Recovery<ChannelModel>;

	constructor(
		options: unknown,
		open: (opened: (error: Error | null, model?: ChannelModel) => void) => void
	) {
		super();
		this.#recovery = new Recovery(this, options, open);
		this.#recovery.start();
	}

	/** False when the program wants to hold the object before the first connection. */
	get waitsForFirst(): boolean {
		return this.#recovery.settings.waitForConnect;
	}

	#connected(): Promise<ChannelModel> {
		return newPromise((resolve, reject) => {
			this.#recovery.whenConnected((error, model) => {
				if (model === undefined) reject(error);
				else resolve(model);
			});
		});
	}

	async waitForConnect(): Promise<this> {
		await this.#connected();
		return this;
	}

	close(): Promise<void> {
		return newPromise((resolve) => {
			this.#recovery.close(resolve);
		});
	}

	async createChannel(options?: ChannelOptions): Promise<promiseChannels.Channel> {
		const model = await this.#connected();
		return model.createChannel(options);
	}

	async createConfirmChannel(options?: ChannelOptions): Promise<promiseChannels.ConfirmChannel> {
		const model = await this.#connected();
		return model.createConfirmChannel(options);
	}

	async updateSecret(newSecret: unknown, reason: string): Promise<void> {
		const model = await this.#connected();
		return model.updateSecret(newSecret, reason);
	}
}

export class RecoveringConnection extends EventEmitter {
	readonly #recovery: Recovery<CallbackModel>;

	constructor(
		options: unknown,
		open: (opened: (error: Error | null, model?: CallbackModel) => void) => void,
		callback: Callback<RecoveringConnection> | undefined
	) {
		super();
		this.#recovery = new Recovery(this, options, open);
		if (this.#recovery.settings.waitForConnect && callback !== undefined) {
			this.waitForConnect(callback);
		}
		this.#recovery.start();
		if (!this.#recovery.settings.waitForConnect) callback?.(null, this);
	}

	waitForConnect(callback: Callback<RecoveringConnection>): void {
		this.#recovery.whenConnected((error) => {
			if (error === null) callback(null, this);
			else callback(error);
		});
	}

	close(callback?: (error: Error | null) => void): void {
		this.#recovery.close(() => callback?.(null));
	}

	/** Differs: gives undefined while there is no connection; the callback gets the channel in any case. */
	createChannel(
		options: ChannelOptions | Callback<callbackChannels.Channel>,
		callback?: Callback<callbackChannels.Channel>
	): callbackChannels.Channel | undefined {
		const chosen = chooseOptions(options, callback);
		let channel: callbackChannels.Channel | undefined;
		this.#recovery.whenConnected((error, model) => {
			if (model === undefined) chosen.callback?.(error);
			else channel = model.createChannel(chosen.options ?? {}, chosen.callback);
		});
		return channel;
	}

	/** Differs: as createChannel. */
	createConfirmChannel(
		options: ChannelOptions | Callback<callbackChannels.ConfirmChannel>,
		callback?: Callback<callbackChannels.ConfirmChannel>
	): callbackChannels.ConfirmChannel | undefined {
		const chosen = chooseOptions(options, callback);
		let channel: callbackChannels.ConfirmChannel | undefined;
		this.#recovery.whenConnected((error, model) => {
			if (model === undefined) chosen.callback?.(error);
			else channel = model.createConfirmChannel(chosen.options ?? {}, chosen.callback);
		});
		return channel;
	}

	updateSecret(newSecret: unknown, reason: string, callback?: (error: Error | null) => void): void {
		this.#recovery.whenConnected((error, model) => {
			if (model === undefined) callback?.(error);
			else model.updateSecret(newSecret, reason, callback);
		});
	}
}
