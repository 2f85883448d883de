import { expect, test } from 'vitest';
import { decodeFrame } from '#broker';
import { BrokerConversation, bytesOf, type ClientChannel } from '../support/broker-conversation.ts';

/** Flag of the expiration property; its value follows. */
const expiration = 128;
const priority = 16;

function send(channel: ClientChannel, queue: string, ...texts: string[]): void {
	for (const text of texts) channel.publish('', queue, text);
}

test('messages of a queue with a TTL end when their time is up, counted from arrival', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q', { args: [['x-message-ttl', 's', 100]] });
	send(channel, 'q', 'a');
	broker.pass(60);
	send(channel, 'q', 'b');
	broker.pass(40);
	expect(channel.counts('q')[0]).toBe(1);
	broker.pass(60);
	expect(channel.counts('q')[0]).toBe(0);
	expect(broker.queue('q')?.counters.expired).toBe(2);
});

test('unacknowledged messages do not expire, but end at once when they come back too late', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q', { args: [['x-message-ttl', 's', 100]] });
	send(channel, 'q', 'a');
	channel.ask('basic.get', 'q', false);
	broker.pass(500);
	expect(broker.queue('q')?.unacked.size).toBe(1);
	channel.say('basic.nack', 1, false, true);
	broker.settle();
	expect(channel.counts('q')[0]).toBe(0);
	expect(channel.drain('q')).toEqual([]);
});

test('a short expiration behind a long one is noticed only at the head', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q');
	channel.publishWith('', 'q', 'long', expiration, ['1000']);
	channel.publishWith('', 'q', 'short', expiration, ['10']);
	broker.pass(500);
	expect(channel.counts('q')[0]).toBe(2);
	expect(channel.ask('basic.get', 'q', true)[0]?.at(-1)).toBe('long');
	broker.pass(1);
	expect(channel.counts('q')[0]).toBe(0);
});

test('a get behind a head whose time is up skips it', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q');
	channel.publishWith('', 'q', 'first', expiration, ['1000']);
	channel.publishWith('', 'q', 'short', expiration, ['10']);
	send(channel, 'q', 'stays');
	broker.pass(500);
	expect(channel.drain('q')).toEqual(['first', 'stays']);
});

test('expiration 0 is for a waiting consumer or nobody', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q');
	channel.publishWith('', 'q', 'nobody', expiration, ['0']);
	broker.pass(0);
	expect(channel.counts('q')[0]).toBe(0);
	channel.consume('q', 'c');
	channel.publishWith('', 'q', 'now', expiration, ['0']);
	expect(channel.deliveries()).toEqual(['now']);
});

test.each([
	['soon', 'no_integer'],
	['', 'no_integer'],
	['-1', '{value_negative,-1}'],
	['1.5', '{leftover_string,".5"}'],
	['100x', '{leftover_string,"x"}']
])('the expiration %j is refused', (text, why) => {
	const channel = new BrokerConversation().channel();
	channel.publishWith('', 'q', 'm', expiration, [text]);
	expect(channel.heard()).toEqual([
		['channel.close', 406, `PRECONDITION_FAILED - invalid expiration '${text}': ${why}`, 60, 40]
	]);
});

test('a full queue drops its oldest messages', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q', { args: [['x-max-length', 'b', 2]] });
	send(channel, 'q', '1', '2', '3', '4');
	expect(channel.drain('q')).toEqual(['3', '4']);
});

test('coming back into a full queue drops what came back', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q', { args: [['x-max-length', 'b', 2]] });
	send(channel, 'q', '1', '2');
	channel.ask('basic.get', 'q', false);
	send(channel, 'q', '3');
	channel.say('basic.nack', 1, false, true);
	expect(channel.drain('q')).toEqual(['2', '3']);
});

test('a limit in bytes counts bodies; one bigger than it does not stay', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q', { args: [['x-max-length-bytes', 'b', 5]] });
	send(channel, 'q', 'aa', 'bb', 'c', 'dd');
	expect(channel.drain('q')).toEqual(['bb', 'c', 'dd']);
	send(channel, 'q', 'too long');
	expect(channel.drain('q')).toEqual([]);
});

test('reject-publish keeps the old ones and nacks the confirm', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q', {
		args: [
			['x-max-length', 'b', 1],
			['x-overflow', 'S', 'reject-publish']
		]
	});
	channel.ask('confirm.select');
	send(channel, 'q', 'old', 'new');
	expect(channel.heard()).toEqual([
		['basic.ack', 1, false],
		['basic.nack', 2, true, true]
	]);
	expect(channel.drain('q')).toEqual(['old']);
});

test('higher priorities first, equals in order, too high counts as the maximum', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q', { args: [['x-max-priority', 'b', 5]] });
	channel.publishWith('', 'q', 'one', priority, [1]);
	send(channel, 'q', 'none');
	channel.publishWith('', 'q', 'five', priority, [5]);
	channel.publishWith('', 'q', 'nine', priority, [9]);
	channel.publishWith('', 'q', 'another one', priority, [1]);
	expect(channel.ask('basic.get', 'q', false)[0]?.slice(-2)).toEqual([5, 'five']);
	expect(channel.ask('basic.get', 'q', false)[0]?.slice(-2)).toEqual([9, 'nine']);
	channel.say('basic.nack', 0, true, true);
	expect(channel.drain('q')).toEqual(['five*', 'nine*', 'one', 'another one', 'none']);
});

test('a get counts what is left once the messages behind it that are overdue have gone', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q');
	send(channel, 'q', 'stays');
	channel.publishWith('', 'q', 'overdue', expiration, ['0']);
	broker.pass(10);
	expect(channel.counts('q')[0]).toBe(2);
	expect(channel.ask('basic.get', 'q', true)[0]?.slice(5, 6)).toEqual([0]);
});

test('a message without any time to live does not fill a queue for the next one', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	const args = [
		['x-message-ttl', 'b', 0],
		['x-max-length', 'b', 1],
		['x-overflow', 'S', 'reject-publish']
	] as const;
	channel.declare('q', { args });
	channel.ask('confirm.select');
	for (const text of ['a', 'b']) {
		const { to, kind, data } = decodeFrame(channel.client.number, [
			'basic.publish',
			channel.number,
			'',
			'q',
			false,
			0,
			bytesOf(text)
		]);
		broker.system.tell(to, kind, data, -1);
	}
	broker.settle();
	expect(channel.heard()).toEqual([
		['basic.ack', 1, false],
		['basic.ack', 2, false]
	]);
});
