// The caller's end of a connection to one server: numbers the requests from 0, keeps their callbacks, gives up on each
// after the timeout. Replies run the callback inside a try: what a callback throws is logged and swallowed.
// Source: pomelo-rpc 1.0.7 lib/rpc-client/mailboxes/mqtt-mailbox.js.
// Differs: `connected` means that the socket stands (there: one immediate after asking); no keep-alive pings, since a
// simulated socket reports its end.

import {
	JSONParse,
	MapPrototypeDelete,
	MapPrototypeForEach,
	MapPrototypeGet,
	MapPrototypeHas,
	MapPrototypeSet
} from '../runtime/primordials.ts';
import { rpcErrors, times } from './constants.ts';
import { field, stackOf } from './dynamic.ts';
import { codeError, type FailureProfile } from './failure-profile.ts';
import type { Logger } from './logger.ts';
import type { Platform, Socket, TimerHandle } from './platform.ts';
import { Batch, encodeRequest, type RpcMessage } from './rpc-message.ts';
import { noteTrouble } from './rpc-trouble.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';

/** Hears of one request: an error of the connection or its timeout, or the values of the reply. May come twice, then both count. */
export type MailboxCallback = (err: Error | undefined, values: unknown[]) => void;

interface MailboxOptions {
	readonly callerId: string;
	readonly timeoutMs: number;
	readonly profile: FailureProfile;
	/** Undefined: every message goes out at once. */
	readonly flushMs: number | undefined;
}

export class Mailbox {
	readonly id: string;
	readonly host: string;
	readonly port: number;
	isConnected = false;
	isClosed = false;
	readonly #platform: Platform;
	readonly #logger: Logger;
	readonly #options: MailboxOptions;
	readonly #requests = new Map<number, MailboxCallback>();
	readonly #timers = new Map<number, TimerHandle>();
	#lastId = -1;
	#socket: Socket | undefined;
	#isPeerGone = false;
	#queue: { readonly id: number; readonly message: RpcMessage }[] = [];
	readonly #batch = new Batch();
	#flushTimer: TimerHandle = undefined;
	#onBroken: () => void = () => undefined;

	constructor(server: unknown, platform: Platform, logger: Logger, options: MailboxOptions) {
		this.id = String(field(server, 'id'));
		this.host = String(field(server, 'host'));
		this.port = Number(field(server, 'port'));
		this.#platform = platform;
		this.#logger = logger;
		this.#options = options;
	}

