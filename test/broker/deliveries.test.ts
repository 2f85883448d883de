import { expect, test } from 'vitest';
import { BrokerConversation, type ClientChannel } from '../support/broker-conversation.ts';

function send(channel: ClientChannel, queue: string, ...texts: string[]): void {
	for (const text of texts) channel.publish('', queue, text);
}

test('the backlog goes to the first consumer, then consumers take strict turns', () => {
	const broker = new BrokerConversation();
	const admin = broker.channel();
	const [a, b, c] = [broker.channel(), broker.channel(), broker.channel()];
	admin.declare('q');
	send(admin, 'q', '1', '2', '3');
	a.consume('q', 'a', { noAck: true });
	b.consume('q', 'b', { noAck: true });
	send(admin, 'q', '4', '5', '6');
	expect(a.client.frames().filter((frame) => frame[0] === 'basic.deliver')).toHaveLength(5);
	expect(b.deliveries()).toEqual(['5']);
	c.consume('q', 'c', { noAck: true });
	a.deliveries();
	send(admin, 'q', '7', '8', '9');
	expect([a.deliveries(), b.deliveries(), c.deliveries()]).toEqual([['8'], ['7'], ['9']]);
});

test('a consumer whose prefetch is full is passed over until it acknowledges', () => {
	const broker = new BrokerConversation();
	const slow = broker.channel();
	const fast = broker.channel();
	slow.declare('q');
	slow.say('basic.qos', 1, false);
	slow.consume('q', 'slow');
	fast.consume('q', 'fast', { noAck: true });
	send(fast, 'q', '1', '2', '3', '4');
	expect(slow.deliveries()).toEqual(['1']);
	expect(fast.deliveries()).toEqual(['2', '3', '4']);
	slow.say('basic.ack', 1, false);
	send(fast, 'q', '5', '6');
	expect(slow.deliveries()).toEqual(['6']);
	expect(fast.deliveries()).toEqual(['5']);
});

test('a prefetch count holds for consumers started later, each by itself', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q');
	channel.declare('r');
	channel.say('basic.qos', 2, false);
	channel.consume('q', 'q');
	channel.say('basic.qos', 1, false);
	channel.consume('r', 'r');
	send(channel, 'q', 'q1', 'q2', 'q3');
	send(channel, 'r', 'r1', 'r2');
	expect(channel.deliveries()).toEqual(['q1', 'q2', 'r1']);
	channel.say('basic.ack', 0, true);
	expect(channel.deliveries().sort()).toEqual(['q3', 'r2']);
});

test('a shared prefetch count binds all consumers of the channel at once', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q');
	channel.declare('r');
	channel.consume('q', 'q');
	channel.consume('r', 'r');
	send(channel, 'q', 'q1');
	channel.say('basic.qos', 2, true);
	send(channel, 'r', 'r1', 'r2');
	send(channel, 'q', 'q2');
	expect(channel.deliveries()).toEqual(['q1', 'r1']);
	channel.say('basic.ack', 1, false);
	expect(channel.deliveries()).toEqual(['r2']);
	channel.say('basic.qos', 0, true);
	expect(channel.deliveries()).toEqual(['q2']);
});

test('a shared limit with room leaves a consumer its turn', () => {
	const broker = new BrokerConversation();
	const [first, second] = [broker.channel(), broker.channel()];
	first.declare('q');
	first.consume('q', 'a');
	first.say('basic.qos', 1, true);
	second.consume('q', 'b');
	send(second, 'q', '1', '2', '3');
	expect(first.deliveries()).toEqual(['1']);
	expect(second.deliveries()).toEqual(['2', '3']);
});

test('a shared limit that is reached holds back who does not acknowledge, too', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	channel.consume('q', 'a');
	send(channel, 'q', '1');
	channel.say('basic.qos', 1, true);
	channel.consume('q', 'careless', { noAck: true });
	channel.heard();
	send(channel, 'q', '2');
	expect(channel.deliveries()).toEqual([]);
	channel.say('basic.ack', 1, false);
	expect(channel.deliveries()).toEqual(['2']);
});

test('a prefetch count for each consumer to come lifts the shared one', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	channel.consume('q', 'a');
	channel.say('basic.qos', 1, true);
	send(channel, 'q', '1', '2');
	expect(channel.deliveries()).toEqual(['1']);
	channel.say('basic.qos', 1, false);
	expect(channel.deliveries()).toEqual(['2']);
});

