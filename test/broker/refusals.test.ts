// What RabbitMQ refuses, in its own words and in the order in which it looks. Observed with RabbitMQ 3.10.8.
import { describe, expect, test } from 'vitest';
import {
	BrokerConversation,
	type Heard,
	type QueueOptions
} from '../support/broker-conversation.ts';

function fresh() {
	const client = new BrokerConversation().connect();
	return { client, channel: client.channel() };
}

/** The sentence of the first `close` among frames. */
function refusalIn(frames: readonly Heard[]): string {
	const close = frames.find(
		([method]) => method === 'channel.close' || method === 'connection.close'
	);
	return close === undefined ? 'no refusal' : `${String(close[1])} ${String(close[2])}`;
}

type Args = NonNullable<QueueOptions['args']>;

function declaring(args: Args, options: QueueOptions = { durable: true }): string {
	const { channel } = fresh();
	const { durable = false, exclusive = false, autoDelete = false } = options;
	const text = JSON.stringify(args);
	return refusalIn(channel.ask('queue.declare', 'q', false, durable, exclusive, autoDelete, text));
}

const quorum = ['x-queue-type', 'S', 'quorum'] as const;

describe('an exchange', () => {
	test.each([
		['nosuch', 'unknown'],
		['x-delayed-message', 'unknown'],
		['queue', 'invalid'],
		['header', 'invalid'],
		['', 'invalid']
	])('of type "%s" is refused as %s, and the connection with it', (type, word) => {
		const { client, channel } = fresh();
		channel.say('exchange.declare', 'x', type, false, true, false, false, null);
		const text = `503 COMMAND_INVALID - ${word} exchange type '${type}'`;
		expect(refusalIn(client.heard())).toBe(text);
	});

	test('needs a text for its alternate exchange, once its name is allowed', () => {
		const args = '[["alternate-exchange","b",3]]';
		const declare = (name: string) =>
			refusalIn(
				fresh().channel.ask('exchange.declare', name, 'fanout', false, true, false, false, args)
			);
		expect(declare('x')).toBe(
			"406 PRECONDITION_FAILED - invalid type 'byte' for arg 'alternate-exchange' in exchange 'x' in vhost '/'"
		);
		expect(declare('amq.x')).toContain('reserved prefix');
	});

	test('loses the line breaks of its name, as a queue does', () => {
		const { channel } = fresh();
		channel.say('exchange.declare', 'x\r\n', 'fanout', false, true, false, false, null);
		expect(channel.declare('a\nb')).toBe('ab');
		expect(channel.ask('queue.bind', 'a\nb', 'x\n', '', null)).toEqual([['queue.bind-ok']]);
		channel.publish('x', '', 'through');
		expect(channel.drain('ab')).toEqual(['through']);
		expect(refusalIn(channel.ask('queue.purge', 'a\nb'))).toContain("no queue 'a\nb'");
	});

	test('of type headers wants a text as x-match', () => {
		const { channel } = fresh();
		channel.declare('q');
		const args = '[["x-match","b",3]]';
		expect(refusalIn(channel.ask('queue.bind', 'q', 'amq.headers', '', args))).toBe(
			'406 PRECONDITION_FAILED - Invalid x-match field type byte (value 3); expected longstr'
		);
	});
});

describe('the arguments of a queue', () => {
	test.each<[Args, string]>([
		[
			[['x-delivery-limit', 'b', 3]],
			"'x-delivery-limit' for queue 'q' in vhost '/' of queue type rabbit_classic_queue"
		],
		[
			[quorum, ['x-queue-mode', 'S', 'lazy']],
			"'x-queue-mode' for queue 'q' in vhost '/' of queue type rabbit_quorum_queue"
		],
		[
			[quorum, ['x-max-priority', 'b', 3]],
			"'x-max-priority' for queue 'q' in vhost '/' of queue type rabbit_quorum_queue"
		],
		[
			[quorum, ['x-dead-letter-strategy', 'S', 'x']],
			"'x-dead-letter-strategy' for queue 'q' in vhost '/': invalid_dlx_strategy"
		],
		[
			[quorum, ['x-quorum-initial-group-size', 'b', 0]],
			"'x-quorum-initial-group-size' for queue 'q' in vhost '/': {value_zero,0}"
		],
		[
			[['x-single-active-consumer', 'S', 'true']],
			"'x-single-active-consumer' for queue 'q' in vhost '/': {unacceptable_type,longstr}"
		],
		[
			[['x-queue-version', 'b', 3]],
			`'x-queue-version' for queue 'q' in vhost '/': "unsupported queue version '3'"`
		],
		[
			[['x-message-ttl', 'l', 315360000001]],
			"'x-message-ttl' for queue 'q' in vhost '/': {value_too_large,315360000001}"
		]
	])('%j are refused', (args, text) => {
		expect(declaring(args)).toBe(`406 PRECONDITION_FAILED - invalid arg ${text}`);
	});

	test('are looked at in this order: dead-letter exchange, type, values, what the type does not take', () => {
		const exchange = ['x-dead-letter-exchange', 'b', 3] as const;
		const type = ['x-queue-type', 'S', 'ring'] as const;
		const value = ['x-message-ttl', 'b', -1] as const;
		const foreign = ['x-max-age', 'S', '1D'] as const;
		expect(declaring([foreign, value, type, exchange])).toContain("invalid type 'byte'");
		expect(declaring([foreign, value, type])).toContain('unsupported queue type');
		expect(declaring([foreign, value])).toContain('value_negative');
		expect(declaring([foreign])).toContain('of queue type rabbit_classic_queue');
	});

	test('come before the properties a quorum queue may not have: auto-delete, exclusive, not durable', () => {
		const all = { durable: false, exclusive: true, autoDelete: true };
		expect(declaring([quorum, ['x-message-ttl', 'b', -1]], all)).toContain('value_negative');
		expect(declaring([quorum], all)).toContain("'auto-delete'");
		expect(declaring([quorum], { exclusive: true })).toContain("'exclusive-owner'");
		expect(declaring([quorum], {})).toContain("'non-durable'");
	});

	test('that its type does not take are ignored when it is declared again', () => {
		const { channel } = fresh();
		channel.declare('q');
		expect(channel.declare('q', { args: [['x-delivery-limit', 'b', 3]] })).toBe('q');
	});
});

