// What must hold in the broker at every moment, as sentences about its actors' states. Throws with the first that does not.
import { expect } from 'vitest';
import { readyMessages, type AmqpChannelState, type QueueConsumer, type QueueState } from '#broker';
import type { ActorId } from '#kernel/events';
import type { BrokerConversation } from './broker-conversation.ts';

/** Checks every queue and channel there is. */
export function checkBroker(broker: BrokerConversation): void {
	const queues = statesOf(broker, 'queue') as [ActorId, QueueState][];
	const channels = new Map(statesOf(broker, 'channel') as [ActorId, AmqpChannelState][]);
	for (const [, queue] of queues) {
		everyMessageIsInOnePlace(queue);
		readyMessagesAreInOrder(queue);
		prefetchIsNeverExceeded(queue);
		nobodyWaitsInVain(queue);
		channelsKnowWhatTheyHold(queue, channels);
	}
	for (const channel of channels.values()) tagsAndSharedPrefetchHold(channel);
}

/** Every actor of a kind that has ever been told anything and is still there. */
export function statesOf(broker: BrokerConversation, kind: string): [ActorId, unknown][] {
	const ids = new Set(broker.events.map((event) => event.actor));
	return [...ids]
		.filter((id) => id.startsWith(`${kind}:`))
		.map((id): [ActorId, unknown] => [id, broker.system.stateOf(id)])
		.filter(([, state]) => state !== undefined);
}

function everyMessageIsInOnePlace(queue: QueueState): void {
	const ready = readyMessages(queue).map((queued) => queued.position);
	const unacked = [...queue.unacked.values()].map((entry) => entry.queued.position);
	const all = [...ready, ...unacked];
	expect(new Set(all).size, 'no message is in two places').toBe(all.length);
	expect(queue.readyCount, 'ready messages are counted').toBe(ready.length);
	const { counters } = queue;
	const ended =
		counters.acked +
		counters.taken +
		counters.expired +
		counters.dropped +
		counters.deadLettered +
		counters.purged;
	expect(all.length + ended, 'every message is somewhere or has ended').toBe(counters.enqueued);
}

function readyMessagesAreInOrder(queue: QueueState): void {
	for (const { messages } of queue.ready) {
		const positions = messages.toArray().map((queued) => queued.position);
		expect(positions).toEqual([...positions].sort((a, b) => a - b));
	}
	const bytes = readyMessages(queue).reduce((sum, { message }) => sum + message.body.length, 0);
	expect(queue.readyBytes).toBe(bytes);
}

function prefetchIsNeverExceeded(queue: QueueState): void {
	for (const consumer of [...queue.consumers, ...queue.blocked]) {
		const held = [...queue.unacked.values()].filter((entry) => entry.consumer === consumer.number);
		expect(consumer.unackedCount, 'a consumer knows what it holds').toBe(held.length);
		if (consumer.prefetchCount > 0 && !consumer.noAck) {
			expect(held.length).toBeLessThanOrEqual(consumer.prefetchCount);
		}
	}
}

/** While messages are ready nobody who could take one is passed over. */
function nobodyWaitsInVain(queue: QueueState): void {
	const active = queue.activeConsumer;
	const serving = (consumer: QueueConsumer) => active === null || active === consumer.number;
	if (queue.readyCount > 0) expect(queue.consumers.filter(serving)).toEqual([]);
	for (const consumer of queue.blocked) {
		const full = consumer.prefetchCount > 0 && consumer.unackedCount >= consumer.prefetchCount;
		expect(full || consumer.credit === 'denied', 'who is set apart has a reason').toBe(true);
	}
}

function channelsKnowWhatTheyHold(
	queue: QueueState,
	channels: ReadonlyMap<ActorId, AmqpChannelState>
): void {
	const { name } = queue.definition;
	for (const entry of queue.unacked.values()) {
		const channel = channels.get(entry.channel);
		const deliveries = [...(channel?.unacked.values() ?? [])].filter(
			(delivery) => delivery.queue === name && delivery.messageId === entry.queued.message.id
		);
		expect(deliveries.length, 'an unacked message is one delivery of a living channel').toBe(1);
	}
}

function tagsAndSharedPrefetchHold(channel: AmqpChannelState): void {
	const tags = [...channel.unacked.values()].map((delivery) => delivery.deliveryTag);
	expect(Math.max(0, ...tags)).toBeLessThanOrEqual(channel.deliveryTag);
	const held = [...channel.unacked.values()].filter((delivery) => delivery.consumerTag !== null);
	expect(channel.heldByConsumers).toBe(held.length);
	expect(channel.credits, 'no leave stays unused').toBe(0);
}
