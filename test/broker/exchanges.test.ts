import { describe, expect, test } from 'vitest';
import { explainBindings, type ExchangeState } from '#broker';
import {
	BrokerConversation,
	type ClientChannel,
	type Heard
} from '../support/broker-conversation.ts';

function declare(
	channel: ClientChannel,
	name: string,
	type: string,
	options: { autoDelete?: boolean; internal?: boolean; args?: unknown[] } = {}
): Heard[] {
	const { autoDelete = false, internal = false, args } = options;
	const text = args === undefined ? null : JSON.stringify(args);
	return channel.ask('exchange.declare', name, type, false, true, autoDelete, internal, text);
}

/** A channel with queues bound to an exchange as `queue: [keys]`. */
function bound(type: string, queues: Record<string, string[]>): ClientChannel {
	const channel = new BrokerConversation().channel();
	declare(channel, 'x', type);
	for (const [queue, keys] of Object.entries(queues)) {
		channel.declare(queue);
		for (const key of keys) channel.ask('queue.bind', queue, 'x', key, null);
	}
	return channel;
}

test('a direct exchange sends to the queues bound by exactly that key, one copy each', () => {
	const channel = bound('direct', { a: ['k', 'l'], b: ['k'], c: ['m'] });
	channel.publish('x', 'k', '1');
	expect(['a', 'b', 'c'].map((queue) => channel.drain(queue))).toEqual([['1'], ['1'], []]);
});

test('a fanout exchange sends to every queue whatever the key', () => {
	const channel = bound('fanout', { a: ['k', ''], b: ['other'] });
	channel.publish('x', 'nobody', '1');
	expect(['a', 'b'].map((queue) => channel.drain(queue))).toEqual([['1'], ['1']]);
});

describe('built-in exchanges', () => {
	test('may be declared as they are', () => {
		const channel = new BrokerConversation().channel();
		expect(declare(channel, 'amq.topic', 'topic')).toEqual([['exchange.declare-ok']]);
	});

	test.each([
		[
			'exchange.delete',
			['amq.fanout', false],
			"deletion of system exchange 'amq.fanout' in vhost '/' not allowed",
			20
		],
		[
			'exchange.declare',
			['amq.mine', 'direct', false, true, false, false, null],
			"exchange name 'amq.mine' contains reserved prefix 'amq.*'",
			10
		],
		['exchange.delete', ['', false], 'operation not permitted on the default exchange', 20],
		[
			'exchange.bind',
			['', 'amq.fanout', '', null],
			'operation not permitted on the default exchange',
			30
		]
	] as const)('%s %j is refused', (method, fields, sentence, id) => {
		const channel = new BrokerConversation().channel();
		expect(channel.ask(method, ...fields)).toEqual([
			['channel.close', 403, `ACCESS_REFUSED - ${sentence}`, 40, id]
		]);
	});
});

test('declaring an exchange with another type or alternate is refused', () => {
	const channel = new BrokerConversation().channel();
	declare(channel, 'x', 'direct');
	expect(declare(channel, 'x', 'topic')[0]?.[2]).toBe(
		"PRECONDITION_FAILED - inequivalent arg 'type' for exchange 'x' in vhost '/': received 'topic' but current is 'direct'"
	);
	const args = [['alternate-exchange', 'S', 'amq.fanout']];
	expect(declare(channel.client.channel(), 'x', 'direct', { args })[0]?.[2]).toBe(
		"PRECONDITION_FAILED - inequivalent arg 'alternate-exchange' for exchange 'x' in vhost '/': " +
			"received the value 'amq.fanout' of type 'longstr' but current is none"
	);
});

test('publishing to a missing exchange closes the channel, to an internal one too', () => {
	const client = new BrokerConversation().connect();
	const one = client.channel();
	one.publish('none', 'k', 'm');
	expect(one.heard()).toEqual([
		['channel.close', 404, "NOT_FOUND - no exchange 'none' in vhost '/'", 60, 40]
	]);
	const two = client.channel();
	declare(two, 'inside', 'fanout', { internal: true });
	two.publish('inside', '', 'm');
	expect(two.heard()).toEqual([
		[
			'channel.close',
			403,
			"ACCESS_REFUSED - cannot publish to internal exchange 'inside' in vhost '/'",
			60,
			40
		]
	]);
});

test('exchanges pass messages on through chains and circles, one copy per queue', () => {
	const channel = new BrokerConversation().channel();
	for (const name of ['a', 'b', 'c']) declare(channel, name, 'fanout');
	for (const [to, from] of [
		['b', 'a'],
		['c', 'b'],
		['a', 'c'],
		['c', 'a']
	] as const) {
		channel.ask('exchange.bind', to, from, '', null);
	}
	channel.declare('q');
	channel.ask('queue.bind', 'q', 'c', '', null);
	channel.ask('queue.bind', 'q', 'b', '', null);
	channel.publish('a', '', 'm');
	const [got] = channel.ask('basic.get', 'q', true);
	expect(got).toEqual(['basic.get-ok', 1, false, 'a', '', 0, 0, 'm']);
	expect(channel.drain('q')).toEqual([]);
});

