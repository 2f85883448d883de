// `pomelo.pushSchedulers`: factories of the two schedulers that Pomelo brings along.
// Source: NetEase/pomelo lib/pushSchedulers/{direct,buffer}.js.

import { ReflectApply } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { field, fieldOf, invokeCallback, isFunction } from './dynamic.ts';
import type { Callback, Platform, TimerHandle } from './platform.ts';
import type { Session } from './session.ts';
import type { SessionService } from './session-service.ts';

const defaultFlushMs = 20;

type Send = (session: Session, msg: unknown) => void;

/** Messages leave at once. */
export function createDirectScheduler(platform: Platform): Callback {
	return (app) => {
		const send: Send = (session, msg) => {
			session.send(msg);
		};
		// To a user, not to a session: with two sessions bound to one user each gets the message twice.
		const sendToUser: Send = (session, msg) => {
			session.__sessionService__.sendMessageByUid(session.uid, msg);
		};
		return { schedule: scheduleBy(platform, app as Application, send, sendToUser) };
	};
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
function scheduleBy(
	platform: Platform,
	app: Application,
	send: Send,
	sendToUser: Send = send
): Callback {
	return (_reqId, _route, msg, receivers, opts, cb) => {
		const sessions = app.get('sessionService') as SessionService;
		if (field(opts, 'type') === 'broadcast') {
			const userOptions = field(opts, 'userOptions');
			const sendOne = field(userOptions, 'binded') ? sendToUser : send;
			broadcast(app, sessions, msg, userOptions, sendOne);
		} else {
			const ids = receivers as number[];
			// A TypeError without receivers, as there.
			const count = Number(fieldOf(receivers, 'length'));
			for (let index = 0; index < count; index++) {
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
