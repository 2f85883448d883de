// What becomes of messages that were handed out: acknowledged, back in their old places, or refused for good.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue_process.erl (ack, requeue, handle_ch_down).
import type { ActorId } from '#kernel/events';
import type { UnackedDelivery } from './events.ts';
import { bury, dropHeads } from './queue-arrivals.ts';
import { removeConsumers } from './queue-consumers.ts';
import { dispatch, release } from './queue-dispatch.ts';
import type { QueuedMessage, QueueState, QueueTurn, UnackedMessage } from './queue-state.ts';
import { insertReady } from './ready-messages.ts';

/** They are done: the messages end here. */
export function acked(
	before: QueueState,
	channel: ActorId,
	deliveries: readonly UnackedDelivery[],
	turn: QueueTurn
): QueueState {
	const { state, taken } = take(before, channel, deliveries);
	const counters = { ...state.counters, acked: state.counters.acked + taken.length };
	return dispatch({ ...state, counters }, turn);
}

/** They come back to their old places, marked redelivered. */
export function requeued(
	before: QueueState,
	channel: ActorId,
	deliveries: readonly UnackedDelivery[],
	turn: QueueTurn
): QueueState {
	const { state, taken } = take(before, channel, deliveries);
	return dispatch(putBack(state, taken, turn), turn);
}

/** They are refused: dead-lettered, or dropped. */
export function rejected(
	before: QueueState,
	channel: ActorId,
	deliveries: readonly UnackedDelivery[],
	turn: QueueTurn
): QueueState {
	const { state, taken } = take(before, channel, deliveries);
	let after = state;
	for (const { queued } of taken) after = bury(after, queued, 'rejected', 'rejected', turn);
	return dispatch(after, turn);
}

/** A channel is over: without its consumers, and with what it had not acknowledged. Dispatches nothing yet. */
export function channelGone(before: QueueState, channel: ActorId, turn: QueueTurn): QueueState {
	let state = removeConsumers(before, channel, null, turn);
	const taken: UnackedMessage[] = [];
	let { unacked } = state;
	for (const [position, entry] of state.unacked.entries()) {
		if (entry.channel !== channel) continue;
		taken.push(entry);
		unacked = unacked.delete(position);
	}
	state = { ...state, unacked };
	return putBack(state, taken, turn);
}

/** The unacked messages these deliveries mean, and the queue without them. Their consumers have room again. */
function take(
	before: QueueState,
	channel: ActorId,
	deliveries: readonly UnackedDelivery[]
): { readonly state: QueueState; readonly taken: readonly UnackedMessage[] } {
	let state = before;
	const taken: UnackedMessage[] = [];
	for (const { position } of deliveries) {
		const entry = state.unacked.get(position);
		if (entry?.channel !== channel) continue;
		taken.push(entry);
		state = release({ ...state, unacked: state.unacked.delete(position) }, entry.consumer);
	}
	return { state, taken };
}

function putBack(
	before: QueueState,
	taken: readonly UnackedMessage[],
	turn: QueueTurn
): QueueState {
	if (taken.length === 0) return before;
	const { type, deliveryLimit } = before.definition.limits;
	let state = before;
	const back: QueuedMessage[] = [];
	for (const { queued } of taken) {
		const returned = { ...queued, redelivered: true, returns: queued.returns + 1 };
		if (type === 'quorum' && deliveryLimit !== null && returned.returns > deliveryLimit) {
			state = bury(state, queued, 'delivery_limit', 'delivery_limit', turn);
		} else {
			back.push(returned);
		}
	}
	back.sort((a, b) => a.position - b.position);
	const counters = { ...state.counters, requeued: state.counters.requeued + back.length };
	return dropHeads(insertReady({ ...state, counters }, back), turn);
}
