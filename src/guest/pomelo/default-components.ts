// The components that Pomelo brings along, by the names under which `pomelo.components` has them, and which of them a
// process gets behind those of the application, in Pomelo's order.
// Source: NetEase/pomelo lib/util/appUtil.js (loadDefaultComponents).

import type { Application } from './application.ts';
import { createBackendSessionService } from './backend-session.ts';
import { ConnectionStatistics } from './connection-statistics.ts';
import { Connector } from './connector.ts';
import { field } from './dynamic.ts';
import { createLogger } from './logger.ts';
import { MasterComponent } from './master.ts';
import { MessageProtos } from './message-protos.ts';
import { MonitorComponent } from './monitor.ts';
import type { Platform } from './platform.ts';
import { createChannelService } from './pomelo-channel.ts';
import { ProxyComponent } from './proxy-component.ts';
import { PushScheduler } from './push-scheduler.ts';
import { RemoteComponent } from './remote-component.ts';
import { RequestServer } from './request-server.ts';
import { RouteDictionary } from './route-dictionary.ts';
import { createSessionService } from './session-service.ts';

/** Makes a component for an application with the options for it. */
export type ComponentFactory = (app: Application, opts?: unknown) => object;

/** The factories for one process. */
export function createComponents(platform: Platform): Record<string, ComponentFactory> {
	return {
		backendSession: (app) => createBackendSessionService(app),
		channel: (app, opts) => createChannelService(app, platform, opts),
		connection: (app) => new ConnectionStatistics(app),
		connector: (app, opts) => new Connector(app, platform, opts),
		dictionary: (app, opts) => new RouteDictionary(app, platform, opts),
		master: (app) => new MasterComponent(app, platform),
		monitor: (app) => new MonitorComponent(app, platform),
		protobuf: (app, opts) => new MessageProtos(app, platform, opts),
		proxy: (app, opts) => new ProxyComponent(app, platform, opts),
		pushScheduler: (app, opts) => new PushScheduler(app, platform, opts),
		remote: (app, opts) => new RemoteComponent(app, platform, opts),
		server: (app) => new RequestServer(app, platform),
		session: (app, opts) => createSessionService(app, platform, opts)
	};
}

/** Options that change what real components do, and nothing here. */
const notSimulated: Readonly<Record<string, readonly string[] | undefined>> = {
	connector: ['encode', 'decode', 'useAsyncCoder', 'useCrypto'],
	proxy: ['rpcClient', 'mailboxFactory'],
	remote: ['rpcServer', 'acceptorFactory']
};

/** Loads the defaults with the options the application set for them. */
export function loadDefaultComponents(app: Application, platform: Platform): void {
	const components = createComponents(platform);
	const logger = createLogger(platform, 'pomelo');
	const load = (name: string, opts = app.get(`${name}Config`)): void => {
		const options = notSimulated[name] ?? [];
		for (let index = 0; index < options.length; index++) {
			const option = options[index] ?? '';
			if (field(opts, option)) logger.warn('%sConfig.%s is not simulated.', name, option);
		}
		app.load(components[name]?.(app, opts));
	};
	if (app.isMaster()) load('master');
	else {
		load('proxy');
		if (field(app.getCurServer(), 'port')) load('remote');
		if (app.isFrontend()) {
			load('connection');
			load('connector');
			load('session');
			load('pushScheduler', app.get('schedulerConfig') || app.get('pushSchedulerConfig'));
		}
		load('backendSession');
		load('channel');
		load('server');
	}
	load('monitor');
}
