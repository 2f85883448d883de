// app.use: components and events of a plugin's folders.
import { beforeEach, expect, it, vi } from 'vitest';
import type { Application } from '../../../src/guest/pomelo/application.ts';
import { createPomelo } from '../../../src/guest/pomelo/pomelo.ts';
import { FakeMachine, fakePlatform, type FakePlatform } from './fake-machine.ts';

// Outside a guest sessions are emitters of Node.js.
vi.mock('../../../src/guest/node/events.ts', () => import('node:events'));

let platform: FakePlatform;
let app: Application;
let heard: string[];

beforeEach(() => {
	heard = [];
	// Enumerable methods, as `module.exports = function (app) {}` with a prototype has.
	function StoreEvents(this: Record<string, unknown>, given: Application): void {
		this.add_servers = (servers: readonly { id: string }[]) => {
			heard.push(`${String(given.getServerId())} ${servers[0]?.id ?? ''}`);
		};
	}
	platform = fakePlatform(new FakeMachine(), 'master-server-1', {
		'/app/config/master.json': () => ({ id: 'master-server-1', host: '127.0.0.1', port: 3005 }),
		'/app/config/servers.json': () => ({}),
		'/lib/store/components/store.js': () => (_app: unknown, opts: unknown) => ({
			name: 'store',
			opts
		}),
		'/lib/store/events/storeEvents.js': () => StoreEvents
	});
	app = (createPomelo(platform).createApp as () => Application)();
});

it('loads each component with its own options, and listens with each class of events', () => {
	const plugin = { components: '/lib/store/components', events: '/lib/store/events' };
	app.use(plugin, { store: { size: 3 } });
	expect(app.components.store).toEqual({ name: 'store', opts: { size: 3 } });
	app.addServers([{ id: 't1', serverType: 'time' }]);
	expect(heard).toEqual(['master-server-1 t1']);
});

it('says what is missing and loads nothing', () => {
	app.use({});
	app.use({ components: '/lib/nowhere/components', events: '/lib/store/events' });
	expect(app.loaded).toEqual([]);
	expect(platform.logLines.slice(-2)).toEqual([
		'[ERROR] pomelo - invalid components, no components exist',
		'[ERROR] pomelo - fail to find components, find path: /lib/nowhere/components'
	]);
});