describe('a consumer', () => {
	const consuming = (queueArgs: Args, args: string | null, exclusive = false) => {
		const { client, channel } = fresh();
		channel.declare('q', { durable: true, args: queueArgs });
		const heard = channel.ask('basic.consume', 'q', 't', false, false, exclusive, args);
		return refusalIn([...heard, ...client.heard()]);
	};

	test('needs whole numbers as priorities', () => {
		expect(consuming([], '[["x-priority","S","a"]]')).toBe(
			`406 PRECONDITION_FAILED - invalid arg 'x-priority' for queue 'q' in vhost '/': "expected integer, got longstr"`
		);
	});

	test('cannot have a single-active-consumer queue for itself', () => {
		const single: Args = [['x-single-active-consumer', 't', true]];
		expect(consuming(single, null, true)).toBe(
			"403 ACCESS_REFUSED - queue 'q' in vhost '/' in exclusive use"
		);
		expect(consuming([...single, quorum], null, true)).toBe('no refusal');
	});

	test('of a quorum queue ends the connection under a shared prefetch limit', () => {
		const { client, channel } = fresh();
		channel.declare('q', { durable: true, args: [quorum] });
		channel.say('basic.qos', 3, true);
		channel.say('basic.consume', 'q', 't', false, false, false, null);
		expect(refusalIn(client.heard())).toBe(
			"540 NOT_IMPLEMENTED - queue 'q' in vhost '/' does not support global qos"
		);
	});
});

describe('a quorum queue', () => {
	test('with a single active consumer gives no single messages', () => {
		const { channel } = fresh();
		channel.declare('q', {
			durable: true,
			args: [quorum, ['x-single-active-consumer', 't', true]]
		});
		expect(refusalIn(channel.ask('basic.get', 'q', false))).toBe(
			"405 RESOURCE_LOCKED - cannot obtain access to locked queue 'q' in vhost '/'. " +
				'basic.get operations are not supported by quorum queues with single active consumer'
		);
	});

	test.each([
		[true, false, 'if-unused'],
		[false, true, 'if-empty']
	])('is not deleted on conditions (%s, %s)', (ifUnused, ifEmpty, flag) => {
		const { client, channel } = fresh();
		channel.declare('q', { durable: true, args: [quorum] });
		channel.say('queue.delete', 'q', ifUnused, ifEmpty);
		expect(refusalIn(client.heard())).toBe(
			`540 NOT_IMPLEMENTED - cannot delete queue 'q' in vhost '/'. ` +
				`queue.delete operations with ${flag} flag set are not supported by quorum queues`
		);
	});
});

describe('a message', () => {
	const publishing = (flags: number, values: readonly (string | number)[], exchange = '') => {
		const { channel } = fresh();
		channel.publishWith(exchange, 'q', '', flags, values);
		return refusalIn(channel.heard());
	};
	const flagOf = { headers: 4, deliveryMode: 8, replyTo: 64, expiration: 128 };

	test('needs lists of CC and BCC keys', () => {
		expect(publishing(flagOf.headers, ['[["BCC","b",5]]'])).toBe(
			'406 PRECONDITION_FAILED - invalid message: {unacceptable_type_in_header,"BCC",byte}'
		);
	});

	test('may not live longer than ten years; long words are broken as Erlang breaks them', () => {
		expect(publishing(flagOf.expiration, ['315360000001'])).toBe(
			"406 PRECONDITION_FAILED - invalid expiration '315360000001': {value_too_large,315360000001}"
		);
		expect(publishing(flagOf.expiration, ['99999999999999999999'])).toBe(
			"406 PRECONDITION_FAILED - invalid expiration '99999999999999999999': {value_too_large,\n" +
				`${' '.repeat(44)}99999999999999999999}`
		);
	});

	test('is looked at after its exchange: reply address, expiration, CC, delivery mode', () => {
		const all = flagOf.headers | flagOf.deliveryMode | flagOf.replyTo | flagOf.expiration;
		const bad = ['[["CC","S","x"]]', 7, 'amq.rabbitmq.reply-to', 'x'];
		expect(publishing(all, bad, 'nope')).toContain("no exchange 'nope'");
		expect(publishing(all, bad, 'amq.rabbitmq.trace')).toContain('internal exchange');
		expect(publishing(all, bad)).toContain('fast reply consumer');
		expect(publishing(all, [bad[0] as string, 7, 'r', 'x'])).toContain('invalid expiration');
		expect(publishing(all, [bad[0] as string, 7, 'r', '1'])).toContain(
			'unacceptable_type_in_header'
		);
		expect(publishing(all, ['[]', 7, 'r', '1'])).toContain('delivery_mode_unknown');
	});
});
