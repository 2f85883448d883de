// When a caller's own time for a call has run out, neither the stage nor the calls table says that it waits.
import { expect, test } from 'vitest';
import { actorState, calls, Trace, type World } from '#trace';
import { callRows } from '../../../src/ui/calls/call-rows.ts';
import { callDeadlines } from '../../../src/ui/shared/call-deadlines.ts';
import { CallsByProcess } from '../../../src/ui/stage/calls-by-process.ts';
import { processLook } from '../../../src/ui/stage/process-look.ts';
import { stageWords } from '../../../src/ui/text/stage.ts';
import { scenarioOf, simulate } from '../../support/simulate.ts';

const silent = `
const amqp = require('amqplib');
amqp.connect('amqp://localhost').then(async (connection) => {
	const channel = await connection.createChannel();
	await channel.assertQueue('q');
	await channel.consume('q', () => {}, { noAck: true });
});`;

/** Asks once, and lives on; what it does with the time is put in. */
const impatient = `
const amqp = require('amqplib');
amqp.connect('amqp://localhost').then(async (connection) => {
	const channel = await connection.createChannel();
	const { queue } = await channel.assertQueue('', { exclusive: true });
	await channel.consume(queue, () => {}, { noAck: true });
	channel.sendToQueue('q', Buffer.from('?'), { replyTo: queue, correlationId: 'a' });
	DEADLINE
});`;

async function runWith(deadline: string): Promise<Trace> {
	const { events } = await simulate(
		scenarioOf(
			{ 'server.js': silent, 'client.js': impatient.replace('DEADLINE', deadline) },
			[
				{ name: 'server', file: 'server.js' },
				{ name: 'client', file: 'client.js', startAt: 50 }
			],
			{ durationMs: 500 }
		)
	);
	const trace = new Trace();
	trace.append(events);
	return trace;
}

function told(trace: Trace, world: World): readonly string[] {
	const isOver = (call: number): boolean => callDeadlines(trace).isOver(call, world.cursor);
	const look = processLook(
		actorState(world, 'process', 'client'),
		{
			calls: new CallsByProcess(calls(world), isOver).of('client'),
			turnTakesTime: false,
			held: [],
			startsAgain: false,
			hasCaught: false
		},
		stageWords.now
	);
	return [
		look.mood,
		look.word,
		...callRows(trace, world).map(({ tone, fate }) => `${tone}: ${fate}`)
	];
}

test('a call is waited for until the timer set with its request runs out', async () => {
	const trace = await runWith(`setTimeout(() => console.log('no answer'), 50);`);
	const printed = trace.seqsOfKind('process.output')[0] ?? 0;
	const before = (trace.seqsOfKind('process.timer-due')[0] ?? 0) - 1;
	expect(told(trace, trace.worldAt(before))).toEqual([
		'waiting',
		'waits for call 1',
		'waiting: waiting: with server'
	]);
	expect(told(trace, trace.worldAt(printed))).toEqual([
		'idle',
		'call 1 unanswered',
		'warning: no answer, a timer ran out'
	]);
});

test('a call that is still waited for beside one whose time has run out keeps the sign of waiting', async () => {
	const again =
		"channel.sendToQueue('q', Buffer.from('?'), { replyTo: queue, correlationId: 'b' })";
	const trace = await runWith(`setTimeout(() => ${again}, 50);`);
	expect(told(trace, trace.worldAt(trace.length))).toEqual([
		'waiting',
		'2 calls unanswered',
		'warning: no answer, a timer ran out',
		'waiting: waiting: with server'
	]);
});

test('a timer that was cleared, goes round and round, or belongs to another turn is no deadline', async () => {
	for (const other of [
		'clearTimeout(setTimeout(() => {}, 50));',
		'setInterval(() => {}, 50);',
		`await channel.assertQueue('q'); setTimeout(() => console.log('later'), 50);`
	]) {
		const trace = await runWith(other);
		expect(told(trace, trace.worldAt(trace.length)).slice(0, 2)).toEqual([
			'waiting',
			'waits for call 1'
		]);
	}
});
