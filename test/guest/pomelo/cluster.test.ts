// Whole clusters in the real sandbox: what the recorded cases do not cover.
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#scenario';
import type { Run } from '#simulation';
import { simulate } from '../../support/simulate.ts';

const config = {
	'config/master.json': JSON.stringify({ id: 'master-server-1', host: '127.0.0.1', port: 3005 }),
	'config/servers.json': JSON.stringify({
		connector: [
			{
				id: 'connector-server-1',
				host: '127.0.0.1',
				port: 4050,
				clientPort: 3050,
				frontend: true
			}
		],
		time: [
			{ id: 'time-server-1', host: '127.0.0.1', port: 3300 },
			{ id: 'time-server-2', host: '127.0.0.1', port: 3301 }
		]
	})
};

const app = `
var pomelo = require('pomelo');
var app = pomelo.createApp();
app.configure('all', 'connector', function () {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector, heartbeat: 3 });
});
app.route('time', function (param, msg, app, cb) {
	var list = app.getServersByType('time');
	cb(null, list[param % list.length].id);
});
app.start();
process.on('uncaughtException', function (err) { console.log('caught ' + err.message); });
`;

const askHandler = `
module.exports = function (app) {
	return {
		ask: function (msg, session, next) {
			app.rpc.time.timeRemote.now(msg.n, 'hello', function (err, id) {
				next(null, { by: id });
			});
		}
	};
};
`;

const timeRemote = `
module.exports = function (app) {
	return { now: function (text, cb) { cb(null, app.getServerId()); } };
};
`;

const client = `
var pomelo = require('pomelo-jsclient-websocket');
pomelo.init({ host: '127.0.0.1', port: 3050 }, function () {
	var n = 0;
	(function ask() {
		pomelo.request('connector.askHandler.ask', { n: n }, function (answer) {
			console.log(answer.by);
			if (++n < 4) ask();
			else pomelo.disconnect();
		});
	})();
});
`;

function cluster(files: Scenario['files'], rest: Partial<Scenario> = {}): Scenario {
	return {
		version: 1,
		files: {
			...config,
			'app.js': app,
			'app/servers/connector/handler/askHandler.js': askHandler,
			'app/servers/time/remote/timeRemote.js': timeRemote,
			'client.js': client,
			...files
		},
		processes: [{ name: 'alice', file: 'client.js' }],
		pomelo: { dir: '', env: 'development' },
		links: { latencyMs: 0.2 },
		durationMs: 3000,
		...rest
	};
}

function linesOf(run: Run, process: string): readonly string[] {
	return run.summary.processes[process]?.stdout ?? [];
}

/** The facts of a kind that processes told the trace. */
function factsOf(run: Run, kind: string): Record<string, unknown>[] {
	const facts: Record<string, unknown>[] = [];
	for (const event of run.events) {
		if (event.kind === 'process.note' && event.data.note === kind) {
			facts.push(JSON.parse(event.data.json) as Record<string, unknown>);
		}
	}
	return facts;
}

