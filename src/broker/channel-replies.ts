// Direct replies on an AMQP channel: a consumer without a queue.
// Source: https://www.rabbitmq.com/docs/direct-reply-to; rabbitmq/rabbitmq-server v3.10.8 rabbit_channel.erl.
import { noEffects, tell, type Effect, type Step } from '#kernel';
import type { Payload } from '#kernel/events';
import { asker, refuse, sendMethod, type AmqpChannelState } from './amqp-channel-state.ts';
import { readReplyAddress, replyToQueue } from './direct-reply-to.ts';
import { noQueue, refusal } from './errors.ts';
import type { ChannelEvent } from './events.ts';
import { drawName } from './names.ts';
import { writeProperties } from './properties.ts';

type DataOf<K extends ChannelEvent['kind']> = Extract<ChannelEvent, { kind: K }>['data'];

/** basic.consume on amq.rabbitmq.reply-to. */
export function consumeReplies(
	state: AmqpChannelState,
	consumerTag: string,
	noAck: boolean
): Step<AmqpChannelState> {
	if (!noAck) {
		return refuse(state, refusal(406, 'reply consumer cannot acknowledge', 'basic.consume'));
	}
	if (state.replyConsumer !== null) {
		return refuse(state, refusal(406, 'reply consumer already set', 'basic.consume'));
	}
	const { name: key, random } = drawName('', state.random);
	return {
		state: { ...state, random, replyConsumer: { consumerTag, key } },
		effects: [sendMethod(state, 'basic.consume-ok', consumerTag)]
	};
}

/** Declaring or checking the pseudo-queue always succeeds; an address, while its requester listens. */
export function declareReplyQueue(state: AmqpChannelState, queue: string): Step<AmqpChannelState> {
	if (queue === replyToQueue) {
		return { state, effects: [sendMethod(state, 'queue.declare-ok', queue, 0, 1)] };
	}
	const address = readReplyAddress(queue);
	if (address === undefined) return refuse(state, noQueue(queue, 'queue.declare'));
	const data = { key: address.key, queue, channel: asker(state).channel };
	return { state, effects: [tell(address.channel, 'reply.checked', data)] };
}

/** Answers whether a reply address is alive here; `state` undefined: the channel is gone. */
export function checkReplyAddress(
	state: AmqpChannelState | undefined,
	data: DataOf<'reply.checked'>
): Effect {
	if (state?.replyConsumer?.key === data.key) {
		const answer = { method: 'queue.declare-ok', fields: [data.queue, 0, 1] };
		return tell(data.channel, 'channel.answered', answer);
	}
	return tell(data.channel, 'channel.refused', noQueue(data.queue, 'queue.declare'));
}

/** A direct reply; late ones for an earlier consumer vanish. The delivery tag is always 1. */
export function deliverReply(
	state: AmqpChannelState,
	data: DataOf<'reply.delivered'>
): Step<AmqpChannelState> {
	if (state.replyConsumer?.key !== data.key) return { state, effects: noEffects };
	const { message } = data;
	const frame: Payload[number][] = [
		'basic.deliver',
		state.number,
		state.replyConsumer.consumerTag,
		1,
		false,
		'',
		message.routingKey
	];
	writeProperties(frame, message.properties);
	frame.push(message.body);
	return { state, effects: [tell(state.linkOut, 'link.sent', { payload: frame })] };
}
