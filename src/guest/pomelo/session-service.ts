// The sessions of a frontend: one per client connection, found by id or by the user bound to it.
// Source: NetEase/pomelo lib/common/service/sessionService.js, lib/components/session.js.

import { ArrayPrototypeSplice, ObjectKeys } from '../runtime/primordials.ts';
import {
	field,
	invokeCallback,
	isFunction,
	isObject,
	removeField,
	textOf,
	type Fields
} from './dynamic.ts';
import type { Application } from './application.ts';
import { listMethods } from './listed-methods.ts';
import type { Callback, Platform } from './platform.ts';
import { Session, type SessionSocket } from './session.ts';

/** Makes the service and publishes it as `sessionService`. */
export function createSessionService(
	app: Application,
	platform: Platform,
	opts: unknown
): SessionService {
	const service = new SessionService(platform, opts);
	app.set('sessionService', service, true);
	return service;
}

export class SessionService {
	readonly name = '__session__';
	/** Some applications reach for the service behind the component: here they are the same. */
	readonly service = this;
	readonly singleSession: unknown;
	sessions: Record<string, Session> = {};
	uidMap: Record<string, Session[] | undefined> = {};
	readonly #platform: Platform;

	constructor(platform: Platform, opts: unknown) {
		this.#platform = platform;
		this.singleSession = field(opts, 'singleSession');
	}

	create(sid: number, frontendId: string, socket: SessionSocket): Session {
		const session = new Session(sid, frontendId, socket, this, this.#platform);
		this.sessions[sid] = session;
		return session;
	}

	/** `cb(err)`; in the same turn only if the session has that uid already. */
	bind(sid: number, uid: unknown, cb?: unknown): void {
		const session = this.sessions[sid];
		if (session === undefined) {
			this.#later(cb, new Error(`session does not exist, sid: ${String(sid)}`));
			return;
		}
		if (session.uid) {
			if (session.uid === uid) (cb as Callback)();
			else this.#later(cb, new Error(`session has already bind with ${textOf(session.uid)}`));
			return;
		}
		const key = String(uid);
		const bound = this.uidMap[key];
		if (this.singleSession && bound) {
			const text = `singleSession is enabled, and session has already bind with uid: ${key}`;
			this.#later(cb, new Error(text));
			return;
		}
		const sessions = (this.uidMap[key] ??= []);
		if (indexOfSession(sessions, sid) < 0) {
			sessions[sessions.length] = session;
			session.bind(uid);
		}
		this.#later(cb);
	}

	unbind(sid: number, uid: unknown, cb?: unknown): void {
		const session = this.sessions[sid];
		if (session === undefined) {
			this.#later(cb, new Error(`session does not exist, sid: ${String(sid)}`));
			return;
		}
		if (!session.uid || session.uid !== uid) {
			this.#later(cb, new Error(`session has not bind with ${textOf(session.uid)}`));
			return;
		}
		this.#forget(sid, uid);
		session.unbind(uid);
		this.#later(cb);
	}

	get(sid: number): Session | undefined {
		return this.sessions[sid];
	}

	getByUid(uid: unknown): Session[] | undefined {
		return this.uidMap[String(uid)];
	}

	remove(sid: number): void {
		const session = this.sessions[sid];
		if (session === undefined) return;
		removeField(this.sessions, sid);
		this.#forget(sid, session.uid);
	}

	/** Sets one value of a session, as `push` does. */
	import(sid: number, key: string, value: unknown, cb?: unknown): void {
		const session = this.sessions[sid];
		if (session === undefined) {
			invokeCallback(cb, new Error(`session does not exist, sid: ${String(sid)}`));
			return;
		}
		session.set(key, value);
		invokeCallback(cb);
	}

	importAll(sid: number, settings: unknown, cb?: unknown): void {
		const session = this.sessions[sid];
		if (session === undefined) {
			invokeCallback(cb, new Error(`session does not exist, sid: ${String(sid)}`));
			return;
		}
		for (const key in isObject(settings) ? settings : {}) session.set(key, field(settings, key));
		invokeCallback(cb);
	}

	/** `kick(uid, [reason], cb)`: closes all sessions of a user. Without a reason it is `'kick'`. */
	kick(uid: unknown, reason?: unknown, cb?: unknown): void {
		const isShort = isFunction(reason);
		const sessions = this.getByUid(uid);
		const ids: number[] = [];
		for (let index = 0; index < (sessions?.length ?? 0); index++) {
			const session = sessions?.[index];
			if (session !== undefined) ids[ids.length] = session.id;
		}
		for (let index = 0; index < ids.length; index++) {
			this.sessions[ids[index] ?? -1]?.closed(isShort ? 'kick' : reason);
		}
		this.#laterIfGiven(isShort ? reason : cb);
	}

	kickBySessionId(sid: number, reason?: unknown, cb?: unknown): void {
		const isShort = isFunction(reason);
		this.get(sid)?.closed(isShort ? 'kick' : reason);
		this.#laterIfGiven(isShort ? reason : cb);
	}

	getClientAddressBySessionId(sid: number): unknown {
		return this.get(sid)?.__socket__.remoteAddress ?? null;
	}

	sendMessage(sid: number, msg: unknown): boolean {
		const session = this.get(sid);
		session?.send(msg);
		return session !== undefined;
	}

	sendMessageByUid(uid: unknown, msg: unknown): boolean {
		const sessions = this.getByUid(uid);
		if (sessions === undefined) return false;
		for (let index = 0; index < sessions.length; index++) sessions[index]?.send(msg);
		return true;
	}

	forEachSession(fn: (session: Session) => void): void {
		for (const sid in this.sessions) {
			const session = this.sessions[sid];
			if (session !== undefined) fn(session);
		}
	}

	forEachBindedSession(fn: (session: Session) => void): void {
		for (const uid in this.uidMap) {
			const sessions = this.uidMap[uid] ?? [];
			for (let index = 0; index < sessions.length; index++) {
				const session = sessions[index];
				if (session !== undefined) fn(session);
			}
		}
	}

	getSessionsCount(): number {
		return ObjectKeys(this.sessions).length;
	}

	#forget(sid: number, uid: unknown): void {
		const sessions = this.uidMap[String(uid)];
		if (sessions === undefined) return;
		const place = indexOfSession(sessions, sid);
		if (place >= 0) ArrayPrototypeSplice(sessions, place, 1);
		if (sessions.length === 0) removeField(this.uidMap, String(uid));
	}

	/** Next tick; a missing callback is a TypeError there if there is an error to tell. */
	#later(cb: unknown, err?: Error): void {
		if (err !== undefined) {
			this.#platform.nextTick(() => {
				(cb as Callback)(err);
			});
		} else this.#laterIfGiven(cb);
	}

	#laterIfGiven(cb: unknown): void {
		if (!isFunction(cb)) return;
		this.#platform.nextTick(() => {
			cb();
		});
	}
}

listMethods(SessionService);

/** The parts of a session that cross to other servers. */
export interface ExportedSession extends Fields {
	id: number;
	frontendId: string;
	uid: unknown;
	settings: Fields;
}

function indexOfSession(sessions: readonly Session[], sid: number): number {
	for (let index = 0; index < sessions.length; index++)
		if (sessions[index]?.id === sid) return index;
	return -1;
}
