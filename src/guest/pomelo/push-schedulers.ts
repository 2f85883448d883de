// `pomelo.pushSchedulers`: factories of the two schedulers that Pomelo brings along.
// Source: NetEase/pomelo lib/pushSchedulers/{direct,buffer}.js.

import { ReflectApply } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { field, invokeCallback, isFunction } from './dynamic.ts';
import type { Callback, Platform, TimerHandle } from './platform.ts';
import type { Session } from './session.ts';
import type { SessionService } from './session-service.ts';

const defaultFlushMs = 20;

type Send = (session: Session, msg: unknown) => void;

/** Messages leave at once. */
export function createDirectScheduler(platform: Platform): Callback {
	return (app) => ({
		schedule: scheduleBy(platform, app as Application, (session, msg) => {
			session.send(msg);
		})
	});
}

/** Messages wait for the next tick of a clock of `flushInterval` ms. */
export function createBufferScheduler(platform: Platform): Callback {
	return (app, opts) => {
		let queue: { readonly session: Session; readonly msg: unknown }[] = [];
		let timer: TimerHandle = undefined;
		const flush = (): void => {
			const waiting = queue;
			queue = [];
			for (let index = 0; index < waiting.length; index++) {
				const entry = waiting[index];
				entry?.session.send(entry.msg);
			}
		};
		return {
			start(cb?: unknown) {
				timer = platform.setRepeatingTimer(
					flush,
					Number(field(opts, 'flushInterval')) || defaultFlushMs
				);
				platform.nextTick(() => invokeCallback(cb));
			},
			stop(_force: unknown, cb?: unknown) {
				platform.clearTimer(timer);
				platform.nextTick(() => invokeCallback(cb));
			},
			schedule: scheduleBy(platform, app as Application, (session, msg) => {
				queue[queue.length] = { session, msg };
			})
		};
	};
}

/** (reqId, route, msg, receivers, opts, cb): finds the sessions; `cb()` on the next tick. */
function scheduleBy(platform: Platform, app: Application, send: Send): Callback {
	return (_reqId, _route, msg, receivers, opts, cb) => {
		const sessions = app.get('sessionService') as SessionService;
		if (field(opts, 'type') === 'broadcast') {
			broadcast(app, sessions, msg, field(opts, 'userOptions'), send);
		} else {
			const ids = (receivers ?? []) as number[];
			for (let index = 0; index < ids.length; index++) {
				const session = sessions.get(ids[index] ?? -1);
				if (session !== undefined) send(session, msg);
			}
		}
		if (cb) platform.nextTick(() => invokeCallback(cb));
	};
}

function broadcast(
	app: Application,
	sessions: SessionService,
	msg: unknown,
	opts: unknown,
	send: Send
): void {
	const channels = app.get('channelService');
	const filter = field(channels, 'broadcastFilter');
	const pass = (session: Session): void => {
		const args = [session, msg, field(opts, 'filterParam')];
		if (isFunction(filter) && !ReflectApply(filter, channels, args)) return;
		send(session, msg);
	};
	if (field(opts, 'binded')) sessions.forEachBindedSession(pass);
	else sessions.forEachSession(pass);
}
