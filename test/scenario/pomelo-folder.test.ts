// The servers an application folder describes, and the arguments the master gives each.
import { expect, test } from 'vitest';
import { pomeloServers } from '#scenario';
import { pomeloConfig } from '../support/scenarios.ts';

const spec = { dir: '', env: 'development' };
const withServers = (servers: unknown): Record<string, string> => ({
	...pomeloConfig,
	'config/servers.json': JSON.stringify(servers)
});

test('the master comes first, then the servers in file order', () => {
	const ids = pomeloServers(pomeloConfig, spec).map((server) => server.id);
	expect(ids).toEqual(['master-server-1', 'gate-server-1', 'time-server-1', 'time-server-2']);
});

test('an id may be a number, though not 0, which a program takes for none', () => {
	const types = { chat: [{ id: 'c' }, { id: 20 }], time: [{ id: 3 }, { id: '10' }, { id: 'a' }] };
	const servers = pomeloServers(withServers(types), spec).slice(1);
	expect(servers.map(({ id }) => id)).toEqual(['c', '20', '3', '10', 'a']);
	expect(servers[2]?.args).toContain('id=3');
	expect(() => pomeloServers(withServers({ time: [{ id: 3 }, { id: '3' }] }), spec)).toThrow(
		/time\[1\]\.id/
	);
	expect(() => pomeloServers(withServers({ time: [{ id: 0 }] }), spec)).toThrow(/a server id/);
});

test('each server gets its fields as key=value arguments', () => {
	const [master, gate, , time] = pomeloServers(pomeloConfig, spec);
	expect(master).toMatchObject({
		serverType: 'master',
		port: 3005,
		args: ['env=development', 'type=all']
	});
	expect(gate).toMatchObject({ frontend: true, port: null, clientPort: 3014 });
	expect(gate?.args).toEqual([
		'env=development',
		'id=gate-server-1',
		'host=127.0.0.1',
		'clientPort=3014',
		'frontend=true',
		'serverType=gate'
	]);
	expect(time?.args).toContain('weight=5');
});

test('objects and lists in servers.json become words as Node.js formats them', () => {
	const chat = [{ id: 'c', flags: ['--a', 5, null], limits: { max: 1, 'by day': [1], none: {} } }];
	const servers = pomeloServers(withServers({ development: { chat } }), spec);
	expect(servers[1]?.args.slice(2, 4)).toEqual([
		"flags=[ '--a', 5, null ]",
		"limits={ max: 1, 'by day': [Array], none: {} }"
	]);
});

test('a file without the environment is used as it is', () => {
	const servers = pomeloServers(withServers({ chat: [{ id: 'c', host: 'h', port: '7' }] }), spec);
	expect(servers[1]).toMatchObject({ id: 'c', serverType: 'chat', host: 'h', port: 7 });
});

test('the configuration may lie in a folder named after the environment', () => {
	const { 'config/servers.json': servers = '', ...rest } = pomeloConfig;
	const files = { ...rest, 'config/development/servers.json': servers };
	expect(pomeloServers(files, spec)).toHaveLength(4);
});

test('clusterCount stands for several servers with ports counting up', () => {
	const chat = [{ clusterCount: 2, host: '127.0.0.1', port: '4050++' }];
	const servers = pomeloServers(withServers({ development: { chat } }), spec).slice(1);
	expect(servers.map(({ id, port }) => [id, port])).toEqual([
		['cluster-server-chat-0', 4050],
		['cluster-server-chat-1', 4051]
	]);
});

test('all that is wrong is told at once', () => {
	const files = { ...withServers({ gate: [{}], time: 'none' }), 'config/master.json': '{' };
	expect(() => pomeloServers(files, spec)).toThrow(
		/config\/master\.json: expected JSON.*\n.*gate\[0\]\.id: .*\n.*time: expected a list of servers/
	);
});
