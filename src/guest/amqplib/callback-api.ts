// `require('amqplib/callback_api')`: connections of the callback API. Its channels are in callback-channel.ts.
// Source: amqplib documentation (channel_api.html) and callback_api.d.ts; reference amqp.md sections 1 and 2.

import type { ChannelOptions, Options, SocketOptions } from 'amqplib';
import { type Callback, Channel, ConfirmChannel } from './callback-channel.ts';
import { connectTarget } from './connect-options.ts';
import type { Connection } from './connection.ts';
import { openConnection } from './handshake.ts';
import { EventEmitter } from './node-modules.ts';

type WithChannel<C> = Callback<C>;

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
		options: ChannelOptions | WithChannel<Channel>,
		callback?: WithChannel<Channel>
	): Channel {
		const chosen = chooseOptions(options, callback);
		const channel = new Channel(this.connection, chosen.options);
		channel.openNow(chosen.callback);
		return channel;
	}

	createConfirmChannel(
		options: ChannelOptions | WithChannel<ConfirmChannel>,
		callback?: WithChannel<ConfirmChannel>
	): ConfirmChannel {
		const chosen = chooseOptions(options, callback);
		const channel = new ConfirmChannel(this.connection, chosen.options);
		channel.openNow((error) => {
			if (error !== null) chosen.callback?.(error);
			else channel.selectConfirms(chosen.callback);
		});
		return channel;
	}

	updateSecret(_newSecret: unknown, _reason: string, callback?: (error: Error | null) => void): void {
		this.connection.updateSecret((error) => callback?.(error));
	}
}

function chooseOptions<C>(
	options: ChannelOptions | WithChannel<C> | undefined,
	callback: WithChannel<C> | undefined
): { options: ChannelOptions | undefined; callback: WithChannel<C> | undefined } {
	return typeof options === 'function'
		? { options: undefined, callback: options }
		: { options, callback };
}

type Connected = (error: Error | null, connection?: CallbackModel) => void;

/** Connects; every argument but the callback may be left out. Throws for a bad URL, else tells the callback. */
export function connect(
	url: string | Options.Connect | null | undefined | Connected,
	options?: SocketOptions | null | Connected,
	callback?: Connected
): void {
	if (typeof url === 'function') {
		connect(undefined, undefined, url);
		return;
	}
	if (typeof options === 'function') {
		connect(url, undefined, options);
		return;
	}
	const connected = callback as Connected;
	openConnection(connectTarget(url, options), (error, connection) => {
		if (connection === undefined) connected(error);
		else connected(null, new CallbackModel(connection));
	});
}
