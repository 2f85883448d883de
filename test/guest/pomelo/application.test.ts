// The application object before and around its start: arguments, settings, configure, components, server lists.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Application } from '../../../src/guest/pomelo/application.ts';
import { parseArguments } from '../../../src/guest/pomelo/configuration.ts';
import { createPomelo } from '../../../src/guest/pomelo/pomelo.ts';
import { FakeMachine, fakePlatform, type FakePlatform } from './fake-machine.ts';

// Outside a guest sessions are emitters of Node.js.
vi.mock('../../../src/guest/node/events.ts', () => import('node:events'));

const config = {
	'/app/config/master.json': () => ({
		development: { id: 'master-server-1', host: '127.0.0.1', port: 3005 }
	}),
	'/app/config/servers.json': () => ({
		development: {
			gate: [{ id: 'gate-server-1', host: '127.0.0.1', clientPort: 3014, frontend: true }],
			chat: [{ host: '127.0.0.1', port: '4050++', clusterCount: 2 }]
		}
	})
};
const gateArguments = [
	'env=development',
	'id=gate-server-1',
	'host=127.0.0.1',
	'clientPort=3014',
	'frontend=true',
	'serverType=gate'
];

let machine: FakeMachine;
let platform: FakePlatform;

beforeEach(() => {
	machine = new FakeMachine();
	platform = fakePlatform(machine, 'gate-server-1', config, gateArguments);
});

function createApp(): Application {
	const pomelo = createPomelo(platform);
	return (pomelo.createApp as () => Application)();
}

describe('arguments of a process', () => {
	it('become numbers when they are whole, and stay text otherwise', () => {
		expect(
			parseArguments(['node', '/app/app.js', 'port=3050', 'frontend=true', 'v=1.5', 'x='])
		).toEqual({ main: '/app/app.js', port: 3050, frontend: 'true', v: '1.5', x: 0 });
	});
});

