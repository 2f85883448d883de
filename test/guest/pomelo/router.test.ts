// Who gets a call: the application's routers, the built-in choice, the schedules; and what the trace is told of it.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Application } from '../../../src/guest/pomelo/application.ts';
import { MailStation } from '../../../src/guest/pomelo/mailstation.ts';
import { createRouter, describeRouteParam, type Router } from '../../../src/guest/pomelo/router.ts';
import { createSchedule } from '../../../src/guest/pomelo/schedule.ts';
import { FakeMachine, fakePlatform, type FakePlatform } from './fake-machine.ts';

// Outside a guest sessions are emitters of Node.js.
vi.mock('../../../src/guest/node/events.ts', () => import('node:events'));

let platform: FakePlatform;
let app: Application;

const message = {
	namespace: 'user',
	serverType: 'time',
	service: 'timeRemote',
	method: 'now',
	args: []
};

beforeEach(() => {
	platform = fakePlatform(new FakeMachine(), 'gate-server-1');
	app = new Application(platform);
	app.addServers(
		['t1', 't2', 't3'].map((id) => ({ id, serverType: 'time', host: '127.0.0.1', port: 1 }))
	);
});

function choose(router: Router, routeParam: unknown): unknown {
	let chosen: unknown;
	router(routeParam, message, app, (err, id) => {
		chosen = err ?? id;
	});
	return chosen;
}

describe('the built-in router', () => {
	// Recorded from Pomelo 2.2.7: crc32 of the uid, absolute, modulo three servers.
	it.each([
		['alice', 't3'],
		['dave', 't3'],
		['erin', 't1'],
		['r1', 't1'],
		['a', 't2'],
		['测试', 't2']
	])('sends uid %s to %s', (uid, expected) => {
		expect(choose(createRouter(platform), { uid })).toBe(expected);
	});

	it.each([null, undefined, 0, 7, 'alice', '', {}, { uid: 0 }, { uid: null }])(
		'sends %j to the first server',
		(routeParam) => {
			expect(choose(createRouter(platform), routeParam)).toBe('t1');
		}
	);

	it('reports an error when no server of the type is there', () => {
		app.removeServers(['t1', 't2', 't3']);
		expect(choose(createRouter(platform), null)).toEqual(
			new Error('can not find server info for type:time')
		);
	});
});

describe("the application's routers", () => {
	it('decide for their type, the last one set for a type counts', () => {
		app.route('time', () => undefined);
		app.route(
			'time',
			(
				param: number,
				_msg: unknown,
				context: Application,
				cb: (err: null, id: unknown) => void
			) => {
				const list = context.getServersByType('time') ?? [];
				cb(null, list[param % list.length]?.id);
			}
		);
		const router = createRouter(platform);
		expect([0, 1, 2, 3].map((param) => choose(router, param))).toEqual(['t1', 't2', 't3', 't1']);
	});

	it('fall back to the one called default', () => {
		app.route(
			'default',
			(_param: unknown, _msg: unknown, _app: unknown, cb: (err: null, id: string) => void) => {
				cb(null, 't2');
			}
		);
		expect(choose(createRouter(platform), null)).toBe('t2');
	});

	it('throw into the caller', () => {
		app.route('time', () => {
			throw new TypeError('no list');
		});
		expect(() => choose(createRouter(platform), null)).toThrow('no list');
	});
});

describe('a decision', () => {
	it('is told to the trace with its reasons', () => {
		choose(createRouter(platform), { uid: 'erin' });
		expect(platform.facts.filter(({ kind }) => kind === 'pomelo.route-decided')).toEqual([
			{
				kind: 'pomelo.route-decided',
				fact: {
					serverType: 'time',
					method: 'timeRemote.now',
					routeParam: "{uid: 'erin'}",
					candidates: ['t1', 't2', 't3'],
					chosen: 't1',
					by: 'built-in'
				}
			}
		]);
	});

	it('names a route parameter in a few words', () => {
		expect(describeRouteParam(7)).toBe('7');
		expect(describeRouteParam('room')).toBe("'room'");
		expect(describeRouteParam({ id: 3, frontendId: 'c1', uid: 'alice' })).toBe(
			"session 3 of 'alice'"
		);
		expect(describeRouteParam({ id: 3, frontendId: 'c1', uid: null })).toBe(
			'session 3 of nobody yet'
		);
		expect(describeRouteParam([1])).toBe('object');
	});
});

describe('a schedule', () => {
	function scheduled(routerType: string, weights: readonly number[] = []): Router {
		const station = new MailStation(platform, {}, () => 'gate-server-1');
		['t1', 't2', 't3'].forEach((id, index) => {
			const weight = weights[index];
			station.addServer({ id, serverType: 'time', ...(weight === undefined ? {} : { weight }) });
		});
		return createSchedule(platform, station, { routerType });
	}

	it('rr takes turns whatever the route parameter', () => {
		const router = scheduled('rr');
		expect([9, 9, 9, 9].map((param) => choose(router, param))).toEqual(['t1', 't2', 't3', 't1']);
	});

	it('wrr gives heavier servers more turns and needs weights', () => {
		const router = scheduled('wrr', [3, 1, 1]);
		const turns = [1, 2, 3, 4, 5].map(() => choose(router, null));
		expect(turns).toEqual(['t1', 't1', 't1', 't2', 't3']);
		expect(choose(scheduled('wrr'), null)).toEqual(new Error('rpc wrr route get invalid weight.'));
	});

	it('la takes one with the fewest calls so far', () => {
		const router = scheduled('la');
		const turns = new Set([1, 2, 3].map(() => choose(router, null)));
		expect(turns.size).toBe(3);
	});

	it('ch hashes a field of the message onto a ring of the servers that are online', () => {
		// Recorded from Pomelo 2.2.7 with two servers of these names.
		const station = new MailStation(platform, {}, () => 'gate-server-1');
		for (const id of ['chat-server-1', 'chat-server-2']) {
			station.addServer({ id, serverType: 'time' });
		}
		const router = createSchedule(platform, station, { routerType: 'ch', hashFieldIndex: 0 });
		const pick = (key: unknown): unknown => {
			let chosen: unknown;
			router(null, { ...message, args: [key] }, app, (_err, id) => {
				chosen = id;
			});
			return chosen;
		};
		const numbers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) =>
			String(pick(key)).slice(-1)
		);
		expect(numbers.join('')).toBe('21121112');
		expect(() => pick({ text: 'a' })).toThrow(TypeError);
		station.removeServer('chat-server-2');
		expect(pick('a')).toBe('chat-server-1');
	});
});
