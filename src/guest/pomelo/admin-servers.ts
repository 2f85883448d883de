// Which servers the master lets in: of the types that config/adminServer.json lists, of all types if there is no such
// file. Both sides read the one file, so its tokens always match.
// Source: pomelo-admin 1.0.1 lib/util/utils.js (defaultAuthServerMaster, defaultAuthServerMonitor).

import { ArrayIsArray } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { configurationPath } from './configuration.ts';
import { field } from './dynamic.ts';
import type { Platform } from './platform.ts';

/** Would the master let this process in? The master itself always is. */
export function isAdmitted(app: Application, platform: Platform): boolean {
	const path = configurationPath(app, platform, '/config/adminServer.json');
	if (app.isMaster() || path === undefined) return true;
	const entries = platform.require(path);
	if (!ArrayIsArray(entries)) return false;
	for (let index = 0; index < entries.length; index++) {
		if (field((entries as unknown[])[index], 'type') === app.getServerType()) return true;
	}
	return false;
}
