import { expect, test } from 'vitest';
import { BrokerConversation } from '../support/broker-conversation.ts';

const direct = 'amq.rabbitmq.reply-to';
/** Flags of the properties correlation id and reply-to. */
const correlationId = 32;
const replyTo = 64;

test('a tag of a consumer of direct replies may name another consumer, too', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	channel.consume('amq.rabbitmq.reply-to', 'same', { noAck: true });
	expect(channel.consume('q', 'same')).toEqual([['basic.consume-ok', 'same']]);
});

test('a tag in use is refused for direct replies before anything else is looked at', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	channel.consume('q', 'same');
	channel.consume('amq.rabbitmq.reply-to', 'same');
	const text = "NOT_ALLOWED - attempt to reuse consumer tag 'same'";
	expect(channel.client.heard()[0]?.slice(0, 3)).toEqual(['connection.close', 530, text]);
});

test('a direct reply reaches the channel that asked, with delivery tag 1 each time', () => {
	const broker = new BrokerConversation();
	const client = broker.channel();
	const server = broker.channel();
	server.declare('rpc');
	server.consume('rpc', 's', { noAck: true });
	expect(client.consume(direct, 'c', { noAck: true })).toEqual([['basic.consume-ok', 'c']]);
	client.publishWith('', 'rpc', '35', correlationId + replyTo, ['x1', direct]);
	const address = server.heard()[0]?.[8];
	expect(address).toMatch(/^amq\.rabbitmq\.reply-to\.\S{20,}$/);
	for (const answer of ['one', 'two']) {
		server.publishWith('', String(address), answer, correlationId, ['x1']);
		expect(client.heard()).toEqual([
			['basic.deliver', 'c', 1, false, '', address, 32, 'x1', answer]
		]);
	}
	expect(server.ask('queue.declare', String(address), true, false, false, false, null)).toEqual([
		['queue.declare-ok', address, 0, 1]
	]);
	client.say('basic.cancel', 'c');
	client.consume(direct, 'later', { noAck: true });
	server.publish('', String(address), 'too late');
	expect(client.heard()).toEqual([]);
	expect(
		server.ask('queue.declare', String(address), true, false, false, false, null)[0]?.[1]
	).toBe(404);
});

test('a mandatory direct reply is returned even when it was delivered', () => {
	const broker = new BrokerConversation();
	const client = broker.channel();
	client.declare('rpc');
	client.consume(direct, 'c', { noAck: true });
	client.publishWith('', 'rpc', '?', replyTo, [direct]);
	const address = String(client.ask('basic.get', 'rpc', true)[0]?.[7]);
	client.publish('', address, 'r', true);
	expect(client.heard().map(([method]) => method)).toEqual(['basic.deliver', 'basic.return']);
});

test.each([
	['acknowledging', 'reply consumer cannot acknowledge', [false]],
	['twice', 'reply consumer already set', [true, true]]
])('consuming direct replies %s is refused', (_, sentence, modes) => {
	const channel = new BrokerConversation().channel();
	const answers = modes.map((noAck, index) =>
		channel.consume(direct, `c${String(index)}`, { noAck })
	);
	expect(answers.at(-1)).toEqual([
		['channel.close', 406, `PRECONDITION_FAILED - ${sentence}`, 60, 20]
	]);
});

test('naming direct reply-to without a reply consumer is refused', () => {
	const channel = new BrokerConversation().channel();
	channel.publishWith('', 'rpc', '?', replyTo, [direct]);
	expect(channel.heard()).toEqual([
		['channel.close', 406, 'PRECONDITION_FAILED - fast reply consumer does not exist', 60, 40]
	]);
});

test('an address somebody made up ends the connection with 541', () => {
	const channel = new BrokerConversation().channel();
	channel.publish('', `${direct}.nonsense`, 'r');
	expect(channel.client.heard()).toEqual([['connection.close', 541, 'INTERNAL_ERROR', 0, 0]]);
});

test('a dead letter may be a direct reply; one to a made-up address just ends', () => {
	const broker = new BrokerConversation();
	const client = broker.channel();
	client.consume(direct, 'c', { noAck: true });
	client.declare('rpc');
	client.publishWith('', 'rpc', '?', replyTo, [direct]);
	const address = String(client.ask('basic.get', 'rpc', true)[0]?.[7]);
	for (const key of [address, `${direct}.nonsense`]) {
		client.declare(`fails-${key}`, {
			args: [
				['x-dead-letter-exchange', 'S', ''],
				['x-dead-letter-routing-key', 'S', key]
			]
		});
		client.publish('', `fails-${key}`, 'never mind');
		const [got] = client.ask('basic.get', `fails-${key}`, false);
		client.say('basic.reject', Number(got?.[1]), false);
	}
	const delivered = client.client.frames().filter((frame) => frame[0] === 'basic.deliver');
	expect(delivered.map((frame) => frame[6])).toEqual([address]);
	expect(broker.queue(`fails-${direct}.nonsense`)?.counters.deadLettered).toBe(1);
});

test('a message for several queues is confirmed once, when all have it', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	for (const queue of ['a', 'b', 'c']) {
		channel.declare(queue, {
			args: [
				['x-max-length', 'b', queue === 'c' ? 1 : 9],
				['x-overflow', 'S', 'reject-publish']
			]
		});
		channel.ask('queue.bind', queue, 'amq.fanout', '', null);
	}
	expect(channel.ask('confirm.select')).toEqual([['confirm.select-ok']]);
	channel.publish('amq.fanout', '', '1');
	expect(channel.heard()).toEqual([['basic.ack', 1, false]]);
	channel.publish('amq.fanout', '', '2');
	expect(channel.heard()).toEqual([['basic.nack', 2, true, true]]);
	expect(channel.counts('a')[0]).toBe(2);
});

test('a refused message answers for all before it unless one of those is open', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('full', {
		args: [
			['x-max-length', 'b', 1],
			['x-overflow', 'S', 'reject-publish']
		]
	});
	channel.ask('confirm.select');
	for (const body of ['1', '2', '3']) channel.publish('', 'full', body);
	expect(channel.heard()).toEqual([
		['basic.ack', 1, false],
		['basic.nack', 2, true, true],
		['basic.nack', 3, true, true]
	]);
});

test('an unroutable message is confirmed', () => {
	const channel = new BrokerConversation().channel();
	channel.ask('confirm.select');
	channel.publish('', 'nobody', 'm');
	expect(channel.heard()).toEqual([['basic.ack', 1, false]]);
});

test('a false user id or delivery mode is refused', () => {
	const client = new BrokerConversation().connect();
	const one = client.channel();
	one.publishWith('', 'q', 'm', 2048, ['alice']);
	expect(one.heard()[0]?.[2]).toBe(
		"PRECONDITION_FAILED - user_id property set to 'alice' but authenticated user was 'guest'"
	);
	const two = client.channel();
	two.publishWith('', 'q', 'm', 8, [3]);
	expect(two.heard()[0]?.[2]).toBe(
		'PRECONDITION_FAILED - invalid message: {delivery_mode_unknown,3}'
	);
});
