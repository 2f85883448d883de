// The component that faces the clients: listens on clientPort, gives each connection a session, hands requests to the
// request server and sends what comes back.
// Source: NetEase/pomelo lib/components/connector.js.
// Differs: one kind of connector whatever `connectorConfig.connector` says; no encryption, no own encoders.

import {
	JSONStringify,
	MapPrototypeDelete,
	MapPrototypeForEach,
	MapPrototypeSet,
	StringPrototypeIndexOf
} from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { ClientSocket, takesFields, type ClientMessage } from './client-socket.ts';
import type { ConnectionStatistics } from './connection-statistics.ts';
import { applicationEvents } from './constants.ts';
import { HostFilter } from './host-filter.ts';
import { RouteDictionary } from './route-dictionary.ts';
import { callMethod, field, invokeCallback, isObject, textOf, type Fields } from './dynamic.ts';
import { createLogger, type Logger } from './logger.ts';
import { MessageProtos } from './message-protos.ts';
import type { Callback, Listener, Platform } from './platform.ts';
import type { PushScheduler } from './push-scheduler.ts';
import { closeSessionTasks } from './session-tasks.ts';
import type { Session } from './session.ts';
import type { SessionService } from './session-service.ts';

export class Connector {
	readonly name = '__connector__';
	readonly app: Application;
	readonly opts: Fields;
	/** Patterns of addresses that are turned away, on top of what `blacklistFun` says. */
	readonly blacklist: unknown[];
	readonly #hosts: HostFilter;
	readonly #platform: Platform;
	readonly #logger: Logger;
	#protos: MessageProtos | undefined;
	#listener: Listener | undefined;
	#lastId = 0;
	readonly #clients = new Map<number, ClientSocket>();

