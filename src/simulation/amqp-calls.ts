// What in the AMQP traffic is a call: a message with a reply-to asks, a message to that address with the same correlation
// id answers. Follows the request through queues, redelivery and dead ends until its fate is certain.
import { type ActorSystem, type LinkState } from '#kernel';
import type { ActorId, Payload } from '#kernel/events';
import type { Message } from '#broker';
import type { OpenCall } from '#rpc';
import type { TraceEvent } from '#trace';
import type { CallDesk } from './call-observer.ts';

type EventOf<K extends TraceEvent['kind']> = Extract<TraceEvent, { kind: K }>;

/** The pseudo-queue of direct reply-to, and what the broker's addresses for it begin with. */
const directReplyTo = 'amq.rabbitmq.reply-to';

export class AmqpCalls {
	readonly #system: ActorSystem;
	readonly #desk: CallDesk;
	readonly #events: readonly TraceEvent[];
	/** Machine at the client end of each broker connection. */
	readonly #peers = new Map<ActorId, string>();
	/** The same by channel, as far as asked for: connection numbers are never given twice. */
	readonly #peersByChannel = new Map<ActorId, string>();
	/** Calls by the broker's id of their request; dead-lettered copies too. */
	readonly #byMessage = new Map<number, OpenCall>();
	/** Requests waiting in a queue. */
	readonly #inQueue = new Map<ActorId, Set<OpenCall>>();
	/** Reply addresses in use: as servers see them, to as the call table knows them. */
	readonly #addresses = new Map<string, string>();

	constructor(system: ActorSystem, desk: CallDesk, events: readonly TraceEvent[]) {
		this.#system = system;
		this.#desk = desk;
		this.#events = events;
	}

