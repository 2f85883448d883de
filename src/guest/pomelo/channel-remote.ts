// What a frontend does for channels: pushes a message to the clients of the users named.
// Source: NetEase/pomelo lib/common/remote/frontend/channelRemote.js.

import type { Application } from './application.ts';
import { callMethod, field, invokeCallback } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Platform } from './platform.ts';

export class ChannelRemote {
	readonly app: Application;
	readonly #logger: Logger;

	constructor(app: Application, platform: Platform) {
		this.app = app;
		this.#logger = createLogger(platform, 'pomelo');
	}

	/** To every session of each uid. `cb(err, uids without a session)`. */
	pushMessage(route: unknown, msg: unknown, uids: unknown, opts: unknown, cb: unknown): void {
		if (!msg) {
			this.#logger.error('Can not send empty message! route : %j, compressed msg : %j', route, msg);
			invokeCallback(cb, new Error('can not send empty message.'));
			return;
		}
		const sessionService = this.app.get('sessionService');
		const list = uids as unknown[];
		const fails: unknown[] = [];
		const sids: unknown[] = [];
		for (let index = 0; index < list.length; index++) {
			const sessions = callMethod(sessionService, 'getByUid', [list[index]]) as
				unknown[] | undefined;
			if (!sessions) fails[fails.length] = list[index];
			for (let each = 0; each < (sessions?.length ?? 0); each++) {
				sids[sids.length] = field(sessions?.[each], 'id');
			}
		}
		const done = (err: unknown): void => {
			invokeCallback(cb, err, fails);
		};
		callMethod(this.app.components.__connector__, 'send', [null, route, msg, sids, opts, done]);
	}

	/** To every client of this frontend. `cb()`. */
	broadcast(route: unknown, msg: unknown, opts: unknown, cb: unknown): void {
		callMethod(this.app.components.__connector__, 'send', [null, route, msg, null, opts, cb]);
	}
}
