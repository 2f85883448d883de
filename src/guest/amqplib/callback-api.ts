// `require('amqplib/callback_api')`: the callback API's way to connect. Connections are in callback-model.ts.
// Source: amqplib documentation (channel_api.html) and callback_api.d.ts; reference amqp.md sections 1 and 2.

import type { Options, SocketOptions } from './amqplib-types.ts';
import { CallbackModel } from './callback-model.ts';
import { type ConnectTarget, connectTarget } from './connect-options.ts';
import { openConnection } from './handshake.ts';
import { RecoveringConnection } from './recovering-models.ts';

type Url = string | Options.Connect | null | undefined;
type ConnectOptions = (SocketOptions & { readonly recovery?: unknown }) | null | undefined;
type Connected<M> = (error: Error | null, connection?: M) => void;
type AnyConnected = Connected<CallbackModel & RecoveringConnection>;

/** Connects; every argument but the callback may be left out. Throws for a bad URL, else tells the callback. */
export function connect(
	url: Url | AnyConnected,
	options?: ConnectOptions | AnyConnected,
	callback?: AnyConnected
): RecoveringConnection | undefined {
	if (typeof url === 'function') return connect(undefined, undefined, url);
	if (typeof options === 'function') return connect(url, undefined, options);
	const target = connectTarget(url, options);
	if (options?.recovery) {
		const connected = callback as Connected<RecoveringConnection> | undefined;
		return new RecoveringConnection(
			options.recovery,
			(opened) => {
				openModel(target, opened);
			},
			connected
		);
	}
	openModel(target, callback as Connected<CallbackModel>);
	return undefined;
}

function openModel(target: ConnectTarget, opened: Connected<CallbackModel>): void {
	openConnection(target, (error, connection) => {
		if (connection === undefined) opened(error);
		else opened(null, new CallbackModel(connection));
	});
}
