// Who gets the next message of a queue: consumers by priority, then strictly in turn; who has no room is passed over.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_queue_consumers.erl (deliver, unblock).
import { tell } from '#kernel';
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
		if (head === undefined) break;
		if (isOverdue(head, turn.at)) {
			turn.effects.push(tell(turn.self, 'queue.expired', { messageId: head.message.id }));
			break;
		}
		blockFull(queue, turn);
		const consumer = nextConsumer(queue);
		if (consumer === undefined) break;
		handOver(queue, head, consumer, turn);
	}
	if (queue.readyCount === 0) returnCredits(queue, turn);
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

/** Sets consumers without room apart until the next one has room; those under a shared limit ask their channel. */
function blockFull(queue: QueueDraft, turn: QueueTurn): void {
	for (
		let consumer = nextConsumer(queue);
		consumer !== undefined && !hasRoom(consumer);
		consumer = nextConsumer(queue)
	) {
		const full = consumer;
		const asks = full.limited && !isFull(full) && full.credit === 'none';
		if (asks) {
			const request = { queue: queue.definition.name, consumer: full.number };
			turn.effects.push(tell(full.channel, 'credit.asked', request));
		}
		queue.consumers = queue.consumers.filter((other) => other !== full);
		queue.blocked = [
			...queue.blocked,
			asks ? servedConsumer(full, full.unackedCount, 'asked') : full
		];
	}
}

function isFull(consumer: QueueConsumer): boolean {
	return consumer.prefetchCount > 0 && consumer.unackedCount >= consumer.prefetchCount;
}

/** Limits bind only consumers that acknowledge. */
function hasRoom(consumer: QueueConsumer): boolean {
	if (consumer.noAck) return true;
	return !isFull(consumer) && (!consumer.limited || consumer.credit === 'granted');
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
	const served = noAck ? consumer : servedConsumer(consumer, consumer.unackedCount + 1, 'none');
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

/** One message less for a consumer (0: nobody's); one that had no room joins the turn again, at the end. */
export function release(queue: QueueDraft, number: number): void {
	if (number === 0) return;
	const at = queue.consumers.findIndex((consumer) => consumer.number === number);
	const running = queue.consumers[at];
	if (running !== undefined) {
		const freed = servedConsumer(running, running.unackedCount - 1, running.credit);
		queue.consumers = queue.consumers.length === 1 ? [freed] : queue.consumers.with(at, freed);
		return;
	}
	const waiting = queue.blocked.find((consumer) => consumer.number === number);
	if (waiting === undefined) return;
	unblock(queue, waiting, servedConsumer(waiting, waiting.unackedCount - 1, waiting.credit));
}

/** Replaces a blocked consumer; it joins the turn again unless it is full or waits for its channel's leave. */
export function unblock(queue: QueueDraft, blocked: QueueConsumer, changed: QueueConsumer): void {
	if (isFull(changed) || (changed.limited && changed.credit === 'asked')) {
		queue.blocked = queue.blocked.map((other) => (other === blocked ? changed : other));
		return;
	}
	queue.blocked = queue.blocked.filter((other) => other !== blocked);
	queue.consumers = withConsumer(queue.consumers, changed);
}

/** With nothing left to deliver, leaves that were given go back to their channels. */
function returnCredits(queue: QueueDraft, turn: QueueTurn): void {
	for (const consumer of queue.consumers) {
		if (consumer.credit !== 'granted') continue;
		const { name } = queue.definition;
		turn.effects.push(tell(consumer.channel, 'credit.returned', { queue: name }));
		queue.consumers = queue.consumers.map((other) =>
			other === consumer ? servedConsumer(consumer, consumer.unackedCount, 'none') : other
		);
	}
}
