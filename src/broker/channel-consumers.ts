// Consumers as their AMQP channel sees them: tags, and which queue each one is on.
import { noEffects, tell, type Step } from '#kernel';
import { asker, refuse, sendMethod, type AmqpChannelState } from './amqp-channel-state.ts';
import { resumeQueues } from './channel-credit.ts';
import { consumeReplies } from './channel-replies.ts';
import { queueId } from './definitions.ts';
import { replyToQueue } from './direct-reply-to.ts';
import { refusal } from './errors.ts';
import type { ChannelEvent } from './events.ts';
import { drawName } from './names.ts';

type Consume = Extract<ChannelEvent, { kind: 'basic.consume' }>['data'];

/** basic.consume. The queue answers with `consumer.started`. */
export function consume(before: AmqpChannelState, data: Consume): Step<AmqpChannelState> {
	let state = before;
	let { consumerTag } = data;
	if (consumerTag === '') {
		const drawn = drawName('amq.ctag-', state.random);
		consumerTag = drawn.name;
		state = { ...state, random: drawn.random };
	}
	if (state.consumers.has(consumerTag)) {
		const sentence = `attempt to reuse consumer tag '${consumerTag}'`;
		return refuse(state, refusal(530, sentence, 'basic.consume'));
	}
	if (data.queue === replyToQueue) return consumeReplies(state, consumerTag, data.noAck);
	const queue = data.queue === '' ? state.lastQueue : data.queue;
	if (queue === '') {
		return refuse(state, refusal(404, 'no previously declared queue', 'basic.consume'));
	}
	const consumers = new Map(state.consumers).set(consumerTag, { queue, noAck: data.noAck });
	return {
		state: { ...state, consumers },
		effects: [
			tell(queueId(queue), 'queue.consume', {
				...asker(state),
				consumerTag,
				noAck: data.noAck,
				exclusive: data.exclusive,
				arguments: data.arguments,
				prefetchCount: state.prefetchCount,
				limited: state.sharedPrefetchCount > 0
			})
		]
	};
}

/** The queue has the consumer: the client hears its tag. */
export function startConsuming(
	state: AmqpChannelState,
	consumerTag: string
): Step<AmqpChannelState> {
	return { state, effects: [sendMethod(state, 'basic.consume-ok', consumerTag)] };
}

/** basic.cancel. An unknown tag is answered as if it existed. */
export function cancel(state: AmqpChannelState, consumerTag: string): Step<AmqpChannelState> {
	const answer = sendMethod(state, 'basic.cancel-ok', consumerTag);
	if (state.replyConsumer?.consumerTag === consumerTag) {
		return { state: { ...state, replyConsumer: null }, effects: [answer] };
	}
	const consumer = state.consumers.get(consumerTag);
	if (consumer === undefined) return { state, effects: [answer] };
	return {
		state: without(state, consumerTag),
		effects: [
			tell(queueId(consumer.queue), 'queue.cancel', { channel: state.id, consumerTag }),
			answer
		]
	};
}

/** The consumer's queue is gone: the broker cancels the consumer. */
export function queueGone(state: AmqpChannelState, consumerTag: string): Step<AmqpChannelState> {
	if (!state.consumers.has(consumerTag)) return { state, effects: noEffects };
	return resumeQueues(without(state, consumerTag), [
		sendMethod(state, 'basic.cancel', consumerTag)
	]);
}

function without(state: AmqpChannelState, consumerTag: string): AmqpChannelState {
	const consumers = new Map(state.consumers);
	consumers.delete(consumerTag);
	return { ...state, consumers };
}
