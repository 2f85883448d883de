// The publishing side of an AMQP channel: what RabbitMQ checks before a message may enter its exchange, confirms, returns.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_channel.erl (basic.publish), rabbit_basic.erl.
import { noEffects, tell, type Step } from '#kernel';
import type { Payload } from '#kernel/events';
import { channelDraft, refuse, sendMethod, type AmqpChannelState } from './amqp-channel-state.ts';
import { behaviourOf } from './broker-version.ts';
import { exchangeId } from './definitions.ts';
import { replyAddress, replyToQueue } from './direct-reply-to.ts';
import { refusal, type Refusal } from './errors.ts';
import type { ChannelEvent, Publication } from './events.ts';
import { expirationFault } from './expiration.ts';
import type { Properties } from './message.ts';
import { writeProperties } from './properties.ts';
import { isOldestOpen, settle } from './publisher-confirms.ts';
import { field, parseTable, typeWord } from './table.ts';

type DataOf<K extends ChannelEvent['kind']> = Extract<ChannelEvent, { kind: K }>['data'];

/**
 * basic.publish: the message goes to its exchange. Nothing is answered unless something is wrong; then the exchange
 * answers, as its own objections come before those to the message.
 */
export function publish(
	state: AmqpChannelState,
	data: DataOf<'basic.publish'>
): Step<AmqpChannelState> {
	const { messageBytesMax } = behaviourOf(state.version);
	if (data.body.length > messageBytesMax) {
		const sentence = `message size ${String(data.body.length)} is larger than configured max size ${String(messageBytesMax)}`;
		return refuse(state, refusal(406, sentence, 'basic.publish'));
	}
	const fault = faultOf(state, data.properties);
	if (fault !== undefined) {
		const faulty = { publisher: state.id, fault };
		return { state, effects: [tell(exchangeId(data.exchange), 'exchange.faulty', faulty)] };
	}
	const publishSeq = state.confirms === null ? null : state.confirms.published + 1;
	const publication: Publication = {
		routingKey: data.routingKey,
		mandatory: data.mandatory,
		properties: addressed(state, data.properties),
		body: data.body,
		publisher: state.id,
		publishSeq,
		deadLetter: null
	};
	const effects = [tell(exchangeId(data.exchange), 'exchange.publish', publication)];
	if (state.confirms === null || publishSeq === null) return { state, effects };
	const after = channelDraft(state);
	after.confirms = { ...state.confirms, published: publishSeq };
	return { state: after, effects };
}

/** What is wrong with a message's properties, or undefined. */
function faultOf(state: AmqpChannelState, properties: Properties): Refusal | undefined {
	const { expiration, userId, deliveryMode, headers, replyTo } = properties;
	if (replyTo === replyToQueue && state.replyConsumer === null) {
		return refusal(406, 'fast reply consumer does not exist', 'basic.publish');
	}
	if (userId !== undefined && userId !== state.user) {
		const sentence = `user_id property set to '${userId}' but authenticated user was '${state.user}'`;
		return refusal(406, sentence, 'basic.publish');
	}
	if (expiration !== undefined) {
		const why = expirationFault(expiration);
		if (why !== undefined) return refusal(406, why, 'basic.publish');
	}
	const badKeys = headers === undefined ? undefined : extraKeysFault(headers);
	if (badKeys !== undefined) {
		return refusal(406, `invalid message: ${badKeys}`, 'basic.publish');
	}
	if (deliveryMode !== undefined && deliveryMode !== 1 && deliveryMode !== 2) {
		const sentence = `invalid message: {delivery_mode_unknown,${String(deliveryMode)}}`;
		return refusal(406, sentence, 'basic.publish');
	}
	return undefined;
}

/** The CC and BCC headers must be lists. */
function extraKeysFault(headers: string): string | undefined {
	if (!headers.includes('CC"')) return undefined;
	const table = parseTable(headers);
	for (const name of ['CC', 'BCC']) {
		const type = field(table, name)?.[1] ?? 'A';
		if (type !== 'A') return `{unacceptable_type_in_header,"${name}",${typeWord(type)}}`;
	}
	return undefined;
}

/** With the direct reply-to name replaced by this channel's reply address. */
function addressed(state: AmqpChannelState, properties: Properties): Properties {
	if (properties.replyTo !== replyToQueue || state.replyConsumer === null) return properties;
	return { ...properties, replyTo: replyAddress(state.id, state.replyConsumer.key) };
}

/** A queue has (or refused) a message published here. */
export function settlePublish(
	state: AmqpChannelState,
	data: DataOf<'publish.confirmed'>
): Step<AmqpChannelState> {
	if (state.confirms === null) return { state, effects: noEffects };
	const { confirms, answer } = settle(state.confirms, data.publishSeq, data.of, data.accepted);
	const after = channelDraft(state);
	after.confirms = confirms;
	if (answer === null) return { state: after, effects: noEffects };
	// RabbitMQ answers a refused message together with all before it when none of those is open, even if it is the only
	// one, and says requeue because that is the field's default.
	const fields: Payload =
		answer === 'basic.ack' ? [false] : [isOldestOpen(state.confirms, data.publishSeq), true];
	return { state: after, effects: [sendMethod(state, answer, data.publishSeq, ...fields)] };
}

/** A mandatory message found no queue: back to its publisher. */
export function returned(
	state: AmqpChannelState,
	data: DataOf<'publish.returned'>
): Step<AmqpChannelState> {
	const { message } = data;
	const frame: Payload[number][] = [
		'basic.return',
		state.number,
		data.code,
		data.text,
		message.exchange,
		message.routingKey
	];
	writeProperties(frame, message.properties);
	frame.push(message.body);
	return { state, effects: [tell(state.linkOut, 'link.sent', { payload: frame })] };
}