test('what was taken by get before a shared limit began counts for good', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	send(channel, 'q', '1', '2');
	channel.ask('basic.get', 'q', false);
	channel.say('basic.qos', 1, true);
	channel.consume('q', 'a');
	channel.say('basic.ack', 1, false);
	expect(channel.deliveries()).toEqual([]);
	channel.say('basic.qos', 2, true);
	expect(channel.deliveries()).toEqual(['2']);
});

test('who is asked under a shared limit gets a message that has neither time nor room in its queue', () => {
	const channel = new BrokerConversation().channel();
	const args = [
		['x-message-ttl', 'b', 0],
		['x-max-length', 'b', 0]
	] as const;
	channel.declare('q', { args });
	channel.consume('q', 'a');
	channel.say('basic.qos', 2, true);
	send(channel, 'q', '1', '2', '3');
	expect(channel.deliveries()).toEqual(['1', '2']);
	expect(channel.counts('q')).toEqual([0, 1]);
	channel.say('basic.qos', 9, true);
	expect(channel.deliveries()).toEqual([]);
});

test('leave that was given and not needed goes to another queue', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	const other = broker.channel();
	channel.declare('q');
	channel.declare('r');
	channel.say('basic.qos', 1, true);
	channel.consume('q', 'q');
	channel.consume('r', 'r');
	send(other, 'q', 'q1', 'q2');
	expect(channel.deliveries()).toEqual(['q1']);
	expect(other.drain('q')).toEqual(['q2']);
	channel.say('basic.ack', 1, false);
	send(other, 'r', 'r1');
	expect(channel.deliveries()).toEqual(['r1']);
});

test('requeued messages return to their old places, ahead of newer ones', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	send(channel, 'q', 'a', 'b', 'c', 'd');
	for (let n = 0; n < 3; n++) channel.ask('basic.get', 'q', false);
	channel.say('basic.nack', 2, false, true);
	channel.say('basic.reject', 3, true);
	expect(channel.counts('q')[0]).toBe(3);
	channel.say('basic.nack', 1, false, true);
	send(channel, 'q', 'e');
	expect(channel.drain('q')).toEqual(['a*', 'b*', 'c*', 'd', 'e']);
});

test('a nacked message goes to the next consumer in turn', () => {
	const broker = new BrokerConversation();
	const a = broker.channel();
	const b = broker.channel();
	a.declare('q');
	a.consume('q', 'a');
	b.consume('q', 'b');
	send(b, 'q', 'm');
	expect(a.deliveries()).toEqual(['m']);
	a.say('basic.nack', 1, false, true);
	expect(b.deliveries()).toEqual(['m*']);
	b.say('basic.nack', 1, false, true);
	expect(a.deliveries()).toEqual(['m*']);
});

test('acknowledging up to a tag takes all before it, whatever queue they came from', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q');
	channel.declare('r');
	send(channel, 'q', '1', '2');
	send(channel, 'r', '3', '4');
	for (const queue of ['q', 'r', 'q', 'r']) channel.ask('basic.get', queue, false);
	channel.say('basic.ack', 3, true);
	channel.say('basic.recover', true);
	expect(channel.drain('q')).toEqual([]);
	expect(channel.drain('r')).toEqual(['4*']);
});

test.each([
	['acknowledged twice', 'basic.ack', [1, false], [60, 80]],
	['not given out yet, with multiple', 'basic.ack', [2, true], [60, 80]],
	['rejected after an ack', 'basic.reject', [1, true], [60, 90]],
	['nacked after an ack', 'basic.nack', [1, false, true], [60, 120]]
] as const)('an unknown delivery tag closes the channel: %s', (_, method, fields, ids) => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	send(channel, 'q', 'm');
	channel.ask('basic.get', 'q', false);
	channel.say('basic.ack', 1, false);
	expect(channel.ask(method, ...fields)).toEqual([
		[
			'channel.close',
			406,
			`PRECONDITION_FAILED - unknown delivery tag ${String(fields[0])}`,
			...ids
		]
	]);
});

test('acknowledging everything with nothing outstanding is fine', () => {
	const channel = new BrokerConversation().channel();
	expect(channel.ask('basic.ack', 0, true)).toEqual([]);
	expect(channel.ask('basic.nack', 0, true, true)).toEqual([]);
});

