// An exchange: takes messages in, asks its bindings, passes copies on to queues and to other exchanges. It stores none.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_exchange.erl, rabbit_binding.erl.
import { actorName, noEffects, tell, type Step } from '#kernel';
import type { Recorded } from '#kernel/events';
import { vhostId, type Binding } from './definitions.ts';
import { noExchange, refusal } from './errors.ts';
import type { Asker, ExchangeEvent, Route } from './events.ts';
import { pass, travel } from './exchange-journey.ts';
import { publish, refusePublication } from './exchange-publish.ts';
import type { ExchangeState } from './exchange-state.ts';
import { newExchange } from './newly-made.ts';
import { sameBinding } from './routing.ts';

type ExchangeRecord = Recorded<ExchangeEvent>;

/** The exchange actor's step. */
export function exchangeStep(
	state: ExchangeState | undefined,
	event: ExchangeRecord
): Step<ExchangeState> {
	if (event.kind === 'exchange.declared') {
		return newExchange(event.data);
	}
	if (state === undefined) return withoutExchange(event);
	switch (event.kind) {
		case 'exchange.publish':
			return publish(state, event.data, event.seq, event.at);
		case 'exchange.faulty':
			return refusePublication(state, event.data.publisher, event.data.fault);
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
	const isDeadLetter = event.kind === 'exchange.publish' && event.data.deadLetter !== null;
	if (isDeadLetter || (event.kind !== 'exchange.publish' && event.kind !== 'exchange.faulty')) {
		return { state: undefined, effects: noEffects };
	}
	const why = noExchange(actorName(event.actor), 'basic.publish');
	return { state: undefined, effects: [tell(event.data.publisher, 'channel.refused', why)] };
}
