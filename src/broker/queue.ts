// A queue: messages in order, handed to consumers in turn, kept until acknowledged. One actor per queue; it is made by
// `queue.declared` and ends itself. A queue that is not there answers for itself, too.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue.erl, rabbit_amqqueue_process.erl.
import { noEffects, tell, type Effect, type Step } from '#kernel';
import type { Recorded } from '#kernel/events';
import { stopQueue } from './broker-restart.ts';
import { lockedQueue, noQueue, type Refusal } from './errors.ts';
import type { Asker, QueueEvent } from './events.ts';
import { enqueue } from './queue-arrivals.ts';
import {
	addConsumer,
	answerRequest,
	consumeFault,
	limitConsumers,
	removeConsumers
} from './queue-consumers.ts';
import { dispatch, resume } from './queue-dispatch.ts';
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
	const locked = lockFault(state, event);
	if (locked !== undefined) return { state, effects: [locked] };
	const draft = draftOf(state);
	if (!carryOut(draft, event, turn)) return { state: undefined, effects };
	if (event.kind !== 'queue.stopped') armExpiry(draft, turn);
	return { state: draft, effects };
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
			removeConsumers(queue, event.data.channel, event.data.consumerTag, turn);
			return afterConsumersLeft(queue, before, turn);
		}
		case 'queue.channel-gone': {
			const before = consumerCount(queue);
			channelGone(queue, event.data.channel, turn);
			return afterConsumersLeft(queue, before, turn);
		}
		case 'queue.credited':
			answerRequest(queue, event.data.channel, event.data.consumer, event.data.isGranted, turn);
			dispatch(queue, turn);
			return true;
		case 'queue.resumed':
			resume(queue, event.data.channel);
			dispatch(queue, turn);
			return true;
		case 'queue.limited':
			limitConsumers(queue, event.data.channel, event.data.limited);
			dispatch(queue, turn);
			return true;
		case 'queue.checked': {
			const fields = [queue.definition.name, queue.readyCount, consumerCount(queue)];
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
