// Messages whose time is up. Only the head of a queue is watched: a short-lived message behind a longer-lived one stays.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue_process.erl (drop_expired_msgs).
import { tell } from '#kernel';
import { deadLetter } from './dead-letter.ts';
import { headOf, type QueueDraft, type QueuedMessage, type QueueTurn } from './queue-state.ts';
import { shiftReady } from './ready-messages.ts';

/** The message at the head goes if it is the one meant and its time is up. */
export function expire(queue: QueueDraft, messageId: number, turn: QueueTurn): void {
	const head = headOf(queue);
	if (head?.message.id === messageId && isDue(head, turn)) end(queue, head, turn);
}

/** The messages at the head whose time is up go at once; an event behind them says so. */
export function expireHeads(queue: QueueDraft, turn: QueueTurn): void {
	for (let head = headOf(queue); head !== undefined && isDue(head, turn); head = headOf(queue)) {
		turn.effects.push(tell(turn.self, 'queue.expired', { messageId: head.message.id }));
		end(queue, head, turn);
	}
}

function isDue({ expiresAt }: QueuedMessage, { at }: QueueTurn): boolean {
	return expiresAt !== null && expiresAt <= at;
}

function end(queue: QueueDraft, head: QueuedMessage, turn: QueueTurn): void {
	shiftReady(queue, head);
	queue.counters.expired += 1;
	const letter = deadLetter(queue, head, 'expired', turn.at);
	if (letter !== undefined) turn.effects.push(letter);
}
