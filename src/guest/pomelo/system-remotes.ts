// The remotes every server has for the framework's own use: a backend takes forwarded client requests, a frontend
// serves its sessions and pushes to its clients.
// Source: NetEase/pomelo lib/common/remote/{backend/msgRemote,frontend/channelRemote,frontend/sessionRemote}.js.

import type { Application } from './application.ts';
import { ChannelRemote } from './channel-remote.ts';
import { callMethod, invokeCallback, type Fields } from './dynamic.ts';
import { createLogger } from './logger.ts';
import type { Callback, Platform } from './platform.ts';

/** The services of the namespace `sys`. As proxies only their method names count. */
export function createSystemRemotes(
	app: Application,
	platform: Platform,
	isFrontend: boolean
): Fields {
	if (!isFrontend) return { msgRemote: createMessageRemote(app, platform) };
	const channelRemote = new ChannelRemote(app, platform);
	return {
		channelRemote: {
			pushMessage: ((route, msg, uids, opts, cb) => {
				channelRemote.pushMessage(route, msg, uids, opts, cb);
			}) satisfies Callback,
			broadcast: ((route, msg, opts, cb) => {
				channelRemote.broadcast(route, msg, opts, cb);
			}) satisfies Callback
		},
		sessionRemote: createSessionRemote(app)
	};
}

function createMessageRemote(app: Application, platform: Platform): Fields {
	const logger = createLogger(platform, 'pomelo');
	const forwardMessage: Callback = (msg, session, cb) => {
		const server = app.components.__server__;
		const sessions = app.components.__backendSession__;
		if (!server) {
			logger.error('server component not enable on %s', app.serverId);
			invokeCallback(cb, new Error('server component not enable'));
			return;
		}
		if (!sessions) {
			logger.error('backend session component not enable on %s', app.serverId);
			invokeCallback(cb, new Error('backend sesssion component not enable'));
			return;
		}
		const backendSession = callMethod(sessions, 'create', [session]);
		const answer = (err: unknown, resp: unknown, opts: unknown): void => {
			invokeCallback(cb, err, resp, opts);
		};
		callMethod(server, 'handle', [msg, backendSession, answer]);
	};
	return { forwardMessage };
}

function createSessionRemote(app: Application): Fields {
	const pass =
		(method: string): Callback =>
		(...args) =>
			callMethod(app.get('sessionService'), method, args);
	const getBackendSessionBySid: Callback = (sid, cb) => {
		const session = callMethod(app.get('sessionService'), 'get', [sid]);
		if (session) invokeCallback(cb, null, exportSession(session));
		else invokeCallback(cb);
	};
	const getBackendSessionsByUid: Callback = (uid, cb) => {
		const sessions = callMethod(app.get('sessionService'), 'getByUid', [uid]) as
			unknown[] | undefined;
		if (!sessions) {
			invokeCallback(cb);
			return;
		}
		const exported: unknown[] = [];
		for (let index = 0; index < sessions.length; index++) {
			exported[index] = exportSession(sessions[index]);
		}
		invokeCallback(cb, null, exported);
	};
	return {
		bind: pass('bind'),
		unbind: pass('unbind'),
		push: pass('import'),
		pushAll: pass('importAll'),
		getBackendSessionBySid,
		getBackendSessionsByUid,
		kickBySid: pass('kickBySessionId'),
		kickByUid: pass('kick')
	};
}

function exportSession(session: unknown): unknown {
	return callMethod(callMethod(session, 'toFrontendSession', []), 'export', []);
}
