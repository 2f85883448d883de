// Who gets the next message of a queue: consumers by priority, then strictly in turn; who has no room is passed over.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_queue_consumers.erl (deliver, unblock).
import { assert, tell } from '#kernel';
import type { ActorId } from '#kernel/events';
import { deliveredMessage } from './dead-letter.ts';
import {
	headOf,
	servedConsumer,
	type QueueConsumer,
	type QueueDraft,
	type QueuedMessage,
	type QueueState,
	type QueueTurn
} from './queue-state.ts';
import { shiftReady } from './ready-messages.ts';

/** Hands out ready messages as long as a consumer has room. */
export function dispatch(queue: QueueDraft, turn: QueueTurn): void {
	while (queue.readyCount > 0 && queue.consumers.length > 0) {
		const head = headOf(queue);
		if (head === undefined) return;
		if (isOverdue(head, turn.at)) {
			turn.effects.push(tell(turn.self, 'queue.expired', { messageId: head.message.id }));
			return;
		}
		const consumer = nextConsumer(queue);
		if (consumer === undefined) return;
		if (isFull(consumer)) setApart(queue, consumer, consumer);
		else if (consumer.limited) {
			const { name } = queue.definition;
			turn.effects.push(tell(consumer.channel, 'credit.asked', { queue: name }));
			queue.asking = { consumer: consumer.number, inbox: [] };
			return;
		} else handOver(queue, head, consumer, turn);
	}
}

/** The answer of a channel with a shared limit: its consumer gets the head of the queue, or has to wait. */
export function heedAnswer(queue: QueueDraft, isGranted: boolean, turn: QueueTurn): void {
	const consumer = queue.consumers.find(({ number }) => number === queue.asking?.consumer);
	const head = headOf(queue);
	queue.asking = null;
	assert(consumer !== undefined && head !== undefined, 'nothing happens while a queue asks');
	if (isGranted) handOver(queue, head, consumer, turn);
	else setApart(queue, consumer, servedConsumer(consumer, consumer.unackedCount, true));
	dispatch(queue, turn);
}

/** Its time was up before now (at the very instant it arrived a consumer may still have it). */
function isOverdue(queued: QueuedMessage, at: number): boolean {
	const { expiresAt } = queued;
	return expiresAt !== null && (expiresAt < at || (expiresAt === at && queued.enqueuedAt < at));
}

/** Who is next: the first in turn, or the single active consumer. Undefined when that one has no room. */
function nextConsumer(queue: QueueState): QueueConsumer | undefined {
	if (queue.activeConsumer === null) return queue.consumers[0];
	return queue.consumers.find((consumer) => consumer.number === queue.activeConsumer);
}

/** Its own limit is reached. Limits of their own bind only consumers that acknowledge. */
function isFull({ noAck, prefetchCount, unackedCount }: QueueConsumer): boolean {
	return !noAck && prefetchCount > 0 && unackedCount >= prefetchCount;
}

/** A consumer is out of the turn until it has room again. */
function setApart(queue: QueueDraft, consumer: QueueConsumer, changed: QueueConsumer): void {
	queue.consumers = queue.consumers.filter((other) => other !== consumer);
	queue.blocked = [...queue.blocked, changed];
}

function handOver(
	queue: QueueDraft,
	head: QueuedMessage,
	consumer: QueueConsumer,
	turn: QueueTurn
): void {
	const { noAck, channel, consumerTag, number } = consumer;
	turn.effects.push(
		tell(channel, 'queue.delivered', {
			queue: queue.definition.name,
			position: head.position,
			redelivered: head.redelivered,
			noAck,
			message: deliveredMessage(head, queue.definition.limits.type),
			consumerTag,
			consumer: number
		})
	);
	shiftReady(queue, head);
	queue.counters.delivered += 1;
	const served = noAck ? consumer : servedConsumer(consumer, consumer.unackedCount + 1);
	queue.consumers =
		queue.consumers.length === 1
			? [served]
			: withConsumer(
					queue.consumers.filter((other) => other !== consumer),
					served
				);
	if (noAck) {
		queue.counters.taken += 1;
		return;
	}
	queue.unacked = queue.unacked.set(head.position, {
		queued: head,
		channel,
		consumer: number,
		consumerTag,
		since: turn.at
	});
}

/** The list with a consumer put in behind those of its priority. */
export function withConsumer(
	consumers: readonly QueueConsumer[],
	added: QueueConsumer
): readonly QueueConsumer[] {
	const at = consumers.findIndex((other) => other.priority < added.priority);
	return at < 0 ? [...consumers, added] : consumers.toSpliced(at, 0, added);
}

/** One message less for a consumer (0: nobody's). When that makes room for it, its channel's consumers join the turn again. */
export function release(queue: QueueDraft, number: number): void {
	if (number === 0) return;
	const at = queue.consumers.findIndex((consumer) => consumer.number === number);
	const running = queue.consumers[at];
	const before = running ?? queue.blocked.find((consumer) => consumer.number === number);
	if (before === undefined) return;
	const freed = servedConsumer(before, before.unackedCount - 1, before.denied);
	if (running === undefined) {
		queue.blocked = queue.blocked.map((other) => (other === before ? freed : other));
	} else {
		queue.consumers = queue.consumers.length === 1 ? [freed] : queue.consumers.with(at, freed);
	}
	if (queue.blocked.length > 0 && isFull(before)) resume(queue, freed.channel);
}

/** The consumers of a channel that have room of their own join the turn again, to ask their channel anew if need be. */
export function resume(queue: QueueDraft, channel: ActorId): void {
	const { blocked } = queue;
	const joins = (consumer: QueueConsumer) => consumer.channel === channel && !isFull(consumer);
	queue.blocked = blocked.filter((consumer) => !joins(consumer));
	for (const consumer of blocked.filter(joins)) {
		const rested = servedConsumer(consumer, consumer.unackedCount);
		queue.consumers = withConsumer(queue.consumers, rested);
	}
}
