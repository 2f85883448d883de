// Whole runs of real programs: what a run promises, whatever the programs do.
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#scenario';
import { rpcFiles } from '../support/rpc-programs.ts';
import { scenarioOf, simulate } from '../support/simulate.ts';

const oneOfEach = scenarioOf(rpcFiles, [
	{ name: 'server', file: 'server.js' },
	{ name: 'client', file: 'client.js', args: ['a', 'b'], startAt: 50 }
]);

const digestOf = async (scenario: Scenario) => (await simulate(scenario)).summary.digest;

describe('a run', () => {
	it('answers calls and says who did, and when the client has ended the server is still running', async () => {
		const { summary } = await simulate(oneOfEach);
		expect(summary.processes['client']).toMatchObject({
			stdout: ['re a c0', 're b c1'],
			stderr: [],
			exit: { code: 0, reason: null }
		});
		expect(summary.processes['server']?.exit).toEqual({ code: null, reason: null });
		expect(summary.calls.map(({ id, server, status }) => [id, server, status])).toEqual([
			['c0', 'server', 'answered'],
			['c1', 'server', 'answered']
		]);
	});

	it('has one digest however often it is computed, and another when anything that determines it changes', async () => {
		const digest = await digestOf(oneOfEach);
		expect(await digestOf(oneOfEach)).toBe(digest);
		const changed: readonly Scenario[] = [
			{ ...oneOfEach, seed: 2 },
			{ ...oneOfEach, links: { latencyMs: 0.3 } },
			{ ...oneOfEach, startDate: '2025-01-01T09:00:01Z' },
			{
				...oneOfEach,
				files: { ...rpcFiles, 'client.js': `${rpcFiles['client.js']}console.log(1);` }
			},
			{
				...oneOfEach,
				processes: oneOfEach.processes.map((process) => ({ ...process, args: ['x'] }))
			}
		];
		const others = await Promise.all(changed.map(digestOf));
		expect(new Set([digest, ...others]).size).toBe(changed.length + 1);
	});

	it('has the release of RabbitMQ its scenario asks for', async () => {
		const program = `
			const { connect } = require('amqplib');
			(async () => {
				const connection = await connect();
				console.log(connection.connection.serverProperties.version);
				const channel = await connection.createChannel();
				channel.on('error', () => {});
				await channel.assertQueue('q', { durable: false }).catch((error) => console.log(error.code));
				connection.on('error', () => {});
			})();`;
		const printed = async (rest: Partial<Scenario>) => {
			const processes = [{ name: 'client', file: 'a.js' }];
			const { summary } = await simulate(scenarioOf({ 'a.js': program }, processes, rest));
			return summary.processes['client']?.stdout;
		};
		expect(await printed({})).toEqual(['3.10.8']);
		expect((await printed({ brokerVersion: '4.3' }))?.[0]).toBe('4.3.0');
	});

	it('stops at its horizon and goes quiet before it when nothing is left', async () => {
		const { summary } = await simulate({ ...oneOfEach, durationMs: 20 });
		expect(summary.virtualMs).toBe(20);
		const quiet = await simulate(oneOfEach);
		expect(quiet.summary.virtualMs).toBeLessThan(5000);
		expect(quiet.events[quiet.events.length - 1]).toMatchObject({
			kind: 'run.ended',
			data: { why: 'quiet' }
		});
	});

	it('moves a request to the other server when the one that has it is killed', async () => {
		const { summary } = await simulate(
			scenarioOf(rpcFiles, [
				{ name: 'server-1', file: 'server.js', args: ['1', '500'], killAt: 300 },
				{ name: 'server-2', file: 'server.js', args: ['1', '500'], startAt: 200 },
				{ name: 'client', file: 'client.js', args: ['a'], startAt: 100 }
			])
		);
		expect(summary.calls).toMatchObject([{ server: 'server-2', status: 'answered' }]);
		expect(summary.processes['server-1']?.exit).toEqual({ code: null, reason: 'killed' });
	});

	it('calls a request orphaned when its server dies with it and nobody will get it again', async () => {
		const files = {
			...rpcFiles,
			'server.js': rpcFiles['server.js'].replace('});\n});', '}, { noAck: true });\n});')
		};
		const { summary } = await simulate(
			scenarioOf(files, [
				{ name: 'server', file: 'server.js', args: ['1', '500'], killAt: 300 },
				{ name: 'client', file: 'client.js', args: ['a'], startAt: 100 }
			])
		);
		expect(summary.calls).toMatchObject([{ status: 'orphaned', latencyMs: null }]);
	});

	it('lists a reply that comes twice as a stray', async () => {
		const twice = rpcFiles['server.js'].replace(
			'channel.ack(request);',
			"channel.sendToQueue(replyTo, Buffer.from('again'), { correlationId });\nchannel.ack(request);"
		);
		const { events, summary } = await simulate(
			scenarioOf({ ...rpcFiles, 'server.js': twice }, [
				{ name: 'server', file: 'server.js' },
				{ name: 'client', file: 'client.js', args: ['a', 'b'], startAt: 50 }
			])
		);
		expect(summary.calls[0]).toMatchObject({ status: 'answered' });
		const strays = events.filter(({ kind }) => kind === 'call.stray-reply');
		expect(strays).toMatchObject([
			{ data: { key: 'c0', why: 'answered already', from: 'server' } }
		]);
	});

	it('starts, kills and restarts processes as interventions say, and tells so', async () => {
		const { events, summary } = await simulate({
			...oneOfEach,
			interventions: [
				{ at: 100, do: 'kill', process: 'server' },
				{ at: 200, do: 'start', process: { name: 'late', file: 'client.js', args: ['z'] } },
				{ at: 300, do: 'restart', process: 'server' }
			]
		});
		expect(summary.processes['late']?.stdout).toEqual(['re z c0']);
		const said = events.flatMap((event) =>
			event.kind === 'run.intervention' ? [event.data.text] : []
		);
		expect(said).toEqual(['kills server', 'starts late (client.js z)', 'restarts server']);
	});

	it('loses what a cut wire loses, and delivers again once it is mended', async () => {
		const { summary } = await simulate({
			...oneOfEach,
			processes: [
				{ name: 'server', file: 'server.js' },
				{ name: 'client', file: 'client.js', args: ['a'], startAt: 200 }
			],
			interventions: [
				{ at: 100, do: 'link', from: 'server', to: 'broker', fault: 'drop', count: 1 }
			]
		});
		expect(summary.calls).toMatchObject([{ status: 'waiting', server: 'server' }]);
	});
});

