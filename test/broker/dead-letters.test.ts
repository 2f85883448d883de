import { expect, test } from 'vitest';
import { parseTable } from '#broker';
import {
	BrokerConversation,
	type ClientChannel,
	type Heard
} from '../support/broker-conversation.ts';

/** A queue that dead-letters to `dead`, which is a queue of the default exchange. */
function withDeadQueue(args: readonly (readonly [string, string, unknown])[] = []): {
	broker: BrokerConversation;
	channel: ClientChannel;
} {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('dead');
	channel.declare('q', {
		args: [['x-dead-letter-exchange', 'S', ''], ['x-dead-letter-routing-key', 'S', 'dead'], ...args]
	});
	return { broker, channel };
}

function headersOf(got: Heard | undefined): Record<string, unknown> {
	const table = parseTable(
		got?.find((field) => typeof field === 'string' && field[0] === '[') as string
	);
	return Object.fromEntries(table.map(([key, , value]) => [key, value]));
}

/** The deaths as `queue/reason/count`, newest first. */
function deaths(got: Heard | undefined): string[] {
	const story = headersOf(got)['x-death'] as [string, [string, string, unknown][]][];
	return story.map(([, death]) => {
		const fields = Object.fromEntries(death.map(([key, , value]) => [key, value]));
		return `${String(fields['queue'])}/${String(fields['reason'])}/${String(fields['count'])}`;
	});
}

test('the newest death comes first with its fields in order; older ones stand as RabbitMQ leaves them', () => {
	const channel = new BrokerConversation().channel();
	for (const [queue, next] of [
		['a', 'b'],
		['b', 'c'],
		['c', 'a']
	] as const) {
		channel.declare(queue, {
			args: [
				['x-dead-letter-exchange', 'S', ''],
				['x-dead-letter-routing-key', 'S', next]
			]
		});
	}
	channel.publish('', 'a', 'm');
	const seen: string[][] = [];
	for (const queue of ['a', 'b', 'c', 'a', 'b']) {
		const [got] = channel.ask('basic.get', queue, false);
		channel.say('basic.reject', got?.[1] as number, false);
		const next = channel.ask('basic.get', { a: 'b', b: 'c', c: 'a' }[queue] as string, false)[0];
		channel.say('basic.nack', next?.[1] as number, false, true);
		seen.push(deaths(next).map((death) => death.replace('/rejected/', '')));
		const story = headersOf(next)['x-death'] as [string, [string, string, unknown][]][];
		const fields = story[0]?.[1].map(([key]) => key).join(' ');
		expect(fields).toBe(
			seen.length === 1
				? 'count reason queue time exchange routing-keys'
				: 'count exchange queue reason routing-keys time'
		);
	}
	expect(seen).toEqual([
		['a1'],
		['b1', 'a1'],
		['c1', 'a1', 'b1'],
		['a2', 'b1', 'c1'],
		['b2', 'c1', 'a2']
	]);
});

test('an x-death header that is no list is replaced, and nothing is said of a first death', () => {
	const { channel } = withDeadQueue();
	channel.publishWith('', 'q', 'm', 4, ['[["x-death","S","mine"]]']);
	channel.ask('basic.get', 'q', false);
	channel.say('basic.reject', 1, false);
	const [got] = channel.ask('basic.get', 'dead', true);
	expect(Object.keys(headersOf(got))).toEqual(['x-death']);
	expect(deaths(got)).toEqual(['q/rejected/1']);
});

test('a rejected message is published again with the story of its death', () => {
	const { channel } = withDeadQueue();
	channel.publishWith('', 'q', 'm', 4, ['[["mine","t",true]]']);
	channel.ask('basic.get', 'q', false);
	channel.say('basic.reject', 1, false);
	const [got] = channel.ask('basic.get', 'dead', true);
	expect(got?.slice(1, 5)).toEqual([2, false, '', 'dead']);
	const headers = headersOf(got);
	expect(Object.keys(headers)).toEqual([
		'mine',
		'x-death',
		'x-first-death-exchange',
		'x-first-death-queue',
		'x-first-death-reason'
	]);
	expect(headers['x-death']).toEqual([
		[
			'F',
			[
				['count', 'l', 1],
				['reason', 'S', 'rejected'],
				['queue', 'S', 'q'],
				['time', 'T', 1_735_722_000],
				['exchange', 'S', ''],
				['routing-keys', 'A', [['S', 'q']]]
			]
		]
	]);
});

test('a repeated death counts up and moves to the front; the first death stays as it was', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	const to = (queue: string) =>
		[
			['x-dead-letter-exchange', 'S', ''],
			['x-dead-letter-routing-key', 'S', queue]
		] as const;
	channel.declare('work', { args: to('wait') });
	channel.declare('wait', { args: [...to('work'), ['x-message-ttl', 's', 200]] });
	channel.consume('work', 'w');
	channel.publish('', 'work', 'flaky');
	for (const tag of [1, 2]) {
		channel.heard();
		channel.say('basic.nack', tag, false, false);
		broker.pass(200);
	}
	const delivered = channel.heard().at(-1);
	expect(deaths(delivered)).toEqual(['wait/expired/2', 'work/rejected/2']);
	expect(headersOf(delivered)['x-first-death-reason']).toBe('rejected');
});