	constructor(app: Application, platform: Platform, opts: unknown) {
		this.app = app;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
		this.opts = isObject(opts) ? opts : {};
		this.#hosts = new HostFilter(this.opts, this.#logger);
		this.blacklist = this.#hosts.blacklist;
		if (this.opts.useDict) {
			app.load(new RouteDictionary(app, platform, app.get('dictionaryConfig')));
		}
		if (this.opts.useProtobuf) {
			this.#protos = new MessageProtos(app, platform, app.get('protobufConfig'));
			app.load(this.#protos);
		}
	}

	start(cb: () => void): void {
		this.#platform.nextTick(cb);
	}

	afterStart(cb: () => void): void {
		const current = this.app.getCurServer();
		const host = String(field(current, 'host'));
		const port = Number(field(current, 'clientPort'));
		this.#listener = this.#platform.listen(host, port, 'pomelo-client', (socket) => {
			const client = new ClientSocket(++this.#lastId, socket, this.#platform, this.opts, (known) =>
				this.#describeSystem(known)
			);
			MapPrototypeSet(this.#clients, client.id, client);
			client.on('disconnect', () => {
				MapPrototypeDelete(this.#clients, client.id);
			});
			this.#hosts.check(client, () => {
				this.#accept(client);
			});
			return client.handlers();
		});
		this.#platform.nextTick(cb);
	}

	stop(_force: unknown, cb: () => void): void {
		this.#listener?.close();
		MapPrototypeForEach(this.#clients, (client: unknown) => {
			(client as ClientSocket).disconnect();
		});
		this.#platform.nextTick(cb);
	}

	/** Sends a response (with a request id) or a push to the sessions of these ids. `cb(err)`. */
	send(
		reqId: number | null,
		route: unknown,
		msg: unknown,
		receivers: unknown,
		opts: unknown,
		cb: unknown
	): void {
		if (!route || !msg) {
			this.#platform.nextTick(() => {
				invokeCallback(cb, new Error('fail to send message for encode result is empty.'));
			});
			return;
		}
		const body = JSONStringify(this.#protos?.toClient(textOf(route), msg) ?? msg);
		const payload = reqId ? ['response', reqId, body] : ['push', textOf(route), body];
		const scheduler = this.app.components.__pushScheduler__ as PushScheduler;
		scheduler.schedule(reqId, route, payload, receivers, opts, cb);
	}

	/** `known`: the versions of dictionary and protos that the client kept from an earlier connection. */
	#describeSystem(known: unknown): Fields {
		const sys: Fields = {};
		if (this.opts.heartbeat) sys.heartbeat = this.opts.heartbeat;
		if (this.opts.useDict) {
			const dictionary = this.app.components.__dictionary__ as RouteDictionary;
			if (field(known, 'dictVersion') !== dictionary.getVersion()) {
				sys.dict = dictionary.getDict();
				sys.routeToCode = dictionary.getDict();
				sys.codeToRoute = dictionary.getAbbrs();
				sys.dictVersion = dictionary.getVersion();
			}
			sys.useDict = true;
		}
		if (this.#protos !== undefined) {
			const version = field(known, 'protoVersion');
			if (!version || version !== this.#protos.getVersion()) sys.protos = this.#protos.getProtos();
			sys.useProto = true;
		}
		return sys;
	}

	#accept(socket: ClientSocket): void {
		const { app } = this;
		const statistics = app.components.__connection__ as ConnectionStatistics;
		const max = Number(field(app.getCurServer(), 'max-connections'));
		// Connections are counted only where there is a limit, as in the original.
		if (max) {
			statistics.increaseConnectionCount();
			if (statistics.connCount > max) {
				this.#logger.warn('the server %s has reached the max connections %s', app.serverId, max);
				socket.disconnect();
				return;
			}
		}
		const session = this.#createSession(socket, statistics);
		socket.on('disconnect', () => {
			statistics.decreaseConnectionCount(session.uid);
		});
		socket.on('message', (message: ClientMessage) => {
			this.#handle(session, message);
		});
	}

	#createSession(socket: ClientSocket, statistics: ConnectionStatistics): Session {
		const { app } = this;
		const sessions = app.get('sessionService') as SessionService;
		const session = sessions.create(socket.id, String(app.getServerId()), socket);
		socket.on('disconnect', (reason) => {
			session.closed(reason);
		});
		// The event is about the copy that `closed` listeners get; those of bind and unbind are about the session itself.
		session.on('closed', (copy) => {
			closeSessionTasks(session.id);
			app.event.emit(applicationEvents.CLOSE_SESSION, copy);
		});
		session.on('bind', (uid) => {
			const address = `${socket.remoteAddress.ip}:${String(socket.remoteAddress.port)}`;
			statistics.addLoginedUser(uid, { loginTime: this.#platform.nowMs(), uid, address });
			app.event.emit(applicationEvents.BIND_SESSION, session);
		});
		session.on('unbind', (uid) => {
			statistics.removeLoginedUser(uid);
			app.event.emit(applicationEvents.UNBIND_SESSION, session);
		});
		return session;
	}

	#handle(session: Session, msg: ClientMessage): void {
		if (StringPrototypeIndexOf(msg.route, '.') <= 0) {
			this.#logger.error('invalid route string. route : %j', msg.route);
			return;
		}
		const dictionary = this.app.components.__dictionary__ as RouteDictionary | undefined;
		if (this.opts.useDict && dictionary?.getDict()[msg.route]) msg.compressRoute = 1;
		if (this.#protos !== undefined) msg.body = this.#protos.fromClient(msg.route, msg.body);
		const answer: Callback = (err, given, opts) => {
			if (given && !msg.id) {
				this.#logger.warn('try to response to a notify: %j', msg.route);
				return;
			}
			if (!msg.id && !given) return;
			const resp = given || {};
			if (err && takesFields(resp) && !resp.code) resp.code = 500;
			const options = { type: 'response', userOptions: opts || {}, isResponse: true };
			this.send(msg.id, msg.route, resp, [session.id], options, () => undefined);
		};
		callMethod(this.app.components.__server__, 'globalHandle', [
			msg,
			session.toFrontendSession(),
			answer
		]);
	}
}
