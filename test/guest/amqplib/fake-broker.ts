// A broker small enough to read: default exchange, queues, consumers, confirms. Records every frame it gets.
// Not RabbitMQ: the real rules are those of src/broker.

import type { WirePayload } from '../../../src/sandbox/turn-batch.ts';

interface FakeQueue {
	readonly messages: WirePayload[];
	consumer?: { readonly channel: number; readonly tag: string };
}

type Answer = (frame: WirePayload) => readonly WirePayload[];

export class FakeBroker {
	/** All frames received, in order. */
	readonly received: WirePayload[] = [];
	readonly queues = new Map<string, FakeQueue>();
	readonly #overrides = new Map<string, Answer>();
	readonly #confirming = new Map<number, number>();
	#lastTag = 0;

	/** Answers a method differently from now on. */
	on(method: string, answer: Answer): void {
		this.#overrides.set(method, answer);
	}

	/** Names of the methods received, without the handshake. */
	get methods(): string[] {
		return this.received
			.map((frame) => frame[0] as string)
			.filter((method) => !/^(protocol|connection)/.test(method));
	}

	handle(frame: WirePayload): readonly WirePayload[] {
		this.received.push(frame);
		const method = frame[0] as string;
		return (this.#overrides.get(method) ?? ((f) => this.#answer(method, f)))(frame);
	}

	#answer(method: string, frame: WirePayload): readonly WirePayload[] {
		const channel = frame[1] as number;
		switch (method) {
			case 'protocol-header':
				return [['connection.start', 0]];
			case 'connection.start-ok':
				return [['connection.tune', 0, 2047, 131072, 60]];
			case 'connection.tune-ok':
			case 'connection.close-ok':
			case 'channel.close-ok':
			case 'basic.ack':
			case 'basic.nack':
			case 'basic.reject':
				return [];
			case 'connection.open':
				return [['connection.open-ok', 0]];
			case 'queue.declare': {
				const name = (frame[2] as string) || 'amq.gen-fake';
				const queue = this.queues.get(name) ?? { messages: [] };
				this.queues.set(name, queue);
				return [['queue.declare-ok', channel, name, queue.messages.length, 0]];
			}
			case 'queue.purge':
			case 'queue.delete':
				return [[`${method}-ok`, channel, 0]];
			case 'confirm.select':
				this.#confirming.set(channel, 0);
				return [['confirm.select-ok', channel]];
			case 'basic.consume': {
				const tag = (frame[3] as string) || `amq.ctag-${frame[2] as string}`;
				const queue = this.queues.get(frame[2] as string);
				if (queue) queue.consumer = { channel, tag };
				return [['basic.consume-ok', channel, tag], ...(queue ? this.#deliverAll(queue) : [])];
			}
			case 'basic.cancel':
				return [['basic.cancel-ok', channel, frame[2] as string]];
			case 'basic.get':
				return [this.#get(channel, this.queues.get(frame[2] as string))];
			case 'basic.publish':
				return this.#publish(channel, frame);
			default:
				return [[`${method}-ok`, channel]];
		}
	}

	#publish(channel: number, frame: WirePayload): readonly WirePayload[] {
		const queue = frame[2] === '' ? this.queues.get(frame[3] as string) : undefined;
		queue?.messages.push(frame);
		const deliveries = queue ? this.#deliverAll(queue) : [];
		const count = this.#confirming.get(channel);
		if (count === undefined) return deliveries;
		this.#confirming.set(channel, count + 1);
		return [...deliveries, ['basic.ack', channel, count + 1, false]];
	}

	#deliverAll(queue: FakeQueue): WirePayload[] {
		const { consumer } = queue;
		if (consumer === undefined) return [];
		return queue.messages.splice(0).map((message) => {
			const [, , exchange, routingKey, , ...rest] = message;
			this.#lastTag += 1;
			const { channel, tag } = consumer;
			const where = [exchange as string, routingKey as string];
			return ['basic.deliver', channel, tag, this.#lastTag, false, ...where, ...rest];
		});
	}

	#get(channel: number, queue: FakeQueue | undefined): WirePayload {
		const message = queue?.messages.shift();
		if (queue === undefined || message === undefined) return ['basic.get-empty', channel];
		const [, , exchange, routingKey, , ...rest] = message;
		this.#lastTag += 1;
		const where = [exchange as string, routingKey as string];
		return [
			'basic.get-ok',
			channel,
			this.#lastTag,
			false,
			...where,
			queue.messages.length,
			...rest
		];
	}
}
