// The one client object of a program, as `require('pomelo-jsclient-websocket')` gives it in a browser page: one
// connection at a time, requests numbered from 1 for as long as the page lives, no timeout for answers.
// Source: pomelo-jsclient-websocket 0.1.1 lib/pomelo-client.js.
// Differs: no encryption, no protobuf, routes are not shortened on the wire.

import {
	JSONParse,
	JSONStringify,
	MapPrototypeDelete,
	MapPrototypeGet,
	MapPrototypeSet
} from '../runtime/primordials.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { ComponentEmitter } from './component-emitter.ts';
import type { ClientPlatform } from './platform.ts';
import { WebSocket } from './web-socket.ts';

/** What `init` takes. */
interface InitParams {
	host: string;
	port: number;
	user?: unknown;
	handshakeCallback?: (user: unknown) => void;
	reconnect?: boolean;
	maxReconnectAttempts?: number;
}

/** What the server's handshake answer holds. */
interface HandshakeAnswer {
	code: number;
	sys?: { heartbeat?: number; protos?: { version?: unknown } };
	user?: unknown;
}

type AnswerCallback = (body: unknown) => unknown;

const firstReconnectDelayMs = 5000;
const reconnectAttemptsMax = 10;
/** A heartbeat may be this late. */
const heartbeatGapMs = 100;

export class PomeloClient extends ComponentEmitter {
	readonly #platform: ClientPlatform;
	#socket: WebSocket | undefined;
	#lastId = 0;
	readonly #callbacks = new Map<number, unknown>();
	readonly #routes = new Map<number, unknown>();
	#handshakeCallback: unknown;
	#initCallback: unknown;
	#user: unknown;
	/** Of the protobuf declarations the page has; it keeps them over connections. */
	#protoVersion: unknown = 0;
	#heartbeatMs = 0;
	#heartbeatTimer: unknown;
	#silenceTimer: unknown;
	#silentAt = 0;
	#isReconnecting = false;
	#reconnectTimer: unknown;
	#reconnectDelayMs = firstReconnectDelayMs;
	#reconnectAttempts = 0;
	#hearsCommands = false;

	constructor(platform: ClientPlatform) {
		super();
		this.#platform = platform;
	}

