// What programs see when a person restarts the broker or lets it run low on memory. Texts and what survives were observed
// with RabbitMQ 3.10.8 (rabbitmqctl stop_app, start_app, set_vm_memory_high_watermark).
import { describe, expect, it } from 'vitest';
import type { Intervention } from '#scenario';
import { Trace, type TraceEvent } from '#trace';
import { scenarioOf, simulate } from '../support/simulate.ts';

const head = `
	const amqp = require('amqplib');
	const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
	const watch = (name, emitter) => {
		for (const event of ['error', 'close', 'blocked', 'unblocked']) {
			emitter.on(event, (x) => console.log(name, event, x instanceof Error ? x.message : x));
		}
	};`;

async function linesOf(program: string, interventions: readonly Intervention[], durationMs = 5000) {
	const files = { 'a.js': `${head}\n(async () => {${program}})();` };
	const run = await simulate(
		scenarioOf(files, [{ name: 'a', file: 'a.js' }], { interventions, durationMs })
	);
	const { stdout = [], stderr = [] } = run.summary.processes['a'] ?? {};
	expect(stderr).toEqual([]);
	return { lines: stdout, events: run.events };
}

function worldAtEnd(events: readonly TraceEvent[]) {
	const trace = new Trace();
	trace.append(events);
	return trace.worldAt(trace.length);
}

describe('a restarted broker', () => {
	const restart: Intervention = { at: 500, do: 'broker', what: 'restart', downMs: 400 };
	const forced =
		'Connection closed: 320 (CONNECTION-FORCED) with message ' +
		`"CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'"`;

	it('closes connections without an error, refuses others while it is down, and then takes them again', async () => {
		const { lines } = await linesOf(
			`
			const connection = await amqp.connect(); watch('connection', connection);
			const channel = await connection.createChannel(); watch('channel', channel);
			await wait(600);
			try { channel.sendToQueue('q', Buffer.from('')); } catch (e) { console.log(e.name, e.message); }
			await connection.close().catch((e) => console.log(e.name, e.message));
			await amqp.connect().catch((e) => console.log(e.code));
			await wait(400);
			await (await amqp.connect()).close();
			console.log('closed as usual');`,
			[restart]
		);
		expect(lines).toEqual([
			'channel close undefined',
			`connection close ${forced}`,
			'IllegalOperationError Channel closed',
			`IllegalOperationError Connection closed (Error: ${forced})`,
			'ECONNREFUSED',
			'closed as usual'
		]);
	});

	it('keeps durable things and persistent messages, in order, marked redelivered where they were out', async () => {
		const { lines, events } = await linesOf(
			`
			const connection = await amqp.connect(); connection.on('error', () => {});
			const channel = await connection.createConfirmChannel();
			await channel.assertExchange('durable', 'fanout');
			await channel.assertExchange('transient', 'fanout', { durable: false });
			await channel.assertQueue('kept');
			await channel.assertQueue('quorum', { arguments: { 'x-queue-type': 'quorum' } });
			await channel.assertQueue('ranked', { maxPriority: 5 });
			await channel.assertQueue('aging', { messageTtl: 600 });
			await channel.assertQueue('gone', { durable: false });
			await channel.assertQueue('own', { exclusive: true });
			await channel.assertQueue('auto', { autoDelete: true });
			await channel.bindQueue('kept', 'durable', '');
			await channel.bindQueue('kept', 'transient', '');
			await channel.bindQueue('gone', 'durable', '');
			for (let i = 0; i < 6; i++) channel.sendToQueue('kept', Buffer.from('p' + i), { persistent: i % 2 === 0 });
			for (let i = 0; i < 3; i++) channel.sendToQueue('ranked', Buffer.from('r' + i), { persistent: true, priority: i });
			for (const queue of ['quorum', 'gone', 'own', 'auto']) channel.sendToQueue(queue, Buffer.from(queue), { persistent: queue !== 'quorum' });
			channel.sendToQueue('aging', Buffer.from('old'), { persistent: true });
			await channel.waitForConfirms();
			await channel.prefetch(3);
			await channel.consume('kept', () => {});
			await wait(1000);
			const again = await amqp.connect();
			for (const queue of ['kept', 'quorum', 'ranked', 'aging', 'gone', 'own', 'auto']) {
				const other = await again.createChannel(); other.on('error', () => {});
				const answer = await other.checkQueue(queue).catch((e) => e.code);
				console.log(queue, answer.messageCount ?? answer);
			}
			const other = await again.createConfirmChannel();
			other.publish('durable', '', Buffer.from('new'));
			await other.waitForConfirms();
			for (const queue of ['kept', 'ranked']) {
				const seen = [];
				for (let m; (m = await other.get(queue, { noAck: true }));) seen.push(m.content + (m.fields.redelivered ? '*' : ''));
				console.log(seen.join(' '));
			}
			other.on('error', () => {});
			await other.checkExchange('transient').catch((e) => console.log(e.code));
			await again.close();`,
			[restart]
		);
		expect(lines).toEqual([
			'kept 3',
			'quorum 1',
			'ranked 3',
			'aging 0',
			'gone 404',
			'own 404',
			'auto 1',
			'p0* p2* p4 new',
			'r2 r1 r0',
			'404'
		]);
		const dropped = events.filter((event) => event.kind === 'queue.dropped');
		expect(dropped.map((event) => event.data.reason)).toEqual(['restart', 'restart', 'restart']);
	});

	it('is the same in the world folded from the trace', async () => {
		const { events } = await linesOf(
			`const connection = await amqp.connect();
			 const channel = await connection.createChannel();
			 await channel.assertQueue('q');
			 channel.sendToQueue('q', Buffer.from('m'), { persistent: true });`,
			[restart]
		);
		const world = worldAtEnd(events);
		expect(world.actors.has('queue:q')).toBe(true);
		expect([...world.actors.keys()].filter((id) => /^(connection|channel):/.test(id))).toEqual([]);
	});
});

