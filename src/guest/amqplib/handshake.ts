// Opening a connection: the socket, then start, tune and open as AMQP prescribes, with amqplib's error texts.
// Source: AMQP 0-9-1 section 2.2.4; reference amqp.md sections 1 and 2.
// Differs: no heartbeats are exchanged, whatever the two sides agree on.

import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { MathMin, StringPrototypeSplit } from '../runtime/primordials.ts';
import { connectSocket } from '../runtime/sockets.ts';
import type { ConnectTarget } from './connect-options.ts';
import { Connection, type ConnectionLimits } from './connection.ts';
import type { Credentials } from './credentials.ts';
import { connectError } from './errors.ts';
import { numberField } from './method-fields.ts';
import { frameText, methodName } from './method-names.ts';
import { closeText } from './reply-codes.ts';

/** Gets the open connection, or why there is none. */
export type Opened = (error: Error | null, connection?: Connection) => void;

const text = String;

/** Opens a connection; `opened` is called once, in a later turn. */
export function openConnection(target: ConnectTarget, opened: Opened): void {
	let connection: Connection | undefined;
	let expected = 'connection.start';
	let limits: ConnectionLimits = target;

	const socket = connectSocket(target.host, target.port, 'amqp', {
		onConnect() {
			socket.send(['protocol-header', 0]);
		},
		onRefused(code) {
			opened(connectError(code, target.host, target.port));
		},
		onData(frame) {
			if (connection === undefined) proceed(frame);
			else connection.receive(frame);
		},
		onClose() {
			if (connection !== undefined) connection.lost(new Error('Unexpected close'));
			else opened(new Error('Socket closed abruptly during opening handshake'));
		}
	});

	function giveUp(error: Error): void {
		socket.close();
		opened(error);
	}

	function proceed(frame: WirePayload): void {
		const method = frame[0] as string;
		if (method === 'connection.close' && expected === 'connection.tune') {
			giveUp(new Error(`Handshake terminated by server: ${closeText(frame)}`));
			return;
		}
		if (method !== expected) {
			giveUp(new Error(`Expected ${methodName(expected)}; got ${frameText(frame)}`));
			return;
		}
		switch (method) {
			case 'connection.start': {
				const mechanism = target.credentials.mechanism;
				if (mechanism !== 'PLAIN' && mechanism !== 'AMQPLAIN') {
					giveUp(new Error(`SASL mechanism ${mechanism} is not provided by the server`));
					return;
				}
				const login = loginOf(target.credentials);
				socket.send(['connection.start-ok', 0, mechanism, login.user, login.password]);
				expected = 'connection.tune';
				return;
			}
			case 'connection.tune': {
				try {
					limits = {
						channelMax: agreed('channelMax', frame[2] as number, target.channelMax, 16),
						frameMax: agreed('frameMax', frame[3] as number, target.frameMax, 32),
						heartbeat: agreed('heartbeat', frame[4] as number, target.heartbeat, 16)
					};
				} catch (error) {
					giveUp(error as Error);
					return;
				}
				const { channelMax, frameMax, heartbeat } = limits;
				socket.send(['connection.tune-ok', 0, channelMax, frameMax, heartbeat]);
				socket.send(['connection.open', 0, target.vhost]);
				expected = 'connection.open-ok';
				return;
			}
			default:
				connection = new Connection(socket, limits, text(frame[2]));
				connection.guard(() => {
					opened(null, connection);
				});
		}
	}
}

/** The lower of two limits, where 0 is none. Throws as amqplib's encoder for what is no number or does not fit. */
function agreed(name: string, theirs: number, ours: number, bits: 16 | 32): number {
	const limit = theirs === 0 || ours === 0 ? theirs + ours : MathMin(theirs, ours);
	return numberField(name, limit, bits);
}

function loginOf(credentials: Credentials): { user: string; password: string } {
	if (credentials.username !== undefined) {
		return { user: credentials.username, password: credentials.password ?? '' };
	}
	const parts = StringPrototypeSplit(text(credentials.response()), '\0');
	return { user: parts[1] ?? '', password: parts[2] ?? '' };
}