	/**
	 * Opens the connection. `onReady` once it can be used (or surely never will, then `onBroken` follows a send, unless
	 * `onRefused` says what follows).
	 */
	connect(onReady: () => void, onBroken: () => void, onRefused?: () => void): void {
		this.#onBroken = onBroken;
		const ready = (): void => {
			this.isConnected = true;
			const flushMs = this.#options.flushMs;
			if (flushMs !== undefined) {
				this.#flushTimer = this.#platform.setRepeatingTimer(() => {
					this.#flush();
				}, flushMs);
			}
			onReady();
		};
		this.#socket = this.#platform.connect(this.host, this.port, 'pomelo-rpc', {
			onConnect: ready,
			onRefused: () => {
				if (onRefused === undefined) ready();
				this.#isPeerGone = true;
				this.#reportBroken();
				onRefused?.();
			},
			onData: (payload) => {
				this.#receive(payload);
			},
			onClose: () => {
				this.#isPeerGone = true;
				this.#tellOfLoss();
			}
		});
	}

	close(): void {
		if (this.isClosed) return;
		this.isClosed = true;
		this.isConnected = false;
		if (this.#flushTimer !== undefined) this.#platform.clearTimer(this.#flushTimer);
		this.#socket?.close();
	}

	/** Sends a request. Throws what JSON throws; its number and timeout are spent all the same. */
	send(message: RpcMessage, cb: MailboxCallback): void {
		if (this.isClosed) {
			cb(new Error(`${this.#options.callerId} mqtt-mailbox has already closed ${this.id}`), []);
			return;
		}
		const id = ++this.#lastId;
		MapPrototypeSet(this.#requests, id, cb);
		this.#startTimeout(id, cb);
		if (this.#options.flushMs === undefined) this.#socket?.send(encodeRequest(id, message));
		else this.#queue[this.#queue.length] = { id, message };
		if (this.#isPeerGone) this.#reportBroken();
	}

	/** The peer is gone with calls in flight. Those told of an error are told again at their timeout. */
	#tellOfLoss(): void {
		const { loss } = this.#options.profile;
		if (loss === 'timeout') return;
		MapPrototypeForEach(this.#requests, (cb: unknown, id: unknown) => {
			if (loss === 'no values') MapPrototypeDelete(this.#requests, id);
			const error = loss === 'error' ? codeError(rpcErrors.sendFailed) : undefined;
			(cb as MailboxCallback)(error, []);
		});
	}

	#reportBroken(): void {
		const { callerId } = this.#options;
		this.#logger.error(
			'rpc socket %s is error, remote server %s host: %s, port: %s',
			callerId,
			this.id,
			this.host,
			this.port
		);
		noteTrouble(this.#platform, 'unreachable', this.id, '');
		this.#onBroken();
	}

	/** Messages become text now; when one cannot, all stay in the queue and fail again, as in the original. */
	#flush(): void {
		if (this.isClosed || this.#queue.length === 0) return;
		const payloads: WirePayload[] = [];
		for (let index = 0; index < this.#queue.length; index++) {
			const entry = this.#queue[index];
			if (entry !== undefined) payloads[index] = encodeRequest(entry.id, entry.message);
		}
		this.#queue = [];
		this.#socket?.send(['batch', payloads.length]);
		for (let index = 0; index < payloads.length; index++) this.#socket?.send(payloads[index] ?? []);
	}

	#receive(payload: WirePayload): void {
		if (payload[0] === 'batch') this.#batch.begin(payload[1]);
		if (payload[0] !== 'reply') return;
		const isInBatch = this.#batch.take();
		if (this.#batch.isBroken) return;
		const id = payload[1] as number;
		try {
			this.#stopTimeout(id);
			const cb = MapPrototypeGet(this.#requests, id) as MailboxCallback | undefined;
			if (cb === undefined) return;
			MapPrototypeDelete(this.#requests, id);
			cb(undefined, JSONParse(payload[2] as string) as unknown[]);
		} catch (err) {
			this.#batch.isBroken = isInBatch;
			this.#logger.error(
				'rpc client %s process remote server %s message with error: %s',
				this.#options.callerId,
				this.id,
				stackOf(err)
			);
			noteTrouble(this.#platform, 'callback-threw', this.id, '', err);
		}
	}

	#startTimeout(id: number, cb: MailboxCallback): void {
		const { callerId, timeoutMs, profile } = this.#options;
		const { timeoutError } = profile;
		if (timeoutError === undefined) return;
		const timer = this.#platform.setTimer(() => {
			this.#stopTimeout(id);
			MapPrototypeDelete(this.#requests, id);
			const text = `rpc ${callerId} callback timeout ${String(timeoutMs)}, remote server ${String(id)} host: ${this.host}, port: ${String(this.port)}`;
			this.#logger.error(text);
			this.#platform.note('pomelo.rpc-timeout', { target: this.id, id, afterMs: timeoutMs });
			cb(timeoutError(text), []);
		}, timeoutMs);
		MapPrototypeSet(this.#timers, id, timer);
	}

	#stopTimeout(id: number): void {
		if (this.#options.profile.timeoutError === undefined) return;
		if (!MapPrototypeHas(this.#timers, id)) {
			this.#logger.warn(
				'timer is not exsits, serverId: %s remote: %s, host: %s, port: %s',
				this.#options.callerId,
				id,
				this.host,
				this.port
			);
			noteTrouble(this.#platform, 'late-reply', this.id, '');
			return;
		}
		this.#platform.clearTimer(MapPrototypeGet(this.#timers, id));
		MapPrototypeDelete(this.#timers, id);
	}
}

/** Default of `proxyConfig.timeout`, for callers that give none. */
export const defaultTimeoutMs = times.rpcCallbackMs;
