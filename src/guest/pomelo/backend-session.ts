// Sessions as backend servers see them: a copy that came with a forwarded request, or was asked for, and whose pushes
// and binds are calls to the frontend that owns the session.
// Source: NetEase/pomelo lib/common/service/backendSessionService.js.

import { ArrayIsArray, ObjectAssign } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { invokeCallback, isFunction, type Fields } from './dynamic.ts';
import { listMethods } from './listed-methods.ts';
import type { Callback } from './platform.ts';

/** Makes the service and publishes it as `backendSessionService` (and under its old name). */
export function createBackendSessionService(app: Application): BackendSessionService {
	const service = new BackendSessionService(app);
	app.set('backendSessionService', service, true);
	app.set('localSessionService', service, true);
	return service;
}

export class BackendSessionService {
	readonly name = '__backendSession__';
	readonly app: Application;

	constructor(app: Application) {
		this.app = app;
	}

	create(exported: unknown): BackendSession {
		if (!exported) throw new Error('opts should not be empty.');
		return new BackendSession(exported as Fields, this);
	}

	/** `cb(err, session)`; `cb()` for an unknown id. */
	get(frontendId: string, sid: unknown, cb: unknown): void {
		this.#invoke(frontendId, 'getBackendSessionBySid', [sid], this.#receive(cb));
	}

	/** `cb(err, sessions)`; `cb()` when the user has none there. */
	getByUid(frontendId: string, uid: unknown, cb: unknown): void {
		this.#invoke(frontendId, 'getBackendSessionsByUid', [uid], this.#receive(cb));
	}

	kickBySid(frontendId: string, sid: unknown, reason?: unknown, cb?: unknown): void {
		if (isFunction(reason)) this.#invoke(frontendId, 'kickBySid', [sid], reason);
		else this.#invoke(frontendId, 'kickBySid', [sid, reason], cb);
	}

	kickByUid(frontendId: string, uid: unknown, reason?: unknown, cb?: unknown): void {
		if (isFunction(reason)) this.#invoke(frontendId, 'kickByUid', [uid], reason);
		else this.#invoke(frontendId, 'kickByUid', [uid, reason], cb);
	}

	bind(frontendId: string, sid: unknown, uid: unknown, cb?: unknown): void {
		this.#invoke(frontendId, 'bind', [sid, uid], cb);
	}

	unbind(frontendId: string, sid: unknown, uid: unknown, cb?: unknown): void {
		this.#invoke(frontendId, 'unbind', [sid, uid], cb);
	}

	push(frontendId: string, sid: unknown, key: string, value: unknown, cb?: unknown): void {
		this.#invoke(frontendId, 'push', [sid, key, value], cb);
	}

	pushAll(frontendId: string, sid: unknown, settings: unknown, cb?: unknown): void {
		this.#invoke(frontendId, 'pushAll', [sid, settings], cb);
	}

	#invoke(frontendId: string, method: string, args: unknown[], cb: unknown): void {
		const message = { namespace: 'sys', service: 'sessionRemote', method, args };
		(this.app.rpcInvoke as Callback)(frontendId, message, cb);
	}

	#receive(cb: unknown): Callback {
		return (err, found) => {
			if (err) {
				invokeCallback(cb, err);
				return;
			}
			if (!found) {
				invokeCallback(cb);
				return;
			}
			if (!ArrayIsArray(found)) {
				invokeCallback(cb, null, this.create(found));
				return;
			}
			const list = found as unknown[];
			const sessions: BackendSession[] = [];
			for (let index = 0; index < list.length; index++) sessions[index] = this.create(list[index]);
			invokeCallback(cb, null, sessions);
		};
	}
}

/** Fields: id, frontendId, uid, settings. */
export class BackendSession {
	[name: string]: unknown;

	declare frontendId: string;
	declare id: number;
	declare uid: unknown;
	declare settings: Fields;
	declare readonly __sessionService__: BackendSessionService;

	constructor(exported: Fields, service: BackendSessionService) {
		ObjectAssign(this, exported);
		this.__sessionService__ = service;
	}

	bind(uid: unknown, cb?: unknown): void {
		this.__sessionService__.bind(this.frontendId, this.id, uid, (err: unknown) => {
			if (!err) this.uid = uid;
			invokeCallback(cb, err);
		});
	}

	unbind(uid: unknown, cb?: unknown): void {
		this.__sessionService__.unbind(this.frontendId, this.id, uid, (err: unknown) => {
			if (!err) this.uid = null;
			invokeCallback(cb, err);
		});
	}

	set(key: string, value: unknown): void {
		this.settings[key] = value;
	}

	get(key: string): unknown {
		return this.settings[key];
	}

	push(key: string, cb?: unknown): void {
		this.__sessionService__.push(this.frontendId, this.id, key, this.get(key), cb);
	}

	pushAll(cb?: unknown): void {
		this.__sessionService__.pushAll(this.frontendId, this.id, this.settings, cb);
	}

	/** Has the fields of an export but no values: the real one loses its `this`, recorded from 2.2.7. */
	export(): Fields {
		return { id: undefined, frontendId: undefined, uid: undefined, settings: undefined };
	}
}

listMethods(BackendSessionService);
listMethods(BackendSession);
