// `require('amqplib')`: connections of the promise API. Its channels are in promise-channel.ts.
// Source: amqplib documentation (channel_api.html) and index.d.ts; reference amqp.md sections 1 and 2.

import type { ChannelOptions, Options, SocketOptions } from 'amqplib';
import { newPromise } from '../runtime/primordials.ts';
import { connectTarget } from './connect-options.ts';
import type { Connection } from './connection.ts';
import { openConnection } from './handshake.ts';
import { EventEmitter } from './node-modules.ts';
import { Channel, ConfirmChannel } from './promise-channel.ts';
import { settle } from './settle.ts';

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
				settle(error, undefined, resolve, reject);
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
				settle(error, undefined, resolve, reject);
			});
		});
	}
}

/** Connects; `url` defaults to amqp://localhost. Rejects with the socket's or the handshake's error. */
export function connect(
	url?: string | Options.Connect | null,
	options?: SocketOptions | null
): Promise<ChannelModel> {
	return newPromise((resolve, reject) => {
		openConnection(connectTarget(url, options), (error, connection) => {
			if (connection === undefined) reject(error);
			else resolve(new ChannelModel(connection));
		});
	});
}
