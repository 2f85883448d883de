// Small scenarios for tests, spelled out as plain data.
import type { Scenario } from '#scenario';

/** One program, `main.js`, as process `main`. */
export function oneProgram(source: string, overrides: Partial<Scenario> = {}): Scenario {
	return {
		version: 1,
		files: { 'main.js': source },
		processes: [{ name: 'main', file: 'main.js' }],
		...overrides
	};
}

/** Config files of a Pomelo application: a gate that clients reach and two time servers. */
export const pomeloConfig: Readonly<Record<string, string>> = {
	'app.js': "require('pomelo').createApp().start();",
	'config/master.json': JSON.stringify({
		development: { id: 'master-server-1', host: '127.0.0.1', port: 3005 }
	}),
	'config/servers.json': JSON.stringify({
		development: {
			gate: [{ id: 'gate-server-1', host: '127.0.0.1', clientPort: 3014, frontend: true }],
			time: [
				{ id: 'time-server-1', host: '127.0.0.1', port: 3300 },
				{ id: 'time-server-2', host: '127.0.0.1', port: 3301, weight: 5 }
			]
		}
	})
};
