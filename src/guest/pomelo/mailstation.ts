// All connections of one caller: opens one per target when the first call needs it, keeps calls waiting while it opens,
// runs the RPC filters, turns failures into log lines and, where Pomelo 2.2.7 does, into callbacks.
// Source: pomelo-rpc 1.0.7 lib/rpc-client/mailstation.js, lib/rpc-client/failureProcess.js.

import {
	ArrayPrototypeIndexOf,
	ArrayPrototypeSplice,
	ReflectApply
} from '../runtime/primordials.ts';
import type { ServerInfo } from './application.ts';
import { pendingCallsMax, rpcErrors, times } from './constants.ts';
import {
	field,
	invokeCallback,
	isFunction,
	isObject,
	removeField,
	stackOf,
	textOf,
	type Fields
} from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import { codeError, failureProfile, type FailureProfile } from './failure-profile.ts';
import { defaultTimeoutMs, Mailbox } from './mailbox.ts';
import type { Platform } from './platform.ts';
import { runRpcFilters } from './rpc-filter.ts';
import type { RpcMessage } from './rpc-message.ts';
import { methodOf, noteTrouble } from './rpc-trouble.ts';
import { ServerMap } from './server-map.ts';

/** A call on its way. */
interface Dispatch {
	readonly message: RpcMessage;
	readonly opts: unknown;
	readonly cb: unknown;
	/** The servers that failover may still try; undefined for all of the type. */
	readonly left?: string[] | undefined;
}

export class MailStation {
	readonly servers = new ServerMap<ServerInfo>();
	/** Server ids by type, in the order they were first seen; ids stay when their server goes. */
	readonly idsByType: Record<string, string[]> = {};
	/** `rpcErrorHandler` of the application. */
	errorHandler: unknown = undefined;
	befores: unknown[] = [];
	afters: unknown[] = [];
	readonly #platform: Platform;
	readonly #logger: Logger;
	readonly #opts: Fields;
	readonly #callerId: () => string;
	readonly #profile: FailureProfile;
	#online = new ServerMap<true>();
	readonly #pending = new ServerMap<Dispatch[]>();
	readonly #connecting = new ServerMap<true>();
	readonly #mailboxes = new ServerMap<Mailbox>();

	constructor(platform: Platform, opts: Fields, callerId: () => string) {
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo-rpc');
		this.#opts = opts;
		this.#callerId = callerId;
		this.#profile = failureProfile(platform);
	}

	addServer(info: ServerInfo): void {
		this.servers.set(info.id, info);
		this.#online.set(info.id, true);
		const ids = (this.idsByType[info.serverType] ??= []);
		if (ArrayPrototypeIndexOf(ids, info.id) < 0) ids[ids.length] = info.id;
	}

	/** The server is gone: its connection closes, calls in flight wait for their timeout. */
	removeServer(id: string): void {
		this.#online.delete(id);
		this.#dropMailbox(id);
	}

	/** The cluster as a new master knows it: everything else counts as gone, open connections stay. */
	replaceServers(servers: readonly ServerInfo[]): void {
		this.#online = new ServerMap();
		for (const serverType in this.idsByType) removeField(this.idsByType, serverType);
		for (let index = 0; index < servers.length; index++) {
			const info = servers[index];
			if (info?.id) this.addServer(info);
		}
	}

