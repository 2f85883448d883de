// What `run` does with a scenario: its JSON, its report for people, its trace file, what it can be pointed at.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand, type RunOptions } from '../../src/cli/run-command.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { testSandbox } from '../support/engine.ts';
import { pomeloConfig } from '../support/scenarios.ts';

const root = join(import.meta.dirname, '../..');
let folder = '';

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'roundtrip-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

/** Write a folder of files; its path. */
function write(name: string, files: Readonly<Record<string, string>>): string {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name, path)), { recursive: true });
		writeFileSync(join(folder, name, path), text);
	}
	return join(folder, name);
}

let notes: string[] = [];

async function run(what: string, options: Partial<RunOptions> = {}): Promise<string[]> {
	const lines: string[] = [];
	notes = [];
	const print = (text: string): number => lines.push(text);
	const status = await runCommand(
		what,
		{ start: [], ...options },
		{ root, program: '', print, note: (text) => notes.push(text), sandbox: testSandbox }
	);
	expect(status).toBe(0);
	return lines;
}

interface Json {
	readonly seed: number;
	readonly virtualMs: number;
	readonly digest: string;
	readonly events: number;
	readonly processes: Record<string, { stdout: string[]; stderr: string[]; exit: object }>;
	readonly calls: readonly object[];
}

async function runJson(what: string, options: Partial<RunOptions> = {}): Promise<Json> {
	const [text = '', ...more] = await run(what, { ...options, json: true });
	expect(more).toEqual([]);
	return JSON.parse(text) as Json;
}

async function problemsOf(what: string, options: Partial<RunOptions> = {}): Promise<UsageError> {
	const error: unknown = await run(what, options).catch((thrown: unknown) => thrown);
	if (error instanceof UsageError) return error;
	throw new Error('expected bad usage', { cause: error });
}

/** A server that answers with a number more, and its client. */
const rpcPrograms = {
	'rpc_server.js': `require('amqplib').connect().then(async (connection) => {
		const channel = await connection.createChannel();
		await channel.assertQueue('rpc');
		channel.consume('rpc', (message) => {
			const answer = Buffer.from(String(Number(message.content) + 1));
			const { replyTo, correlationId } = message.properties;
			channel.sendToQueue(replyTo, answer, { correlationId });
			channel.ack(message);
		});
	});`,
	'rpc_client.js': `const [number] = process.argv.slice(2);
	if (number === undefined) { console.log('Usage: rpc_client.js num'); process.exit(1); }
	require('amqplib').connect().then(async (connection) => {
		const channel = await connection.createChannel();
		const { queue } = await channel.assertQueue('', { exclusive: true });
		channel.consume(queue, (message) => {
			console.log(' [.] Got %s', message.content.toString());
			connection.close();
		}, { noAck: true });
		channel.sendToQueue('rpc', Buffer.from(number), { replyTo: queue, correlationId: 'a' });
	});`,
	'package.json': '{ "scripts": { "test": "node --test" } }'
};

const hello = {
	'hello.js': "console.log('hello', ...process.argv.slice(2)); console.error('oh');"
};

describe('a folder of programs', () => {
	test('runs what --start names, once per option', async () => {
		const json = await runJson(write('programs', hello), {
			start: ['hello.js a b', 'hello.js@500']
		});
		expect(Object.keys(json)).toEqual([
			'seed',
			'virtualMs',
			'events',
			'digest',
			'processes',
			'calls'
		]);
		expect(json.processes).toMatchObject({
			hello: { stdout: ['hello a b'], stderr: ['oh'], log: [], exit: { code: 0, reason: null } },
			'hello-2': { stdout: ['hello'] }
		});
		expect(json.virtualMs).toBeGreaterThanOrEqual(500);
		expect(json.calls).toEqual([]);
	});

	test('without --start, runs those that use amqplib: servers first, clients with the arguments their usage asks for', async () => {
		const json = await runJson(write('rpc', rpcPrograms), { until: 3000 });
		expect(notes).toEqual([
			'started: rpc_server (rpc_server.js), rpc_client (rpc_client.js 20) at 300 ms; --start chooses others'
		]);
		expect(json.processes['rpc_client']?.stdout).toEqual([' [.] Got 21']);
		expect(json.calls).toMatchObject([{ status: 'answered', server: 'rpc_server' }]);
	});

	test('tells by file and line what they use that is not here', async () => {
		const path = write('unsupported', {
			'main.js':
				"const fs = require('fs');\ntry { require('express'); } catch {}\nfs.writeFileSync;",
			'lib.js': '',
			'big.js': 'x'.repeat(1024 * 1024 + 1)
		});
		await runJson(path, { start: ['main.js'] });
		expect(notes).toEqual([
			expect.stringMatching(
				/^not available here: main\.js:2 express: The package express is not here/
			),
			'left out: big.js (larger than 1 MB)'
		]);
	});

	test('is bad usage without --start when nothing says which to start', async () => {
		const error = await problemsOf(write('programs', hello));
		expect(error.message).toContain('--start');
	});
});

