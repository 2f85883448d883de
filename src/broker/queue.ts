// A queue: messages in order, handed to consumers in turn, kept until acknowledged. One actor per queue; it is made by
// `queue.declared` and ends itself. A queue that is not there answers for itself, too.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue.erl, rabbit_amqqueue_process.erl.
import { noEffects, tell, type Effect, type Step } from '#kernel';
import type { Recorded } from '#kernel/events';
import { deadLetter } from './dead-letter.ts';
import { lockedQueue, noQueue, type Refusal } from './errors.ts';
import type { Asker, QueueEvent } from './events.ts';
import { enqueue } from './queue-arrivals.ts';
import {
	addConsumer,
	consumeFault,
	limitConsumers,
	removeConsumers,
	useCredit
} from './queue-consumers.ts';
import { dispatch } from './queue-dispatch.ts';
import { get } from './queue-get.ts';
import { afterConsumersLeft, armExpiry, armIdle, removalFault, remove } from './queue-lifetime.ts';
import { acked, channelGone, rejected, requeued } from './queue-settling.ts';
import {
	consumerCount,
	emptyQueue,
	headOf,
	type QueueState,
	type QueueTurn
} from './queue-state.ts';
import { clearReady, shiftReady } from './ready-messages.ts';
import type { MethodName } from './reply-codes.ts';

type QueueRecord = Recorded<QueueEvent>;

/** The queue actor's step. */
export function queueStep(state: QueueState | undefined, event: QueueRecord): Step<QueueState> {
	if (event.kind === 'queue.declared') {
		const fresh = emptyQueue(event.data.definition, event.data.startDateMs);
		const effects: Effect[] = [];
		return { state: armIdle(fresh, { at: event.at, self: event.actor, effects }), effects };
	}
	if (state === undefined) return withoutQueue(event);
	const turn: QueueTurn = { at: event.at, self: event.actor, effects: [] };
	const refused = lockFault(state, event);
	if (refused !== undefined) return { state, effects: [refused] };
	const after = carryOut(state, event, turn);
	return {
		state: after === undefined ? undefined : armExpiry(after, turn),
		effects: turn.effects
	};
}

function carryOut(state: QueueState, event: QueueRecord, turn: QueueTurn): QueueState | undefined {
	switch (event.kind) {
		case 'queue.enqueued':
			return enqueue(state, event.data, turn);
		case 'queue.acked':
			return acked(state, event.data.channel, event.data.deliveries, turn);
		case 'queue.requeued':
			return requeued(state, event.data.channel, event.data.deliveries, turn);
		case 'queue.rejected':
			return rejected(state, event.data.channel, event.data.deliveries, turn);
		case 'queue.get':
			return get(state, event, turn);
		case 'queue.consume': {
			const fault = consumeFault(state, event.data);
			if (fault !== undefined) return refuse(state, event.data, fault, turn);
			turn.effects.push({ type: 'cancel', key: 'idle' });
			return dispatch(addConsumer(state, event.data, turn), turn);
		}
		case 'queue.cancel': {
			const { channel, consumerTag } = event.data;
			const after = removeConsumers(state, channel, consumerTag, turn);
			return afterConsumersLeft(state, after, turn);
		}
		case 'queue.channel-gone':
			return afterConsumersLeft(state, channelGone(state, event.data.channel, turn), turn);
		case 'queue.credited':
			return dispatch(useCredit(state, event.data.channel, event.data.consumer, turn), turn);
		case 'queue.limited':
			return dispatch(limitConsumers(state, event.data.channel, event.data.limited), turn);
		case 'queue.checked': {
			const fields = [state.definition.name, state.readyCount, consumerCount(state)];
			answer(event.data, 'queue.declare-ok', fields, turn);
			return armIdle(state, turn);
		}
		case 'queue.purged':
			answer(event.data, 'queue.purge-ok', [state.readyCount], turn);
			return clearReady(state);
		case 'queue.removed': {
			const { asker, why } = event.data;
			const fault = removalFault(state, event.data);
			if (fault !== undefined && asker !== null) return refuse(state, asker, fault, turn);
			remove(state, why, turn);
			if (asker !== null) answer(asker, 'queue.delete-ok', [state.readyCount], turn);
			return undefined;
		}
		case 'queue.expired':
			return expire(state, event.data.messageId, turn);
		case 'queue.idle':
			if (consumerCount(state) > 0) return state;
			remove(state, 'unused for too long', turn);
			return undefined;
		case 'queue.dropped':
		case 'queue.declared':
			return state;
	}
}

/** The message at the head goes if it is the one meant and its time is up. */
function expire(state: QueueState, messageId: number, turn: QueueTurn): QueueState {
	const head = headOf(state);
	if (head?.message.id !== messageId || head.expiresAt === null || head.expiresAt > turn.at) {
		return state;
	}
	const letter = deadLetter(state, head, 'expired', turn.at);
	if (letter !== undefined) turn.effects.push(letter);
	const { counters } = state;
	const after = {
		...shiftReady(state, head),
		counters: {
			...counters,
			expired: counters.expired + 1,
			deadLettered: counters.deadLettered + (letter === undefined ? 0 : 1)
		}
	};
	return dispatch(after, turn);
}

function answer(
	asker: Asker,
	method: string,
	fields: readonly (string | number)[],
	turn: QueueTurn
): void {
	turn.effects.push(tell(asker.channel, 'channel.answered', { method, fields }));
}

function refuse(state: QueueState, asker: Asker, why: Refusal, turn: QueueTurn): QueueState {
	turn.effects.push(tell(asker.channel, 'channel.refused', why));
	return state;
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
