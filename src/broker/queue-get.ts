// basic.get: one message by asking, past every prefetch limit.
import { tell } from '#kernel';
import type { Recorded } from '#kernel/events';
import { deliveredMessage } from './dead-letter.ts';
import type { QueueEvent } from './events.ts';
import { armIdle } from './queue-lifetime.ts';
import { headOf, type QueueDraft, type QueueTurn } from './queue-state.ts';
import { shiftReady } from './ready-messages.ts';

type Get = Recorded<Extract<QueueEvent, { kind: 'queue.get' }>>;

/** Answers with the head of the queue, or says that it is empty. */
export function get(queue: QueueDraft, event: Get, turn: QueueTurn): void {
	const { channel, noAck } = event.data;
	armIdle(queue, turn);
	const head = headOf(queue);
	if (head === undefined) {
		turn.effects.push(tell(channel, 'channel.answered', { method: 'basic.get-empty', fields: [] }));
		return;
	}
	if (head.expiresAt !== null && head.expiresAt <= turn.at) {
		// Its time is up at this very instant: first it expires, then the question is put again.
		turn.effects.push(
			tell(turn.self, 'queue.expired', { messageId: head.message.id }),
			tell(turn.self, event.kind, event.data)
		);
		return;
	}
	shiftReady(queue, head);
	turn.effects.push(
		tell(channel, 'queue.got', {
			queue: queue.definition.name,
			position: head.position,
			redelivered: head.redelivered,
			noAck,
			message: deliveredMessage(head, queue.definition.limits.type),
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
