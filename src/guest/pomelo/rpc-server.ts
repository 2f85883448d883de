// The callee: listens for other servers' requests, finds the method and sends what it hands to its callback.
// Source: pomelo-rpc 1.0.7 lib/rpc-server/{server,gateway,dispatcher}.js, acceptors/mqtt-acceptor.js.

import { ArrayPrototypeShift, JSONParse, ReflectApply } from '../runtime/primordials.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { field, isFunction, stackOf, type Fields } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Listener, Platform, Socket, TimerHandle } from './platform.ts';
import { describeError, encodeReply } from './rpc-message.ts';
import { noteTrouble } from './rpc-trouble.ts';

/** Services by namespace, then service name. */
export type ServicesByNamespace = Record<string, Fields>;

export class RpcServer {
	readonly #platform: Platform;
	readonly #logger: Logger;
	readonly #services: ServicesByNamespace;
	/** Undefined: each reply goes out at once. */
	readonly #flushMs: number | undefined;
	#listener: Listener | undefined;
	#flushTimer: TimerHandle = undefined;
	#waiting: { readonly socket: Socket; readonly payload: WirePayload }[] = [];

	constructor(platform: Platform, services: ServicesByNamespace, flushMs: number | undefined) {
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo-rpc');
		this.#services = services;
		this.#flushMs = flushMs;
	}

	listen(host: string, port: number): void {
		this.#listener = this.#platform.listen(host, port, 'pomelo-rpc', (socket) => ({
			onData: (payload) => {
				if (payload[0] === 'request') this.#process(socket, payload);
			}
		}));
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
	#process(socket: Socket, payload: WirePayload): void {
		const id = payload[1] as number;
		try {
			this.#dispatch(payload, (...values: unknown[]) => {
				this.#reply(socket, encodeReply(id, values));
			});
		} catch (err) {
			socket.send(encodeReply(id, [describeError(err)]));
			this.#logger.error('process rpc message error %s', stackOf(err));
			const method = `${String(payload[4])}.${String(payload[5])}`;
			noteTrouble(this.#platform, 'remote-threw', '', method, err);
		}
	}

	#dispatch(payload: WirePayload, cb: Callback): void {
		const namespaceName = String(payload[2]);
		const serviceName = String(payload[4]);
		const methodName = String(payload[5]);
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
		const args = JSONParse(payload[6] as string) as unknown[];
		args[args.length] = cb;
		if (!isFunction(method)) throw new TypeError('method.apply is not a function');
		ReflectApply(method, service, args);
	}

	#reply(socket: Socket, payload: WirePayload): void {
		if (this.#flushMs === undefined) socket.send(payload);
		else this.#waiting[this.#waiting.length] = { socket, payload };
	}

	#flush(): void {
		while (this.#waiting.length > 0) {
			const next = ArrayPrototypeShift(this.#waiting) as { socket: Socket; payload: WirePayload };
			next.socket.send(next.payload);
		}
	}
}
