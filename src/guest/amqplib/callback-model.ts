// A connection of the callback API. Its channels are in callback-channel.ts.
// Source: amqplib documentation (channel_api.html) and callback_api.d.ts; reference amqp.md sections 1 and 2.

import type { ChannelOptions } from './amqplib-types.ts';
import { type Callback, Channel, ConfirmChannel } from './callback-channel.ts';
import type { Connection } from './connection.ts';
import { EventEmitter } from './node-modules.ts';

/** What `connect` hands to its callback. */
export class CallbackModel extends EventEmitter {
	readonly connection: Connection;

	constructor(connection: Connection) {
		super();
		this.connection = connection;
		connection.present(this);
	}

	/** The callback runs before the `close` events. */
	close(callback?: (error: Error | null) => void): void {
		this.connection.close((error) => callback?.(error));
	}

	createChannel(
		options: ChannelOptions | Callback<Channel>,
		callback?: Callback<Channel>
	): Channel {
		const chosen = chooseOptions(options, callback);
		const channel = new Channel(this.connection, chosen.options);
		channel.openNow(chosen.callback);
		return channel;
	}

	createConfirmChannel(
		options: ChannelOptions | Callback<ConfirmChannel>,
		callback?: Callback<ConfirmChannel>
	): ConfirmChannel {
		const chosen = chooseOptions(options, callback);
		const channel = new ConfirmChannel(this.connection, chosen.options);
		channel.openNow((error) => {
			if (error !== null) chosen.callback?.(error);
			else channel.selectConfirms(chosen.callback);
		});
		return channel;
	}

	updateSecret(
		_newSecret: unknown,
		_reason: string,
		callback?: (error: Error | null) => void
	): void {
		this.connection.updateSecret((error) => callback?.(error));
	}
}

/** Options may be left out in front of the callback. */
export function chooseOptions<C>(
	options: ChannelOptions | Callback<C> | undefined,
	callback: Callback<C> | undefined
): { options: ChannelOptions | undefined; callback: Callback<C> | undefined } {
	return typeof options === 'function'
		? { options: undefined, callback: options }
		: { options, callback };
}
