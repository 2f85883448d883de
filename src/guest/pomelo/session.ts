// A client's session on its frontend (Session) and the copy that each request gets (FrontendSession): what a handler
// sets is its copy's own until it is pushed.
// Source: NetEase/pomelo lib/common/service/sessionService.js.

import { EventEmitter } from '../node/events.ts';
import { ObjectAssign, ReflectApply } from '../runtime/primordials.ts';
import { invokeCallback, isObject, removeField, textOf, type Fields } from './dynamic.ts';
import { listMethods } from './listed-methods.ts';
import type { Callback, Platform } from './platform.ts';
import type { ExportedSession, SessionService } from './session-service.ts';

/** What a session needs of its connection. */
export interface SessionSocket {
	readonly remoteAddress: unknown;
	send(msg: unknown): void;
	disconnect(): void;
	emit(event: string, ...args: unknown[]): boolean;
}

// eslint-disable-next-line @typescript-eslint/unbound-method -- applied to a session below
const { on: addListener } = EventEmitter.prototype;

export class Session extends EventEmitter {
	readonly id: number;
	readonly frontendId: string;
	uid: unknown = null;
	settings: Fields = {};
	readonly __socket__: SessionSocket;
	readonly __sessionService__: SessionService;
	/** 1 once closed. */
	__state__ = 0;
	readonly #platform: Platform;

	constructor(
		id: number,
		frontendId: string,
		socket: SessionSocket,
		service: SessionService,
		platform: Platform
	) {
		super();
		this.id = id;
		this.frontendId = frontendId;
		this.__socket__ = socket;
		this.__sessionService__ = service;
		this.#platform = platform;
		this.#note('created');
	}

	toFrontendSession(): FrontendSession {
		return new FrontendSession(this);
	}

	bind(uid: unknown): void {
		this.uid = uid;
		this.#note('bound');
		this.emit('bind', uid);
	}

	unbind(uid: unknown): void {
		this.uid = null;
		this.#note('unbound');
		this.emit('unbind', uid);
	}

	/** `set(key, value)` or `set(values)`. */
	set(key: unknown, value?: unknown): void {
		if (isObject(key)) ObjectAssign(this.settings, key);
		else this.settings[String(key)] = value;
		this.#note('pushed', isObject(key) ? null : String(key), settingWords(this.settings));
	}

	/** Takes a field off the session itself, not off its settings, as the original does. */
	remove(key: string): void {
		removeField(this, key);
	}

	get(key: string): unknown {
		return this.settings[key];
	}

	send(msg: unknown): void {
		this.__socket__.send(msg);
	}

	/** Several messages at once; schedulers use it. */
	sendBatch(msgs: readonly unknown[]): void {
		for (let index = 0; index < msgs.length; index++) this.send(msgs[index]);
	}

	/** Ends the session: listeners hear of it, a kick goes out, the connection closes on the next tick. */
	closed(reason?: unknown): void {
		if (this.__state__ > 0) return;
		this.__state__ = 1;
		this.__sessionService__.remove(this.id);
		this.#note('closed', typeof reason === 'string' ? reason : null);
		this.emit('closed', this.toFrontendSession(), reason);
		this.__socket__.emit('closing', reason);
		this.#platform.nextTick(() => {
			this.__socket__.disconnect();
		});
	}

	#note(event: string, detail: string | null = null, settings: string[] | null = null): void {
		const uid = this.uid === null || this.uid === undefined ? null : textOf(this.uid);
		this.#platform.note('pomelo.session', {
			event,
			id: this.id,
			frontendId: this.frontendId,
			uid,
			detail,
			settings
		});
	}
}

/** Settings for a person, e.g. `room: 'harbour'`. Runs no code of the program's. */
function settingWords(settings: Fields): string[] {
	const words: string[] = [];
	for (const key in settings) {
		const value = settings[key];
		const shown =
			typeof value === 'string' ? `'${value}'` : isObject(value) ? 'object' : String(value);
		words[words.length] = `${key}: ${shown}`;
	}
	return words;
}

/** A request's own copy of a session, on the frontend. */
export class FrontendSession extends EventEmitter {
	readonly id: number;
	readonly frontendId: string;
	uid: unknown;
	readonly __sessionService__: SessionService;
	settings: Fields;
	readonly __session__: Session;

	constructor(session: Session) {
		super();
		this.id = session.id;
		this.frontendId = session.frontendId;
		this.uid = session.uid;
		this.__sessionService__ = session.__sessionService__;
		this.settings = ObjectAssign({}, session.settings);
		this.__session__ = session;
	}

	bind(uid: unknown, cb?: unknown): void {
		this.__sessionService__.bind(this.id, uid, (err: unknown) => {
			if (!err) this.uid = uid;
			invokeCallback(cb, err);
		});
	}

	unbind(uid: unknown, cb?: unknown): void {
		this.__sessionService__.unbind(this.id, uid, (err: unknown) => {
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
		this.__sessionService__.import(this.id, key, this.get(key), cb);
	}

	pushAll(cb?: unknown): void {
		this.__sessionService__.importAll(this.id, this.settings, cb);
	}

	/** Listens on the copy and on the session behind it: `closed`, `bind`, `unbind`. Gives nothing, as the original. */
	// @ts-expect-error -- every other emitter gives itself here
	override on(event: string, listener: Callback): void {
		ReflectApply(addListener, this, [event, listener]);
		this.__session__.on(event, listener);
	}

	export(): ExportedSession {
		return { id: this.id, frontendId: this.frontendId, uid: this.uid, settings: this.settings };
	}
}

listMethods(Session);
listMethods(FrontendSession);
