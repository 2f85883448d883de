// Bindings: making and removing them, and forgetting those of a destination that is gone.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_channel.erl (binding_action), rabbit_binding.erl.
import { tell } from '#kernel';
import type { ActorId } from '#kernel/events';
import { exchangeId, queueId, type Binding } from './definitions.ts';
import { lockedQueue, noExchange, noQueue, refusal, type Refusal } from './errors.ts';
import type { Asker, VhostEvent } from './events.ts';
import { sameBinding } from './routing.ts';
import { field, parseTable, typeWord } from './table.ts';
import { defaultExchangeFault } from './vhost-exchanges.ts';
import { answerAsker, refuseAsker, type Effects, type VhostState } from './vhost-state.ts';

type DataOf<K extends VhostEvent['kind']> = Extract<VhostEvent, { kind: K }>['data'];

const xMatches: readonly unknown[] = ['all', 'any', 'all-with-x', 'any-with-x'];

/** queue.bind. */
export function bindQueue(
	state: VhostState,
	data: DataOf<'vhost.bind-queue'>,
	effects: Effects
): VhostState {
	const method = 'queue.bind';
	const queue = state.queues.get(data.queue);
	const fault =
		defaultExchangeFault(data.exchange, method) ??
		sourceFault(state, data.exchange, data.arguments, method) ??
		(queue === undefined ? noQueue(data.queue, method) : undefined) ??
		(queue?.exclusiveTo === null || queue?.exclusiveTo === data.connection
			? undefined
			: lockedQueue(data.queue, method));
	if (fault !== undefined) return refuseAsker(state, data, fault, effects);
	const destination = queueId(data.queue);
	const after = add(state, data, data.exchange, destination, effects);
	answerAsker(data, 'queue.bind-ok', [], effects);
	return after;
}

/** exchange.bind. */
export function bindExchange(
	state: VhostState,
	data: DataOf<'vhost.bind-exchange'>,
	effects: Effects
): VhostState {
	const method = 'exchange.bind';
	const fault =
		defaultExchangeFault(data.source, method) ??
		defaultExchangeFault(data.destination, method) ??
		sourceFault(state, data.source, data.arguments, method) ??
		(state.exchanges.has(data.destination) ? undefined : noExchange(data.destination, method));
	if (fault !== undefined) return refuseAsker(state, data, fault, effects);
	const after = add(state, data, data.source, exchangeId(data.destination), effects);
	answerAsker(data, 'exchange.bind-ok', [], effects);
	return after;
}

/** What is wrong with the source of a new binding, or undefined. */
function sourceFault(
	state: VhostState,
	source: string,
	argumentsText: string | null,
	method: Refusal['method']
): Refusal | undefined {
	const exchange = state.exchanges.get(source);
	if (exchange === undefined) return noExchange(source, method);
	if (exchange.type !== 'headers') return undefined;
	const wish = field(parseTable(argumentsText), 'x-match');
	if (wish === undefined || xMatches.includes(wish[2])) return undefined;
	const [, type, match] = wish;
	const value =
		typeof match === 'string' ? match : match === null ? 'undefined' : JSON.stringify(match);
	const sentence =
		type === 'S'
			? `Invalid x-match field value <<"${value}">>; expected all, any, all-with-x, or any-with-x`
			: `Invalid x-match field type ${typeWord(type)} (value ${value}); expected longstr`;
	return refusal(406, sentence, method);
}

interface BindingWish {
	readonly routingKey: string;
	readonly arguments: string | null;
}

function add(
	state: VhostState,
	wish: BindingWish,
	source: string,
	destination: ActorId,
	effects: Effects
): VhostState {
	const binding: Binding = {
		source,
		destination,
		key: wish.routingKey,
		arguments: wish.arguments
	};
	const known = state.bindings.get(destination) ?? [];
	if (known.some((other) => sameBinding(other, binding))) return state;
	effects.push(tell(exchangeId(source), 'exchange.bound', { binding }));
	return { ...state, bindings: state.bindings.set(destination, [...known, binding]) };
}

/** queue.unbind and exchange.unbind: a binding that is not there is fine. */
export function unbind(
	state: VhostState,
	data: Asker & BindingWish,
	source: string,
	destination: ActorId,
	effects: Effects
): VhostState {
	const method = destination.startsWith('queue:') ? 'queue.unbind' : 'exchange.unbind';
	const forbidden = defaultExchangeFault(source, method);
	if (forbidden !== undefined) return refuseAsker(state, data, forbidden, effects);
	answerAsker(data, `${method}-ok`, [], effects);
	const wish: Binding = {
		source,
		destination,
		key: data.routingKey,
		arguments: data.arguments
	};
	const known = state.bindings.get(destination) ?? [];
	const binding = known.find((other) => sameBinding(other, wish));
	if (binding === undefined) return state;
	effects.unshift(tell(exchangeId(source), 'exchange.unbound', { binding }));
	const others = known.filter((other) => other !== binding);
	return {
		...state,
		bindings:
			others.length === 0
				? state.bindings.delete(destination)
				: state.bindings.set(destination, others)
	};
}

/** A queue or exchange is gone: so are the bindings that led to it. */
export function forgetBindings(
	state: VhostState,
	destination: ActorId,
	effects: Effects
): VhostState {
	const known = state.bindings.get(destination);
	if (known === undefined) return state;
	for (const binding of known) {
		effects.push(tell(exchangeId(binding.source), 'exchange.unbound', { binding }));
	}
	return { ...state, bindings: state.bindings.delete(destination) };
}
