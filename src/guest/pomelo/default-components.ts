// The components every process gets behind those of the application, in Pomelo's order.
// Source: NetEase/pomelo lib/util/appUtil.js (loadDefaultComponents).

import type { Application } from './application.ts';
import { createBackendSessionService } from './backend-session.ts';
import { createChannelService } from './pomelo-channel.ts';
import { ConnectionStatistics } from './connection-statistics.ts';
import { Connector } from './connector.ts';
import { field } from './dynamic.ts';
import { MasterComponent } from './master.ts';
import { MonitorComponent } from './monitor.ts';
import type { Platform } from './platform.ts';
import { ProxyComponent } from './proxy-component.ts';
import { PushScheduler } from './push-scheduler.ts';
import { RemoteComponent } from './remote-component.ts';
import { RequestServer } from './request-server.ts';
import { SessionService } from './session-service.ts';

/** Loads the defaults with the options the application set for them. */
export function loadDefaultComponents(app: Application, platform: Platform): void {
	if (app.isMaster()) {
		app.load(new MasterComponent(app, platform));
	} else {
		app.load(new ProxyComponent(app, platform, app.get('proxyConfig')));
		if (field(app.getCurServer(), 'port')) {
			app.load(new RemoteComponent(app, platform, app.get('remoteConfig')));
		}
		if (app.isFrontend()) loadFrontendComponents(app, platform);
		app.load(createBackendSessionService(app));
		app.load(createChannelService(app, platform, app.get('channelConfig')));
		app.load(new RequestServer(app, platform));
	}
	app.load(new MonitorComponent(app, platform));
}

function loadFrontendComponents(app: Application, platform: Platform): void {
	app.load(new ConnectionStatistics(app));
	app.load(new Connector(app, platform, app.get('connectorConfig')));
	const sessions = new SessionService(platform, app.get('sessionConfig'));
	app.set('sessionService', sessions, true);
	app.load(sessions);
	const schedulerConfig = app.get('schedulerConfig') ?? app.get('pushSchedulerConfig');
	app.load(new PushScheduler(app, platform, schedulerConfig));
}
