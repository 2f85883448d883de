// A message's way through exchanges: each adds the queues and exchanges its bindings lead to, the last one sends the copies,
// one for each queue however many ways lead there.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_exchange.erl (route, process_alternate).
import { actorKind, actorName, tell, type Effect, type Step } from '#kernel';
import type { ActorId } from '#kernel/events';
import { isCircle } from './dead-letter.ts';
import { exchangeId, type Binding } from './definitions.ts';
import type { Journey, Publication, Route } from './events.ts';
import { afterRouting, type ExchangeState, type Routing } from './exchange-state.ts';
import type { Message } from './message.ts';
import { matchingBindings } from './routing.ts';

/** Adds what this exchange knows to a message's journey; the last exchange asked sends the copies. */
export function travel(state: ExchangeState, journey: Journey): Step<ExchangeState> {
	const { message, keys } = journey;
	const routes: Route[] = [...journey.routes];
	const waiting: string[] = [...journey.waiting];
	const seen: string[] = [...journey.seen];
	const matched: Binding[] = [];
	const destinations: ActorId[] = [];
	const taken = new Set(routes.map((route) => route.queue));
	const found = (destination: ActorId, via: Binding | null) => {
		destinations.push(destination);
		if (actorKind(destination) === 'queue') {
			if (!taken.has(destination)) routes.push({ queue: destination, via });
			taken.add(destination);
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

/** On to the next exchange of the journey, or to the queues. */
export function pass(journey: Journey): readonly Effect[] {
	const { waiting, message, publication } = journey;
	const next = waiting[0];
	if (next !== undefined) {
		const rest = { ...journey, waiting: waiting.slice(1) };
		return [tell(exchangeId(next), 'exchange.forwarded', rest)];
	}
	const { deadLetter } = publication;
	const routes =
		deadLetter === null
			? journey.routes
			: journey.routes.filter(
					({ queue }) => !isCircle(message.properties, actorName(queue), deadLetter.reason)
				);
	if (routes.length === 0) return unroutable(message, publication);
	const confirm = confirmFor(publication, routes.length);
	return routes.map(({ queue, via }) => tell(queue, 'queue.enqueued', { message, via, confirm }));
}

/** What each of `of` queues is to confirm, and to whom; null: nobody asked. */
function confirmFor(publication: Publication, of: number) {
	const { publisher, publishSeq } = publication;
	return publishSeq === null ? null : { channel: publisher, publishSeq, of };
}

/** The short way, which most messages take: from the default exchange to the one queue the key names. */
export function toNamedQueue(
	state: ExchangeState,
	message: Message,
	publication: Publication
): Step<ExchangeState> | undefined {
	const route = state.queues.get(message.routingKey);
	if (route === undefined || publication.deadLetter !== null) return undefined;
	const { queue } = route;
	const last: Routing = {
		messageId: message.id,
		keys: [message.routingKey],
		matched: noBindings,
		destinations: [queue]
	};
	const confirm = confirmFor(publication, 1);
	return {
		state: afterRouting(state, last),
		effects: [tell(queue, 'queue.enqueued', { message, via: null, confirm })]
	};
}

const noBindings: readonly Binding[] = [];

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
