// A message arriving in a queue: its place, its time to live, and what the length limits say.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue_process.erl (maybe_deliver_or_enqueue).
import { tell, type Micros } from '#kernel';
import { deadLetter } from './dead-letter.ts';
import type { QueueArguments } from './definitions.ts';
import type { DropReason, QueueEvent } from './events.ts';
import { expirationUs } from './expiration.ts';
import type { Message } from './message.ts';
import { dispatch } from './queue-dispatch.ts';
import { headOf, type QueuedMessage, type QueueState, type QueueTurn } from './queue-state.ts';
import { pushReady, shiftReady } from './ready-messages.ts';

type Enqueued = Extract<QueueEvent, { kind: 'queue.enqueued' }>['data'];

/** Takes a message in, or refuses it, and says so to a confirm channel. */
export function enqueue(state: QueueState, data: Enqueued, turn: QueueTurn): QueueState {
	const { message, via, confirm } = data;
	const { limits } = state.definition;
	const queued: QueuedMessage = {
		position: state.lastPosition + 1,
		message,
		priority: priorityOf(message, limits),
		enqueuedAt: turn.at,
		expiresAt: expiryOf(message, limits, turn.at),
		redelivered: false,
		returns: 0,
		via
	};
	const arrived = {
		...state,
		lastPosition: queued.position,
		counters: { ...state.counters, enqueued: state.counters.enqueued + 1 }
	};
	const refused = limits.overflow !== 'drop-head' && wouldOverflow(state, message);
	if (confirm !== null) {
		const { channel, publishSeq, of } = confirm;
		turn.effects.push(tell(channel, 'publish.confirmed', { publishSeq, of, accepted: !refused }));
	}
	if (refused) {
		return limits.overflow === 'reject-publish-dlx'
			? bury(arrived, queued, 'maxlen', 'reject-publish', turn)
			: drop(arrived, queued, 'reject-publish', turn);
	}
	return dropHeads(dispatch(pushReady(arrived, queued), turn), turn);
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
	const { lengthMax, lengthBytesMax } = state.definition.limits;
	return (
		(lengthMax !== null && state.readyCount + 1 > lengthMax) ||
		(lengthBytesMax !== null && state.readyBytes + message.body.length > lengthBytesMax)
	);
}

/** Drops messages at the head until the rest fits. */
export function dropHeads(before: QueueState, turn: QueueTurn): QueueState {
	const { lengthMax, lengthBytesMax, overflow } = before.definition.limits;
	if ((lengthMax === null && lengthBytesMax === null) || overflow !== 'drop-head') return before;
	let state = before;
	while (
		state.readyCount > (lengthMax ?? Infinity) ||
		state.readyBytes > (lengthBytesMax ?? Infinity)
	) {
		const head = headOf(state);
		if (head === undefined) break;
		state = bury(shiftReady(state, head), head, 'maxlen', 'maxlen', turn);
	}
	return state;
}

/** A message that is in neither place any more goes to the dead-letter exchange, or ends here. */
export function bury(
	state: QueueState,
	queued: QueuedMessage,
	reason: 'rejected' | 'maxlen' | 'delivery_limit',
	dropReason: DropReason,
	turn: QueueTurn
): QueueState {
	const letter = deadLetter(state, queued, reason, turn.at);
	if (letter === undefined) return drop(state, queued, dropReason, turn);
	turn.effects.push(letter);
	const counters = { ...state.counters, deadLettered: state.counters.deadLettered + 1 };
	return { ...state, counters };
}

function drop(
	state: QueueState,
	queued: QueuedMessage,
	reason: DropReason,
	turn: QueueTurn
): QueueState {
	turn.effects.push(tell(turn.self, 'queue.dropped', { messageId: queued.message.id, reason }));
	return { ...state, counters: { ...state.counters, dropped: state.counters.dropped + 1 } };
}
