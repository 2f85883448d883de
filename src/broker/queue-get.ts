// basic.get: one message by asking, past every prefetch limit.
// Differs: a quorum queue there counts who holds a message got with manual ack as a consumer until it is settled.
import { tell } from '#kernel';
import type { Recorded } from '#kernel/events';
import { deliveredMessage } from './dead-letter.ts';
import { refusal, type Refusal } from './errors.ts';
import type { QueueEvent } from './events.ts';
import { expireHeads } from './queue-expiry.ts';
import { armIdle } from './queue-lifetime.ts';
import { headOf, type QueueDraft, type QueueState, type QueueTurn } from './queue-state.ts';
import { shiftReady } from './ready-messages.ts';

type Get = Recorded<Extract<QueueEvent, { kind: 'queue.get' }>>;

/** Why nobody may ask for single messages here, or undefined. */
export function getFault(state: QueueState): Refusal | undefined {
	const { name, limits } = state.definition;
	if (limits.type !== 'quorum' || !limits.singleActiveConsumer) return undefined;
	const sentence =
		`cannot obtain access to locked queue '${name}' in vhost '/'. ` +
		'basic.get operations are not supported by quorum queues with single active consumer';
	return refusal(405, sentence, 'basic.get');
}

/** Answers with the head of the queue, or says that it is empty. */
export function get(queue: QueueDraft, event: Get, turn: QueueTurn): void {
	const { channel, noAck } = event.data;
	armIdle(queue, turn);
	expireHeads(queue, turn);
	const head = headOf(queue);
	if (head === undefined) {
		turn.effects.push(tell(channel, 'channel.answered', { method: 'basic.get-empty', fields: [] }));
		return;
	}
	shiftReady(queue, head);
	expireHeads(queue, turn);
	turn.effects.push(
		tell(channel, 'queue.got', {
			queue: queue.definition.name,
			position: head.position,
			redelivered: head.redelivered,
			noAck,
			message: deliveredMessage(head, queue.definition.limits.type, true),
			messageCount: queue.readyCount
		})
	);
	queue.counters.delivered += 1;
	if (noAck) {
		queue.counters.taken += 1;
		return;
	}
	const entry = { queued: head, channel, consumer: 0, consumerTag: null, since: turn.at };
	queue.unacked = queue.unacked.set(head.position, entry);
}
