// A folder somebody has becomes a scenario: what kind it is, which programs are started and how, what is refused and why.
import { describe, expect, test } from 'vitest';
import { importFolder, withProcesses, type FolderFiles, type ImportedFolder } from '#scenario';
import { pomeloConfig } from '../support/scenarios.ts';

function imported(files: FolderFiles): ImportedFolder {
	const parsed = importFolder(files);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.value;
}

/** The programs chosen, as command lines with start times. */
const chosen = (files: FolderFiles): string[] =>
	imported(files)
		.programs.filter((program) => program.chosen)
		.map(({ process: { name, file, args = [], startAt = 0 } }) =>
			[name, ':', file, ...args, `@${startAt}`].join(' ')
		);

const foundIn = (files: FolderFiles): string => {
	const parsed = importFolder(files);
	return parsed.ok ? 'nothing wrong' : (parsed.problems[0]?.found ?? '');
};

const amqp = "const amqp = require('amqplib');";

describe('kinds of folders', () => {
	test('a scenario.json wins over everything beside it', () => {
		const json = JSON.stringify({ version: 1, files: ['a.js'], processes: [] });
		const { kind, scenario } = imported({ ...pomeloConfig, 'scenario.json': json, 'a.js': '1' });
		expect(kind).toBe('scenario');
		expect(scenario.files).toEqual({ 'a.js': '1' });
	});

	test('a Pomelo application is found in game-server beside its web client, whose pages are left away', () => {
		const files = Object.fromEntries(
			Object.entries(pomeloConfig).map(([path, text]) => [`game-server/${path}`, text])
		);
		const { kind, scenario, programs } = imported({
			...files,
			'web-server/app.js': "require('express')",
			'web-server/public/js/jquery.js': '',
			'clients/chatter.js': "const pomelo = require('pomelo-jsclient-websocket');"
		});
		expect(kind).toBe('pomelo');
		expect(scenario.pomelo).toEqual({ dir: 'game-server', env: 'development' });
		expect(Object.keys(scenario.files)).not.toContain('web-server/public/js/jquery.js');
		expect(programs.map(({ process, chosen }) => [process.file, process.role, chosen])).toEqual([
			['clients/chatter.js', 'client', true]
		]);
	});

	test('what is wrong with a Pomelo configuration is told by file', () => {
		const broken = {
			...pomeloConfig,
			'config/servers.json': '{ "development": { "chat": [{}] } }'
		};
		expect(importFolder(broken)).toMatchObject({
			ok: false,
			problems: [{ path: 'config/servers.json development.chat[0].id', expected: 'a server id' }]
		});
	});
});

describe('programs', () => {
	test('those that use amqplib are started, servers before clients, libraries and tests not', () => {
		expect(
			chosen({
				'client.js': "require('./lib/rabbit');",
				'lib/rabbit.js': amqp,
				'receive_logs.js': amqp,
				'test/client.test.js': amqp,
				'tool.js': 'console.log(1)',
				'worker.mjs': "import amqp from 'amqplib';"
			})
		).toEqual([
			'receive_logs : receive_logs.js @0',
			'worker : worker.mjs @0',
			'client : client.js @300'
		]);
	});

	test('the scripts of package.json say file, arguments and environment', () => {
		const scripts = {
			start: 'LEVEL=info node --trace-warnings src/server 3 "two words"',
			pretest: 'node setup.js',
			build: 'webpack'
		};
		const files = {
			'package.json': JSON.stringify({ scripts, main: 'other.js' }),
			'src/server.js': '',
			'setup.js': '',
			'other.js': ''
		};
		expect(chosen(files)).toEqual(['server : src/server.js 3 two words @0']);
		expect(imported(files).programs[0]?.process.env).toEqual({ LEVEL: 'info' });
	});

	test('without a script, main of package.json is started; index.js is called after its folder', () => {
		const files = { 'shop/package.json': '{"main": "."}', 'shop/index.js': '' };
		expect(chosen(files)).toEqual(['shop : shop/index.js @300']);
	});

	test.each([
		['Usage: rpc_client.js num', ['20']],
		['Usage: receive_logs_direct.js [info] [warning] [error]', ['info', 'warning', 'error']],
		['usage: node receive_logs_topic.js <facility>.<severity>', ['#']],
		['Usage: enter.js <user> <room> ...', ['user', 'room']],
		['no usage at all', []]
	])('the usage "%s" gives arguments', (usage, args) => {
		const { programs } = imported({ 'a.js': `${amqp}\nconsole.log("${usage}");` });
		expect(programs[0]?.process.args).toEqual(args);
	});

	test('of the same name get numbers, and none is called like the broker', () => {
		const files = { 'a/index.js': amqp, 'b/a.js': amqp, 'broker.js': amqp };
		expect(imported(files).programs.map(({ process }) => process.name)).toEqual([
			'a',
			'a-2',
			'broker-2'
		]);
	});

	test('all that are offered make a scenario that can be run', () => {
		const { scenario, programs } = imported({ 'a.js': amqp, 'b c.js': amqp });
		const parsed = withProcesses(
			scenario,
			programs.map(({ process }) => process)
		);
		expect(parsed.ok && parsed.value.processes.map(({ name }) => name)).toEqual(['a', 'b c']);
	});
});

describe('nothing to run', () => {
	test.each([
		[{}, 'no text files'],
		[{ 'README.md': '' }, 'only README.md'],
		[{ 'src/server.ts': '' }, 'TypeScript only (src/server.ts); compile it first'],
		[{ 'x/y/scenario.json': '' }, 'only x/y/scenario.json; open the folder x/y']
	] as const)('%j', (files, found) => {
		expect(foundIn(files)).toContain(found);
	});
});
