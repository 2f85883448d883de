// A frontend's end of one client connection: handshake, heartbeat, packages, kick, close.
// On a socket of protocol `pomelo-client`: ['handshake', json] both ways, ['handshake-ack'], ['heartbeat'] both ways,
// ['request', id, route, bodyJson], ['response', id, bodyJson], ['notify', route, bodyJson], ['push', route, bodyJson],
// ['kick', json], and ['close', code] as WebSocket's closing handshake (the server answers by closing the socket).
// Source: NetEase/pomelo lib/connectors/{hybridsocket,hybridconnector}.js, lib/connectors/common/handler.js,
// lib/connectors/commands/{handshake,heartbeat,kick}.js.

import { EventEmitter } from '../node/events.ts';
import { JSONParse, JSONStringify } from '../runtime/primordials.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { field, isFunction, isObject, type Fields } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Platform, Socket, SocketHandlers, TimerHandle } from './platform.ts';
import type { SessionSocket } from './session.ts';

/** WebSocket's close codes that can come up. */
const closedNormally = 1000;
const closedAbnormally = 1006;

/** A client's request (`id` > 0) or notify (`id` 0) as the framework hands it on. */
export interface ClientMessage extends Fields {
	id: number;
	type: number;
	/** 1 when the client knows a number for the route, which the simulated wire does not use. */
	compressRoute: number;
	route: string;
	body: unknown;
	compressGzip: number;
}

/** Emits `message` (ClientMessage), `disconnect` (reason), `closing` (reason). */
export class ClientSocket extends EventEmitter implements SessionSocket {
	readonly id: number;
	readonly remoteAddress: { readonly ip: string; readonly port: number };
	readonly #platform: Platform;
	readonly #logger: Logger;
	readonly #opts: unknown;
	readonly #describeSystem: (known: unknown) => Fields;
	readonly #socket: Socket;
	#state: 'new' | 'shaking' | 'working' | 'closed' = 'new';
	#hasReportedEnd = false;
	/** What a message made a program throw stops its connection: ws 1.1.1 handles no message after that one. */
	#isDeaf = false;
	#silenceTimer: TimerHandle = undefined;

	/** `opts`: the application's connectorConfig. `describeSystem`: the `sys` part of the handshake's answer to the
	 * client's own. */
	constructor(
		id: number,
		socket: Socket,
		platform: Platform,
		opts: unknown,
		describeSystem: (known: unknown) => Fields
	) {
		super();
		this.id = id;
		// A server that listens on all addresses sees clients of its own machine like this.
		this.remoteAddress = { ip: '::ffff:127.0.0.1', port: id };
		this.#socket = socket;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
		this.#opts = opts;
		this.#describeSystem = describeSystem;
		this.on('closing', (reason) => {
			if (typeof reason === 'string') this.send(['kick', JSONStringify({ reason })]);
		});
	}

