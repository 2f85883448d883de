// What must hold in the broker at every moment, as sentences about its actors' states. Throws with the first that does not.
// Plain comparisons, no matchers: chaos plays look millions of times.
import { readyMessages, type AmqpChannelState, type QueueConsumer, type QueueState } from '#broker';
import type { ActorId } from '#kernel/events';
import type { BrokerConversation } from './broker-conversation.ts';

/** Throws the sentence that does not hold, with what was found. */
export function must(holds: boolean, sentence: string, found?: unknown): void {
	if (!holds) throw new Error(`it must hold that ${sentence}; found ${JSON.stringify(found)}`);
}

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
		limitsHold(queue, broker.system.now);
	}
	for (const channel of channels.values()) tagsAndSharedPrefetchHold(channel);
}

/** Every actor of a kind that has ever been told anything and is still there. */
export function statesOf(broker: BrokerConversation, kind: string): [ActorId, unknown][] {
	const found: [ActorId, unknown][] = [];
	for (const id of broker.actors) {
		if (!id.startsWith(`${kind}:`)) continue;
		const state = broker.system.stateOf(id);
		if (state !== undefined) found.push([id, state]);
	}
	return found;
}

function everyMessageIsInOnePlace(queue: QueueState): void {
	const ready = readyMessages(queue).map((queued) => queued.position);
	const unacked = [...queue.unacked.values()].map((entry) => entry.queued.position);
	const all = [...ready, ...unacked];
	must(new Set(all).size === all.length, 'no message is in two places', all);
	must(queue.readyCount === ready.length, 'ready messages are counted', queue.readyCount);
	const { counters } = queue;
	const ended =
		counters.acked +
		counters.taken +
		counters.expired +
		counters.dropped +
		counters.deadLettered +
		counters.purged;
	must(
		all.length + ended === counters.enqueued,
		'every message is somewhere or has ended',
		counters
	);
}

function readyMessagesAreInOrder(queue: QueueState): void {
	let bytes = 0;
	for (const { messages } of queue.ready) {
		let before = 0;
		for (const { position, message } of messages) {
			must(position > before, 'ready messages stand in their order', [before, position]);
			before = position;
			bytes += message.body.length;
		}
	}
	must(queue.readyBytes === bytes, 'bytes are counted', [queue.readyBytes, bytes]);
}

function prefetchIsNeverExceeded(queue: QueueState): void {
	for (const consumer of [...queue.consumers, ...queue.blocked]) {
		let held = 0;
		for (const entry of queue.unacked.values()) if (entry.consumer === consumer.number) held += 1;
		must(consumer.unackedCount === held, 'a consumer knows what it holds', [consumer, held]);
		const limit = consumer.noAck ? 0 : consumer.prefetchCount;
		must(limit === 0 || held <= limit, 'prefetch is never exceeded', [limit, held]);
	}
}

/** While messages are ready nobody who could take one is passed over. */
function nobodyWaitsInVain(queue: QueueState): void {
	const active = queue.activeConsumer;
	const serving = (consumer: QueueConsumer) => active === null || active === consumer.number;
	must(
		queue.readyCount === 0 || !queue.consumers.some(serving),
		'nobody waits while messages are ready',
		queue.consumers
	);
	for (const consumer of queue.blocked) {
		const full = consumer.prefetchCount > 0 && consumer.unackedCount >= consumer.prefetchCount;
		must(full || consumer.denied, 'who is set apart has a reason', consumer);
	}
}

function channelsKnowWhatTheyHold(
	queue: QueueState,
	channels: ReadonlyMap<ActorId, AmqpChannelState>
): void {
	const { name } = queue.definition;
	for (const entry of queue.unacked.values()) {
		let deliveries = 0;
		for (const delivery of channels.get(entry.channel)?.unacked.values() ?? []) {
			if (delivery.queue !== name) continue;
			if (delivery.messageId === entry.queued.message.id) deliveries += 1;
		}
		must(deliveries === 1, 'an unacked message is one delivery of a living channel', entry);
	}
}

/** Length, time to live, delivery limit. Nacked messages may come back to a queue that refuses new ones. */
function limitsHold(queue: QueueState, now: number): void {
	const { lengthMax, lengthBytesMax, overflow, deliveryLimit, type } = queue.definition.limits;
	if (overflow === 'drop-head') {
		const fits =
			queue.readyCount <= (lengthMax ?? Infinity) &&
			queue.readyBytes <= (lengthBytesMax ?? Infinity);
		must(fits, 'a queue is no longer than it may be', [queue.readyCount, queue.readyBytes]);
	}
	const head = readyMessages(queue)[0];
	must((head?.expiresAt ?? Infinity) >= now, 'the head of a queue is not overdue', head?.expiresAt);
	if (type !== 'quorum' || deliveryLimit === null) return;
	for (const { returns } of readyMessages(queue)) {
		must(returns <= deliveryLimit, 'nothing comes back more often than it may', returns);
	}
}

function tagsAndSharedPrefetchHold(channel: AmqpChannelState): void {
	let held = 0;
	for (const delivery of channel.unacked.values()) {
		must(delivery.deliveryTag <= channel.deliveryTag, 'tags were given out', delivery);
		if (delivery.consumerTag !== null) held += 1;
	}
	must(channel.heldByConsumers === held, 'a channel counts what its consumers hold', held);
	must(channel.credits === 0, 'no leave stays unused', channel.credits);
}
