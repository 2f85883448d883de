// A random play on a broker: three clients that may do anything, and what may happen to them: they vanish, their wires are
// cut or play tricks, the broker runs low on memory or is restarted. fast-check draws the deeds, shrinks and prints them.
import fc from 'fast-check';
import type { ActorId } from '#kernel/events';
import { BrokerConversation, type ClientChannel } from './broker-conversation.ts';

const queues = [
	'plain',
	'limited',
	'short-lived',
	'ranked',
	'single',
	'quorum',
	'patient',
	'refusing'
] as const;
type QueueName = (typeof queues)[number];

/** What a client may do, or what may happen; numbers pick among clients, queues and outstanding tags. */
export type Deed =
	| {
			do: 'publish' | 'get' | 'consume' | 'cancel' | 'purge' | 'delete';
			who: number;
			queue: QueueName;
			n: number;
	  }
	| { do: 'ack' | 'nack' | 'reject' | 'ack up to' | 'nack up to'; who: number; n: number }
	| { do: 'recover' | 'close' | 'vanish' | 'confirm'; who: number }
	| { do: 'prefetch' | 'shared prefetch' | 'trick'; who: number; n: number }
	| { do: 'pass' | 'restart' | 'alarm'; n: number };

const who = fc.nat({ max: 2 });
const n = fc.nat({ max: 7 });
const queue = fc.oneof(fc.constantFrom(...queues), fc.constantFrom('plain', 'limited'));
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

export const deed: fc.Arbitrary<Deed> = fc.oneof(
	often(12, fc.record({ do: fc.constant('publish' as const), who, queue, n })),
	often(6, fc.record({ do: fc.constantFrom('get', 'consume', 'consume'), who, queue, n })),
	often(
		1,
		fc.record({ do: fc.constantFrom('cancel', 'cancel', 'purge', 'delete'), who, queue, n })
	),
	often(
		10,
		fc.record({ do: fc.constantFrom('ack', 'nack', 'reject', 'ack up to', 'nack up to'), who, n })
	),
	often(2, fc.record({ do: fc.constantFrom('recover', 'close', 'vanish', 'confirm'), who })),
	often(2, fc.record({ do: fc.constantFrom('prefetch', 'shared prefetch', 'trick'), who, n })),
	often(3, fc.record({ do: fc.constantFrom('pass', 'pass', 'pass', 'restart', 'alarm'), n }))
);

/** What a wire may do; the last one mends it. */
const tricks = ['cut', 'drop', 'duplicate', 'delay', 'reorder', 'cut', 'mend', 'mend'] as const;

export class BrokerPlay {
	readonly broker: BrokerConversation;
	readonly channels: ClientChannel[] = [];

	/** `checks` false: quicker, steps may then mutate unnoticed. */
	constructor(checks = true) {
		this.broker = new BrokerConversation(7, '3.10', checks);
		this.#declareAll(this.broker.channel());
		for (let index = 0; index < 3; index++) this.channels.push(this.broker.channel());
	}

	act(step: Deed): void {
		switch (step.do) {
			case 'pass':
				this.broker.pass(step.n);
				return;
			case 'restart':
				this.#restart(step.n);
				return;
			case 'alarm':
				this.broker.tell('vhost:/', 'vhost.alarm', { on: step.n > 3 });
				return;
			default:
				this.#actFor(this.#channel(step.who), step);
		}
	}

	/** All wires whole again, no alarm, every client gone. */
	end(): void {
		this.broker.tell('vhost:/', 'vhost.alarm', { on: false });
		for (const id of this.broker.actors) if (id.startsWith('link:')) this.#trick(id, 'mend');
		this.broker.pass(20);
		for (const { client } of this.channels) client.vanish();
		this.broker.settle();
	}

