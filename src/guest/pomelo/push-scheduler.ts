// Decides when messages to clients leave: at once (`direct`), or in batches every few milliseconds (`buffer`).
// Source: NetEase/pomelo lib/components/pushScheduler.js, lib/pushSchedulers/{direct,buffer}.js.
// Differs: the selectable scheduler (a list of schedulers by id) is not there.

import type { Application } from './application.ts';
import { field, invokeCallback, isFunction } from './dynamic.ts';
import type { Platform, TimerHandle } from './platform.ts';
import type { Session } from './session.ts';
import type { SessionService } from './session-service.ts';

/** Marks `pomelo.pushSchedulers.direct` and `.buffer` in an application's configuration. */
export const directScheduler = { schedulerName: 'direct' };
export const bufferScheduler = { schedulerName: 'buffer' };

const defaultFlushMs = 20;

export class PushScheduler {
	readonly name = '__pushScheduler__';
	readonly app: Application;
	readonly #platform: Platform;
	readonly #flushMs: number | undefined;
	#queue: { readonly session: Session; readonly msg: unknown }[] = [];
	#timer: TimerHandle = undefined;

	constructor(app: Application, platform: Platform, opts: unknown) {
		this.app = app;
		this.#platform = platform;
		const isBuffered = field(opts, 'scheduler') === bufferScheduler;
		this.#flushMs = isBuffered ? Number(field(opts, 'flushInterval')) || defaultFlushMs : undefined;
	}

	afterStart(cb: () => void): void {
		if (this.#flushMs !== undefined) {
			this.#timer = this.#platform.setRepeatingTimer(() => {
				this.#flush();
			}, this.#flushMs);
		}
		this.#platform.nextTick(cb);
	}

	stop(_force: unknown, cb: () => void): void {
		if (this.#timer !== undefined) this.#platform.clearTimer(this.#timer);
		this.#platform.nextTick(cb);
	}

	/** Sends an encoded message to the sessions `receivers`, or to all for a broadcast. `cb()` on the next tick. */
	schedule(msg: unknown, receivers: unknown, opts: unknown, cb: unknown): void {
		const sessions = this.app.get('sessionService') as SessionService;
		if (field(opts, 'type') === 'broadcast') {
			this.#broadcast(sessions, msg, field(opts, 'userOptions'));
		} else {
			const ids = (receivers ?? []) as number[];
			for (let index = 0; index < ids.length; index++) {
				const session = sessions.get(ids[index] ?? -1);
				if (session !== undefined) this.#send(session, msg);
			}
		}
		if (!cb) return;
		this.#platform.nextTick(() => {
			invokeCallback(cb);
		});
	}

	#broadcast(sessions: SessionService, msg: unknown, opts: unknown): void {
		const filter = field(this.app.get('channelService'), 'broadcastFilter');
		const send = (session: Session): void => {
			if (isFunction(filter) && !filter(session, msg, field(opts, 'filterParam'))) return;
			this.#send(session, msg);
		};
		if (field(opts, 'binded')) sessions.forEachBindedSession(send);
		else sessions.forEachSession(send);
	}

	#send(session: Session, msg: unknown): void {
		if (this.#flushMs === undefined) session.send(msg);
		else this.#queue[this.#queue.length] = { session, msg };
	}

	#flush(): void {
		const queue = this.#queue;
		this.#queue = [];
		for (let index = 0; index < queue.length; index++) {
			const entry = queue[index];
			entry?.session.send(entry.msg);
		}
	}
}