describe('a folder with scenario.json', () => {
	const scenario = {
		version: 1,
		files: ['hello.js'],
		processes: [{ name: 'greeter', file: 'hello.js', args: ['x'] }]
	};

	test('runs as it says; the same twice gives one digest, another seed another', async () => {
		const path = write('scenario', { ...hello, 'scenario.json': JSON.stringify(scenario) });
		const [first, second, other] = [
			await runJson(path),
			await runJson(path),
			await runJson(path, { seed: 2 })
		];
		expect(first.processes['greeter']?.stdout).toEqual(['hello x']);
		expect(second).toEqual(first);
		expect(other.digest).not.toBe(first.digest);
		expect(other.seed).toBe(2);
	});

	test('is refused with every problem', async () => {
		const broken = JSON.stringify({ ...scenario, seed: 'x', processes: [{ name: 'a' }] });
		const error = await problemsOf(write('broken', { ...hello, 'scenario.json': broken }));
		expect(error.problems.map(({ path }) => path)).toEqual(['processes[0].file', 'seed']);
		expect(error.message).toContain('seed: expected number, found "x"');
	});

	test('prints for people what the programs printed, how they ended, and the figures', async () => {
		const path = write('scenario', { ...hello, 'scenario.json': JSON.stringify(scenario) });
		const lines = await run(path);
		expect(lines.slice(0, 3)).toEqual(['greeter | hello x', 'greeter ! oh', '']);
		expect(lines[3]).toMatch(/^greeter {2}exit 0 {2}\d+ steps$/);
		expect(lines.at(-1)).toMatch(/ events in .* 0 of 0 calls answered, seed 1, digest \w+$/);
	});

	test('writes the trace as lines of JSON, one event each', async () => {
		const path = write('scenario', { ...hello, 'scenario.json': JSON.stringify(scenario) });
		const trace = join(folder, 'trace.jsonl');
		const { events } = await runJson(path, { trace });
		const lines = readFileSync(trace, 'utf8').trimEnd().split('\n');
		expect(lines).toHaveLength(events);
		expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(
			lines.map((_, index) => index)
		);
	});
});

test('--until ends a run that would go on', async () => {
	const path = write('endless', { 'main.js': 'setInterval(() => console.log(1), 100);' });
	const json = await runJson(path, { start: ['main.js'], until: 350 });
	expect(json.virtualMs).toBe(350);
	expect(json.processes['main']).toMatchObject({
		stdout: ['1', '1', '1'],
		exit: { code: null, reason: null }
	});
});

test('a bare Pomelo application boots its cluster', async () => {
	const json = await runJson(write('pomelo', pomeloConfig), { until: 1000 });
	expect(Object.keys(json.processes)).toEqual([
		'master-server-1',
		'gate-server-1',
		'time-server-1',
		'time-server-2'
	]);
});

test.each(['amqp-rpc', 'amqp-rpc-busy', 'pomelo-time'])(
	'the built-in scenario %s answers all its calls',
	async (id) => {
		const { calls } = await runJson(id);
		expect(calls.length).toBeGreaterThan(0);
		expect(calls.every((call) => 'status' in call && call.status === 'answered')).toBe(true);
	}
);

test('what is no folder and no built-in scenario is bad usage', async () => {
	expect((await problemsOf('nowhere')).message).toBe(
		'nowhere: no such folder or built-in scenario'
	);
});
