// The callee: listens for other servers' requests, finds the method and sends what it hands to its callback.
// Source: pomelo-rpc 1.0.7 lib/rpc-server/{server,gateway,dispatcher}.js, acceptors/mqtt-acceptor.js.

import {
	JSONParse,
	MapPrototypeDelete,
	MapPrototypeForEach,
	MapPrototypeGet,
	MapPrototypeSet,
	ReflectApply
} from '../runtime/primordials.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { field, fieldOf, isFunction, textOf, type Fields } from './dynamic.ts';
import { failureProfile, type FailureProfile } from './failure-profile.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Listener, Platform, Socket, TimerHandle } from './platform.ts';
import { Batch, describeError, encodeReply } from './rpc-message.ts';
import { noteTrouble } from './rpc-trouble.ts';

/** Services by namespace, then service name. */
export type ServicesByNamespace = Record<string, Fields>;

interface Reply {
	readonly id: number;
	readonly values: unknown[];
}

export class RpcServer {
	readonly #platform: Platform;
	readonly #logger: Logger;
	readonly #services: ServicesByNamespace;
	readonly #profile: FailureProfile;
	/** Undefined: each reply goes out at once. */
	readonly #flushMs: number | undefined;
	#listener: Listener | undefined;
	#flushTimer: TimerHandle = undefined;
	/** Replies by connection, when they are collected. */
	readonly #waiting = new Map<Socket, Reply[]>();

	constructor(platform: Platform, services: ServicesByNamespace, flushMs: number | undefined) {
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo-rpc');
		this.#services = services;
		this.#profile = failureProfile(platform);
		this.#flushMs = flushMs;
	}

	listen(host: string, port: number): void {
		this.#listener = this.#platform.listen(host, port, 'pomelo-rpc', (socket) => {
			const batch = new Batch();
			// A message that makes the framework itself throw is the last one its parser hands on, as with mqtt-connection.
			let isDeaf = false;
			return {
				onData: (payload) => {
					if (isDeaf) return;
					isDeaf = true;
					if (payload[0] === 'batch') batch.begin(payload[1]);
					else if (payload[0] === 'request') this.#process(socket, payload, batch);
					isDeaf = false;
				},
				onClose: () => {
					MapPrototypeDelete(this.#waiting, socket);
				}
			};
		});
		if (this.#flushMs === undefined) return;
		this.#flushTimer = this.#platform.setRepeatingTimer(() => {
			this.#flush();
		}, this.#flushMs);
	}

	close(): void {
		this.#listener?.close();
		if (this.#flushTimer !== undefined) this.#platform.clearTimer(this.#flushTimer);
	}

	/** What the method throws at once goes back as its reply; what it throws later is an uncaught exception. */
	#process(socket: Socket, payload: WirePayload, batch: Batch): void {
		const id = payload[1] as number;
		const isInBatch = batch.take();
		if (batch.isBroken) return;
		try {
			this.#dispatch(payload, (...values: unknown[]) => {
				this.#reply(socket, { id, values });
			});
		} catch (err) {
			const method = `${String(payload[4])}.${String(payload[5])}`;
			noteTrouble(this.#platform, 'remote-threw', '', method, err);
			// Undefined and null have no stack to send: that throws in turn, and nobody catches it.
			if (isInBatch) batch.isBroken = true;
			else if (this.#profile.answersThrown) socket.send(encodeReply(id, [describeError(err)]));
			this.#logger.error('process rpc message error %s', fieldOf(err, 'stack'));
		}
	}

	#dispatch(payload: WirePayload, cb: Callback): void {
		if (payload.length === 2) {
			throw new TypeError("Cannot read properties of null (reading 'namespace')");
		}
		const namespaceName = textOf(payload[2] ?? undefined);
		const serviceName = textOf(payload[4] ?? undefined);
		const methodName = textOf(payload[5] ?? undefined);
		const namespace = this.#services[namespaceName];
		if (!namespace) {
			cb(new Error(`no such namespace:${namespaceName}`));
			return;
		}
		const service = namespace[serviceName];
		if (!service) {
			noteTrouble(this.#platform, 'no-service', '', `${serviceName}.${methodName}`);
			cb(new Error(`no such service:${serviceName}`));
			return;
		}
		const method = field(service, methodName);
		if (!method) {
			noteTrouble(this.#platform, 'no-method', '', `${serviceName}.${methodName}`);
			cb(new Error(`no such method:${methodName}`));
			return;
		}
		const argsJson = payload[6];
		if (typeof argsJson !== 'string') {
			throw new TypeError("Cannot read properties of undefined (reading 'push')");
		}
		const args = JSONParse(argsJson) as unknown[];
		args[args.length] = cb;
		if (!isFunction(method)) throw new TypeError('method.apply is not a function');
		ReflectApply(method, service, args);
	}

	#reply(socket: Socket, reply: Reply): void {
		if (this.#flushMs === undefined) {
			socket.send(encodeReply(reply.id, reply.values));
			return;
		}
		const first = reply.values[0];
		if (first instanceof Error) reply.values[0] = describeError(first);
		const replies = MapPrototypeGet(this.#waiting, socket) as Reply[] | undefined;
		if (replies === undefined) MapPrototypeSet(this.#waiting, socket, [reply]);
		else replies[replies.length] = reply;
	}

	/** Values become text now: what happened to them since the callback shows. */
	#flush(): void {
		MapPrototypeForEach(this.#waiting, (waiting: unknown, key: unknown) => {
			const socket = key as Socket;
			const replies = waiting as Reply[];
			const payloads: WirePayload[] = [];
			for (let index = 0; index < replies.length; index++) {
				const reply = replies[index];
				if (reply !== undefined) payloads[index] = encodeReply(reply.id, reply.values);
			}
			MapPrototypeDelete(this.#waiting, socket);
			socket.send(['batch', payloads.length]);
			for (let index = 0; index < payloads.length; index++) socket.send(payloads[index] ?? []);
		});
	}
}
