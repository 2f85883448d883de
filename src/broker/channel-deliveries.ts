// The delivering side of an AMQP channel: delivery tags, and what the client says about them.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_channel.erl (collect_acks, requeue, reject).
import { noEffects, OrderedMap, tell, type Effect, type Step } from '#kernel';
import type { Payload } from '#kernel/events';
import { refuse, sendMethod, withDeliveries, type AmqpChannelState } from './amqp-channel-state.ts';
import { resumeQueues } from './channel-credit.ts';
import { queueId } from './definitions.ts';
import { refusal, unknownDeliveryTag } from './errors.ts';
import type { ChannelEvent, QueueDelivery, UnackedDelivery } from './events.ts';
import { writeProperties } from './properties.ts';

type DataOf<K extends ChannelEvent['kind']> = Extract<ChannelEvent, { kind: K }>['data'];

/** A queue hands a message to one of the channel's consumers: it gets a delivery tag and goes out. */
export function deliver(
	state: AmqpChannelState,
	data: DataOf<'queue.delivered'>
): Step<AmqpChannelState> {
	const deliveryTag = state.deliveryTag + 1;
	const { message, consumerTag } = data;
	const frame: Payload[number][] = [
		'basic.deliver',
		state.number,
		consumerTag,
		deliveryTag,
		data.redelivered,
		message.exchange,
		message.routingKey
	];
	writeProperties(frame, message.properties);
	frame.push(message.body);
	const effects = [tell(state.linkOut, 'link.sent', { payload: frame })];
	const { unacked, heldByConsumers } = state;
	const credits = state.credits > 0 ? state.credits - 1 : 0;
	if (data.noAck) {
		const after = withDeliveries(state, deliveryTag, unacked, heldByConsumers, credits);
		return { state: after, effects };
	}
	const holding = unacked.set(deliveryTag, held(data, deliveryTag, consumerTag, data.consumer));
	return {
		state: withDeliveries(state, deliveryTag, holding, heldByConsumers + 1, credits),
		effects
	};
}

/** The answer to basic.get when there was a message. */
export function got(state: AmqpChannelState, data: DataOf<'queue.got'>): Step<AmqpChannelState> {
	const deliveryTag = state.deliveryTag + 1;
	const { message } = data;
	const frame: Payload[number][] = [
		'basic.get-ok',
		state.number,
		deliveryTag,
		data.redelivered,
		message.exchange,
		message.routingKey,
		data.messageCount
	];
	writeProperties(frame, message.properties);
	frame.push(message.body);
	const effects = [tell(state.linkOut, 'link.sent', { payload: frame })];
	if (data.noAck) return { state: { ...state, deliveryTag }, effects };
	const unacked = state.unacked.set(deliveryTag, held(data, deliveryTag, null, 0));
	return { state: { ...state, deliveryTag, unacked }, effects };
}

function held(
	data: QueueDelivery,
	deliveryTag: number,
	consumerTag: string | null,
	consumer: number
): UnackedDelivery {
	return {
		deliveryTag,
		queue: data.queue,
		position: data.position,
		messageId: data.message.id,
		consumerTag,
		consumer
	};
}

/** basic.ack. */
export function acknowledge(
	state: AmqpChannelState,
	data: DataOf<'basic.ack'>
): Step<AmqpChannelState> {
	const taken = take(state, data.deliveryTag, data.multiple);
	if (taken === undefined) return refuse(state, unknownDeliveryTag(data.deliveryTag, 'basic.ack'));
	return handBack(state, taken, 'queue.acked');
}

/** basic.nack and basic.reject. */
export function refuseDelivery(
	state: AmqpChannelState,
	data: DataOf<'basic.nack'>,
	method: 'basic.nack' | 'basic.reject'
): Step<AmqpChannelState> {
	const taken = take(state, data.deliveryTag, data.multiple);
	if (taken === undefined) return refuse(state, unknownDeliveryTag(data.deliveryTag, method));
	return handBack(state, taken, data.requeue ? 'queue.requeued' : 'queue.rejected');
}

/** basic.recover: everything unacknowledged goes back to its queue. */
export function recover(state: AmqpChannelState, requeue: boolean): Step<AmqpChannelState> {
	if (!requeue) return refuse(state, refusal(540, 'requeue=false', 'basic.recover'));
	const step = handBack(
		state,
		{ deliveries: [...state.unacked.values()], rest: OrderedMap.empty() },
		'queue.requeued'
	);
	return { state: step.state, effects: [...step.effects, sendMethod(state, 'basic.recover-ok')] };
}

interface Taken {
	readonly deliveries: readonly UnackedDelivery[];
	readonly rest: OrderedMap<UnackedDelivery>;
}

/**
 * The deliveries a tag means: itself, or with `multiple` all up to it (0: all there are).
 * Undefined when the tag is not outstanding.
 */
function take(state: AmqpChannelState, deliveryTag: number, multiple: boolean): Taken | undefined {
	const { unacked } = state;
	if (multiple && deliveryTag === 0) {
		return { deliveries: [...unacked.values()], rest: OrderedMap.empty() };
	}
	const delivery = unacked.get(deliveryTag);
	if (delivery === undefined) return undefined;
	if (!multiple) return { deliveries: [delivery], rest: unacked.delete(deliveryTag) };
	const deliveries: UnackedDelivery[] = [];
	let rest = unacked;
	for (const candidate of unacked.values()) {
		if (candidate.deliveryTag > deliveryTag) break;
		deliveries.push(candidate);
		rest = rest.delete(candidate.deliveryTag);
	}
	return { deliveries, rest };
}

/** Tells each queue what became of its messages, and lets waiting consumers have the room that made. */
function handBack(
	state: AmqpChannelState,
	taken: Taken,
	kind: 'queue.acked' | 'queue.requeued' | 'queue.rejected'
): Step<AmqpChannelState> {
	const { deliveries, rest } = taken;
	const first = deliveries[0];
	if (first === undefined) return { state, effects: noEffects };
	let heldByConsumers = state.heldByConsumers;
	for (const delivery of deliveries) if (delivery.consumerTag !== null) heldByConsumers -= 1;
	const after = withDeliveries(state, state.deliveryTag, rest, heldByConsumers, state.credits);
	const effects: Effect[] = [];
	if (deliveries.length === 1) {
		effects.push(tell(queueId(first.queue), kind, { channel: state.id, deliveries }));
	} else {
		for (const some of bySource(deliveries)) {
			const queue = queueId(some[0].queue);
			effects.push(tell(queue, kind, { channel: state.id, deliveries: some }));
		}
	}
	return resumeQueues(after, effects);
}

type Some = [UnackedDelivery, ...UnackedDelivery[]];

/** Deliveries of one queue to one consumer together, in RabbitMQ's order: by queue, what was asked for first, then by tag. */
function bySource(deliveries: readonly UnackedDelivery[]): readonly Some[] {
	const sources = new Map<string, Some>();
	for (const delivery of deliveries) {
		const { queue, consumerTag } = delivery;
		const source = `${queue}\0${consumerTag === null ? '' : `\0${consumerTag}`}`;
		const some = sources.get(source);
		if (some === undefined) sources.set(source, [delivery]);
		else some.push(delivery);
	}
	return [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, some]) => some);
}
