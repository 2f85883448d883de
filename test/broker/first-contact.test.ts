import { expect, test } from 'vitest';
import { BrokerConversation } from '../support/broker-conversation.ts';

test('a client is greeted, logs in and opens the virtual host', () => {
	const client = new BrokerConversation().dial();
	client.say('protocol-header');
	expect(client.heard()).toEqual([['connection.start']]);
	client.say('connection.start-ok', 'PLAIN', 'guest', 'guest');
	expect(client.heard()).toEqual([['connection.tune', 2047, 131072, 60]]);
	client.say('connection.tune-ok', 2047, 131072, 60);
	client.say('connection.open', '/');
	expect(client.heard()).toEqual([['connection.open-ok', '3.10.8']]);
});

test('a wrong password is refused with 403', () => {
	const client = new BrokerConversation().dial();
	client.say('protocol-header');
	client.say('connection.start-ok', 'PLAIN', 'guest', 'wrong');
	expect(client.heard()).toEqual([
		['connection.start'],
		[
			'connection.close',
			403,
			'ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. ' +
				'For details see the broker logfile.',
			0,
			0
		]
	]);
});

test('a message to the default exchange waits in the queue it names and goes to the first consumer', () => {
	const channel = new BrokerConversation().channel();
	expect(channel.ask('queue.declare', 'q', false, false, false, false, null)).toEqual([
		['queue.declare-ok', 'q', 0, 0]
	]);
	channel.publish('', 'q', 'hello');
	expect(channel.counts('q')).toEqual([1, 0]);
	expect(channel.consume('q', 'me')).toEqual([
		['basic.consume-ok', 'me'],
		['basic.deliver', 'me', 1, false, '', 'q', 0, 'hello']
	]);
	expect(channel.counts('q')).toEqual([0, 1]);
	channel.say('basic.ack', 1, false);
	expect(channel.ask('basic.get', 'q', true)).toEqual([['basic.get-empty']]);
});

test('closing a connection is answered, then the socket ends', () => {
	const client = new BrokerConversation().connect();
	client.say('connection.close', 200, 'Goodbye');
	expect(client.heard()).toEqual([['connection.close-ok']]);
	expect(client.ended).toBe(true);
});

test('a killed worker gives its message back to the next one, marked redelivered', () => {
	const broker = new BrokerConversation();
	const first = broker.channel();
	const second = broker.channel();
	first.declare('work');
	first.say('basic.qos', 1, false);
	second.say('basic.qos', 1, false);
	first.consume('work', 'first');
	second.consume('work', 'second');
	second.publish('', 'work', 'a');
	second.publish('', 'work', 'b');
	second.publish('', 'work', 'c');
	expect(first.deliveries()).toEqual(['a']);
	expect(second.deliveries()).toEqual(['b']);
	first.client.vanish();
	second.say('basic.ack', 1, false);
	expect(second.deliveries()).toEqual(['a*']);
	second.say('basic.ack', 2, false);
	expect(second.deliveries()).toEqual(['c']);
});

test('one request and its reply record few broker events', () => {
	const broker = new BrokerConversation();
	const server = broker.channel();
	const client = broker.channel();
	server.declare('rpc');
	const replies = client.declare('', { exclusive: true });
	server.consume('rpc', 'server');
	client.consume(replies, 'client', { noAck: true });
	const from = broker.events.length;
	client.publish('', 'rpc', '35');
	server.publish('', replies, '9227465');
	server.say('basic.ack', 1, false);
	expect(client.deliveries()).toEqual(['9227465']);
	const inside = broker
		.kindsSince(from)
		.filter((line) => !line.startsWith('link:') && !line.startsWith('client:'));
	expect(inside.length).toBeLessThanOrEqual(10);
});