	stop(): void {
		this.#mailboxes.forEach((mailbox) => {
			mailbox.close();
		});
	}

	isOnline(id: string): boolean {
		return this.#online.has(id);
	}

	/** True if a connection to that server exists or is being opened. */
	hasMailbox(id: string): boolean {
		return this.#mailboxes.has(id);
	}

	/** Carries a call to a server: at once, or after its connection is open. */
	dispatch(serverId: string, message: RpcMessage, opts: unknown, cb: unknown): void {
		this.#dispatch(serverId, { message, opts, cb });
	}

	#dispatch(serverId: string, call: Dispatch): void {
		if (!this.#mailboxes.has(serverId)) {
			if (!this.#connectLazily(serverId, call.message)) {
				this.#logger.error('[pomelo-rpc] fail to find remote server:%s', serverId);
				this.#fail(rpcErrors.noTargetServer, serverId, call);
				if (this.#tellUnsent(serverId, call)) return;
			}
			this.#addPending(serverId, call);
			return;
		}
		if (this.#connecting.has(serverId)) {
			this.#addPending(serverId, call);
			return;
		}
		const { message, opts, cb, left } = call;
		runRpcFilters(this.befores, 'before', serverId, message, opts, (err, target, msg, options) => {
			this.#send(err, target as string, { message: msg, opts: options, cb, left });
		});
	}

	/** True if the profile has an error for a call that cannot be sent. */
	#tellUnsent(serverId: string, { cb }: Dispatch): boolean {
		const { unsentError } = this.#profile;
		if (unsentError === undefined) return false;
		const isKnown = this.servers.has(serverId);
		const code = isKnown ? rpcErrors.connectFailed : rpcErrors.noTargetServer;
		invokeCallback(cb, unsentError(serverId, code));
		return true;
	}

	/** Nobody listens at the target: what becomes of the calls that wait for the connection. */
	#refused(serverId: string, host: string, port: number): void {
		const calls = this.#pending.get(serverId) ?? [];
		this.#pending.delete(serverId);
		if (this.#profile.refusal === 'exception') {
			throw new Error(`connect ECONNREFUSED ${host}:${String(port)}`);
		}
		for (let index = 0; index < calls.length; index++) {
			invokeCallback(calls[index]?.cb, codeError(rpcErrors.connectFailed));
		}
	}

	#send(err: unknown, serverId: string, call: Dispatch): void {
		if (err) {
			this.#filterFailed(err, serverId, call);
			return;
		}
		const mailbox = this.#mailboxes.get(serverId);
		if (mailbox === undefined) {
			this.#logger.error('[pomelo-rpc] could not find mailbox with id:%s', serverId);
			this.#fail(rpcErrors.noMailbox, serverId, call);
			return;
		}
		const { message, opts, cb, left } = call;
		mailbox.send(message, (failure, values) => {
			if (failure !== undefined) {
				this.#logger.error('[pomelo-rpc] fail to send message %s', stackOf(failure));
				this.#fail(rpcErrors.sendFailed, serverId, call);
				if (cb) ReflectApply(cb as (err: Error) => void, undefined, [failure]);
				return;
			}
			runRpcFilters(this.afters, 'after', serverId, message, opts, (veto, id, msg, options) => {
				if (veto) this.#filterFailed(veto, id as string, { message: msg, opts: options, cb, left });
				if (isFunction(cb)) ReflectApply(cb, undefined, values);
			});
		});
	}

	#connectLazily(serverId: string, message: RpcMessage): boolean {
		const info = this.servers.get(serverId);
		if (info === undefined) {
			this.#logger.error('[pomelo-rpc] unknown server: %s', serverId);
			noteTrouble(this.#platform, 'unknown-server', textOf(serverId), methodOf(message));
			return false;
		}
		if (!this.#online.has(serverId)) {
			this.#logger.error('[pomelo-rpc] server is not online: %s', serverId);
			noteTrouble(this.#platform, 'offline', textOf(serverId), methodOf(message));
			return false;
		}
		const opts = this.#opts;
		const timeoutMs = Number(opts.timeout) || defaultTimeoutMs;
		this.#platform.note('pomelo.rpc-clock', { target: textOf(serverId), timeoutMs });
		const mailbox = new Mailbox(info, this.#platform, this.#logger, {
			callerId: this.#callerId(),
			timeoutMs,
			profile: this.#profile,
			flushMs:
				opts.bufferMsg || opts.cacheMsg ? Number(opts.interval) || times.rpcFlushMs : undefined
		});
		this.#mailboxes.set(serverId, mailbox);
		this.#connecting.set(serverId, true);
		mailbox.connect(
			() => {
				this.#connecting.delete(serverId);
				this.#flushPending(serverId);
			},
			() => {
				if (this.#mailboxes.get(serverId) === mailbox) this.#dropMailbox(serverId);
			},
			this.#profile.refusal === 'timeout'
				? undefined
				: () => {
						this.#refused(serverId, mailbox.host, mailbox.port);
					}
		);
		return true;
	}

	#dropMailbox(serverId: string): void {
		const mailbox = this.#mailboxes.get(serverId);
		mailbox?.close();
		this.#mailboxes.delete(serverId);
		this.#connecting.delete(serverId);
	}

	#addPending(serverId: string, call: Dispatch): void {
		let calls = this.#pending.get(serverId);
		if (calls === undefined) {
			calls = [];
			this.#pending.set(serverId, calls);
		}
		const max = Number(this.#opts.pendingSize) || pendingCallsMax;
		if (calls.length > max) {
			this.#logger.warn('[pomelo-rpc] station pending too much for: %s', serverId);
			return;
		}
		calls[calls.length] = call;
	}

	/** Sends what waited. What a call throws on the way is uncaught, and leaves the whole queue in place, as in the original. */
	#flushPending(serverId: string): void {
		const calls = this.#pending.get(serverId);
		if (calls === undefined || calls.length === 0) return;
		const count = calls.length;
		for (let index = 0; index < count; index++) {
			const call = calls[index];
			if (call !== undefined) this.#dispatch(serverId, call);
		}
		this.#pending.delete(serverId);
	}

	#filterFailed(err: unknown, serverId: string, call: Dispatch): void {
		if (this.errorHandler) {
			invokeCallback(this.errorHandler, err, serverId, call.message, call.opts);
			return;
		}
		this.#logger.error(
			'[pomelo-rpc] rpc filter error with serverId: %s, err: %j',
			serverId,
			isObject(err) ? field(err, 'stack') : err
		);
		this.#fail(rpcErrors.filterError, serverId, call);
	}

	/** What `failMode` says; without `rpcDebugLog` it has no callback to call, as in the original. */
	#fail(code: number, serverId: string, call: Dispatch): void {
		const mode = this.#opts.failMode;
		if (mode === 'failover') this.#failOver(serverId, call);
		else if (mode !== 'failback') this.#failFast(code, serverId, call);
	}

	#failFast(code: number, serverId: string, { message, cb }: Dispatch): void {
		this.#logger.error(
			'rpc failed with error, remote server: %s, msg: %j, error code: %s',
			serverId,
			message,
			code
		);
		if (this.#opts.rpcDebugLog) {
			invokeCallback(cb, new Error(`rpc failed with error code: ${String(code)}`));
		}
	}

	/** Sends the call to the next server of the type and forgets the failed one, for all later calls, too. */
	#failOver(serverId: string, call: Dispatch): void {
		const { message, opts, cb } = call;
		const ids = call.left ?? this.idsByType[String(message.serverType)] ?? [];
		for (let index = ids.length - 1; index >= 0; index--) {
			if (textOf(ids[index]) === textOf(serverId)) ArrayPrototypeSplice(ids, index, 1);
		}
		const next = ids[0];
		const isTraced = !!this.#opts.rpcDebugLog;
		if (next !== undefined) {
			const left = isTraced ? ids : undefined;
			this.#dispatch(next, { message, opts, cb: isTraced ? cb : undefined, left });
			return;
		}
		const text = `rpc failed with all this type of servers, with serverType: ${String(message.serverType)}`;
		this.#logger.error('[pomelo-rpc] %s', text);
		if (!isTraced) throw new TypeError('cb is not a function');
		invokeCallback(cb, new Error(text));
	}
}