	/** Opens a connection; `cb(socket)` after the handshake. */
	init(params: InitParams, cb?: unknown): void {
		if (!this.#hearsCommands) {
			this.#hearsCommands = true;
			this.#platform.liveAsPage();
			this.#platform.onCommand((text) => {
				this.#requestByHand(text);
			});
		}
		this.#initCallback = cb;
		this.#user = params.user;
		this.#handshakeCallback = params.handshakeCallback;
		this.#connect(params);
	}

	/** Closes the connection; the events `close` and `disconnect` follow when the server has agreed. */
	disconnect(): void {
		if (this.#socket !== undefined) {
			this.#socket.close();
			this.#platform.log('disconnect');
			this.#socket = undefined;
		}
		this.#clearHeartbeat();
	}

	/** `request(route, [msg], cb)`; `cb(body)` if ever an answer comes. */
	request(...args: unknown[]): void {
		const isShort = args.length === 2 && typeof args[1] === 'function';
		const msg = isShort ? {} : args[1] || {};
		const cb = isShort ? args[1] : args[2];
		const route = textOf(args[0] || (msg as { route?: unknown }).route || '');
		if (route === '') return;
		const id = ++this.#lastId;
		this.#send(['request', id, route, JSONStringify(msg)]);
		MapPrototypeSet(this.#callbacks, id, cb);
		MapPrototypeSet(this.#routes, id, route);
	}

	notify(route: unknown, msg?: unknown): void {
		this.#send(['notify', textOf(route), JSONStringify(msg || {})]);
	}

	/** For a person's click in the playground: `text` is JSON {route, message}; the answer shows in trace and log only. */
	#requestByHand(text: string): void {
		const asked = JSONParse(text) as { route: string; message?: unknown };
		if (this.#socket?.readyState !== 1) {
			this.#platform.log(`no open connection for a request to ${asked.route}`);
			return;
		}
		this.#platform.log(`request by hand: ${asked.route}`);
		this.request(asked.route, asked.message, (body: unknown) => {
			this.#platform.log(`answer to ${asked.route}: ${JSONStringify(body)}`);
		});
	}

	#send(frame: WirePayload): void {
		this.#socket?.send(frame);
	}

	#connect(params: InitParams): void {
		this.#platform.log(`connect to ws://${params.host}:${String(params.port)}`);
		this.#socket = new WebSocket(this.#platform, params.host, params.port, {
			onOpen: () => {
				if (this.#isReconnecting) this.emit('reconnect');
				this.#resetReconnecting();
				const protoVersion = this.#protoVersion;
				const sys = { type: 'js-websocket', version: '0.0.1', rsa: {}, protoVersion };
				this.#send(['handshake', JSONStringify({ sys, user: this.#user })]);
			},
			onMessage: (frame) => {
				this.#receive(frame);
				if (this.#heartbeatMs > 0) {
					this.#silentAt = this.#platform.nowMs() + this.#heartbeatMs * 2;
				}
			},
			onError: (event) => {
				this.emit('io-error', event);
				this.#platform.log('socket error');
			},
			onClose: (event) => {
				this.emit('close', event);
				this.emit('disconnect', event);
				this.#platform.log('socket close');
				this.#reconnectLater(params);
			}
		});
	}

	#reconnectLater(params: InitParams): void {
		const attemptsMax = params.maxReconnectAttempts || reconnectAttemptsMax;
		if (!params.reconnect || this.#reconnectAttempts >= attemptsMax) return;
		this.#isReconnecting = true;
		this.#reconnectAttempts += 1;
		this.#reconnectTimer = this.#platform.setTimer(() => {
			this.#connect(params);
		}, this.#reconnectDelayMs);
		this.#reconnectDelayMs *= 2;
	}

	#resetReconnecting(): void {
		this.#isReconnecting = false;
		this.#reconnectDelayMs = firstReconnectDelayMs;
		this.#reconnectAttempts = 0;
		if (this.#reconnectTimer !== undefined) this.#platform.clearTimer(this.#reconnectTimer);
		this.#reconnectTimer = undefined;
	}

	#receive(frame: WirePayload): void {
		switch (frame[0]) {
			case 'handshake':
				this.#shakeHands(JSONParse(String(frame[1])) as HandshakeAnswer);
				return;
			case 'heartbeat':
				this.#beat();
				return;
			case 'response':
				this.#answer(Number(frame[1]), String(frame[2]));
				return;
			case 'push':
				this.emit(String(frame[1]), JSONParse(String(frame[2])));
				return;
			case 'kick':
				this.emit('onKick', JSONParse(String(frame[1])));
				return;
			default:
				throw new TypeError('handlers[msgs.type] is not a function');
		}
	}

	#shakeHands(answer: HandshakeAnswer): void {
		if (answer.code === 501) {
			this.emit('error', 'client version not fullfill');
			return;
		}
		if (answer.code !== 200) {
			this.emit('error', 'handshake fail');
			return;
		}
		this.#heartbeatMs = (answer.sys?.heartbeat ?? 0) * 1000;
		const protos = answer.sys?.protos;
		if (protos) this.#protoVersion = protos.version || 0;
		const handshakeCallback: unknown = this.#handshakeCallback;
		if (typeof handshakeCallback === 'function') (handshakeCallback as AnswerCallback)(answer.user);
		this.#send(['handshake-ack']);
		const initCallback = this.#initCallback;
		if (initCallback) (initCallback as AnswerCallback)(this.#socket);
	}

	/** A second answer to one request finds no route and is a TypeError, as in the real client. */
	#answer(id: number, text: string): void {
		if (!MapPrototypeGet(this.#routes, id)) {
			throw new TypeError("Cannot read properties of undefined (reading 'id')");
		}
		MapPrototypeDelete(this.#routes, id);
		const body = JSONParse(text) as unknown;
		const cb: unknown = MapPrototypeGet(this.#callbacks, id);
		MapPrototypeDelete(this.#callbacks, id);
		if (typeof cb === 'function') (cb as AnswerCallback)(body);
	}

	#beat(): void {
		if (this.#heartbeatMs === 0) return;
		if (this.#silenceTimer !== undefined) this.#platform.clearTimer(this.#silenceTimer);
		this.#silenceTimer = undefined;
		if (this.#heartbeatTimer !== undefined) return;
		this.#heartbeatTimer = this.#platform.setTimer(() => {
			this.#heartbeatTimer = undefined;
			this.#send(['heartbeat']);
			this.#silentAt = this.#platform.nowMs() + this.#heartbeatMs * 2;
			this.#watchSilence(this.#heartbeatMs * 2);
		}, this.#heartbeatMs);
	}

	#watchSilence(delayMs: number): void {
		this.#silenceTimer = this.#platform.setTimer(() => {
			const gapMs = this.#silentAt - this.#platform.nowMs();
			if (gapMs > heartbeatGapMs) {
				this.#watchSilence(gapMs);
				return;
			}
			this.#platform.log('server heartbeat timeout');
			this.emit('heartbeat timeout');
			this.disconnect();
		}, delayMs);
	}

	#clearHeartbeat(): void {
		if (this.#heartbeatTimer !== undefined) this.#platform.clearTimer(this.#heartbeatTimer);
		this.#heartbeatTimer = undefined;
		if (this.#silenceTimer !== undefined) this.#platform.clearTimer(this.#silenceTimer);
		this.#silenceTimer = undefined;
	}
}

function textOf(value: unknown): string {
	return String(value);
}
