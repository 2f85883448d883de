// An exchange: takes messages in, asks its bindings, passes copies on to queues and to other exchanges. It stores none.
// It keeps what the stage shows of it: its bindings, counts, and how the last message was routed.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_exchange.erl (route), rabbit_channel.erl (publish).
import { actorKind, actorName, noEffects, tell, type Effect, type Step } from '#kernel';
import type { ActorId, Recorded } from '#kernel/events';
import { isCircle } from './dead-letter.ts';
import { exchangeId, vhostId, type Binding, type ExchangeDefinition } from './definitions.ts';
import { isReplyAddress, readReplyAddress } from './direct-reply-to.ts';
import { noExchange, refusal } from './errors.ts';
import type { Asker, ExchangeEvent, Journey, Publication, Route } from './events.ts';
import type { Message, Properties } from './message.ts';
import { NameMap } from './name-map.ts';
import { matchingBindings, sameBinding } from './routing.ts';
import { field, parseTable, tableText, textsIn, withoutFields } from './table.ts';

/** How a message was routed. */
export interface Routing {
	readonly messageId: number;
	/** Routing key, then CC and BCC keys. */
	readonly keys: readonly string[];
	/** The bindings that matched; none in the default exchange, which needs none. */
	readonly matched: readonly Binding[];
	/** Queues and exchanges it goes to from here. */
	readonly destinations: readonly ActorId[];
}

export interface ExchangeState {
	readonly definition: ExchangeDefinition;
	/** In order of binding. Empty in the default exchange, which knows queues by name. */
	readonly bindings: readonly Binding[];
	/** Default exchange only: every queue of the virtual host. */
	readonly queues: NameMap<Route>;
	/** Messages that came in (from clients, queues or other exchanges), and those that found no way on. */
	readonly published: number;
	readonly unroutable: number;
	readonly last: Routing | null;
}

type ExchangeRecord = Recorded<ExchangeEvent>;

/** The exchange actor's step. */
export function exchangeStep(
	state: ExchangeState | undefined,
	event: ExchangeRecord
): Step<ExchangeState> {
	if (event.kind === 'exchange.declared') {
		return { state: fresh(event.data.definition), effects: noEffects };
	}
	if (state === undefined) return withoutExchange(event);
	switch (event.kind) {
		case 'exchange.publish':
			return publish(state, event.data, event.seq, event.at);
		case 'exchange.forwarded':
			return travel(state, event.data);
		case 'exchange.bound':
			return { state: bind(state, event.data.binding), effects: noEffects };
		case 'exchange.unbound':
			return unbind(state, event.data.binding);
		case 'exchange.removed':
			return remove(state, event.data.asker, event.data.ifUnused);
		case 'exchange.unroutable':
			return { state: { ...state, unroutable: state.unroutable + 1 }, effects: noEffects };
	}
}

function fresh(definition: ExchangeDefinition): ExchangeState {
	return {
		definition,
		bindings: [],
		queues: NameMap.empty(),
		published: 0,
		unroutable: 0,
		last: null
	};
}

/** A message comes in from a channel, or as a dead letter from a queue. */
function publish(
	state: ExchangeState,
	publication: Publication,
	id: number,
	at: number
): Step<ExchangeState> {
	const { name, internal } = state.definition;
	if (internal && publication.deadLetter === null) {
		const sentence = `cannot publish to internal exchange '${name}' in vhost '/'`;
		const why = refusal(403, sentence, 'basic.publish');
		return { state, effects: [tell(publication.publisher, 'channel.refused', why)] };
	}
	const { keys, properties } = extraKeys(publication);
	const message: Message = {
		id,
		exchange: name,
		routingKey: publication.routingKey,
		properties,
		body: publication.body,
		publisher: publication.publisher,
		publishedAt: at,
		deadLetterOf: publication.deadLetter?.of ?? null
	};
	if (name === '') {
		const only = keys.length === 1 ? keys[0] : undefined;
		if (only !== undefined && isReplyAddress(only)) {
			return replyDirectly(state, publication, message);
		}
	}
	return travel(state, { message, publication, keys, seen: [name], waiting: [], routes: [] });
}

/** Routing key plus the keys in the CC and BCC headers; the BCC header itself does not travel. */
function extraKeys(publication: Publication): {
	readonly keys: readonly string[];
	readonly properties: Properties;
} {
	const { properties, routingKey } = publication;
	const text = properties.headers;
	if (text === undefined || !text.includes('CC"')) return { keys: [routingKey], properties };
	const headers = parseTable(text);
	const bcc = field(headers, 'BCC');
	const keys = [routingKey, ...textsIn(field(headers, 'CC')?.[2]), ...textsIn(bcc?.[2])];
	if (bcc === undefined) return { keys, properties };
	return {
		keys,
		properties: { ...properties, headers: tableText(withoutFields(headers, 'BCC')) }
	};
}

