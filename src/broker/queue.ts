// A queue: messages in order, handed to consumers in turn, kept until acknowledged. One actor per queue; it is made by
// `queue.declared` and ends itself. A queue that is not there answers for itself, too.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue.erl, rabbit_amqqueue_process.erl.
import { noEffects, tell, type Effect, type Step } from '#kernel';
import type { Recorded } from '#kernel/events';
import { stopQueue } from './broker-restart.ts';
import { lockedQueue, noQueue, type Refusal } from './errors.ts';
import type { Asker, QueueEvent } from './events.ts';
import { enqueue, settleArrivals } from './queue-arrivals.ts';
import { addConsumer, consumeFault, limitConsumers, removeConsumers } from './queue-consumers.ts';
import { dispatch, heedAnswer, resume } from './queue-dispatch.ts';
import { expire } from './queue-expiry.ts';
import { get, getFault } from './queue-get.ts';
import { afterConsumersLeft, armExpiry, armIdle, removalFault, remove } from './queue-lifetime.ts';
import { acked, channelGone, rejected, requeued } from './queue-settling.ts';
import {
	consumerCount,
	draftOf,
	emptyQueue,
	type QueueDraft,
	type QueueState,
	type QueueTurn
} from './queue-state.ts';
import { clearReady } from './ready-messages.ts';
import type { MethodName } from './reply-codes.ts';

type QueueRecord = Recorded<QueueEvent>;

/** The queue actor's step. */
export function queueStep(state: QueueState | undefined, event: QueueRecord): Step<QueueState> {
	const effects: Effect[] = [];
	const turn: QueueTurn = { at: event.at, self: event.actor, effects };
	if (event.kind === 'queue.declared') {
		const { definition, startDateMs, version } = event.data;
		const fresh = emptyQueue(definition, startDateMs, version);
		armIdle(fresh, turn);
		return { state: fresh, effects };
	}
	if (state === undefined) return withoutQueue(event);
	const { asking } = state;
	if (asking !== null && !atOnce.has(event.kind)) {
		const inbox = [...asking.inbox, event];
		return { state: { ...state, asking: { consumer: asking.consumer, inbox } }, effects };
	}
	const draft = draftOf(state);
	if (!take(draft, event, turn)) return { state: undefined, effects };
	if (event.kind !== 'queue.stopped') armExpiry(draft, turn);
	return { state: draft, effects };
}

/** What a queue that waits for an answer does not let wait: the answer, and the broker's end. */
const atOnce: ReadonlySet<QueueEvent['kind']> = new Set([
	'queue.credited',
	'queue.stopped'
] as const);

/** Does what one event says, unless the queue is locked for who asks. False: the queue has ended. */
function take(queue: QueueDraft, event: QueueRecord, turn: QueueTurn): boolean {
	const locked = lockFault(queue, event);
	if (locked === undefined) return carryOut(queue, event, turn);
	turn.effects.push(locked);
	return true;
}

/** A channel's answer, and then everything that had to wait for it, until the queue asks again. False: it has ended. */
function goOn(queue: QueueDraft, isGranted: boolean, turn: QueueTurn): boolean {
	const inbox = queue.asking?.inbox;
	if (inbox === undefined) return true;
	heedAnswer(queue, isGranted, turn);
	let done = 0;
	for (; done < inbox.length && queue.asking === null; done++) {
		settleArrivals(queue, turn);
		const event = inbox[done];
		if (event !== undefined && !take(queue, event, turn)) {
			for (const left of inbox.slice(done + 1)) turn.effects.push(...withoutQueue(left).effects);
			return false;
		}
	}
	if (queue.asking === null) settleArrivals(queue, turn);
	else queue.asking = { consumer: queue.asking.consumer, inbox: inbox.slice(done) };
	return true;
}

