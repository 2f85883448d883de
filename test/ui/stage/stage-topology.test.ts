// What stands on the stage of real runs of the built-in scenarios: lines, shelves, marks, errors.
import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import { actorState, Trace, traceIndex, type Flight } from '#trace';
import { labelWidth } from '../../../src/ui/stage/edge-labels.ts';
import { exchangeLook } from '../../../src/ui/stage/exchange-look.ts';
import { flightsIn, flightsKnown } from '../../../src/ui/stage/flight-plan.ts';
import { heldMarks } from '../../../src/ui/stage/held-marks.ts';
import { litAt } from '../../../src/ui/stage/lit-actors.ts';
import { queueLook } from '../../../src/ui/stage/queue-look.ts';
import { layoutStage } from '../../../src/ui/stage/stage-layout.ts';
import { edgeId } from '../../../src/ui/stage/stage-graph.ts';
import { stageWords } from '../../../src/ui/text/stage.ts';
import { StageTopology } from '../../../src/ui/stage/stage-topology.ts';
import { isStanding } from '../../../src/ui/stage/standing-edges.ts';
import { chinese as chineseWords } from '../../../src/ui/text/zh/stage.ts';
import { scenarioOf, simulate } from '../../support/simulate.ts';

async function traceOf(scenario: Parameters<typeof simulate>[0] | undefined) {
	if (scenario === undefined) throw new Error('no such scenario');
	const trace = new Trace();
	trace.append((await simulate(scenario)).events);
	const topology = new StageTopology(trace, stageWords.now);
	topology.catchUp();
	return { trace, topology, index: traceIndex(trace) };
}

const dead = await traceOf(builtIn.scenario('amqp-dead-letters'));
const work = await traceOf(builtIn.scenario('amqp-work-queues'));
const confirms = await traceOf(builtIn.scenario('amqp-confirms'));
const pubSub = await traceOf(builtIn.scenario('amqp-publish-subscribe'));

test('a queue with a dead-letter exchange has a line to it, lit when a message dies', () => {
	const { topology, trace } = dead;
	const labels = Object.fromEntries(
		topology.edges.filter(({ kind }) => kind === 'dead').map(({ id, labels }) => [id, labels])
	);
	const away = edgeId('dead', 'queue:orders', 'exchange:orders.dead');
	const back = edgeId('dead', 'queue:orders.wait', 'exchange:');
	expect(labels).toEqual({ [away]: ['dead letters'], [back]: ['dead, as orders'] });
	const [death = -1] = trace.seqsOfKind('queue.rejected');
	expect(litAt(trace, death + 2).edges.has(away)).toBe(true);
});

test('a dead letter keeps the letter of the message it was', () => {
	const { topology, trace } = dead;
	const texts = trace.seqsOfKind('queue.enqueued').flatMap((seq) => {
		const event = trace.event(seq);
		if (event.kind !== 'queue.enqueued' || event.actor !== 'queue:orders.wait') return [];
		return [topology.marks.ofMessage(event.data.message.id)?.text];
	});
	// lamp once, piano twice
	expect(texts).toEqual(['B', 'D', 'D']);
});

test('each consumer has a shelf with what it holds, and places its prefetch leaves free', () => {
	const { topology, trace, index } = work;
	const node = topology.nodes.find(({ id }) => id === 'queue:task_queue');
	expect(node?.holders).toEqual(['worker-1', 'worker-2', 'worker-3']);
	const enqueued = trace.seqsOfKind('queue.enqueued');
	const world = trace.worldAt((enqueued.at(-1) ?? 0) + 1);
	const state = actorState(world, 'queue', 'task_queue');
	if (state === undefined || node === undefined) throw new Error('no queue');
	const markOf = (id: number) => topology.marks.ofMessage(id);
	const clientOf = (channel: Parameters<typeof index.client>[0]) => index.client(channel);
	const { shelves, ready } = queueLook(state, node.holders, markOf, clientOf);
	expect(
		shelves.map(({ name, held, free }) => [name, held.map(({ mark }) => mark?.text), free])
	).toEqual([
		['worker-1', ['A'], 0],
		['worker-2', ['B'], 0],
		['worker-3', ['C'], 0]
	]);
	expect(ready.map(({ mark }) => mark?.text)).toEqual(['D', 'E', 'F', 'G', 'H']);
	expect(
		heldMarks(world, markOf, clientOf)
			.get('worker-2')
			?.map(({ text }) => text)
	).toEqual(['B']);
	const before = trace.worldAt(enqueued[0] ?? 0);
	const idle = actorState(before, 'queue', 'task_queue');
	if (idle === undefined) throw new Error('no queue');
	expect(queueLook(idle, node.holders, markOf, clientOf).shelves.map(({ free }) => free)).toEqual([
		1, 1, 1
	]);
});

