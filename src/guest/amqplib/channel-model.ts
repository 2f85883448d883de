// A connection of the promise API. Its channels are in promise-channel.ts.
// Source: amqplib documentation (channel_api.html) and index.d.ts; reference amqp.md sections 1 and 2.

import { newPromise } from '../runtime/primordials.ts';
import type { ChannelOptions } from './amqplib-types.ts';
import type { Connection } from './connection.ts';
import { EventEmitter } from './node-modules.ts';
import { Channel, ConfirmChannel } from './promise-channel.ts';

/** What `connect` resolves with. */
export class ChannelModel extends EventEmitter {
	readonly connection: Connection;

	constructor(connection: Connection) {
		super();
		this.connection = connection;
		connection.present(this);
	}

	close(): Promise<void> {
		return newPromise((resolve, reject) => {
			this.connection.close((error) => {
				if (error === null) resolve();
				else reject(error);
			});
		});
	}

	async createChannel(options?: ChannelOptions): Promise<Channel> {
		const channel = new Channel(this.connection, options);
		await channel.openNow();
		return channel;
	}

	async createConfirmChannel(options?: ChannelOptions): Promise<ConfirmChannel> {
		const channel = new ConfirmChannel(this.connection, options);
		await channel.openNow();
		await channel.selectConfirms();
		return channel;
	}

	updateSecret(_newSecret: unknown, _reason: string): Promise<void> {
		return newPromise((resolve, reject) => {
			this.connection.updateSecret((error) => {
				if (error === null) resolve();
				else reject(error);
			});
		});
	}
}
