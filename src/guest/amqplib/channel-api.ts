// `require('amqplib')`: the promise API's way to connect. Connections are in channel-model.ts.
// Source: amqplib documentation (channel_api.html) and index.d.ts; reference amqp.md sections 1 and 2.

import { newPromise } from '../runtime/primordials.ts';
import type { Options, SocketOptions } from './amqplib-types.ts';
import { ChannelModel } from './channel-model.ts';
import { connectTarget } from './connect-options.ts';
import { openConnection } from './handshake.ts';
import { RecoveringChannelModel } from './recovering-models.ts';

type Url = string | Options.Connect | null;
type ConnectOptions = (SocketOptions & { readonly recovery?: unknown }) | null;

/** Connects; `url` defaults to amqp://localhost. Rejects with the socket's or the handshake's error. */
export function connect(
	url?: Url,
	options?: ConnectOptions
): Promise<ChannelModel | RecoveringChannelModel> {
	return options?.recovery ? connectAgainAndAgain(url, options) : connectOnce(url, options);
}

function connectOnce(url?: Url, options?: ConnectOptions): Promise<ChannelModel> {
	return newPromise((resolve, reject) => {
		openConnection(connectTarget(url, options), (error, connection) => {
			if (connection === undefined) reject(error);
			else resolve(new ChannelModel(connection));
		});
	});
}

async function connectAgainAndAgain(
	url: Url | undefined,
	options: NonNullable<ConnectOptions>
): Promise<RecoveringChannelModel> {
	const target = connectTarget(url, options);
	const recovering = new RecoveringChannelModel(options.recovery, (opened) => {
		openConnection(target, (error, connection) => {
			if (connection === undefined) opened(error);
			else opened(null, new ChannelModel(connection));
		});
	});
	return recovering.waitsForFirst ? recovering.waitForConnect() : recovering;
}