test('the expiration goes with the death it caused, and is written down', () => {
	const { broker, channel } = withDeadQueue();
	channel.publishWith('', 'q', 'm', 128, ['50']);
	broker.pass(50);
	const [got] = channel.ask('basic.get', 'dead', true);
	expect(got?.[6]).toBe(4);
	expect(deaths(got)).toEqual(['q/expired/1']);
	expect(JSON.stringify(headersOf(got)['x-death'])).toContain('["original-expiration","S","50"]');
});

test('what a full queue drops is dead-lettered, and so is what reject-publish-dlx refuses', () => {
	for (const overflow of ['drop-head', 'reject-publish-dlx']) {
		const { channel } = withDeadQueue([
			['x-max-length', 'b', 1],
			['x-overflow', 'S', overflow]
		]);
		channel.publish('', 'q', 'first');
		channel.publish('', 'q', 'second');
		const [got] = channel.ask('basic.get', 'dead', true);
		expect(deaths(got)).toEqual(['q/maxlen/1']);
		expect(got?.at(-1)).toBe(overflow === 'drop-head' ? 'first' : 'second');
	}
});

test('purging and deleting dead-letter nothing, a missing dead-letter exchange drops silently', () => {
	const { channel } = withDeadQueue();
	channel.publish('', 'q', 'm');
	channel.ask('queue.purge', 'q');
	channel.publish('', 'q', 'n');
	channel.ask('queue.delete', 'q', false, false);
	expect(channel.drain('dead')).toEqual([]);
	channel.declare('r', { args: [['x-dead-letter-exchange', 'S', 'nowhere']] });
	channel.publish('', 'r', 'm');
	channel.ask('basic.get', 'r', false);
	expect(channel.ask('basic.reject', 1, false)).toEqual([]);
	expect(channel.drain('r')).toEqual([]);
});

test('a circle by expiry alone is cut the second time', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('q', {
		args: [
			['x-dead-letter-exchange', 'S', ''],
			['x-message-ttl', 's', 100]
		]
	});
	channel.publish('', 'q', 'm');
	broker.pass(1000);
	expect(channel.counts('q')[0]).toBe(0);
});

test('a quorum queue counts returns and gives up past its delivery limit', () => {
	const broker = new BrokerConversation();
	const channel = broker.channel();
	channel.declare('dead');
	channel.declare('q', {
		durable: true,
		args: [
			['x-queue-type', 'S', 'quorum'],
			['x-delivery-limit', 'b', 2],
			['x-dead-letter-exchange', 'S', ''],
			['x-dead-letter-routing-key', 'S', 'dead']
		]
	});
	channel.publish('', 'q', 'm');
	const counts: unknown[] = [];
	for (const tag of [1, 2, 3]) {
		const [got] = channel.ask('basic.get', 'q', false);
		counts.push(got?.[6] === 0 ? undefined : headersOf(got)['x-delivery-count']);
		channel.say('basic.nack', tag, false, true);
	}
	expect(counts).toEqual([0, 1, 2]);
	expect(deaths(channel.ask('basic.get', 'dead', true)[0])).toEqual(['q/delivery_limit/1']);
});

test('a lazy queue does not tell the expiration its dead letters had', () => {
	const { channel } = withDeadQueue([['x-queue-mode', 'S', 'lazy']]);
	channel.publishWith('', 'q', 'a', 128, ['60000']);
	channel.ask('basic.get', 'q', false);
	channel.say('basic.reject', 1, false);
	const got = channel.ask('basic.get', 'dead', true)[0];
	expect(JSON.stringify(headersOf(got)['x-death'])).toContain('rejected');
	expect(JSON.stringify(got)).not.toContain('60000');
});

test('a dead letter without a key of its own still goes by the BCC keys of the message', () => {
	const channel = new BrokerConversation().channel();
	channel.declare('q', { args: [['x-dead-letter-exchange', 'S', 'amq.direct']] });
	channel.declare('blind');
	channel.ask('queue.bind', 'blind', 'amq.direct', 'quietly', null);
	const headers = JSON.stringify([['BCC', 'A', [['S', 'quietly']]]]);
	channel.publishWith('', 'q', 'told', 4, [headers]);
	expect(channel.counts('blind')[0]).toBe(0);
	const got = channel.ask('basic.get', 'q', false)[0];
	channel.say('basic.reject', Number(got?.[1]), false);
	const dead = channel.ask('basic.get', 'blind', true)[0];
	expect(dead?.at(-1)).toBe('told');
	expect(JSON.stringify(headersOf(dead))).not.toContain('quietly');
});