	#declareAll(admin: ClientChannel): void {
		const deadTo = (target: QueueName) =>
			[
				['x-dead-letter-exchange', 'S', ''],
				['x-dead-letter-routing-key', 'S', target]
			] as const;
		admin.declare('plain', { durable: true });
		admin.declare('limited', {
			durable: true,
			args: [['x-max-length', 'b', 3], ...deadTo('plain')]
		});
		admin.declare('short-lived', {
			durable: true,
			args: [['x-message-ttl', 'b', 5], ...deadTo('limited')]
		});
		admin.declare('ranked', { args: [['x-max-priority', 'b', 3]] });
		admin.declare('single', { args: [['x-single-active-consumer', 't', true]] });
		admin.declare('quorum', {
			durable: true,
			args: [['x-queue-type', 'S', 'quorum'], ['x-delivery-limit', 'b', 2], ...deadTo('refusing')]
		});
		admin.declare('patient', { durable: true, args: [['x-queue-type', 'S', 'quorum']] });
		admin.declare('refusing', {
			args: [
				['x-max-length-bytes', 'b', 9],
				['x-overflow', 'S', 'reject-publish']
			]
		});
	}

	/** The client's channel; a new one where the broker has closed it. */
	#channel(index: number): ClientChannel {
		const channel = this.channels[index] as ClientChannel;
		const state = this.broker.system.stateOf(channel.id) as { status: string } | undefined;
		if (state?.status === 'open') return channel;
		channel.client.vanish();
		return (this.channels[index] = this.broker.channel());
	}

	/** As the interventions of a scenario do it: see src/simulation/interventions.ts. */
	#restart(downMs: number): void {
		const { broker } = this;
		broker.tell('vhost:/', 'vhost.stopping', {});
		for (const id of broker.actors) {
			if (/^link:\d+\/s$/.test(id)) broker.tell(id, 'link.closing', { why: 'the broker is gone' });
		}
		broker.tell('vhost:/', 'vhost.stopped', {});
		broker.pass(downMs);
		broker.tell('vhost:/', 'vhost.started', {});
		for (const { client } of this.channels) client.vanish();
		this.#declareAll(broker.channel());
		for (let index = 0; index < 3; index++) this.channels[index] = broker.channel();
	}

	#trick(link: ActorId, kind: (typeof tricks)[number]): void {
		const faults =
			kind === 'cut' || kind === 'mend' ? [] : [{ kind, count: 2, chance: 10_000, extraUs: 3000 }];
		this.broker.tell(link, 'link.fault', { faults, cut: kind === 'cut' });
	}

	#actFor(channel: ClientChannel, step: Exclude<Deed, { do: 'pass' | 'restart' | 'alarm' }>): void {
		switch (step.do) {
			case 'publish':
				channel.publishWith('', step.queue, 'x'.repeat(step.n), 24, [1 + (step.n % 2), step.n]);
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
			case 'delete':
				channel.say('queue.delete', step.queue, false, false);
				this.#declareAll(this.broker.channel());
				return;
			case 'prefetch':
				channel.say('basic.qos', step.n, false);
				return;
			case 'shared prefetch':
				channel.say('basic.qos', step.n, true);
				return;
			case 'confirm':
				channel.say('confirm.select');
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
			case 'trick':
				this.#trick(
					step.n % 2 === 0 ? channel.client.linkIn : channel.client.linkOut,
					tricks[step.n] ?? 'mend'
				);
				return;
			default:
				this.#settle(channel, step.do, step.n);
		}
	}

	#settle(channel: ClientChannel, how: string, pick: number): void {
		const state = this.broker.system.stateOf(channel.id) as {
			unacked: { entries(): Iterable<[number, unknown]> };
		};
		const tags = [...state.unacked.entries()].map(([tag]) => tag);
		const tag = tags[pick % Math.max(1, tags.length)];
		if (tag === undefined) return;
		if (how === 'ack' || how === 'ack up to') channel.say('basic.ack', tag, how === 'ack up to');
		else if (how === 'reject') channel.say('basic.reject', tag, false);
		else channel.say('basic.nack', tag, how === 'nack up to', true);
	}
}
