// What becomes of messages that were handed out: acknowledged, back in their old places, or refused for good.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue_process.erl (ack, requeue, handle_ch_down).
// Differs: what goes back to a full quorum queue with max-length 0 is dropped; there its next active consumer still gets it.
import type { ActorId } from '#kernel/events';
import type { UnackedDelivery } from './events.ts';
import { bury, dropHeads } from './queue-arrivals.ts';
import { removeConsumers } from './queue-consumers.ts';
import { dispatch, release } from './queue-dispatch.ts';
import type { QueueDraft, QueuedMessage, QueueTurn, UnackedMessage } from './queue-state.ts';
import { insertReady, pushReady } from './ready-messages.ts';

/** What a channel says about messages it was given. */
interface Verdict {
	readonly channel: ActorId;
	readonly deliveries: readonly UnackedDelivery[];
}

/** They are done: the messages end here. */
export function acked(queue: QueueDraft, verdict: Verdict, turn: QueueTurn): void {
	for (const delivery of verdict.deliveries) {
		if (take(queue, verdict.channel, delivery) !== undefined) queue.counters.acked += 1;
	}
	dispatch(queue, turn);
}

/** They come back to their old places, marked redelivered. */
export function requeued(queue: QueueDraft, verdict: Verdict, turn: QueueTurn): void {
	putBack(queue, takeAll(queue, verdict), false, turn);
	dispatch(queue, turn);
}

/** They are refused: dead-lettered, or dropped. */
export function rejected(queue: QueueDraft, verdict: Verdict, turn: QueueTurn): void {
	for (const { queued } of takeAll(queue, verdict)) {
		bury(queue, queued, 'rejected', 'rejected', turn);
	}
	dispatch(queue, turn);
}

/** A channel is over: its consumers go, what it had not acknowledged comes back. Dispatches nothing yet. */
export function channelGone(queue: QueueDraft, channel: ActorId, turn: QueueTurn): void {
	removeConsumers(queue, channel, null);
	const taken: UnackedMessage[] = [];
	for (const [position, entry] of queue.unacked.entries()) {
		if (entry.channel !== channel) continue;
		taken.push(entry);
		queue.unacked = queue.unacked.delete(position);
	}
	putBack(queue, taken, true, turn);
}

function takeAll(queue: QueueDraft, verdict: Verdict): UnackedMessage[] {
	const taken: UnackedMessage[] = [];
	for (const delivery of verdict.deliveries) {
		const entry = take(queue, verdict.channel, delivery);
		if (entry !== undefined) taken.push(entry);
	}
	return taken;
}

/**
 * Takes the unacked message a delivery means; its consumer has room again. Undefined when it is not here: the queue may
 * have been deleted and declared anew since.
 */
function take(
	queue: QueueDraft,
	channel: ActorId,
	delivery: UnackedDelivery
): UnackedMessage | undefined {
	const entry = queue.unacked.get(delivery.position);
	if (entry?.channel !== channel || entry.queued.message.id !== delivery.messageId)
		return undefined;
	queue.unacked = queue.unacked.delete(delivery.position);
	release(queue, entry.consumer);
	return entry;
}

/** `isLost`: not the client gave them back, its channel is over. */
function putBack(
	queue: QueueDraft,
	taken: readonly UnackedMessage[],
	isLost: boolean,
	turn: QueueTurn
): void {
	if (taken.length === 0) return;
	const { type, deliveryLimit } = queue.definition.limits;
	const back: QueuedMessage[] = [];
	for (const { queued } of taken) {
		const returned = { ...queued, redelivered: true, returns: queued.returns + 1 };
		if (type === 'quorum' && deliveryLimit !== null && returned.returns > deliveryLimit) {
			bury(queue, queued, 'delivery_limit', 'delivery_limit', turn);
		} else {
			back.push(returned);
		}
	}
	queue.counters.requeued += back.length;
	if (type === 'quorum') returnToQuorum(queue, back, deliveryLimit !== null || isLost);
	else {
		back.sort((a, b) => a.position - b.position);
		insertReady(queue, back);
	}
	dropHeads(queue, turn);
}

/**
 * Quorum queues know no old places: what comes back goes ahead of all others, in the order it comes back; without a
 * delivery limit what a client gives back goes to the end, so that the log behind it can be cut.
 * Source: https://www.rabbitmq.com/docs/3.13/quorum-queues (Repeated Requeues); observed with RabbitMQ 3.10.8.
 */
function returnToQuorum(queue: QueueDraft, back: readonly QueuedMessage[], isAhead: boolean): void {
	for (const queued of back) {
		queue.lastPosition += 1;
		pushReady(queue, { ...queued, position: queue.lastPosition, priority: isAhead ? 1 : 0 });
	}
}