test('an alternate exchange gets what nobody took, and satisfies mandatory', () => {
	const channel = new BrokerConversation().channel();
	declare(channel, 'rest', 'fanout');
	declare(channel, 'x', 'direct', { args: [['alternate-exchange', 'S', 'rest']] });
	channel.declare('q');
	channel.ask('queue.bind', 'q', 'rest', '', null);
	channel.publish('x', 'nobody', 'm', true);
	expect(channel.heard()).toEqual([]);
	expect(channel.drain('q')).toEqual(['m']);
	channel.ask('exchange.delete', 'rest', false);
	channel.publish('x', 'nobody', 'n', true);
	expect(channel.heard()).toEqual([['basic.return', 312, 'NO_ROUTE', 'x', 'nobody', 0, 'n']]);
});

test('bindings go with their queue, and an auto-delete exchange with its last binding', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	declare(channel, 'x', 'direct', { autoDelete: true });
	channel.declare('q');
	channel.ask('queue.bind', 'q', 'x', 'one', null);
	channel.ask('queue.bind', 'q', 'x', 'two', null);
	channel.ask('queue.unbind', 'q', 'x', 'one', null);
	expect(broker.system.stateOf('exchange:x')).toBeDefined();
	channel.ask('queue.delete', 'q', false, false);
	expect(broker.system.stateOf('exchange:x')).toBeUndefined();
	expect(
		channel.ask('exchange.declare', 'x', '', true, false, false, false, null)[0]?.slice(1, 3)
	).toEqual([404, "NOT_FOUND - no exchange 'x' in vhost '/'"]);
});

test('an exchange in use as a source is not deleted if it must be unused', () => {
	const channel = bound('direct', { q: ['k'] });
	expect(channel.ask('exchange.delete', 'x', true)).toEqual([
		['channel.close', 406, "PRECONDITION_FAILED - exchange 'x' in vhost '/' in use", 40, 20]
	]);
	const again = channel.client.channel();
	expect(again.ask('exchange.delete', 'x', false)).toEqual([['exchange.delete-ok']]);
	declare(again, 'x', 'direct');
	again.publish('x', 'k', 'm');
	expect(again.drain('q')).toEqual([]);
});

test('CC and BCC route to further keys; BCC does not travel', () => {
	const channel = bound('direct', { a: ['a'], b: ['b'], c: ['c'] });
	const headers = JSON.stringify([
		['CC', 'A', [['S', 'b']]],
		['BCC', 'A', [['S', 'c']]]
	]);
	channel.publishWith('x', 'a', 'm', 4, [headers]);
	const seen = JSON.stringify([['CC', 'A', [['S', 'b']]]]);
	for (const queue of ['a', 'b', 'c']) {
		expect(channel.ask('basic.get', queue, true)[0]?.slice(3)).toEqual(['x', 'a', 0, 4, seen, 'm']);
	}
});

test('a mandatory message nobody takes returns before it is confirmed', () => {
	const channel = bound('direct', {});
	channel.ask('confirm.select');
	channel.publish('x', 'k', 'm', true);
	expect(channel.heard()).toEqual([
		['basic.return', 312, 'NO_ROUTE', 'x', 'k', 0, 'm'],
		['basic.ack', 1, false]
	]);
});

test('a headers binding with an unknown x-match is refused', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	const args = JSON.stringify([['x-match', 'S', 'most']]);
	expect(channel.ask('queue.bind', 'q', 'amq.headers', '', args)[0]?.[2]).toBe(
		'PRECONDITION_FAILED - Invalid x-match field value <<"most">>; expected all, any, all-with-x, or any-with-x'
	);
});

test('an exchange can say why each binding matched or not', () => {
	const channel = bound('topic', { a: ['kern.*'], b: ['#.disk'] });
	channel.publish('x', 'kern.cpu', 'm');
	const { broker } = channel.client;
	const state = broker.system.stateOf('exchange:x') as ExchangeState;
	const message = broker.queue('a')?.ready[0]?.messages.first()?.message;
	if (message === undefined) throw new Error('the message is in queue a');
	expect(state.last?.destinations).toEqual(['queue:a']);
	const verdicts = explainBindings('topic', state.bindings, ['kern.cpu'], message);
	expect(verdicts.map(({ matched, why }) => [matched, why])).toEqual([
		[true, 'The routing key "kern.cpu" fits the pattern "kern.*".'],
		[
			false,
			'The routing key "kern.cpu" does not fit the pattern "#.disk": it asks for "disk" where the key has "cpu".'
		]
	]);
});