describe('a broker low on memory', () => {
	const alarm: Intervention = { at: 300, do: 'broker', what: 'memory-alarm' };
	const clear: Intervention = { at: 900, do: 'broker', what: 'memory-clear' };

	it('blocks a connection when it publishes, reads it again later, and leaves the others alone', async () => {
		const { lines } = await linesOf(
			`
			const publisher = await amqp.connect(); watch('publisher', publisher);
			const worker = await amqp.connect(); watch('worker', worker);
			const out = await publisher.createConfirmChannel();
			const inn = await worker.createChannel();
			await out.assertQueue('q');
			await wait(400);
			await inn.consume('q', (m) => { console.log('got', m.content.toString()); inn.ack(m); });
			await out.checkQueue('q').then(() => console.log('asked during the alarm'));
			out.sendToQueue('q', Buffer.from('one'), {}, (e) => console.log('confirmed', e));
			await wait(100);
			out.checkQueue('q').then(() => console.log('asked while blocked'));
			await inn.checkQueue('q').then(() => console.log('the other goes on'));
			const late = await amqp.connect(); watch('late', late);
			(await late.createChannel()).sendToQueue('q', Buffer.from('two'));
			await wait(600);
			await publisher.close(); await worker.close(); await late.close();`,
			[alarm, clear]
		);
		expect(lines.slice(0, 4)).toEqual([
			'asked during the alarm',
			'publisher blocked low on memory',
			'the other goes on',
			'late blocked low on memory'
		]);
		expect(lines.slice(4, 10).sort()).toEqual([
			'asked while blocked',
			'confirmed null',
			'got one',
			'got two',
			'late unblocked undefined',
			'publisher unblocked undefined'
		]);
	});

	it('takes what a client sent that was blocked and has closed, once it reads again', async () => {
		const { lines } = await linesOf(
			`
			const one = await amqp.connect(); watch('one', one);
			const channel = await one.createChannel();
			await channel.assertQueue('q');
			await wait(400);
			channel.sendToQueue('q', Buffer.from('sent'));
			await wait(100);
			await one.close();
			console.log('closed');
			await wait(600);
			const two = await amqp.connect();
			const m = await (await two.createChannel()).get('q', { noAck: true });
			console.log(m && m.content.toString());
			await two.close();`,
			[alarm, clear]
		);
		expect(lines).toEqual(['one blocked low on memory', 'one close undefined', 'closed', 'sent']);
	});

	it('has forgotten it after a restart', async () => {
		const { lines } = await linesOf(
			`
			const one = await amqp.connect(); watch('one', one);
			const channel = await one.createChannel();
			await channel.assertQueue('q');
			await wait(400);
			channel.sendToQueue('q', Buffer.from('lost'));
			await wait(900);
			const two = await amqp.connect(); watch('two', two);
			const other = await two.createConfirmChannel();
			other.sendToQueue('q', Buffer.from('taken'));
			await other.waitForConfirms();
			console.log((await other.checkQueue('q')).messageCount);
			await two.close();`,
			[alarm, { at: 600, do: 'broker', what: 'restart', downMs: 100 }]
		);
		expect(lines[0]).toBe('one blocked low on memory');
		expect(lines[1]).toContain('one close Connection closed: 320');
		expect(lines.slice(2)).toEqual(['1', 'two close undefined']);
	});
});
