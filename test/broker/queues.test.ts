import { describe, expect, test } from 'vitest';
import {
	BrokerConversation,
	type ClientChannel,
	type Heard,
	type QueueOptions
} from '../support/broker-conversation.ts';

type Args = NonNullable<QueueOptions['args']>;

function redeclare(channel: ClientChannel, queue: string, options: QueueOptions): Heard[] {
	const { durable = false, exclusive = false, autoDelete = false, args = [] } = options;
	const text = args.length === 0 ? null : JSON.stringify(args);
	return channel.ask('queue.declare', queue, false, durable, exclusive, autoDelete, text);
}

function closedWith(code: number, text: string, method = 10): Heard[] {
	return [['channel.close', code, text, 50, method]];
}

const locked =
	"RESOURCE_LOCKED - cannot obtain exclusive access to locked queue 'q' in vhost '/'. It could be originally " +
	'declared on another connection or the exclusive property value does not match that of the original declaration.';

test('declaring the same queue again tells its ready messages and consumers', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q', { durable: true });
	channel.publish('', 'q', 'a');
	channel.publish('', 'q', 'b');
	channel.ask('basic.get', 'q', false);
	expect(redeclare(channel, 'q', { durable: true })).toEqual([['queue.declare-ok', 'q', 1, 0]]);
});

describe('declaring it with something else is refused', () => {
	const args: Args = [['x-message-ttl', 'I', 60000]];
	const cases: [string, QueueOptions, number, string][] = [
		[
			'durable',
			{ args, durable: true },
			406,
			"'durable' for queue 'q' in vhost '/': received 'true' but current is 'false'"
		],
		[
			'auto-delete',
			{ args, autoDelete: true },
			406,
			"'auto_delete' for queue 'q' in vhost '/': received 'true' but current is 'false'"
		],
		[
			'another value',
			{ args: [['x-message-ttl', 's', 1000]] },
			406,
			"'x-message-ttl' for queue 'q' in vhost '/': received '1000' but current is '60000'"
		],
		[
			'an argument less',
			{},
			406,
			"'x-message-ttl' for queue 'q' in vhost '/': received none but current is the value '60000' of type 'signedint'"
		],
		[
			'an argument more',
			{ args: [...args, ['x-max-length', 'b', 5]] },
			406,
			"'x-max-length' for queue 'q' in vhost '/': received the value '5' of type 'byte' but current is none"
		]
	];
	test.each(cases)('%s', (_, options, code, difference) => {
		const channel = new BrokerConversation().channel();
		channel.declare('q', { args });
		const text = `PRECONDITION_FAILED - inequivalent arg ${difference}`;
		expect(redeclare(channel, 'q', options)).toEqual(closedWith(code, text));
	});

	test('the exclusive flag, even for the owner', () => {
		const channel = new BrokerConversation().channel();
		channel.declare('q', { exclusive: true });
		expect(redeclare(channel, 'q', {})).toEqual(closedWith(405, locked));
	});
});

test('integer width, unknown arguments and a spelled-out classic type make no difference', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q', { args: [['x-max-length', 'b', 5]] });
	const same: Args = [
		['x-max-length', 'l', 5],
		['x-else', 'S', 'what'],
		['x-queue-type', 'S', 'classic']
	];
	expect(redeclare(channel, 'q', { args: same })).toEqual([['queue.declare-ok', 'q', 0, 0]]);
});

test.each<[Args[number], string]>([
	[
		['x-message-ttl', 'b', -1],
		"invalid arg 'x-message-ttl' for queue 'q' in vhost '/': {value_negative,-1}"
	],
	[
		['x-message-ttl', 'S', 'soon'],
		`invalid arg 'x-message-ttl' for queue 'q' in vhost '/': "expected integer, got longstr"`
	],
	[['x-expires', 'b', 0], "invalid arg 'x-expires' for queue 'q' in vhost '/': {value_zero,0}"],
	[
		['x-max-priority', 's', 256],
		"invalid arg 'x-max-priority' for queue 'q' in vhost '/': {max_value_exceeded,256}"
	],
	[
		['x-overflow', 'S', 'explode'],
		"invalid arg 'x-overflow' for queue 'q' in vhost '/': invalid_overflow"
	],
	[
		['x-queue-mode', 'S', 'eager'],
		`invalid arg 'x-queue-mode' for queue 'q' in vhost '/': "unsupported queue mode 'eager'"`
	],
	[
		['x-queue-type', 'S', 'ring'],
		`invalid arg 'x-queue-type' for queue 'q' in vhost '/': "unsupported queue type 'ring'"`
	],
	[
		['x-dead-letter-routing-key', 'S', 'k'],
		"invalid arg 'x-dead-letter-routing-key' for queue 'q' in vhost '/': routing_key_but_no_dlx_defined"
	],
	[
		['x-dead-letter-exchange', 'b', 42],
		"invalid type 'byte' for arg 'x-dead-letter-exchange' in queue 'q' in vhost '/'"
	],
	[['x-queue-type', 'S', 'quorum'], "invalid property 'non-durable' for queue 'q' in vhost '/'"]
])('the argument %j is refused', (argument, sentence) => {
	const channel = new BrokerConversation().channel();
	expect(redeclare(channel, 'q', { args: [argument] })).toEqual(
		closedWith(406, `PRECONDITION_FAILED - ${sentence}`)
	);
});

