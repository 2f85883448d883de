// Consumers coming to a queue and leaving it.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue_process.erl (basic_consume, basic_cancel).
import { tell } from '#kernel';
import type { ActorId } from '#kernel/events';
import { refusal, type Refusal } from './errors.ts';
import type { QueueEvent } from './events.ts';
import { unblock, withConsumer } from './queue-dispatch.ts';
import {
	consumerCount,
	type QueueConsumer,
	type QueueState,
	type QueueTurn
} from './queue-state.ts';

type Consume = Extract<QueueEvent, { kind: 'queue.consume' }>['data'];

/** Why a consumer cannot start here, or undefined. */
export function consumeFault(state: QueueState, data: Consume): Refusal | undefined {
	const taken = allConsumers(state).some((consumer) => consumer.exclusive);
	if (!taken && !(data.exclusive && consumerCount(state) > 0)) return undefined;
	const sentence = `queue '${state.definition.name}' in vhost '/' in exclusive use`;
	return refusal(403, sentence, 'basic.consume');
}

/** With a new consumer behind the others of its priority. Tells its channel. */
export function addConsumer(state: QueueState, data: Consume, turn: QueueTurn): QueueState {
	const { channel, consumerTag, noAck, exclusive, priority, prefetchCount, limited } = data;
	const number = state.lastConsumer + 1;
	const consumer: QueueConsumer = {
		number,
		channel,
		consumerTag,
		noAck,
		exclusive,
		priority,
		prefetchCount,
		unackedCount: 0,
		limited,
		credit: 'none'
	};
	turn.effects.push(
		tell(channel, 'consumer.started', { queue: state.definition.name, consumerTag })
	);
	return {
		...state,
		consumers: withConsumer(state.consumers, consumer),
		lastConsumer: number,
		hadConsumer: true,
		activeConsumer: state.definition.limits.singleActiveConsumer
			? (state.activeConsumer ?? number)
			: null
	};
}

/** Without a channel's consumers: the one with that tag, or all when null. */
export function removeConsumers(
	state: QueueState,
	channel: ActorId,
	consumerTag: string | null,
	turn: QueueTurn
): QueueState {
	const stays = (consumer: QueueConsumer) =>
		consumer.channel !== channel || (consumerTag !== null && consumer.consumerTag !== consumerTag);
	for (const consumer of state.consumers) {
		if (stays(consumer) || consumer.credit !== 'granted') continue;
		turn.effects.push(tell(channel, 'credit.returned', { queue: state.definition.name }));
	}
	const after = {
		...state,
		consumers: state.consumers.filter(stays),
		blocked: state.blocked.filter(stays)
	};
	return { ...after, activeConsumer: nextActive(after) };
}

/** The single active consumer stays; when it has left, the next in order of subscription follows. */
function nextActive(state: QueueState): number | null {
	if (!state.definition.limits.singleActiveConsumer) return null;
	const numbers = allConsumers(state).map((consumer) => consumer.number);
	if (state.activeConsumer !== null && numbers.includes(state.activeConsumer)) {
		return state.activeConsumer;
	}
	return numbers.length === 0 ? null : Math.min(...numbers);
}

/** A channel's shared prefetch limit began or ceased. */
export function limitConsumers(state: QueueState, channel: ActorId, limited: boolean): QueueState {
	const change = (consumer: QueueConsumer): QueueConsumer =>
		consumer.channel === channel ? { ...consumer, limited, credit: 'none' } : consumer;
	let after: QueueState = { ...state, consumers: state.consumers.map(change) };
	for (const consumer of state.blocked) {
		if (consumer.channel === channel) after = unblock(after, consumer, change(consumer));
	}
	return after;
}

/** A channel gives one of its consumers leave for one delivery; one that has left gives it back. */
export function useCredit(
	state: QueueState,
	channel: ActorId,
	number: number,
	turn: QueueTurn
): QueueState {
	const waiting = state.blocked.find((consumer) => consumer.number === number);
	if (waiting === undefined) {
		turn.effects.push(tell(channel, 'credit.returned', { queue: state.definition.name }));
		return state;
	}
	return unblock(state, waiting, { ...waiting, credit: 'granted' });
}

export function allConsumers(state: QueueState): readonly QueueConsumer[] {
	return state.blocked.length === 0 ? state.consumers : [...state.consumers, ...state.blocked];
}
