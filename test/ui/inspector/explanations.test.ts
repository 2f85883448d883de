// What the inspector says of messages and errors in real runs: routing hop by hop, deaths, advice, what a queue holds.
import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import type { Scenario } from '#scenario';
import { actorState, Trace, traceIndex, type TraceEvent } from '#trace';
import { adviceFor } from '../../../src/ui/inspector/event-advice.ts';
import { journeyOf } from '../../../src/ui/inspector/message-journey.ts';
import { queueContents } from '../../../src/ui/inspector/queue-contents.ts';
import { queueTraits } from '../../../src/ui/inspector/queue-sentences.ts';
import { queueBadges } from '../../../src/ui/stage/queue-badges.ts';
import { scenarioOf, simulate } from '../../support/simulate.ts';

async function traceOf(scenario: Scenario | undefined): Promise<Trace> {
	if (scenario === undefined) throw new Error('no such scenario');
	const trace = new Trace();
	trace.append((await simulate(scenario)).events);
	return trace;
}

/** A program on a connection with a channel, and what it does with them. */
async function traceOfProgram(body: string): Promise<Trace> {
	const program = `
		const amqp = require('amqplib');
		(async () => {
			const connection = await amqp.connect('amqp://localhost');
			const channel = await connection.createConfirmChannel();
			connection.on('error', () => {});
			channel.on('error', () => {});
			${body}
		})().catch(() => {});
	`;
	return traceOf(scenarioOf({ 'main.js': program }, [{ name: 'main', file: 'main.js' }]));
}

function journeys(trace: Trace) {
	return trace.seqsOfKind('exchange.publish').map((seq) => journeyOf(trace, seq));
}

function adviceOf(trace: Trace, kind: TraceEvent['kind']) {
	const [seq = -1] = trace.seqsOfKind(kind);
	return adviceFor(trace.event(seq), trace, traceIndex(trace));
}

test('a routed message shows each binding with the words compared', async () => {
	const trace = await traceOf(builtIn.scenario('amqp-topics'));
	const [smoke, , , lost] = journeys(trace);
	expect(smoke?.arrivals).toHaveLength(2);
	expect(smoke?.hops[0]?.kind).toBe('topic');
	expect(
		smoke?.hops[0]?.verdicts.map(({ binding, matched, compared }) => [
			binding.key,
			matched,
			compared.map(({ found }) => found).join(' | ')
		])
	).toEqual([
		['*.*.smoke', true, 'north | 2 | smoke'],
		['north.#', true, 'north | 2.smoke'],
		['*.*.temperature', false, 'north | 2 | smoke'],
		['south.1.*', false, 'north | 2 | smoke']
	]);
	expect(lost?.end).toBe('dropped');
	expect(lost?.hops[0]?.verdicts.every(({ matched, why }) => !matched && why !== '')).toBe(true);
});

test('a dead letter tells its deaths as a path, and the counts of its header', async () => {
	const trace = await traceOf(builtIn.scenario('amqp-dead-letters'));
	const longest = journeys(trace).toSorted(
		(a, b) => (b?.deaths.length ?? 0) - (a?.deaths.length ?? 0)
	)[0];
	expect(longest?.deaths.map(({ queue, reason, into }) => [queue, reason, ...into])).toEqual([
		['orders', 'rejected', 'orders.wait'],
		['orders.wait', 'expired', 'orders'],
		['orders', 'rejected', 'orders.wait'],
		['orders.wait', 'expired', 'orders']
	]);
	expect(longest?.deathCounts.toSorted((a, b) => (a.queue < b.queue ? -1 : 1))).toEqual([
		{ queue: 'orders', reason: 'rejected', count: 2 },
		{ queue: 'orders.wait', reason: 'expired', count: 2 }
	]);
});

