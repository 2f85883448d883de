// Who gets the next message of a queue: consumers by priority, then strictly in turn; who has no room is passed over.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_queue_consumers.erl (deliver, unblock).
import { tell } from '#kernel';
import { deliveredMessage } from './dead-letter.ts';
import {
	headOf,
	type QueueConsumer,
	type QueuedMessage,
	type QueueState,
	type QueueTurn
} from './queue-state.ts';
import { shiftReady } from './ready-messages.ts';

/** Hands out ready messages as long as a consumer has room. */
export function dispatch(before: QueueState, turn: QueueTurn): QueueState {
	let state = before;
	while (state.readyCount > 0 && state.consumers.length > 0) {
		const head = headOf(state);
		if (head === undefined) break;
		if (isOverdue(head, turn.at)) {
			turn.effects.push(tell(turn.self, 'queue.expired', { messageId: head.message.id }));
			break;
		}
		state = blockFull(state, turn);
		const consumer = nextConsumer(state);
		if (consumer === undefined) break;
		state = handOver(state, head, consumer, turn);
	}
	return state.readyCount === 0 ? returnCredits(state, turn) : state;
}

/** Its time was up before now (at the very instant it arrived a consumer may still have it). */
export function isOverdue(queued: QueuedMessage, at: number): boolean {
	const { expiresAt } = queued;
	return expiresAt !== null && (expiresAt < at || (expiresAt === at && queued.enqueuedAt < at));
}

/** Who is next: the first in turn, or the single active consumer. Undefined when that one has no room. */
function nextConsumer(state: QueueState): QueueConsumer | undefined {
	if (state.activeConsumer === null) return state.consumers[0];
	return state.consumers.find((consumer) => consumer.number === state.activeConsumer);
}

/** Sets consumers without room apart until the next one has room; those under a shared limit ask their channel. */
function blockFull(before: QueueState, turn: QueueTurn): QueueState {
	let state = before;
	for (
		let consumer = nextConsumer(state);
		consumer !== undefined && !hasRoom(consumer);
		consumer = nextConsumer(state)
	) {
		const asks = consumer.limited && !isFull(consumer) && consumer.credit === 'none';
		if (asks) {
			const request = { queue: state.definition.name, consumer: consumer.number };
			turn.effects.push(tell(consumer.channel, 'credit.asked', request));
		}
		state = {
			...state,
			consumers: state.consumers.filter((other) => other !== consumer),
			blocked: [...state.blocked, asks ? { ...consumer, credit: 'asked' } : consumer]
		};
	}
	return state;
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
	state: QueueState,
	head: QueuedMessage,
	consumer: QueueConsumer,
	turn: QueueTurn
): QueueState {
	const { noAck, channel, consumerTag, number } = consumer;
	const message = deliveredMessage(head, state.definition.limits.type);
	turn.effects.push(
		tell(channel, 'queue.delivered', {
			queue: state.definition.name,
			position: head.position,
			redelivered: head.redelivered,
			noAck,
			message,
			consumerTag,
			consumer: number
		})
	);
	const served: QueueConsumer = noAck
		? consumer
		: { ...consumer, unackedCount: consumer.unackedCount + 1, credit: 'none' };
	const after = shiftReady(state, head);
	return {
		...after,
		consumers: behindItsEquals(state.consumers, consumer, served),
		unacked: noAck
			? after.unacked
			: after.unacked.set(head.position, {
					queued: head,
					channel,
					consumer: number,
					consumerTag,
					since: turn.at
				}),
		counters: { ...after.counters, delivered: after.counters.delivered + 1 }
	};
}

/** The list with `consumer` replaced by `served`, at the end of those with its priority. */
function behindItsEquals(
	consumers: readonly QueueConsumer[],
	consumer: QueueConsumer,
	served: QueueConsumer
): readonly QueueConsumer[] {
	if (consumers.length === 1) return [served];
	return withConsumer(
		consumers.filter((other) => other !== consumer),
		served
	);
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
export function release(state: QueueState, number: number): QueueState {
	if (number === 0) return state;
	const at = state.consumers.findIndex((consumer) => consumer.number === number);
	const running = state.consumers[at];
	if (running !== undefined) {
		const freed = { ...running, unackedCount: running.unackedCount - 1 };
		return {
			...state,
			consumers: state.consumers.length === 1 ? [freed] : state.consumers.with(at, freed)
		};
	}
	const waiting = state.blocked.find((consumer) => consumer.number === number);
	if (waiting === undefined) return state;
	return unblock(state, waiting, { ...waiting, unackedCount: waiting.unackedCount - 1 });
}

/** Replaces a blocked consumer; it joins the turn again unless it is full or waits for its channel's leave. */
export function unblock(
	state: QueueState,
	blocked: QueueConsumer,
	changed: QueueConsumer
): QueueState {
	if (isFull(changed) || (changed.limited && changed.credit === 'asked')) {
		return {
			...state,
			blocked: state.blocked.map((other) => (other === blocked ? changed : other))
		};
	}
	return {
		...state,
		blocked: state.blocked.filter((other) => other !== blocked),
		consumers: withConsumer(state.consumers, changed)
	};
}

/** With nothing left to deliver, leaves that were given go back to their channels. */
function returnCredits(state: QueueState, turn: QueueTurn): QueueState {
	if (!state.consumers.some((consumer) => consumer.credit === 'granted')) return state;
	const { name } = state.definition;
	return {
		...state,
		consumers: state.consumers.map((consumer) => {
			if (consumer.credit !== 'granted') return consumer;
			turn.effects.push(tell(consumer.channel, 'credit.returned', { queue: name }));
			return { ...consumer, credit: 'none' as const };
		})
	};
}