test('recover answers, and redelivers with new tags', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	channel.consume('q', 'c');
	send(channel, 'q', 'a', 'b');
	channel.heard();
	expect(channel.ask('basic.recover', true)).toEqual([
		['basic.recover-ok'],
		['basic.deliver', 'c', 3, true, '', 'q', 0, 'a'],
		['basic.deliver', 'c', 4, true, '', 'q', 0, 'b']
	]);
});

test('cancelling leaves unacknowledged messages with the channel', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	channel.consume('q', 'c');
	send(channel, 'q', 'a', 'b');
	channel.heard();
	expect(channel.ask('basic.cancel', 'c')).toEqual([['basic.cancel-ok', 'c']]);
	expect(channel.ask('basic.cancel', 'never')).toEqual([['basic.cancel-ok', 'never']]);
	channel.say('basic.ack', 1, false);
	channel.say('channel.close', 200, 'bye');
	channel.say('channel.open');
	expect(channel.drain('q')).toEqual(['b*']);
});

test('reusing a consumer tag ends the connection', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	channel.consume('q', 'T');
	channel.consume('q', 'T');
	expect(channel.client.heard()).toEqual([
		['connection.close', 530, "NOT_ALLOWED - attempt to reuse consumer tag 'T'", 60, 20]
	]);
});

test('an exclusive consumer tolerates no other, in either order', () => {
	const broker = new BrokerConversation();
	const first = broker.channel();
	first.declare('q');
	first.consume('q', 'only', { exclusive: true });
	const refused = [
		['channel.close', 403, "ACCESS_REFUSED - queue 'q' in vhost '/' in exclusive use", 60, 20]
	];
	expect(broker.channel().consume('q', 'x')).toEqual(refused);
	first.say('basic.cancel', 'only');
	broker.channel().consume('q', 'y');
	expect(broker.channel().consume('q', 'z', { exclusive: true })).toEqual(refused);
});

test('higher consumer priority is served first while it has room', () => {
	const broker = new BrokerConversation();
	const low = broker.channel();
	const high = broker.channel();
	low.declare('q');
	high.say('basic.qos', 1, false);
	low.consume('q', 'low', { priority: -1 });
	high.consume('q', 'high', { priority: 5 });
	send(low, 'q', '1', '2');
	expect(high.deliveries()).toEqual(['1']);
	expect(low.deliveries()).toEqual(['2']);
	high.say('basic.ack', 1, false);
	send(low, 'q', '3');
	expect(high.deliveries()).toEqual(['3']);
});

test('a single active consumer gets everything until it leaves; its messages come first', () => {
	const broker = new BrokerConversation();
	const a = broker.channel();
	const b = broker.channel();
	a.declare('q', { args: [['x-single-active-consumer', 't', true]] });
	a.consume('q', 'a');
	b.consume('q', 'b');
	send(b, 'q', '1', '2');
	expect(a.deliveries()).toEqual(['1', '2']);
	a.say('basic.ack', 1, false);
	a.client.vanish();
	send(b, 'q', '3');
	expect(b.deliveries()).toEqual(['2*', '3']);
});

test('an acknowledgement for a queue that was deleted and declared anew touches nothing', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	send(channel, 'q', 'old');
	channel.ask('basic.get', 'q', false);
	channel.say('queue.delete', 'q', false, false);
	channel.declare('q');
	send(channel, 'q', 'new');
	channel.ask('basic.get', 'q', false);
	expect(channel.ask('basic.ack', 1, false)).toEqual([]);
	channel.say('basic.nack', 2, false, true);
	expect(channel.drain('q')).toEqual(['new*']);
});

test('when a queue goes a channel hears of its consumers in the order of their tags', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	for (const tag of ['b', 'c', 'a']) channel.consume('q', tag);
	const heard = channel.ask('queue.delete', 'q', false, false);
	expect(heard.filter(([method]) => method === 'basic.cancel').map(([, tag]) => tag)).toEqual([
		'a',
		'b',
		'c'
	]);
});

test('what several consumers held comes back consumer by consumer, in the order of their tags', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q');
	channel.ask('basic.qos', 1, false);
	for (const tag of ['b', 'a']) channel.consume('q', tag);
	channel.publish('', 'q', 'first');
	channel.publish('', 'q', 'second');
	channel.heard();
	channel.say('basic.nack', 2, true, true);
	expect(channel.heard().map(([, tag, , , , , , text]) => [tag, text])).toEqual([
		['a', 'second'],
		['b', 'first']
	]);
});