/** Adds what this exchange knows to a message's journey; the last exchange asked sends the copies. */
function travel(state: ExchangeState, journey: Journey): Step<ExchangeState> {
	const { message, keys } = journey;
	const routes: Route[] = [...journey.routes];
	const waiting: string[] = [...journey.waiting];
	const seen: string[] = [...journey.seen];
	const matched: Binding[] = [];
	const destinations: ActorId[] = [];
	const found = (destination: ActorId, via: Binding | null) => {
		destinations.push(destination);
		if (actorKind(destination) === 'queue') {
			if (routes.every((route) => route.queue !== destination)) {
				routes.push({ queue: destination, via });
			}
			return;
		}
		const name = actorName(destination);
		if (seen.includes(name)) return;
		seen.push(name);
		waiting.push(name);
	};
	if (state.definition.name === '') {
		for (const key of keys) {
			const route = state.queues.get(key);
			if (route !== undefined) found(route.queue, null);
		}
	} else {
		for (const binding of matchingBindings(state.definition.type, state.bindings, keys, message)) {
			matched.push(binding);
			found(binding.destination, binding);
		}
	}
	const { alternate } = state.definition;
	if (destinations.length === 0 && alternate !== null) found(exchangeId(alternate), null);
	const last: Routing = { messageId: message.id, keys, matched, destinations };
	return {
		state: afterRouting(state, last),
		effects: pass({ message, publication: journey.publication, keys, seen, waiting, routes })
	};
}

/** Field by field: spreading is ten times slower, and every message passes here. */
function afterRouting(state: ExchangeState, last: Routing): ExchangeState {
	return {
		definition: state.definition,
		bindings: state.bindings,
		queues: state.queues,
		published: state.published + 1,
		unroutable: state.unroutable,
		last
	};
}

/** On to the next exchange of the journey, or to the queues. */
function pass(journey: Journey): readonly Effect[] {
	const { waiting, message, publication } = journey;
	const next = waiting[0];
	if (next !== undefined) {
		const rest = { ...journey, waiting: waiting.slice(1) };
		return [tell(exchangeId(next), 'exchange.forwarded', rest)];
	}
	const { deadLetter, publishSeq, publisher } = publication;
	const routes =
		deadLetter === null
			? journey.routes
			: journey.routes.filter(
					({ queue }) => !isCircle(message.properties, actorName(queue), deadLetter.reason)
				);
	if (routes.length === 0) return unroutable(message, publication);
	const confirm =
		publishSeq === null ? null : { channel: publisher, publishSeq, of: routes.length };
	return routes.map(({ queue, via }) => tell(queue, 'queue.enqueued', { message, via, confirm }));
}

/** Nobody takes it: a mandatory message returns to its publisher, others end here; both are confirmed. */
function unroutable(message: Message, publication: Publication): Effect[] {
	const { publisher, publishSeq, mandatory } = publication;
	const effects: Effect[] = [
		tell(exchangeId(message.exchange), 'exchange.unroutable', {
			messageId: message.id,
			returned: mandatory
		})
	];
	if (mandatory) {
		effects.push(tell(publisher, 'publish.returned', { message, code: 312, text: 'NO_ROUTE' }));
	}
	if (publishSeq !== null) {
		effects.push(tell(publisher, 'publish.confirmed', { publishSeq, of: 0, accepted: true }));
	}
	return effects;
}

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
	const { publisher, publishSeq } = publication;
	if (address === undefined) {
		const why = refusal(541, 'INTERNAL_ERROR', 'basic.publish');
		return { state, effects: [tell(publisher, 'channel.refused', why)] };
	}
	const effects: Effect[] = [
		tell(address.channel, 'reply.delivered', { key: address.key, message })
	];
	if (publication.mandatory) {
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

function bind(state: ExchangeState, binding: Binding): ExchangeState {
	if (state.definition.name === '') {
		const route: Route = { queue: binding.destination, via: null };
		return { ...state, queues: state.queues.set(binding.key, route) };
	}
	if (state.bindings.some((other) => sameBinding(other, binding))) return state;
	return { ...state, bindings: [...state.bindings, binding] };
}

/** An auto-delete exchange goes with its last binding. */
function unbind(state: ExchangeState, binding: Binding): Step<ExchangeState> {
	if (state.definition.name === '') {
		return { state: { ...state, queues: state.queues.delete(binding.key) }, effects: noEffects };
	}
	const bindings = state.bindings.filter((other) => !sameBinding(other, binding));
	const after = { ...state, bindings };
	if (bindings.length === 0 && state.bindings.length > 0 && state.definition.autoDelete) {
		return remove(after, null, false);
	}
	return { state: after, effects: noEffects };
}

function remove(state: ExchangeState, asker: Asker | null, ifUnused: boolean): Step<ExchangeState> {
	const { name } = state.definition;
	if (ifUnused && state.bindings.length > 0 && asker !== null) {
		const why = refusal(406, `exchange '${name}' in vhost '/' in use`, 'exchange.delete');
		return { state, effects: [tell(asker.channel, 'channel.refused', why)] };
	}
	const effects = [
		tell(vhostId, 'vhost.exchange-gone', { exchange: name, bindings: state.bindings })
	];
	if (asker !== null) {
		const data = { method: 'exchange.delete-ok', fields: [] };
		effects.push(tell(asker.channel, 'channel.answered', data));
	}
	return { state: undefined, effects };
}

/** There is no such exchange: a publisher hears 404; a dead letter ends; a journey goes on without it. */
function withoutExchange(event: ExchangeRecord): Step<ExchangeState> {
	if (event.kind === 'exchange.forwarded') {
		return { state: undefined, effects: pass(event.data) };
	}
	if (event.kind !== 'exchange.publish' || event.data.deadLetter !== null) {
		return { state: undefined, effects: noEffects };
	}
	const why = noExchange(actorName(event.actor), 'basic.publish');
	return { state: undefined, effects: [tell(event.data.publisher, 'channel.refused', why)] };
}