test('confirms and returned messages travel back along the line of the publisher', () => {
	const { topology, index } = confirms;
	const way = edgeId('publish', 'process:sender', 'exchange:parcels');
	const back = (method: string): readonly Flight[] =>
		index.flights.filter(
			({ link, message }) => link.fromNode === 'broker' && message.method === method
		);
	const taken = ['basic.ack', 'basic.nack', 'basic.return'].map((method) =>
		back(method).map((flight) => topology.marks.ofFlight(flight)?.text)
	);
	expect(taken).toEqual([['A', 'B', 'C', 'E', 'F'], ['D'], ['E']]);
	for (const method of ['basic.ack', 'basic.nack', 'basic.return']) {
		for (const flight of back(method)) {
			expect(topology.wayOf(flight)).toEqual({ edge: way, isReverse: true });
		}
	}
});

test('a refusal, a returned message and an acknowledgement are told apart in flight', () => {
	const { trace, topology, index } = confirms;
	const layout = layoutStage(topology.nodes, topology.edges);
	const stage = { trace, topology, index, layout, known: flightsKnown() };
	const tones = new Set<string>();
	for (const flight of index.flights) {
		for (const drawn of flightsIn(trace.worldAt(flight.sentSeq + 1), stage)) tones.add(drawn.tone);
	}
	expect([...tones].toSorted()).toEqual(['plain', 'refused', 'returned']);
});

test('lines of what comes later, or is gone, do not stand yet', () => {
	const { trace, topology, index } = pubSub;
	const bindings = topology.edges.filter(({ kind }) => kind === 'bind');
	const standing = (cursor: number) =>
		bindings.filter((edge) => isStanding(edge, trace.worldAt(cursor), index)).length;
	const [first = 0] = trace.seqsOfKind('exchange.publish');
	expect(bindings).toHaveLength(3);
	expect(standing(first)).toBe(0);
	expect(standing(trace.length)).toBe(3);
});

test('an error the broker tells a process of is shown until the process starts again', async () => {
	const program = `
		const amqp = require('amqplib');
		(async () => {
			const connection = await amqp.connect('amqp://localhost');
			const channel = await connection.createChannel();
			channel.on('error', () => {});
			channel.checkQueue('nowhere').catch(() => {});
		})();
	`;
	const interventions = [{ at: 1000, do: 'restart' as const, process: 'main' }];
	const { trace, topology } = await traceOf(
		scenarioOf({ 'main.js': program }, [{ name: 'main', file: 'main.js' }], { interventions })
	);
	const starts = trace.seqsOfKind('process.started');
	const [refused = 0] = trace.seqsOfKind('channel.refused');
	expect(topology.lives.failureAt('process:main', refused)).toBe(null);
	expect(topology.lives.failureAt('process:main', starts[1] ?? 0)).toBe(404);
	expect(topology.lives.failureAt('process:main', (starts[1] ?? 0) + 1)).toBe(null);
});

test('an exchange has the sign of its kind before it is declared', () => {
	const declared = pubSub.topology.exchangeType('exchange:logs');
	expect(exchangeLook('logs', undefined, declared)).toEqual({
		kind: 'fanout',
		exists: false,
		unroutable: 0
	});
	expect(exchangeLook('nobody', undefined, undefined).kind).toBeNull();
});

test('lines are called by the words of the language, and wide letters get the room they take', () => {
	const { trace } = dead;
	const chinese = new StageTopology(trace, chineseWords);
	chinese.catchUp();
	const [away] = chinese.edges.filter(({ kind }) => kind === 'dead');
	const [english] = dead.topology.edges.filter(({ kind }) => kind === 'dead');
	if (away === undefined || english === undefined) throw new Error('no line for dead letters');
	expect(away.labels).toEqual(['死信']);
	expect(labelWidth(away)).toBe(16 + 2 * 12);
	expect(labelWidth(away)).toBeLessThan(labelWidth(english));
});