	watch(event: TraceEvent): void {
		switch (event.kind) {
			case 'connection.accepted':
				this.#peers.set(event.actor, event.data.peer);
				return;
			case 'link.sent':
				if (event.data.payload[0] === 'basic.publish') this.#sent(event);
				return;
			case 'link.delivered':
				this.#delivered(event);
				return;
			case 'exchange.publish':
				this.#published(event);
				return;
			case 'exchange.unroutable':
				this.#lost(event.data.messageId, 'no queue took the request', event.seq);
				return;
			case 'queue.enqueued':
				this.#enqueued(event);
				return;
			case 'queue.delivered':
			case 'queue.got':
				this.#handedOver(event);
				return;
			case 'queue.acked':
				for (const { messageId } of event.data.deliveries) this.#acked(messageId);
				return;
			case 'queue.expired':
				this.#expired(event);
				return;
			case 'queue.dropped':
				this.#lost(
					event.data.messageId,
					`the queue dropped the request (${event.data.reason})`,
					event.seq
				);
				return;
			case 'queue.purged':
				this.#queueEmptied(event.actor, 'the queue was purged', event.seq);
				return;
			case 'queue.removed':
				if (this.#system.stateOf(event.actor) === undefined) {
					this.#queueEmptied(event.actor, 'its queue was deleted', event.seq);
				}
				return;
			default:
		}
	}

	/** A program puts a message on the line: a request opens a call, a reply is noted with its server. */
	#sent(event: EventOf<'link.sent'>): void {
		const link = this.#system.stateOf(event.actor) as LinkState | undefined;
		if (link === undefined || !link.from.startsWith('process:')) return;
		const { exchange, routingKey, correlationId, replyTo } = readPublish(event.data.payload);
		const answered = exchange === '' ? this.#callAt(routingKey, correlationId) : undefined;
		if (answered !== undefined) this.#desk.replied(answered, link.fromNode, event.seq);
		if (replyTo === undefined) return;
		const address = replyTo === directReplyTo ? directAddress(link.fromNode) : replyTo;
		const known = this.#desk.table.find(address, correlationId);
		// A server that hands the request on uses the same address and id: that is still the same call.
		if (known?.status === 'waiting' && known.caller !== link.fromNode) return;
		this.#addresses.set(address, address);
		const target = exchange === '' ? routingKey : `${exchange} (${routingKey})`;
		this.#desk.start('amqp', link.fromNode, target, address, correlationId, event.seq);
	}

	#callAt(address: string, key: string): OpenCall | undefined {
		const known = this.#addresses.get(address);
		return known === undefined ? undefined : this.#desk.table.find(known, key);
	}

	/** The broker took a message in: if it is a request, follow it by its broker-wide id. */
	#published(event: EventOf<'exchange.publish'>): void {
		const { properties, publisher, deadLetter } = event.data;
		if (deadLetter !== null) {
			const call = this.#byMessage.get(deadLetter.of);
			if (call !== undefined) this.#byMessage.set(event.seq, call);
			return;
		}
		const { replyTo, correlationId } = properties;
		if (replyTo === undefined) return;
		const caller = this.#peerOf(publisher);
		const isDirect = replyTo.startsWith(`${directReplyTo}.`);
		if (isDirect && !this.#addresses.has(replyTo) && caller !== undefined) {
			this.#addresses.set(replyTo, directAddress(caller));
		}
		const call = this.#callAt(replyTo, correlationId ?? '');
		if (call !== undefined) this.#byMessage.set(event.seq, call);
	}

	#enqueued(event: EventOf<'queue.enqueued'>): void {
		const call = this.#byMessage.get(event.data.message.id);
		if (call === undefined) return;
		const waiting = this.#inQueue.get(event.actor);
		if (waiting === undefined) this.#inQueue.set(event.actor, new Set([call]));
		else waiting.add(call);
	}

	/** A queue hands a request to a consumer: from now on that process has it. */
	#handedOver(event: EventOf<'queue.delivered' | 'queue.got'>): void {
		const call = this.#byMessage.get(event.data.message.id);
		const holder = this.#peerOf(event.actor);
		if (call === undefined || holder === undefined) return;
		this.#desk.table.hold(call, holder, !event.data.noAck);
	}

	#acked(messageId: number): void {
		const call = this.#byMessage.get(messageId);
		if (call !== undefined) this.#desk.table.hold(call, call.holder, false);
	}

	#expired(event: EventOf<'queue.expired'>): void {
		const call = this.#byMessage.get(event.data.messageId);
		if (call === undefined) return;
		this.#desk.timedOut(call, 'the request expired in its queue', event.seq);
	}

	#lost(messageId: number, why: string, cause: number): void {
		const call = this.#byMessage.get(messageId);
		if (call !== undefined) this.#desk.orphaned(call, why, cause);
	}

	#queueEmptied(queue: ActorId, why: string, cause: number): void {
		for (const call of this.#inQueue.get(queue) ?? []) {
			if (call.holder === null) this.#desk.orphaned(call, `${why} with the request in it`, cause);
		}
		this.#inQueue.delete(queue);
	}

	/** A message reached a program: a request arrives at a server, or a reply at its caller. */
	#delivered(event: EventOf<'link.delivered'>): void {
		const method = event.data.payload[0];
		if (method !== 'basic.deliver' && method !== 'basic.get-ok') return;
		const link = this.#system.stateOf(event.actor) as LinkState | undefined;
		const sent = this.#events[event.cause];
		const handedOver = sent === undefined ? undefined : this.#events[sent.cause];
		const message = handedOver === undefined ? undefined : messageIn(handedOver);
		if (link === undefined || message === undefined) return;
		const request = this.#byMessage.get(message.id);
		if (request !== undefined) {
			this.#desk.received(request, link.toNode, event.seq);
			return;
		}
		if (message.exchange === '') this.#replyArrived(message, link.toNode, event.seq);
	}

	#replyArrived(message: Message, receiver: string, cause: number): void {
		if (!this.#addresses.has(message.routingKey)) return;
		const key = message.properties.correlationId ?? '';
		const call = this.#callAt(message.routingKey, key);
		const from = this.#peerOf(message.publisher) ?? null;
		if (call?.status === 'waiting') this.#desk.answered(call, from, cause);
		else this.#desk.stray(call, { protocol: 'amqp', key, receiver, from }, cause);
	}

	/** The process behind a channel. */
	#peerOf(channel: ActorId): string | undefined {
		let peer = this.#peersByChannel.get(channel);
		if (peer === undefined && channel.startsWith('channel:')) {
			const connection = channel.slice('channel:'.length, channel.indexOf('/'));
			peer = this.#peers.get(`connection:${connection}`);
			if (peer !== undefined) this.#peersByChannel.set(channel, peer);
		}
		return peer;
	}
}

/** Where direct replies of a process go, in the call table's terms. */
function directAddress(caller: string): string {
	return `${directReplyTo} of ${caller}`;
}

function messageIn(event: TraceEvent): Message | undefined {
	switch (event.kind) {
		case 'queue.delivered':
		case 'queue.got':
		case 'reply.delivered':
			return event.data.message;
		default:
			return undefined;
	}
}

const correlationIdBit = 5;
const replyToBit = 6;
/** Items of a publish before its properties: method, channel, exchange, routing key, mandatory, flags. */
const propertiesFrom = 6;

function readPublish(payload: Payload) {
	const flags = payload[5] as number;
	return {
		exchange: payload[2] as string,
		routingKey: payload[3] as string,
		correlationId: (property(payload, flags, correlationIdBit) as string | undefined) ?? '',
		replyTo: property(payload, flags, replyToBit) as string | undefined
	};
}

/** A property's value on the wire: behind those of lower bits that are present. */
function property(payload: Payload, flags: number, bit: number): Payload[number] | undefined {
	if ((flags & (1 << bit)) === 0) return undefined;
	let before = 0;
	for (let lower = 0; lower < bit; lower++) before += (flags >> lower) & 1;
	return payload[propertiesFrom + before];
}