test('names beginning with amq. are reserved', () => {
	const channel = new BrokerConversation().channel();
	expect(redeclare(channel, 'amq.mine', {})).toEqual(
		closedWith(403, "ACCESS_REFUSED - queue name 'amq.mine' contains reserved prefix 'amq.*'")
	);
});

test('the empty name means the queue this channel declared last', () => {
	const channel = new BrokerConversation().channel();
	expect(channel.ask('basic.get', '', true)).toEqual([
		['channel.close', 404, 'NOT_FOUND - no previously declared queue', 60, 70]
	]);
	const fresh = channel.client.channel();
	const queue = fresh.declare('', { exclusive: true });
	fresh.publish('', queue, 'm');
	expect(fresh.drain('')).toEqual(['m']);
	fresh.say('queue.bind', '', 'amq.direct', '', null);
	fresh.publish('amq.direct', queue, 'by its own name');
	expect(fresh.drain('')).toEqual(['by its own name']);
});

test.each([
	['declare', ['queue.declare', 'q', false, false, true, false, null], [50, 10]],
	['check', ['queue.declare', 'q', true, false, false, false, null], [50, 10]],
	['consume', ['basic.consume', 'q', 't', false, true, false, null], [60, 20]],
	['get', ['basic.get', 'q', true], [60, 70]],
	['purge', ['queue.purge', 'q'], [50, 30]],
	['bind', ['queue.bind', 'q', 'amq.fanout', '', null], [50, 20]],
	['delete', ['queue.delete', 'q', false, false], [50, 40]]
] as const)(
	'an exclusive queue is locked for other connections: %s',
	(_, [method, ...fields], ids) => {
		const broker = new BrokerConversation();
		broker.channel().declare('q', { exclusive: true });
		expect(broker.channel().ask(method, ...fields)).toEqual([
			['channel.close', 405, locked, ...ids]
		]);
	}
);

test('a queue is deleted on conditions, and deleting a missing one is fine', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q');
	channel.publish('', 'q', 'm');
	const other = broker.channel();
	expect(other.ask('queue.delete', 'q', false, true)).toEqual(
		closedWith(406, "PRECONDITION_FAILED - queue 'q' in vhost '/' not empty", 40)
	);
	channel.consume('q', 'c');
	expect(broker.channel().ask('queue.delete', 'q', true, true)).toEqual(
		closedWith(406, "PRECONDITION_FAILED - queue 'q' in vhost '/' in use", 40)
	);
	channel.heard();
	expect(channel.ask('queue.delete', 'q', false, false)).toEqual([
		['basic.cancel', 'c'],
		['queue.delete-ok', 0]
	]);
	expect(channel.ask('queue.delete', 'q', true, true)).toEqual([['queue.delete-ok', 0]]);
	expect(channel.ask('basic.ack', 1, false)).toEqual([]);
});

test('purging counts and removes ready messages only', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	for (const text of ['a', 'b', 'c']) channel.publish('', 'q', text);
	channel.ask('basic.get', 'q', false);
	expect(channel.ask('queue.purge', 'q')).toEqual([['queue.purge-ok', 2]]);
	channel.say('basic.nack', 1, false, true);
	expect(channel.drain('q')).toEqual(['a*']);
});

test('an auto-delete queue goes with its last consumer, never before it had one', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q', { autoDelete: true });
	channel.ask('basic.get', 'q', true);
	channel.consume('q', 'a');
	const other = broker.channel();
	other.consume('q', 'b');
	channel.say('basic.cancel', 'a');
	expect(broker.queue('q')).toBeDefined();
	other.client.vanish();
	expect(broker.queue('q')).toBeUndefined();
});

test('an unused queue expires; checking, getting and leaving restart the clock, publishing does not', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q', { args: [['x-expires', 's', 1000]] });
	broker.pass(900);
	channel.counts('q');
	broker.pass(900);
	channel.ask('basic.get', 'q', true);
	broker.pass(900);
	channel.consume('q', 'c');
	broker.pass(5000);
	channel.say('basic.cancel', 'c');
	broker.pass(900);
	channel.publish('', 'q', 'no help');
	expect(broker.queue('q')).toBeDefined();
	broker.pass(101);
	expect(broker.queue('q')).toBeUndefined();
});

test('a queue that is in use and not empty is said to be not empty', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	channel.ask('basic.qos', 1, false);
	channel.publish('', 'q', '1');
	channel.publish('', 'q', '2');
	channel.consume('q', 'a');
	const answer = channel.ask('queue.delete', 'q', true, true)[0];
	expect(answer?.[2]).toBe("PRECONDITION_FAILED - queue 'q' in vhost '/' not empty");
});
