// A message entering an exchange: its keys, and the short way of direct replies.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_channel.erl (basic.publish, deliver_reply), rabbit_basic.erl.
import { tell, type Effect, type Micros, type Step } from '#kernel';
import type { ActorId } from '#kernel/events';
import { isReplyAddress, readReplyAddress } from './direct-reply-to.ts';
import { refusal, type Refusal } from './errors.ts';
import type { Publication } from './events.ts';
import { toNamedQueue, travel } from './exchange-journey.ts';
import { afterRouting, type ExchangeState, type Routing } from './exchange-state.ts';
import type { Message, Properties } from './message.ts';
import { field, parseTable, tableText, textsIn, withoutFields } from './table.ts';

/** A message comes in from a channel, or as a dead letter from a queue. */
export function publish(
	state: ExchangeState,
	publication: Publication,
	id: number,
	at: Micros
): Step<ExchangeState> {
	const { name, internal } = state.definition;
	if (internal && publication.deadLetter === null) {
		return refusePublication(state, publication.publisher, undefined);
	}
	const { keys, blindKeys, properties } = extraKeys(publication);
	const message: Message = {
		id,
		exchange: name,
		routingKey: publication.routingKey,
		blindKeys,
		properties,
		body: publication.body,
		publisher: publication.publisher,
		publishedAt: at,
		deadLetterOf: publication.deadLetter?.of ?? null
	};
	if (name === '' && keys.length === 1) {
		const named = toNamedQueue(state, message, publication);
		if (named !== undefined) return named;
		if (isReplyAddress(message.routingKey)) return replyDirectly(state, publication, message);
	}
	return travel(state, { message, publication, keys, seen: [name], waiting: [], routes: [] });
}

/** Tells a publisher why its message is not taken: the exchange is internal, or else the message's own fault. */
export function refusePublication(
	state: ExchangeState,
	publisher: ActorId,
	fault: Refusal | undefined
): Step<ExchangeState> {
	const { name, internal } = state.definition;
	const sentence = `cannot publish to internal exchange '${name}' in vhost '/'`;
	const why = internal ? refusal(403, sentence, 'basic.publish') : fault;
	return { state, effects: [tell(publisher, 'channel.refused', why)] };
}

/**
 * Routing key plus the keys in the CC and BCC headers; the BCC header itself does not travel. A dead letter without a key
 * of its own goes by the BCC keys it came with.
 */
function extraKeys({ properties, routingKey, deadLetter }: Publication): {
	readonly keys: readonly string[];
	readonly blindKeys: readonly string[] | null;
	readonly properties: Properties;
} {
	const text = properties.headers;
	const before = deadLetter?.blindKeys ?? null;
	if (before === null && (text === undefined || !text.includes('CC"'))) {
		return { keys: [routingKey], blindKeys: null, properties };
	}
	const headers = parseTable(text);
	const bcc = field(headers, 'BCC');
	const blindKeys = bcc === undefined ? before : textsIn(bcc[2]);
	const keys = [routingKey, ...textsIn(field(headers, 'CC')?.[2]), ...(blindKeys ?? [])];
	if (bcc === undefined) return { keys, blindKeys, properties };
	return {
		keys,
		blindKeys,
		properties: { ...properties, headers: tableText(withoutFields(headers, 'BCC')) }
	};
}

/** What RabbitMQ says when something in it breaks: no sentence, no method. */
const internalError: Refusal = { code: 541, text: 'INTERNAL_ERROR', method: 'none' };

/**
 * A direct reply goes straight to the requester's channel. With mandatory it is returned as well, even when delivered:
 * so does 3.10.8. An address somebody made up ends the publisher's connection.
 */
function replyDirectly(
	state: ExchangeState,
	publication: Publication,
	message: Message
): Step<ExchangeState> {
	const address = readReplyAddress(message.routingKey);
	const { publisher, publishSeq, mandatory, deadLetter } = publication;
	const effects: Effect[] = [];
	if (address === undefined) {
		// A dead letter has no publisher who could be told.
		if (deadLetter === null) effects.push(tell(publisher, 'channel.refused', internalError));
		return { state, effects };
	}
	effects.push(tell(address.channel, 'reply.delivered', { key: address.key, message }));
	if (mandatory) {
		effects.push(tell(publisher, 'publish.returned', { message, code: 312, text: 'NO_ROUTE' }));
	}
	if (publishSeq !== null) {
		effects.push(tell(publisher, 'publish.confirmed', { publishSeq, of: 0, accepted: true }));
	}
	const last: Routing = {
		messageId: message.id,
		keys: [message.routingKey],
		matched: [],
		destinations: [address.channel]
	};
	return { state: afterRouting(state, last), effects };
}
