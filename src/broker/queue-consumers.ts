// Consumers coming to a queue and leaving it.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue_process.erl (basic_consume, basic_cancel).
import { tell } from '#kernel';
import type { ActorId } from '#kernel/events';
import { refusal, type Refusal } from './errors.ts';
import type { QueueEvent } from './events.ts';
import { consumerArgumentFault } from './queue-arguments.ts';
import { resume, withConsumer } from './queue-dispatch.ts';
import {
	consumerCount,
	type QueueConsumer,
	type QueueDraft,
	type QueueState,
	type QueueTurn
} from './queue-state.ts';
import { field, parseTable } from './table.ts';

type Consume = Extract<QueueEvent, { kind: 'queue.consume' }>['data'];

/** Why a consumer cannot start here, or undefined. */
export function consumeFault(state: QueueState, data: Consume): Refusal | undefined {
	const { name, limits } = state.definition;
	const fault = consumerArgumentFault(name, parseTable(data.arguments));
	if (fault !== undefined) return refusal(406, fault, 'basic.consume');
	if (limits.type === 'quorum') {
		if (!data.limited) return undefined;
		const sentence = `queue '${name}' in vhost '/' does not support global qos`;
		return refusal(540, sentence, 'basic.consume');
	}
	const taken = allConsumers(state).some((consumer) => consumer.exclusive);
	const wantsAll = data.exclusive && (limits.singleActiveConsumer || consumerCount(state) > 0);
	if (!taken && !wantsAll) return undefined;
	return refusal(403, `queue '${name}' in vhost '/' in exclusive use`, 'basic.consume');
}

/** The consumer's own priority (argument x-priority); 0 without one. */
function priorityOf(argumentsText: string | null): number {
	const found = field(parseTable(argumentsText), 'x-priority');
	return found === undefined ? 0 : Number(found[2]);
}

/** Adds a consumer behind the others of its priority. Tells its channel. */
export function addConsumer(queue: QueueDraft, data: Consume, turn: QueueTurn): void {
	const { channel, consumerTag, noAck, prefetchCount, limited } = data;
	const number = queue.lastConsumer + 1;
	const consumer: QueueConsumer = {
		number,
		channel,
		consumerTag,
		noAck,
		// Quorum queues have no exclusive consumers.
		exclusive: data.exclusive && queue.definition.limits.type === 'classic',
		priority: priorityOf(data.arguments),
		prefetchCount,
		unackedCount: 0,
		limited,
		denied: false
	};
	const { name, limits } = queue.definition;
	turn.effects.push(tell(channel, 'consumer.started', { queue: name, consumerTag }));
	queue.consumers = withConsumer(queue.consumers, consumer);
	queue.lastConsumer = number;
	if (limits.singleActiveConsumer) queue.activeConsumer ??= number;
}

/** Takes a channel's consumers away: the one with that tag, or all when null. */
export function removeConsumers(
	queue: QueueDraft,
	channel: ActorId,
	consumerTag: string | null
): void {
	const stays = (consumer: QueueConsumer) =>
		consumer.channel !== channel || (consumerTag !== null && consumer.consumerTag !== consumerTag);
	queue.consumers = queue.consumers.filter(stays);
	queue.blocked = queue.blocked.filter(stays);
	queue.activeConsumer = nextActive(queue);
}

/** The single active consumer stays; when it has left, the next in order of subscription follows. */
function nextActive(queue: QueueState): number | null {
	if (!queue.definition.limits.singleActiveConsumer) return null;
	const numbers = allConsumers(queue).map((consumer) => consumer.number);
	if (queue.activeConsumer !== null && numbers.includes(queue.activeConsumer)) {
		return queue.activeConsumer;
	}
	return numbers.length === 0 ? null : Math.min(...numbers);
}

/** A channel's shared prefetch limit began or ceased. */
export function limitConsumers(queue: QueueDraft, channel: ActorId, limited: boolean): void {
	const change = (consumer: QueueConsumer): QueueConsumer =>
		consumer.channel === channel ? { ...consumer, limited, denied: false } : consumer;
	queue.consumers = queue.consumers.map(change);
	queue.blocked = queue.blocked.map(change);
	resume(queue, channel);
}

/** Consumers with room, then those without. */
export function allConsumers(state: QueueState): readonly QueueConsumer[] {
	return state.blocked.length === 0 ? state.consumers : [...state.consumers, ...state.blocked];
}