describe('limits', () => {
	const echo = { name: 'server', file: 'server.js' };
	const asks = { name: 'client', file: 'client.js', args: ['still there?'], startAt: 3000 };

	async function besides(source: string, rest: Partial<Scenario> = {}) {
		const { summary } = await simulate(
			scenarioOf(
				{ ...rpcFiles, 'bad.js': source },
				[echo, { name: 'bad', file: 'bad.js' }, asks],
				rest
			)
		);
		expect(summary.processes['client']?.stdout).toEqual(['re still there? c0']);
		return summary.processes['bad'];
	}

	it.each([
		['for (;;) {}', 'out of steps'],
		['(async () => { for (;;) await null; })()', 'out of steps'],
		["/(a+)+$/.test('a'.repeat(40) + 'b')", 'out of steps'],
		[
			"require('amqplib').connect('amqp://localhost').then(async (c) => { const ch = await c.createChannel(); while (true) ch.sendToQueue('q', Buffer.from('x')); })",
			'out of memory'
		],
		[
			'const arm = () => { setTimeout(arm, 1e6); setTimeout(arm, 1e6); for (let i = 0; i < 9000; i++) setTimeout(arm, 1e6); setTimeout(arm, 1); }; arm();',
			'too many timers'
		]
	])('end %s with: %s', async (source, reason) => {
		const bad = await besides(source, { limits: { turnPollsMax: 2000 } });
		expect(bad?.exit).toEqual({ code: null, reason });
		expect(bad?.stderr.join('\n')).toContain(reason);
	});

	it('end a run-away turn with its reason also when its virtual end lies past the horizon', async () => {
		const { summary } = await simulate(
			scenarioOf({ 'bad.js': 'for (;;) {}' }, [{ name: 'bad', file: 'bad.js' }], {
				durationMs: 100
			})
		);
		expect(summary.processes['bad']?.exit).toEqual({ code: null, reason: 'out of steps' });
	});

	it('let an endless interval run on, bounded by the horizon', async () => {
		const bad = await besides('let n = 0; setInterval(() => n++, 0);');
		expect(bad?.exit).toEqual({ code: null, reason: null });
	});
});
