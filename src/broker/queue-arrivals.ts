// A message arriving in a queue: its place, its time to live, and what the length limits say.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue_process.erl (maybe_deliver_or_enqueue).
import { tell, type Micros } from '#kernel';
import { deadLetter } from './dead-letter.ts';
import type { QueueArguments } from './definitions.ts';
import type { DropReason, QueueEvent } from './events.ts';
import { expirationUs } from './expiration.ts';
import type { Message } from './message.ts';
import { dispatch } from './queue-dispatch.ts';
import { expireHeads } from './queue-expiry.ts';
import {
	headOf,
	type QueueDraft,
	type QueuedMessage,
	type QueueState,
	type QueueTurn
} from './queue-state.ts';
import { pushReady, shiftReady } from './ready-messages.ts';

type Enqueued = Extract<QueueEvent, { kind: 'queue.enqueued' }>['data'];

/** Takes a message in, or refuses it, and says so to a confirm channel. */
export function enqueue(queue: QueueDraft, data: Enqueued, turn: QueueTurn): void {
	const { message, via, confirm } = data;
	const { limits } = queue.definition;
	queue.lastPosition += 1;
	queue.counters.enqueued += 1;
	const queued: QueuedMessage = {
		position: queue.lastPosition,
		message,
		priority: priorityOf(message, limits),
		enqueuedAt: turn.at,
		expiresAt: expiryOf(message, limits, turn.at),
		redelivered: false,
		returns: 0,
		via
	};
	const refused = limits.overflow !== 'drop-head' && wouldOverflow(queue, message);
	if (confirm !== null) {
		const { channel, publishSeq, of } = confirm;
		turn.effects.push(tell(channel, 'publish.confirmed', { publishSeq, of, accepted: !refused }));
	}
	if (!refused) {
		pushReady(queue, queued);
		dispatch(queue, turn);
		if (queue.asking === null) settleArrivals(queue, turn);
	} else if (limits.overflow === 'reject-publish-dlx') {
		bury(queue, queued, 'maxlen', 'reject-publish', turn);
	} else {
		drop(queue, queued, 'reject-publish', turn);
	}
}

/** After whoever could take a message has: what does not fit goes, and what has no time left. */
export function settleArrivals(queue: QueueDraft, turn: QueueTurn): void {
	dropHeads(queue, turn);
	expireHeads(queue, turn);
}

function priorityOf(message: Message, limits: QueueArguments): number {
	if (limits.priorityMax === null) return 0;
	return Math.min(message.properties.priority ?? 0, limits.priorityMax);
}

/** The lower of the queue's and the message's own time to live. */
function expiryOf(message: Message, limits: QueueArguments, at: Micros): Micros | null {
	const own = expirationUs(message.properties.expiration);
	const ttl = limits.messageTtlUs;
	if (own === null && ttl === null) return null;
	return at + Math.min(own ?? Infinity, ttl ?? Infinity);
}

function wouldOverflow(state: QueueState, message: Message): boolean {
	const { lengthMax, lengthBytesMax, type } = state.definition.limits;
	if (type === 'quorum') {
		// Its publishers hear of the limit when it has been passed.
		return (
			state.readyCount > (lengthMax ?? Infinity) || state.readyBytes > (lengthBytesMax ?? Infinity)
		);
	}
	return (
		(lengthMax !== null && state.readyCount + 1 > lengthMax) ||
		(lengthBytesMax !== null && state.readyBytes + message.body.length > lengthBytesMax)
	);
}

/** Drops messages at the head until the rest fits. */
export function dropHeads(queue: QueueDraft, turn: QueueTurn): void {
	const { lengthMax, lengthBytesMax, overflow } = queue.definition.limits;
	if ((lengthMax === null && lengthBytesMax === null) || overflow !== 'drop-head') return;
	while (
		queue.readyCount > (lengthMax ?? Infinity) ||
		queue.readyBytes > (lengthBytesMax ?? Infinity)
	) {
		const head = headOf(queue);
		if (head === undefined) return;
		shiftReady(queue, head);
		bury(queue, head, 'maxlen', 'maxlen', turn);
	}
}

/** A message that is in neither place any more goes to the dead-letter exchange, or ends here. */
export function bury(
	queue: QueueDraft,
	queued: QueuedMessage,
	reason: 'rejected' | 'maxlen' | 'delivery_limit',
	dropReason: DropReason,
	turn: QueueTurn
): void {
	const letter = deadLetter(queue, queued, reason, turn.at);
	if (letter === undefined) {
		drop(queue, queued, dropReason, turn);
		return;
	}
	turn.effects.push(letter);
	queue.counters.deadLettered += 1;
}

function drop(queue: QueueDraft, queued: QueuedMessage, reason: DropReason, turn: QueueTurn): void {
	turn.effects.push(tell(turn.self, 'queue.dropped', { messageId: queued.message.id, reason }));
	queue.counters.dropped += 1;
}