describe('an application', () => {
	it('is one per process, however often it is created', () => {
		const pomelo = createPomelo(platform);
		const create = pomelo.createApp as () => Application;
		expect(pomelo.app).toBeUndefined();
		expect(create()).toBe(create());
		expect(pomelo.app).toBe(create());
	});

	it('knows itself from its arguments and the others from servers.json', () => {
		const app = createApp();
		expect([app.getServerId(), app.getServerType(), app.get('env')]).toEqual([
			'gate-server-1',
			'gate',
			'development'
		]);
		expect(app.getCurServer()?.clientPort).toBe(3014);
		expect(app.isFrontend()).toBe(true);
		expect(app.isFrontend(app.getServerFromConfig('gate-server-1'))).toBe(false);
		expect(app.getBase()).toBe('/app');
		expect(app.getMaster()?.id).toBe('master-server-1');
		expect(platform.logLines).toContain('[INFO] pomelo - application inited: "gate-server-1"');
	});

	it('expands a clusterCount into servers with counted ports', () => {
		const servers = createApp().getServersFromConfig();
		expect(Object.keys(servers)).toEqual([
			'gate-server-1',
			'cluster-server-chat-0',
			'cluster-server-chat-1'
		]);
		expect((servers['cluster-server-chat-1'] as { port: number }).port).toBe(4051);
	});

	it('runs configure functions whose environment and type match, with itself as this', () => {
		const app = createApp();
		const ran: string[] = [];
		const note = (name: string) =>
			function (this: unknown): void {
				ran.push(this === app ? name : `${name}?`);
			};
		app.configure(note('none'));
		app.configure('production|development', note('env'));
		app.configure('production', note('never'));
		app.configure('development', 'chat|gate', note('both'));
		app.configure('all', 'chat', note('never'));
		app.configure('all', 'all', note('all'));
		expect(ran).toEqual(['none', 'env', 'both', 'all']);
	});

	it('keeps the first of two components with one name, but runs both factories', () => {
		const app = createApp();
		let made = 0;
		// As `module.exports = function` is: without a name of its own, which would name the component.
		const factories = [(): object => ({ name: 'clock', number: ++made })];
		expect(app.load(factories[0])).toBe(app);
		expect(app.load(factories[0])).toBeUndefined();
		expect(made).toBe(2);
		expect(app.components.clock).toEqual({ name: 'clock', number: 1 });
		expect(platform.logLines.join()).toContain('ignore duplicate component: "clock"');
	});

	it('refuses a factory that gives nothing, unless it has a name for it', () => {
		const app = createApp();
		const factories = [(): undefined => undefined];
		expect(() => app.load(factories[0])).toThrow(TypeError);
		expect(app.load('given', factories[0])).toBe(app);
		expect(app.loaded).toEqual([undefined]);
	});

	it('takes environments and types as one text, not as a list', () => {
		const app = createApp();
		expect(() => app.configure(['development'], () => undefined)).toThrow(TypeError);
		expect(() => app.configure('all', 5, () => undefined)).toThrow(TypeError);
	});

	it('requires below its base, whoever asks', () => {
		const detached = createApp().require;
		expect(detached('config/master.json')).toHaveProperty('development.id', 'master-server-1');
	});

	it('keeps live lists by type, with types that outlive their last server', () => {
		const app = createApp();
		expect(app.getServersByType('time')).toBeUndefined();
		const events: unknown[] = [];
		app.event.on('add_servers', (servers) => events.push(servers));
		app.event.on('remove_servers', (ids) => events.push(ids));
		app.addServers([
			{ id: 't1', serverType: 'time' },
			{ id: 't2', serverType: 'time' }
		]);
		const list = app.getServersByType('time');
		app.removeServers(['t1']);
		app.addServers([{ id: 't1', serverType: 'time', pid: 2 }]);
		expect(list?.map((info) => info.id)).toEqual(['t2', 't1']);
		app.removeServers(['t1', 't2']);
		expect(list).toEqual([]);
		expect(app.getServerTypes()).toEqual(['time']);
		expect(events).toHaveLength(4);
	});

	it('ignores an admin module without an id', () => {
		const app = createApp();
		app.registerAdmin(() => ({}));
		app.registerAdmin('named', {}, { app });
		expect(Object.keys(app.get('__modules__') as object)).toEqual(['named']);
	});

	it('starts its components in load order and stops at the first error', () => {
		const app = createApp();
		const order: string[] = [];
		app.load({
			name: 'first',
			start: (cb: () => void) => {
				order.push('first');
				cb();
			}
		});
		app.load({
			name: 'second',
			start: (cb: (err: Error) => void) => {
				order.push('second');
				cb(new Error('broken'));
			}
		});
		const results: unknown[] = [];
		app.start((err: unknown) => results.push(err));
		machine.advance(10);
		expect(order).toEqual(['first', 'second']);
		expect(results).toEqual([new Error('broken')]);
		app.start((err: unknown) => results.push(err));
		expect(results[1]).toEqual(new Error('application has already start.'));
	});

	it('stops its components in order and leaves the process only when forced', () => {
		const app = createApp();
		const stopped: unknown[] = [];
		app.load({
			name: 'only',
			stop: (force: unknown, cb: () => void) => {
				stopped.push(force);
				cb();
			}
		});
		app.stop(true);
		machine.advance(10);
		expect(stopped).toEqual([true]);
		expect(platform.exits).toEqual([0]);
		app.stop();
		expect(platform.logLines.join()).toContain('application is not running now.');
	});

	it('does not wait for ever for a component that never stops', () => {
		const app = createApp();
		app.load({ name: 'stuck', stop: () => undefined });
		app.stop(true);
		machine.advance(2900);
		expect(platform.exits).toEqual([]);
		machine.advance(200);
		expect(platform.exits).toEqual([0]);
	});

	it('says which of its options make no difference here', () => {
		const app = createApp();
		app.set('connectorConfig', { useCrypto: true, heartbeat: 3 });
		app.start();
		expect(platform.logLines.filter((line) => line.includes('not simulated'))).toEqual([
			'[WARN] pomelo - connectorConfig.useCrypto is not simulated.'
		]);
	});
});
