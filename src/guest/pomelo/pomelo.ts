// `require('pomelo')`: the one application of the process and what it can be configured with.
// Source: NetEase/pomelo lib/pomelo.js.

import { ObjectAssign, ObjectDefineProperty } from '../runtime/primordials.ts';
import { Application } from './application.ts';
import { applicationEvents, pomeloVersion } from './constants.ts';
import { createComponents } from './default-components.ts';
import type { Fields } from './dynamic.ts';
import { ownMethods } from './listed-methods.ts';
import type { Platform } from './platform.ts';
import { createBufferScheduler, createDirectScheduler } from './push-schedulers.ts';
import { createRequestFilters, createRpcFilters } from './request-filters.ts';

/** Never called: the connector component does not ask what it is. */
function anyConnector(): void {
	// Nothing to connect.
}

/** There the application is an object with functions in it, which `for (key in app)` shows. */
function plainApplication(platform: Platform): Application {
	const app = new Application(platform);
	ownMethods(app, 'noteServers');
	return app;
}

/** Makes the module for one process. `createApp` gives the same object every time and configures it anew. */
export function createPomelo(platform: Platform): Fields {
	let app: Application | undefined;
	let isCreated = false;
	const components = createComponents(platform);
	const filters = createRequestFilters(platform);
	const pomelo: Fields = {
		version: pomeloVersion,
		events: ObjectAssign({}, applicationEvents),
		components,
		filters,
		rpcFilters: createRpcFilters(platform),
		// Which connector an application names makes no difference here; see connector.ts.
		connectors: {
			hybridconnector: anyConnector,
			sioconnector: anyConnector,
			udpconnector: anyConnector,
			mqttconnector: anyConnector
		},
		pushSchedulers: {
			direct: createDirectScheduler(platform),
			buffer: createBufferScheduler(platform)
		},
		createApp: (opts?: unknown) => {
			app ??= plainApplication(platform);
			isCreated = true;
			app.init(opts);
			return app;
		}
	};
	ObjectAssign(pomelo, components, filters);
	ObjectDefineProperty(pomelo, 'app', {
		get: () => (isCreated ? app : undefined),
		enumerable: false,
		configurable: true
	});
	return pomelo;
}
