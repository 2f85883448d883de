// Programs named on the command line: words, times, names.
import { expect, test } from 'vitest';
import { startOptions } from '../../src/cli/start-option.ts';

const files = { 'rpc_client.js': '', 'lib/worker.mjs': '', 'server.js': '' };
const start = (...options: string[]) => startOptions(options, files, ['broker', 'server']);

test.each([
	['rpc_client.js', [], 0],
	['rpc_client.js 35', ['35'], 0],
	['rpc_client.js 35@500', ['35'], 500],
	['rpc_client@12.5', [], 12.5],
	['./rpc_client.js  a   b ', ['a', 'b'], 0],
	[`rpc_client.js 'two words' "and more" x'y z'`, ['two words', 'and more', 'xy z'], 0],
	['rpc_client.js me@home', ['me@home'], 0],
	['rpc_client.js me@home@7', ['me@home'], 7],
	[`rpc_client.js ''`, [''], 0]
])('%s', (option, args, startAt) => {
	expect(start(option)).toEqual([{ name: 'rpc_client', file: 'rpc_client.js', args, startAt }]);
});

test('a name is the file without folders and ending, numbered when it is taken', () => {
	const names = start('server.js', 'server.js', 'lib/worker.mjs', 'server').map(({ name }) => name);
	expect(names).toEqual(['server-2', 'server-3', 'worker', 'server-4']);
});

test('a file that is not there is bad usage, and the message names those that are', () => {
	expect(() => start('nope.js 1')).toThrow(/no file nope\.js here \(programs: rpc_client\.js, /);
	expect(() => start('  ')).toThrow('expected a file to run');
});
