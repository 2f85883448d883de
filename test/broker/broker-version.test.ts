// Where releases of RabbitMQ differ, as programs see it.
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { BrokerVersion } from '#broker';
import type { Scenario } from '#scenario';
import { BrokerConversation } from '../support/broker-conversation.ts';

const quorum = ['x-queue-type', 'S', 'quorum'] as const;

function channelOf(version: BrokerVersion) {
	return new BrokerConversation(7, version).channel();
}

test('a scenario may ask for every release there is, and no other', () => {
	expectTypeOf<NonNullable<Scenario['brokerVersion']>>().toEqualTypeOf<BrokerVersion>();
});

test('the broker says which release it is', () => {
	const client = new BrokerConversation(7, '4.0').dial();
	client.say('protocol-header');
	client.say('connection.start-ok', 'PLAIN', 'guest', 'guest');
	client.say('connection.tune-ok', 2047, 131072, 60);
	client.say('connection.open', '/');
	expect(client.heard()).toContainEqual(['connection.open-ok', '4.0.1']);
});

describe('a quorum queue that names no delivery limit', () => {
	/** How often a message is handed out before it is gone, at most 30 times. */
	function deliveries(version: BrokerVersion, ...more: (readonly [string, string, unknown])[]) {
		const channel = channelOf(version);
		channel.declare('q', { durable: true, args: [quorum, ...more] });
		channel.publish('', 'q', 'm');
		for (let count = 0; count < 30; count++) {
			const [got] = channel.ask('basic.get', 'q', false);
			if (got?.[0] !== 'basic.get-ok') return count;
			channel.say('basic.nack', got[1] as number, false, true);
		}
		return 30;
	}

	test('takes a message back for ever in 3.10, 20 times in 4.0', () => {
		expect(deliveries('3.10')).toBe(30);
		expect(deliveries('4.0')).toBe(21);
	});

	test('has none in 4.0 when the limit is -1', () => {
		expect(deliveries('4.0', ['x-delivery-limit', 'b', -1])).toBe(30);
	});
});

test('deaths a publisher writes down count on in 3.10 and are forgotten in 4.0', () => {
	const countIn = (version: BrokerVersion) => {
		const channel = channelOf(version);
		channel.declare('q', {
			args: [
				['x-dead-letter-exchange', 'S', ''],
				['x-dead-letter-routing-key', 'S', 'dead']
			]
		});
		channel.declare('dead');
		const death = [
			['count', 'l', 4],
			['queue', 'S', 'q'],
			['reason', 'S', 'rejected']
		];
		channel.publishWith('', 'q', 'm', 4, [JSON.stringify([['x-death', 'A', [['F', death]]]])]);
		channel.ask('basic.get', 'q', false);
		channel.say('basic.reject', 1, false);
		const [got] = channel.ask('basic.get', 'dead', true);
		return /\["count","l",(\d+)\]/.exec(JSON.stringify(got).replaceAll('\\"', '"'))?.[1];
	};
	expect(countIn('3.10')).toBe('5');
	expect(countIn('4.0')).toBe('1');
});

test('a message may have 128 MiB in 3.10 and 16 MiB in 4.0', () => {
	const channel = channelOf('4.0');
	channel.declare('q');
	channel.say('basic.publish', '', 'q', false, 0, new Uint8Array(16 * 1024 * 1024 + 1));
	expect(channel.heard()[0]?.slice(0, 3)).toEqual([
		'channel.close',
		406,
		'PRECONDITION_FAILED - message size 16777217 is larger than configured max size 16777216'
	]);
	const older = channelOf('3.10');
	older.declare('q');
	older.say('basic.publish', '', 'q', false, 0, new Uint8Array(16 * 1024 * 1024 + 1));
	expect(older.counts('q')).toEqual([1, 0]);
});

describe('4.3', () => {
	test('refuses queues that are neither durable nor exclusive, and the connection with it', () => {
		const channel = channelOf('4.3');
		channel.say('queue.declare', 'q', false, false, false, false, null);
		expect(channel.client.heard()[0]?.slice(0, 3)).toEqual([
			'connection.close',
			541,
			'INTERNAL_ERROR - Feature `transient_nonexcl_queues` is deprecated.\nBy default, this feature is not permitted anymore.'
		]);
		expect(channelOf('4.3').declare('q', { exclusive: true })).toBe('q');
		expect(channelOf('4.0').declare('q')).toBe('q');
	});

	test('refuses a prefetch limit for the whole channel', () => {
		const channel = channelOf('4.3');
		expect(channel.ask('basic.qos', 5, false)).toEqual([['basic.qos-ok']]);
		channel.say('basic.qos', 5, true);
		expect(channel.client.heard()[0]?.slice(0, 2)).toEqual(['connection.close', 541]);
	});

	test('takes no queue mode', () => {
		const channel = channelOf('4.3');
		const args = '[["x-queue-mode","S","lazy"]]';
		const [answer] = channel.ask('queue.declare', 'q', false, true, false, false, args);
		expect(answer?.slice(0, 2)).toEqual(['channel.close', 406]);
	});
});