	handlers(): SocketHandlers {
		return {
			onData: (payload) => {
				if (this.#isDeaf) return;
				this.#isDeaf = true;
				this.#receive(payload);
				this.#isDeaf = false;
			},
			onClose: () => {
				this.#end(closedAbnormally);
			}
		};
	}

	/** Sends an encoded message; lost before the handshake is done and after the end. */
	send(payload: unknown): void {
		if (this.#state === 'working') this.#socket.send(payload as WirePayload);
	}

	/** Closes the connection. The event `disconnect` comes first, without a reason. */
	disconnect(): void {
		if (this.#state === 'closed') return;
		this.#state = 'closed';
		this.#end(undefined);
		this.#socket.close();
	}

	#end(reason: number | undefined): void {
		if (this.#hasReportedEnd) return;
		this.#hasReportedEnd = true;
		this.#stopSilenceTimer();
		this.emit('disconnect', reason);
	}

	#receive(payload: WirePayload): void {
		switch (payload[0]) {
			case 'handshake':
				if (this.#state === 'new') this.#greet(payload[1]);
				return;
			case 'handshake-ack':
				if (this.#state !== 'shaking') return;
				this.#state = 'working';
				this.#beat();
				return;
			case 'heartbeat':
				if (this.#state === 'working') this.#beat();
				return;
			case 'request':
			case 'notify':
				if (this.#state === 'working') this.emit('message', readMessage(payload));
				return;
			case 'close':
				// The client hears that it is closed whatever the application's listeners do.
				this.#platform.nextTick(() => {
					this.disconnect();
				});
				this.#end(typeof payload[1] === 'number' ? payload[1] : closedNormally);
				return;
			default:
				this.#logger.error('could not find handle invalid data package.');
				this.disconnect();
		}
	}

	/** An application whose handshake throws refuses the client; nobody else hears of the error. */
	#greet(text: unknown): void {
		try {
			this.#shakeHands(JSONParse(String(text)));
		} catch {
			this.#shakeHands({});
		}
	}

	#shakeHands(msg: unknown): void {
		const sys = field(msg, 'sys');
		if (!sys) {
			this.#refuse(500);
			return;
		}
		const checkClient = field(this.#opts, 'checkClient');
		if (isFunction(checkClient) && !checkClient(field(sys, 'type'), field(sys, 'version'))) {
			this.#refuse(501);
			return;
		}
		const system = this.#describeSystem(sys);
		const handshake = field(this.#opts, 'handshake');
		if (!isFunction(handshake)) {
			this.#platform.nextTick(() => {
				this.#accept(system, undefined);
			});
			return;
		}
		const answer = (err: unknown, user: unknown): void => {
			this.#platform.nextTick(() => {
				if (err) this.#refuse(500);
				else this.#accept(system, user);
			});
		};
		handshake(msg, answer, this);
	}

	#accept(sys: Fields, user: unknown): void {
		if (this.#state !== 'new') return;
		const answer: Fields = { code: 200, sys };
		if (user) answer.user = user;
		this.#socket.send(['handshake', JSONStringify(answer)]);
		this.#state = 'shaking';
	}

	#refuse(code: number): void {
		if (this.#state !== 'closed') this.#socket.send(['handshake', JSONStringify({ code })]);
		this.#platform.nextTick(() => {
			this.disconnect();
		});
	}

	/** A sign of life came: answer it and wait for the next one, if there are heartbeats at all. */
	#beat(): void {
		const seconds = Number(field(this.#opts, 'heartbeat')) || 0;
		if (seconds === 0) return;
		this.#stopSilenceTimer();
		this.send(['heartbeat']);
		const silenceMs = Number(field(this.#opts, 'timeout')) * 1000 || seconds * 2000;
		this.#platform.note('pomelo.heartbeat', { session: this.id, silenceMs });
		this.#silenceTimer = this.#platform.setTimer(() => {
			this.#logger.info('client %j heartbeat timeout.', this.id);
			this.disconnect();
		}, silenceMs);
	}

	#stopSilenceTimer(): void {
		if (this.#silenceTimer !== undefined) this.#platform.clearTimer(this.#silenceTimer);
		this.#silenceTimer = undefined;
	}
}

function readMessage(payload: WirePayload): ClientMessage {
	const isRequest = payload[0] === 'request';
	return {
		id: isRequest ? Number(payload[1]) : 0,
		type: isRequest ? 0 : 1,
		compressRoute: 0,
		route: String(payload[isRequest ? 2 : 1]),
		body: parseOr(payload[isRequest ? 3 : 2], {}),
		compressGzip: 0
	};
}

function parseOr(text: unknown, fallback: unknown): unknown {
	try {
		return JSONParse(String(text));
	} catch {
		return fallback;
	}
}

/** True for a body the framework may add fields to. */
export function takesFields(value: unknown): value is Fields {
	return isObject(value) || isFunction(value);
}