/** Changes the draft as the event says. False: the queue has ended. */
function carryOut(queue: QueueDraft, event: QueueRecord, turn: QueueTurn): boolean {
	switch (event.kind) {
		case 'queue.enqueued':
			enqueue(queue, event.data, turn);
			return true;
		case 'queue.acked':
			acked(queue, event.data, turn);
			return true;
		case 'queue.requeued':
			requeued(queue, event.data, turn);
			return true;
		case 'queue.rejected':
			rejected(queue, event.data, turn);
			return true;
		case 'queue.get': {
			const fault = getFault(queue);
			if (fault !== undefined) return refuse(event.data, fault, turn);
			get(queue, event, turn);
			return true;
		}
		case 'queue.consume': {
			const fault = consumeFault(queue, event.data);
			if (fault !== undefined) return refuse(event.data, fault, turn);
			turn.effects.push({ type: 'cancel', key: 'idle' });
			addConsumer(queue, event.data, turn);
			dispatch(queue, turn);
			return true;
		}
		case 'queue.cancel': {
			const before = consumerCount(queue);
			removeConsumers(queue, event.data.channel, event.data.consumerTag);
			return afterConsumersLeft(queue, before, turn);
		}
		case 'queue.channel-gone': {
			const before = consumerCount(queue);
			channelGone(queue, event.data.channel, turn);
			return afterConsumersLeft(queue, before, turn);
		}
		case 'queue.credited':
			return goOn(queue, event.data.isGranted, turn);
		case 'queue.resumed':
			resume(queue, event.data.channel);
			dispatch(queue, turn);
			return true;
		case 'queue.limited':
			limitConsumers(queue, event.data.channel, event.data.limited);
			dispatch(queue, turn);
			return true;
		case 'queue.checked': {
			const fields = [queue.definition.name, queue.readyCount, shownConsumerCount(queue)];
			answer(event.data, 'queue.declare-ok', fields, turn);
			armIdle(queue, turn);
			return true;
		}
		case 'queue.purged':
			answer(event.data, 'queue.purge-ok', [queue.readyCount], turn);
			queue.counters.purged += queue.readyCount;
			clearReady(queue);
			return true;
		case 'queue.removed': {
			const { asker, why } = event.data;
			const fault = removalFault(queue, event.data);
			if (fault !== undefined && asker !== null) return refuse(asker, fault, turn);
			remove(queue, why, turn);
			if (asker !== null) answer(asker, 'queue.delete-ok', [queue.readyCount], turn);
			return false;
		}
		case 'queue.expired':
			expire(queue, event.data.messageId, turn);
			dispatch(queue, turn);
			return true;
		case 'queue.idle':
			if (consumerCount(queue) > 0) return true;
			remove(queue, 'unused for too long', turn);
			return false;
		case 'queue.stopped':
			queue.asking = null;
			stopQueue(queue, turn);
			return true;
		case 'queue.recovered':
			armIdle(queue, turn);
			return true;
		case 'queue.dropped':
		case 'queue.declared':
			return true;
	}
}

/** A quorum queue counts only the consumer that is served when there can be but one. */
function shownConsumerCount(queue: QueueState): number {
	const { type, singleActiveConsumer } = queue.definition.limits;
	const count = consumerCount(queue);
	return type === 'quorum' && singleActiveConsumer ? Math.min(1, count) : count;
}

function answer(
	asker: Asker,
	method: string,
	fields: readonly (string | number)[],
	turn: QueueTurn
): void {
	turn.effects.push(tell(asker.channel, 'channel.answered', { method, fields }));
}

function refuse(asker: Asker, why: Refusal, turn: QueueTurn): true {
	turn.effects.push(tell(asker.channel, 'channel.refused', why));
	return true;
}

/** What a client may have wanted of a queue, by event kind. */
const methods: Partial<Record<QueueEvent['kind'], MethodName>> = {
	'queue.checked': 'queue.declare',
	'queue.consume': 'basic.consume',
	'queue.get': 'basic.get',
	'queue.purged': 'queue.purge',
	'queue.removed': 'queue.delete'
};

/** An exclusive queue is locked for every connection but its own. */
function lockFault(state: QueueState, event: QueueRecord): Effect | undefined {
	const owner = state.definition.exclusiveTo;
	const method = methods[event.kind];
	if (owner === null || method === undefined) return undefined;
	const asker = askerOf(event);
	if (asker === null || asker.connection === owner) return undefined;
	return tell(asker.channel, 'channel.refused', lockedQueue(state.definition.name, method));
}

function askerOf(event: QueueRecord): Asker | null {
	switch (event.kind) {
		case 'queue.checked':
		case 'queue.consume':
		case 'queue.get':
		case 'queue.purged':
			return event.data;
		case 'queue.removed':
			return event.data.asker;
		default:
			return null;
	}
}

/** There is no such queue (any more): 404 for who asks, but deleting it is fine. */
function withoutQueue(event: QueueRecord): Step<QueueState> {
	const asker = askerOf(event);
	if (event.kind === 'queue.enqueued' && event.data.confirm !== null) {
		const { channel, publishSeq, of } = event.data.confirm;
		const data = { publishSeq, of, accepted: true };
		return { state: undefined, effects: [tell(channel, 'publish.confirmed', data)] };
	}
	if (asker === null) return { state: undefined, effects: noEffects };
	if (event.kind === 'queue.removed') {
		const data = { method: 'queue.delete-ok', fields: [0] };
		return { state: undefined, effects: [tell(asker.channel, 'channel.answered', data)] };
	}
	const why = noQueue(event.actor.slice('queue:'.length), methods[event.kind] ?? 'none');
	return { state: undefined, effects: [tell(asker.channel, 'channel.refused', why)] };
}
