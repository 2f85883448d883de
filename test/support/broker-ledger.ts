// Reads what was recorded and keeps account of every message: where it came in, why it ended, which tags were given out.
// What it finds wrong no single state can show: a message lost without a reason, a tag given twice, an order broken.
import { readyMessages, type QueueState } from '#broker';
import type { BrokerEvent } from '#broker/events';
import type { Recorded } from '#kernel/events';
import type { BrokerConversation } from './broker-conversation.ts';
import { must, statesOf } from './broker-invariants.ts';

/** The account of a conversation. */
export class BrokerLedger {
	readonly #broker: BrokerConversation;
	#read = 0;
	/** Message ids that came into a queue, by its actor; a queue that is gone is forgotten. */
	readonly #living = new Map<string, Set<number>>();
	/** Recorded ends of messages: `queue id`. */
	readonly #ended = new Set<string>();
	/** Newest delivery tag by channel. */
	readonly #tags = new Map<string, number>();
	/** Newest position handed out for the first time, by queue and priority. */
	readonly #fresh = new Map<string, number>();
	/** Confirms answered, by channel. */
	readonly #confirmed = new Map<string, Set<number>>();

	constructor(broker: BrokerConversation) {
		this.#broker = broker;
	}

	/** Takes in what was recorded since and compares it with what is there. */
	check(): void {
		const { events } = this.#broker;
		while (this.#read < events.length) {
			this.#take(events[this.#read++] as Recorded<BrokerEvent>);
		}
		for (const [actor, state] of statesOf(this.#broker, 'queue')) {
			this.#compare(actor, state as QueueState);
		}
	}

	#compare(actor: string, queue: QueueState): void {
		const living = this.#living.get(actor) ?? new Set<number>();
		const here = new Set(readyMessages(queue).map(({ message }) => message.id));
		for (const { queued } of queue.unacked.values()) here.add(queued.message.id);
		for (const id of living) {
			if (here.has(id)) continue;
			must(this.#ended.has(`${actor} ${id}`), 'no message is lost without a recorded reason', {
				actor,
				id
			});
			living.delete(id);
		}
		for (const id of here)
			must(living.has(id), 'a message that has ended is not here', { actor, id });
	}

	#take(event: Recorded<BrokerEvent>): void {
		const { actor } = event;
		switch (event.kind) {
			case 'queue.declared':
				this.#living.set(actor, new Set());
				return;
			case 'queue.enqueued':
				this.#living.get(actor)?.add(event.data.message.id);
				return;
			case 'vhost.queue-gone':
				this.#forget(`queue:${event.data.queue}`);
				return;
			case 'queue.acked':
			case 'queue.rejected':
				for (const { messageId } of event.data.deliveries) this.#end(actor, messageId);
				return;
			case 'queue.expired':
			case 'queue.dropped':
				this.#end(actor, event.data.messageId);
				return;
			case 'queue.purged':
				for (const id of this.#living.get(actor) ?? []) this.#end(actor, id);
				return;
			case 'exchange.publish':
				if (event.data.deadLetter !== null) {
					this.#end(event.data.publisher, event.data.deadLetter.of);
				}
				return;
			case 'queue.delivered':
			case 'queue.got':
				if (event.data.noAck) this.#end(`queue:${event.data.queue}`, event.data.message.id);
				this.#inOrder(event);
				return;
			case 'channel.opened':
				this.#tags.set(actor, 0);
				this.#confirmed.set(actor, new Set());
				return;
			default:
				if ((event.kind as string) === 'link.sent') this.#sent(event);
		}
	}

	#forget(queue: string): void {
		this.#living.delete(queue);
		for (const key of this.#fresh.keys()) if (key.startsWith(`${queue} `)) this.#fresh.delete(key);
	}

	#end(queue: string, id: number): void {
		this.#ended.add(`${queue} ${id}`);
	}

	/** First deliveries come in the order of arrival, among equals. */
	#inOrder(event: Extract<Recorded<BrokerEvent>, { kind: 'queue.delivered' | 'queue.got' }>): void {
		const { queue, redelivered, position, message } = event.data;
		if (redelivered) return;
		const ranks = queue === 'ranked' ? Math.min(message.properties.priority ?? 0, 3) : 0;
		const key = `queue:${queue} ${ranks}`;
		const before = this.#fresh.get(key) ?? 0;
		must(position > before, 'first deliveries come in the order of arrival', event.data);
		this.#fresh.set(key, position);
	}

	/** Tags count from 1 on each channel; a confirm comes once. */
	#sent(event: { readonly actor: string; readonly data: unknown }): void {
		const { payload } = event.data as { readonly payload: readonly unknown[] };
		if (!event.actor.endsWith('/s')) return;
		const [method, number, first, second] = payload;
		const channel = `channel:${event.actor.slice('link:'.length, -2)}/${String(number)}`;
		if (method === 'basic.deliver' || method === 'basic.get-ok') {
			const tag = Number(method === 'basic.deliver' ? second : first);
			must(tag === (this.#tags.get(channel) ?? 0) + 1, 'delivery tags count up', [channel, tag]);
			this.#tags.set(channel, tag);
		} else if (method === 'basic.ack' || method === 'basic.nack') {
			const answered = this.#confirmed.get(channel);
			must(answered?.has(Number(first)) === false, 'a message is confirmed once', [channel, first]);
			answered?.add(Number(first));
		}
	}
}