test('a message travels from exchange to exchange, and to the alternate one when nothing matches', async () => {
	const trace = await traceOfProgram(`
		await channel.assertExchange('all', 'fanout');
		await channel.assertExchange('rest', 'fanout');
		await channel.assertExchange('by-form', 'headers', { alternateExchange: 'rest' });
		await channel.assertQueue('pdf');
		await channel.assertQueue('other');
		await channel.bindExchange('by-form', 'all', '');
		await channel.bindQueue('pdf', 'by-form', '', { 'x-match': 'all', form: 'pdf' });
		await channel.bindQueue('other', 'rest', '');
		channel.publish('all', '', Buffer.from('a'), { headers: { form: 'pdf' } });
		channel.publish('all', '', Buffer.from('b'), { headers: { form: 'text' } });
	`);
	const [pdf, text] = journeys(trace);
	expect(pdf?.hops.map(({ exchange }) => exchange)).toEqual(['all', 'by-form']);
	expect(pdf?.arrivals.map(({ queue }) => queue)).toEqual(['pdf']);
	expect(text?.hops.map(({ exchange, alternate }) => [exchange, alternate])).toEqual([
		['all', null],
		['by-form', 'rest'],
		['rest', null]
	]);
	expect(text?.hops[1]?.verdicts[0]?.compared).toEqual([
		{ wanted: 'form = pdf', found: 'text', fits: false }
	]);
	expect(text?.arrivals.map(({ queue }) => queue)).toEqual(['other']);
});

test('the default exchange says which queues there are when the one asked for is missing', async () => {
	const trace = await traceOfProgram(`
		await channel.assertQueue('tasks');
		channel.sendToQueue('task', Buffer.from('a'), { mandatory: true });
	`);
	const [journey] = journeys(trace);
	expect(journey).toMatchObject({ end: 'returned', arrivals: [] });
	expect(journey?.hops[0]).toMatchObject({ kind: 'default', queues: ['tasks'] });
	expect(adviceOf(trace, 'publish.returned')?.meaning).toContain('mandatory');
});

test.each([
	["await channel.checkQueue('nowhere');", 'Declare it first'],
	[
		"await channel.assertQueue('q'); await channel.assertQueue('q', { durable: false });",
		'same options'
	],
	["channel.ack({ fields: { deliveryTag: 9 }, properties: {}, content: Buffer.from('') });", 'once']
])('%s: the error is explained, with something to try', async (body, attempt) => {
	const trace = await traceOfProgram(body);
	const index = traceIndex(trace);
	const closing = index.flights.find(
		({ message, link }) => message.method === 'channel.close' && link.fromNode === 'broker'
	);
	if (closing === undefined) throw new Error('the channel is closed');
	const advice = adviceFor(trace.event(closing.sentSeq), trace, index);
	expect(advice?.tone).toBe('problem');
	expect(advice?.meaning).toContain('closes this channel of main');
	expect(advice?.attempt).toContain(attempt);
	for (const seq of trace.seqsOfKind('channel.refused')) {
		expect(adviceFor(trace.event(seq), trace, index)).toEqual(advice);
	}
});

test('confirms, refusals and deaths are explained', async () => {
	const confirms = await traceOf(builtIn.scenario('amqp-confirms'));
	expect(adviceOf(confirms, 'publish.confirmed')?.tone).toBe('plain');
	expect(adviceOf(confirms, 'queue.dropped')?.meaning).toContain('reject-publish');
	const dead = await traceOf(builtIn.scenario('amqp-dead-letters'));
	expect(adviceOf(dead, 'queue.expired')?.meaning).toContain('300 ms');
	expect(adviceOf(dead, 'queue.rejected')?.meaning).toContain('orders.dead');
	expect(adviceOf(dead, 'queue.delivered')).toBeNull();
});

test('a queue tells what waits in it, who holds what, and what each of its badges means', async () => {
	const trace = await traceOf(builtIn.scenario('amqp-work-queues'));
	const index = traceIndex(trace);
	const cursor = (trace.seqsOfKind('queue.enqueued').at(-1) ?? 0) + 1;
	const state = actorState(trace.worldAt(cursor), 'queue', 'task_queue');
	if (state === undefined) throw new Error('no queue');
	const { ready, holders } = queueContents(state, trace, cursor, (channel) =>
		index.client(channel)
	);
	expect(ready.map(({ content }) => content)[0]).toBe('make invoice...');
	expect(ready.map(({ seq }) => trace.event(seq).kind)).toEqual(ready.map(() => 'queue.enqueued'));
	expect(holders.map(({ name, terms, held }) => [name, terms, held[0]?.content])).toEqual([
		['worker-1', 'prefetch 1', 'resize photo....'],
		['worker-2', 'prefetch 1', 'send receipt.'],
		['worker-3', 'prefetch 1', 'book stock..']
	]);
	expect(queueTraits(state.definition)).toHaveLength(queueBadges(state.definition).length);
});
