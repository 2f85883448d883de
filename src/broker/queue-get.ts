// basic.get: one message by asking, past every prefetch limit.
import { tell } from '#kernel';
import type { Recorded } from '#kernel/events';
import { deliveredMessage } from './dead-letter.ts';
import type { QueueEvent } from './events.ts';
import { armIdle } from './queue-lifetime.ts';
import { headOf, type QueueState, type QueueTurn } from './queue-state.ts';
import { shiftReady } from './ready-messages.ts';

type Get = Recorded<Extract<QueueEvent, { kind: 'queue.get' }>>;

/** Answers with the head of the queue, or says that it is empty. */
export function get(before: QueueState, event: Get, turn: QueueTurn): QueueState {
	const { channel, noAck } = event.data;
	const state = armIdle(before, turn);
	const head = headOf(state);
	if (head === undefined) {
		turn.effects.push(tell(channel, 'channel.answered', { method: 'basic.get-empty', fields: [] }));
		return state;
	}
	if (head.expiresAt !== null && head.expiresAt <= turn.at) {
		// Its time is up at this very instant: first it expires, then the question is put again.
		turn.effects.push(
			tell(turn.self, 'queue.expired', { messageId: head.message.id }),
			tell(turn.self, event.kind, event.data)
		);
		return state;
	}
	const after = shiftReady(state, head);
	turn.effects.push(
		tell(channel, 'queue.got', {
			queue: state.definition.name,
			position: head.position,
			redelivered: head.redelivered,
			noAck,
			message: deliveredMessage(head, state.definition.limits.type),
			messageCount: after.readyCount
		})
	);
	const counters = { ...after.counters, delivered: after.counters.delivered + 1 };
	if (noAck) return { ...after, counters };
	const entry = { queued: head, channel, consumer: 0, consumerTag: null, since: turn.at };
	return { ...after, counters, unacked: after.unacked.set(head.position, entry) };
}
