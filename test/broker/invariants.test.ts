import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QueueState } from '#broker';
import { BrokerConversation, type ClientChannel } from '../support/broker-conversation.ts';
import { checkBroker, statesOf } from '../support/broker-invariants.ts';

const queues = ['plain', 'limited', 'short-lived', 'ranked', 'single', 'quorum'] as const;
type QueueName = (typeof queues)[number];

/** What a client may do; numbers pick among clients, queues and outstanding tags. */
type Deed =
	| {
			do: 'publish' | 'get' | 'consume' | 'cancel' | 'purge';
			who: number;
			queue: QueueName;
			n: number;
	  }
	| { do: 'ack' | 'nack' | 'reject' | 'ack up to' | 'nack up to'; who: number; n: number }
	| { do: 'recover' | 'close' | 'vanish'; who: number }
	| { do: 'prefetch' | 'shared prefetch'; who: number; n: number }
	| { do: 'pass'; n: number };

const who = fc.nat({ max: 2 });
const n = fc.nat({ max: 7 });
const queue = fc.oneof(fc.constantFrom(...queues), fc.constantFrom('plain', 'limited'));
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

const deed: fc.Arbitrary<Deed> = fc.oneof(
	often(12, fc.record({ do: fc.constant('publish' as const), who, queue, n })),
	often(6, fc.record({ do: fc.constantFrom('get', 'consume', 'consume'), who, queue, n })),
	often(1, fc.record({ do: fc.constantFrom('cancel', 'cancel', 'purge'), who, queue, n })),
	often(
		10,
		fc.record({ do: fc.constantFrom('ack', 'nack', 'reject', 'ack up to', 'nack up to'), who, n })
	),
	often(1, fc.record({ do: fc.constantFrom('recover', 'close', 'vanish'), who })),
	often(2, fc.record({ do: fc.constantFrom('prefetch', 'shared prefetch'), who, n })),
	often(2, fc.record({ do: fc.constant('pass' as const), n }))
);

class Play {
	readonly broker = new BrokerConversation();
	readonly channels: ClientChannel[] = [];

	constructor() {
		const admin = this.broker.channel();
		admin.declare('plain');
		admin.declare('limited', {
			args: [
				['x-max-length', 'b', 3],
				['x-dead-letter-exchange', 'S', ''],
				['x-dead-letter-routing-key', 'S', 'plain']
			]
		});
		admin.declare('short-lived', {
			args: [
				['x-message-ttl', 'b', 5],
				['x-dead-letter-exchange', 'S', ''],
				['x-dead-letter-routing-key', 'S', 'limited']
			]
		});
		admin.declare('ranked', { args: [['x-max-priority', 'b', 3]] });
		admin.declare('single', { args: [['x-single-active-consumer', 't', true]] });
		admin.declare('quorum', {
			durable: true,
			args: [
				['x-queue-type', 'S', 'quorum'],
				['x-delivery-limit', 'b', 2]
			]
		});
		for (let index = 0; index < 3; index++) this.channels.push(this.broker.channel());
	}

	/** The delivery tags a channel has outstanding. */
	tags(channel: ClientChannel): number[] {
		const state = this.broker.system.stateOf(channel.id) as
			{ unacked: { entries(): Iterable<[number, unknown]> } } | undefined;
		return [...(state?.unacked.entries() ?? [])].map(([tag]) => tag);
	}

	act(step: Deed): void {
		if (step.do === 'pass') {
			this.broker.pass(step.n);
			return;
		}
		const channel = this.channels[step.who] as ClientChannel;
		switch (step.do) {
			case 'publish':
				channel.publishWith('', step.queue, 'x'.repeat(step.n), 16, [step.n]);
				return;
			case 'get':
				channel.say('basic.get', step.queue, step.n > 5);
				return;
			case 'consume': {
				const args = JSON.stringify([['x-priority', 'b', step.n % 3]]);
				const tag = `${step.queue}-${String(this.broker.events.length)}`;
				channel.say('basic.consume', step.queue, tag, false, step.n > 5, false, args);
				return;
			}
			case 'cancel': {
				const state = this.broker.queue(step.queue);
				const mine = state?.consumers.find((consumer) => consumer.channel === channel.id);
				if (mine !== undefined) channel.say('basic.cancel', mine.consumerTag);
				return;
			}
			case 'purge':
				channel.say('queue.purge', step.queue);
				return;
			case 'prefetch':
				channel.say('basic.qos', step.n, false);
				return;
			case 'shared prefetch':
				channel.say('basic.qos', step.n, true);
				return;
			case 'recover':
				channel.say('basic.recover', true);
				return;
			case 'close':
				channel.say('channel.close', 200, 'bye');
				channel.say('channel.open');
				return;
			case 'vanish':
				channel.client.vanish();
				this.channels[step.who] = this.broker.channel();
				return;
			default:
				this.settle(channel, step.do, step.n);
		}
	}

	settle(channel: ClientChannel, how: string, pick: number): void {
		const tags = this.tags(channel);
		const tag = tags[pick % Math.max(1, tags.length)];
		if (tag === undefined) return;
		if (how === 'ack' || how === 'ack up to') channel.say('basic.ack', tag, how === 'ack up to');
		else if (how === 'reject') channel.say('basic.reject', tag, false);
		else channel.say('basic.nack', tag, how === 'nack up to', true);
	}
}

test('whatever clients do, every message is in one place, prefetch holds and nobody waits in vain', () => {
	fc.assert(
		fc.property(fc.array(deed, { minLength: 10, maxLength: 60 }), (deeds) => {
			const play = new Play();
			for (const step of deeds) {
				play.act(step);
				play.broker.settle();
				checkBroker(play.broker);
			}
			for (const channel of play.channels) channel.client.vanish();
			play.broker.settle();
			for (const [, state] of statesOf(play.broker, 'queue')) {
				expect((state as QueueState).unacked.size, 'what nobody holds is ready again').toBe(0);
			}
			expect(statesOf(play.broker, 'channel')).toHaveLength(1);
			checkBroker(play.broker);
		}),
		{ numRuns: 80 }
	);
}, 60_000);

test('a channel never gives a delivery tag twice, and each message once while unacknowledged', () => {
	fc.assert(
		fc.property(fc.array(deed, { minLength: 10, maxLength: 60 }), (deeds) => {
			const play = new Play();
			for (const step of deeds) play.act(step);
			const lives = new Map<string, number>();
			for (const event of play.broker.events) {
				if (event.kind === 'channel.opened') lives.set(event.actor, 0);
				if (event.kind !== 'client.heard') continue;
				const [method, channel, first, second] = event.data as [string, number, unknown, unknown];
				if (method !== 'basic.deliver' && method !== 'basic.get-ok') continue;
				const tag = Number(method === 'basic.deliver' ? second : first);
				const id = `channel:${event.actor.slice('client:'.length)}/${String(channel)}`;
				expect(tag).toBe((lives.get(id) ?? 0) + 1);
				lives.set(id, tag);
			}
		}),
		{ numRuns: 60 }
	);
}, 60_000);

test('the same conversation records the same events', () => {
	fc.assert(
		fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
			const records = [new Play(), new Play()].map((play) => {
				for (const step of deeds) play.act(step);
				return JSON.stringify(play.broker.events);
			});
			expect(records[0]).toBe(records[1]);
		}),
		{ numRuns: 20 }
	);
}, 60_000);