describe('a cluster', () => {
	it('answers its clients, and tells the trace who was chosen and why', async () => {
		const run = await simulate(cluster({}));
		expect(linesOf(run, 'alice')).toEqual([
			'time-server-1',
			'time-server-2',
			'time-server-1',
			'time-server-2'
		]);
		const decisions = factsOf(run, 'pomelo.route-decided');
		expect(decisions).toHaveLength(4);
		expect(decisions[1]).toEqual({
			serverType: 'time',
			method: 'timeRemote.now',
			routeParam: '1',
			candidates: ['time-server-1', 'time-server-2'],
			chosen: 'time-server-2',
			by: "app.route('time')"
		});
	});

	it('takes in a server that servers.json does not list, and routes to it', async () => {
		const args = ['id=time-server-9', 'host=127.0.0.1', 'port=3309', 'serverType=time'];
		const run = await simulate(
			cluster(
				{},
				{
					processes: [{ name: 'alice', file: 'client.js', startAt: 1500 }],
					interventions: [
						{ at: 200, do: 'start', process: { name: 'time-server-9', file: 'app.js', args } }
					]
				}
			)
		);
		expect(linesOf(run, 'alice')).toEqual([
			'time-server-1',
			'time-server-2',
			'time-server-9',
			'time-server-1'
		]);
	});

	it("goes on working when a student breaks the language's own functions", async () => {
		const vandal = `
			[Array, String, Map, Set, Function, Promise, Object].forEach(function (type) {
				Object.getOwnPropertyNames(type.prototype).forEach(function (name) {
					var property = Object.getOwnPropertyDescriptor(type.prototype, name);
					if (name === 'constructor' || typeof property.value !== 'function' || !property.writable) return;
					type.prototype[name] = function () { throw new Error('vandalised ' + name); };
				});
			});
			Array.prototype[Symbol.iterator] = null;
			JSON.stringify = JSON.parse = Math.floor = Object.keys = Reflect.apply = Date.now = null;
		`;
		const run = await simulate(
			cluster({
				'app/servers/time/remote/timeRemote.js': timeRemote.replace(
					'now: function (text, cb) {',
					`now: function (text, cb) {${vandal}`
				)
			})
		);
		expect(linesOf(run, 'alice')).toHaveLength(4);
		expect(linesOf(run, 'time-server-1')).toEqual([]);
	});

	it('keeps working, with the list it had, after its master is killed', async () => {
		const run = await simulate(
			cluster(
				{},
				{
					processes: [{ name: 'alice', file: 'client.js', startAt: 1000 }],
					interventions: [
						{ at: 200, do: 'kill', process: 'master-server-1' },
						{ at: 400, do: 'kill', process: 'time-server-2' }
					]
				}
			)
		);
		// The dead server is still in every list; a call to it waits for its timeout.
		expect(linesOf(run, 'alice')).toEqual(['time-server-1']);
		expect(run.summary.calls.map((call) => call.server)).toContain('time-server-1');
	});

	it('loses a server that stops without force: it leaves the cluster but lives on', async () => {
		const stopping = app.replace(
			'app.start();',
			`app.start(function () {
				if (app.serverId === 'time-server-1') setTimeout(function () { app.stop(); }, 200);
			});`
		);
		const run = await simulate(
			cluster(
				{ 'app.js': stopping },
				{ processes: [{ name: 'alice', file: 'client.js', startAt: 1000 }] }
			)
		);
		expect(linesOf(run, 'alice')).toEqual(Array(4).fill('time-server-2'));
		expect(run.summary.processes['time-server-1']?.exit.code).toBeNull();
	});

	it('joins in an order of chance, if the scenario wishes, and that is the order of every list', async () => {
		const listing = `
			module.exports = function (app) {
				return {
					ask: function (msg, session, next) {
						next(null, { by: app.getServersByType('time').map(function (each) { return each.id; }).join() });
					}
				};
			};
		`;
		const lists = new Set<string>();
		for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
			const pomelo = { dir: '', env: 'development', startOrder: 'shuffled' as const };
			const path = 'app/servers/connector/handler/askHandler.js';
			const run = await simulate(cluster({ [path]: listing }, { pomelo, seed }));
			const list = linesOf(run, 'alice')[0] ?? '';
			const joined = run.events.flatMap((event) =>
				event.kind === 'registry.registered' && event.data.serverType === 'time'
					? [event.data.serverId]
					: []
			);
			expect(list).toBe(joined.join());
			lists.add(list);
		}
		expect([...lists].sort()).toEqual([
			'time-server-1,time-server-2',
			'time-server-2,time-server-1'
		]);
	});

	it('has servers whose ids are numbers, and finds them by number and by text', async () => {
		const servers = {
			connector: [{ id: 9, host: '127.0.0.1', port: 4050, clientPort: 3050, frontend: true }],
			time: [
				{ id: 1, host: '127.0.0.1', port: 3300 },
				{ id: 2, host: '127.0.0.1', port: 3301 }
			]
		};
		const asking = `
module.exports = function (app) {
	return {
		ask: function (msg, session, next) {
			app.rpc.time.timeRemote.now(msg.n, 'hello', function (err, routed) {
				app.rpc.time.timeRemote.now.toServer('2', 'hello', function (err, named) {
					next(null, { by: [routed, named, typeof app.getServerId()].join() });
				});
			});
		}
	};
};`;
		const run = await simulate(
			cluster({
				'config/servers.json': JSON.stringify(servers),
				'app/servers/connector/handler/askHandler.js': asking
			})
		);
		expect(linesOf(run, 'alice')).toEqual(['1,2,number', '2,2,number', '1,2,number', '2,2,number']);
	});

	it('starts a dead server again where servers.json asks for it, for as long as there is a master', async () => {
		const servers = {
			time: [
				{ id: 'time-server-1', host: '127.0.0.1', port: 3300, 'auto-restart': true },
				{ id: 'time-server-2', host: '127.0.0.1', port: 3301 },
				{ id: 'time-server-3', host: '127.0.0.1', port: 3302, 'auto-restart': true },
				{ id: 'time-server-4', host: '127.0.0.1', port: 3303, 'auto-restart': true }
			]
		};
		const killed = (at: number, process: string) => ({ at, do: 'kill' as const, process });
		const run = await simulate(
			cluster(
				{ 'config/servers.json': JSON.stringify(servers) },
				{
					processes: [],
					durationMs: 20_000,
					interventions: [
						killed(100, 'time-server-1'),
						killed(110, 'time-server-2'),
						killed(120, 'time-server-3'),
						{ at: 1000, do: 'restart', process: 'time-server-3' },
						killed(6000, 'time-server-4'),
						killed(8000, 'master-server-1')
					]
				}
			)
		);
		const starts = new Map<string, number[]>();
		for (const { kind, actor, at } of run.events) {
			if (kind !== 'process.started') continue;
			const name = actor.slice('process:'.length);
			starts.set(name, [...(starts.get(name) ?? []), at]);
		}
		const zero = run.events.find(({ kind }) => kind === 'run.time-zero')?.at ?? 0;
		const lives = (name: string) =>
			starts
				.get(name)
				?.slice(1)
				.map((at) => Math.round((at - zero) / 1000));
		expect(lives('time-server-1')).toEqual([3100]);
		expect(lives('time-server-2')).toEqual([]);
		expect(lives('time-server-3')).toEqual([1000]);
		expect(lives('time-server-4')).toEqual([]);
		const joined = run.events.filter((event) => event.kind === 'registry.registered');
		expect(joined.at(-1)?.data.serverId).toBe('time-server-1');
	});

	it('ends a server that has left the cluster and starts it again, if that is to be forced', async () => {
		const servers = {
			time: [{ id: 'time-server-1', host: '127.0.0.1', port: 3300, 'restart-force': true }]
		};
		const leaving = `${app} if (app.serverType === 'time' && Date.now() < Date.parse('2025-01-01T09:00:01Z')) {
			setTimeout(function () { app.stop(false); }, 500);
			setInterval(function () {}, 1000);
		}`;
		const run = await simulate(
			cluster(
				{ 'config/servers.json': JSON.stringify(servers), 'app.js': leaving },
				{ processes: [], durationMs: 6000 }
			)
		);
		const life = run.events.filter(
			({ kind, actor }) => actor === 'process:time-server-1' && /started|killed|exited/.test(kind)
		);
		expect(life.map(({ kind }) => kind)).toEqual([
			'process.started',
			'process.killed',
			'process.started'
		]);
	});

	it('drops a client that stays silent longer than two heartbeats', async () => {
		const busy = `
			var pomelo = require('pomelo-jsclient-websocket');
			pomelo.on('disconnect', function () { console.log('dropped'); });
			pomelo.init({ host: '127.0.0.1', port: 3050 }, function () {
				setTimeout(function () {
					var end = Date.now() + 8000;
					while (Date.now() < end);
				}, 100);
			});
		`;
		const run = await simulate(
			cluster({ 'client.js': busy }, { durationMs: 10_000, pollUs: 100_000 })
		);
		expect(linesOf(run, 'alice')).toEqual(['dropped']);
		expect(run.summary.processes['connector-server-1']?.log.join()).toContain('heartbeat timeout');
	});

	it('lets a client live on as a page does, whatever its callbacks throw once its script has run', async () => {
		const page = `
			var pomelo = require('pomelo-jsclient-websocket');
			pomelo.init({ host: '127.0.0.1', port: 3050 }, function () {
				setTimeout(function () { console.log('still here'); pomelo.disconnect(); }, 100);
				setTimeout(function () { throw new Error('from a timer'); }, 10);
				setTimeout(function () { Promise.reject(new Error('from a promise')); }, 20);
				process.nextTick(function () { throw new Error('from a tick'); });
			});
		`;
		const broken = `${page} throw new Error('from the script');`;
		const processes = [
			{ name: 'alice', file: 'page.js' },
			{ name: 'bob', file: 'broken.js' }
		];
		const run = await simulate(cluster({ 'page.js': page, 'broken.js': broken }, { processes }));
		const { alice, bob } = run.summary.processes;
		expect(alice?.stdout).toEqual(['still here']);
		expect(alice?.exit).toEqual({ code: 0, reason: null });
		expect(alice?.stderr.filter((line) => line.startsWith('Error: '))).toEqual([
			'Error: from a tick',
			'Error: from a timer',
			'Error: from a promise'
		]);
		expect(factsOf(run, 'process.caught')).toMatchObject([
			{ message: 'Error: from a tick', file: '/app/page.js' },
			{ message: 'Error: from a timer', file: '/app/page.js' },
			{ message: 'Error: from a promise', file: '/app/page.js' }
		]);
		expect(bob?.exit).toEqual({ code: 1, reason: 'uncaught' });
	});

	it('lets a person send a request on the open connection of a client', async () => {
		const idle = `
			var pomelo = require('pomelo-jsclient-websocket');
			pomelo.init({ host: '127.0.0.1', port: 3050 }, function () {});
		`;
		const run = await simulate(
			cluster(
				{ 'client.js': idle },
				{
					interventions: [
						{
							at: 500,
							do: 'request',
							process: 'alice',
							route: 'connector.askHandler.ask',
							message: { n: 1 }
						}
					]
				}
			)
		);
		expect(run.summary.processes.alice?.log).toContain(
			'answer to connector.askHandler.ask: {"by":"time-server-2"}'
		);
		expect(linesOf(run, 'alice')).toEqual([]);
		expect(run.summary.calls.map((call) => call.status)).toEqual(['answered', 'answered']);
	});
});
