import { expect, test } from 'vitest';
import { BrokerConversation } from '../support/broker-conversation.ts';

test('an unknown virtual host is a connection error', () => {
	const client = new BrokerConversation().dial();
	client.say('protocol-header');
	client.say('connection.start-ok', 'PLAIN', 'guest', 'guest');
	client.say('connection.tune-ok', 2047, 131072, 60);
	client.heard();
	client.say('connection.open', 'nowhere');
	expect(client.heard()).toEqual([
		['connection.close', 530, 'NOT_ALLOWED - vhost nowhere not found', 10, 40]
	]);
	client.say('connection.close-ok');
	expect(client.ended).toBe(true);
});

test('a handshake out of turn is refused', () => {
	const client = new BrokerConversation().dial();
	client.say('connection.open', '/');
	expect(client.heard()[0]?.slice(0, 2)).toEqual(['connection.close', 503]);
});

test('a frame nobody knows ends the connection with 503', () => {
	const client = new BrokerConversation().connect();
	client.send(['basic.dance', 1]);
	expect(client.heard()).toEqual([
		['connection.close', 503, 'COMMAND_INVALID - unknown method basic.dance', 0, 0]
	]);
});

test('publishing on a channel that was never opened ends the connection with 504', () => {
	const client = new BrokerConversation().connect();
	client.send(['basic.publish', 3, '', 'q', false, 0, new Uint8Array(0)]);
	expect(client.heard()).toEqual([
		['connection.close', 504, "CHANNEL_ERROR - expected 'channel.open'", 60, 40]
	]);
});

test('a connection error ends all channels; nothing is said on them any more', () => {
	const client = new BrokerConversation().connect();
	const one = client.channel();
	const two = client.channel();
	one.declare('q');
	expect(one.ask('exchange.declare', 'x', 'sideways', false, true, false, false, null)).toEqual([]);
	expect(client.heard()).toEqual([
		['connection.close', 503, "COMMAND_INVALID - unknown exchange type 'sideways'", 40, 10]
	]);
	expect(two.ask('queue.declare', 'q', true, false, false, false, null)).toEqual([]);
});

test('a channel error leaves the other channels alone and frees the number when answered', () => {
	const client = new BrokerConversation().connect();
	const one = client.channel();
	const two = client.channel();
	expect(one.ask('queue.declare', 'none', true, false, false, false, null)).toEqual([
		['channel.close', 404, "NOT_FOUND - no queue 'none' in vhost '/'", 50, 10]
	]);
	expect(one.ask('basic.get', 'none', true)).toEqual([]);
	expect(two.declare('q')).toBe('q');
	one.say('channel.close-ok');
	expect(one.ask('channel.open')).toEqual([['channel.open-ok']]);
	expect(one.counts('q')).toEqual([0, 0]);
});

test('a channel number that is used again draws other consumer tags', () => {
	const broker = new BrokerConversation();
	const client = broker.connect();
	const channel = client.channel();
	channel.declare('q');
	const [before] = channel.consume('q', '');
	channel.ask('channel.close', 200, 'bye');
	channel.say('channel.open');
	const after = channel.consume('q', '').at(-1);
	expect(after?.[0]).toBe('basic.consume-ok');
	expect(after).not.toEqual(before);
});

test('closing a channel gives back what it held and ends its consumers', () => {
	const broker = new BrokerConversation();
	const worker = broker.channel();
	const watcher = broker.channel();
	worker.declare('q');
	worker.consume('q', 'w');
	watcher.publish('', 'q', 'a');
	watcher.publish('', 'q', 'b');
	expect(watcher.counts('q')).toEqual([0, 1]);
	expect(worker.ask('channel.close', 200, 'bye').at(-1)).toEqual(['channel.close-ok']);
	expect(watcher.counts('q')).toEqual([2, 0]);
	expect(watcher.drain('q')).toEqual(['a*', 'b*']);
});

test('exclusive queues end with their connection, whether it closes or breaks', () => {
	const broker = new BrokerConversation();
	const watcher = broker.channel();
	for (const ending of ['closes', 'breaks'] as const) {
		const owner = broker.connect();
		const queue = owner.channel().declare('', { exclusive: true, durable: true });
		watcher.publish('', queue, 'kept by nobody');
		if (ending === 'closes') owner.say('connection.close', 200, 'bye');
		else owner.vanish();
		expect(broker.queue(queue)).toBeUndefined();
	}
	watcher.publishWith('', 'gone', 'x', 0, [], true);
	expect(watcher.heard()[0]?.slice(0, 3)).toEqual(['basic.return', 312, 'NO_ROUTE']);
});

test('names drawn by the broker follow from the seed alone', () => {
	const names = (seed: number) => {
		const channel = new BrokerConversation(seed).channel();
		const queue = channel.declare('', { exclusive: true });
		const tag = channel.consume(queue, '')[0]?.[1];
		return [queue, tag];
	};
	const [queue, tag] = names(1);
	expect(queue).toMatch(/^amq\.gen-[A-Za-z0-9_-]{22}$/);
	expect(tag).toMatch(/^amq\.ctag-[A-Za-z0-9_-]{22}$/);
	expect(names(1)).toEqual([queue, tag]);
	expect(names(2)).not.toEqual([queue, tag]);
});
