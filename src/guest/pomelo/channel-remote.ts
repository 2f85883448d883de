// What a frontend does for channels: pushes a message to the clients of the users named.
// Source: NetEase/pomelo lib/common/remote/frontend/channelRemote.js.

import type { Application } from './application.ts';
import type { Connector } from './connector.ts';
import { invokeCallback } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Platform } from './platform.ts';
import type { SessionService } from './session-service.ts';

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
		// Only frontends have the service; a backend that pushes to users of its own gets a TypeError, as there.
		const sessionService = this.app.get('sessionService') as SessionService;
		const list = uids as unknown[];
		const fails: unknown[] = [];
		const sids: unknown[] = [];
		for (let index = 0; index < list.length; index++) {
			const sessions = sessionService.getByUid(list[index]);
			if (!sessions) fails[fails.length] = list[index];
			for (let each = 0; each < (sessions?.length ?? 0); each++) {
				sids[sids.length] = sessions?.[each]?.id;
			}
		}
		const done = (err: unknown): void => {
			invokeCallback(cb, err, fails);
		};
		this.#connector().send(null, route, msg, sids, opts, done);
	}

	/** To every client of this frontend. `cb()`. */
	broadcast(route: unknown, msg: unknown, opts: unknown, cb: unknown): void {
		this.#connector().send(null, route, msg, null, opts, cb);
	}

	#connector(): Connector {
		return this.app.components.__connector__ as Connector;
	}
}
