// Quorum queues as a single node shows them. Observed with RabbitMQ 3.10.8.
import { expect, test } from 'vitest';
import { BrokerConversation, type ClientChannel } from '../support/broker-conversation.ts';

function queueOf(...more: readonly (readonly [string, string, unknown])[]) {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q', { durable: true, args: [['x-queue-type', 'S', 'quorum'], ...more] });
	for (const text of ['0', '1', '2', '3']) channel.publish('', 'q', text);
	return { broker, channel };
}

/** Takes the next messages without acknowledging; gives their tags. */
function hold(channel: ClientChannel, count: number): number[] {
	return Array.from(
		{ length: count },
		() => channel.ask('basic.get', 'q', false)[0]?.[1] as number
	);
}

test('without a delivery limit what a client gives back goes to the end, in that order', () => {
	const { channel } = queueOf();
	const [first, second] = hold(channel, 2);
	channel.say('basic.nack', second as number, false, true);
	channel.say('basic.nack', first as number, false, true);
	expect(channel.drain('q')).toEqual(['2', '3', '1*', '0*']);
});

test('with a delivery limit it goes ahead of all others, in the order it comes back', () => {
	const { channel } = queueOf(['x-delivery-limit', 'b', 5]);
	const [first, second] = hold(channel, 2);
	channel.say('basic.nack', second as number, false, true);
	channel.say('basic.nack', first as number, false, true);
	expect(channel.drain('q')).toEqual(['1*', '0*', '2', '3']);
});

test('what a lost channel held goes ahead of all others in any case', () => {
	const { broker, channel } = queueOf();
	const other = broker.channel();
	hold(other, 2);
	other.client.vanish();
	expect(channel.drain('q')).toEqual(['0*', '1*', '2', '3']);
});

test('who asks for a message is told how often it came back, a consumer only if it did', () => {
	const { channel } = queueOf();
	const headers = (frame: readonly unknown[] | undefined) =>
		frame?.find((field) => typeof field === 'string' && field.startsWith('[['));
	const [got] = channel.ask('basic.get', 'q', true);
	expect(headers(got)).toBe('[["x-delivery-count","l",0]]');
	const [, delivered] = channel.consume('q', 't');
	expect(headers(delivered)).toBeUndefined();
});

test('its publishers hear of a length limit only when it has been passed', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q', {
		durable: true,
		args: [
			['x-queue-type', 'S', 'quorum'],
			['x-max-length', 'b', 1],
			['x-overflow', 'S', 'reject-publish']
		]
	});
	channel.say('confirm.select');
	channel.heard();
	for (const text of ['0', '1', '2']) channel.publish('', 'q', text);
	expect(channel.heard().map(([method]) => method)).toEqual([
		'basic.ack',
		'basic.ack',
		'basic.nack'
	]);
});

test('with a single active consumer the count of consumers is that of who is served', () => {
	const { channel } = queueOf(['x-single-active-consumer', 't', true]);
	channel.consume('q', 'a');
	channel.consume('q', 'b');
	expect(channel.counts('q')[1]).toBe(1);
});

test('a quorum queue has a name of its own', () => {
	const channel = new BrokerConversation().channel();
	const args = JSON.stringify([['x-queue-type', 'S', 'quorum']]);
	const answer = channel.ask('queue.declare', '', false, true, false, false, args)[0];
	const sentence = 'Cannot declare a server-named queue for type rabbit_quorum_queue';
	expect(answer?.slice(0, 3)).toEqual(['channel.close', 406, `PRECONDITION_FAILED - ${sentence}`]);
});

test('a quorum queue declared as another kind is told of its type before its time to live', () => {
	const { channel } = queueOf(['x-message-ttl', 'b', 0]);
	const answer = channel.ask('queue.declare', 'q', false, true, false, false, null)[0];
	expect(answer?.[2]).toContain("inequivalent arg 'x-queue-type'");
});
