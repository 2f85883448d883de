// Declaring and deleting exchanges.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_channel.erl (exchange.declare, exchange.delete).
import { tell } from '#kernel';
import {
	exchangeId,
	type Binding,
	type ExchangeDefinition,
	type ExchangeType
} from './definitions.ts';
import { argumentsDiffer, propertyDiffers } from './equivalence.ts';
import { noExchange, refusal, type Refusal } from './errors.ts';
import type { VhostEvent } from './events.ts';
import { exchangeTypeFault } from './exchange-types.ts';
import { sameBinding } from './routing.ts';
import { field, parseTable, typeWord, type Table } from './table.ts';
import { answerAsker, refuseAsker, type Effects, type VhostState } from './vhost-state.ts';

type DataOf<K extends VhostEvent['kind']> = Extract<VhostEvent, { kind: K }>['data'];

/** What nobody may do to the default exchange. */
export function defaultExchangeFault(name: string, method: Refusal['method']): Refusal | undefined {
	if (name !== '') return undefined;
	return refusal(403, 'operation not permitted on the default exchange', method);
}

/** exchange.declare, passive or not. */
export function declareExchange(
	state: VhostState,
	data: DataOf<'vhost.declare-exchange'>,
	effects: Effects
): VhostState {
	const name = data.exchange;
	const fault = declareFault(state, name, data);
	if (fault !== undefined) return refuseAsker(state, data, fault, effects);
	answerAsker(data, 'exchange.declare-ok', [], effects);
	if (state.exchanges.has(name)) return state;
	const definition: ExchangeDefinition = {
		name,
		type: data.type as ExchangeType,
		durable: data.durable,
		autoDelete: data.autoDelete,
		internal: data.internal,
		arguments: data.arguments,
		alternate: alternateIn(parseTable(data.arguments))
	};
	effects.unshift(tell(exchangeId(name), 'exchange.declared', { definition }));
	return { ...state, exchanges: state.exchanges.set(name, definition) };
}

function alternateIn(table: Table): string | null {
	const found = field(table, 'alternate-exchange');
	return found?.[1] === 'S' ? String(found[2]) : null;
}

function declareFault(
	state: VhostState,
	name: string,
	data: DataOf<'vhost.declare-exchange'>
): Refusal | undefined {
	const method = 'exchange.declare';
	const forbidden = defaultExchangeFault(name, method);
	if (forbidden !== undefined) return forbidden;
	const existing = state.exchanges.get(name);
	if (data.passive) return existing === undefined ? noExchange(name, method) : undefined;
	const badType = exchangeTypeFault(data.type);
	if (badType !== undefined) return badType;
	const place = `exchange '${name}' in vhost '/'`;
	const received = parseTable(data.arguments);
	if (existing === undefined) {
		if (name.startsWith('amq.')) {
			return refusal(403, `exchange name '${name}' contains reserved prefix 'amq.*'`, method);
		}
		const alternate = field(received, 'alternate-exchange');
		if (alternate === undefined || alternate[1] === 'S') return undefined;
		const sentence = `invalid type '${typeWord(alternate[1])}' for arg 'alternate-exchange' in ${place}`;
		return refusal(406, sentence, method);
	}
	const current = parseTable(existing.arguments);
	const fault =
		propertyDiffers('type', place, data.type, existing.type) ??
		propertyDiffers('durable', place, data.durable, existing.durable) ??
		propertyDiffers('auto_delete', place, data.autoDelete, existing.autoDelete) ??
		propertyDiffers('internal', place, data.internal, existing.internal) ??
		argumentsDiffer(['alternate-exchange'], place, received, current);
	return fault === undefined ? undefined : refusal(406, fault, method);
}

/** exchange.delete. The exchange itself knows whether it is in use; deleting a missing one is fine. */
export function deleteExchange(
	state: VhostState,
	data: DataOf<'vhost.delete-exchange'>,
	effects: Effects
): VhostState {
	const { exchange: name, ifUnused } = data;
	const forbidden = defaultExchangeFault(name, 'exchange.delete');
	if (forbidden !== undefined) return refuseAsker(state, data, forbidden, effects);
	if (name.startsWith('amq.')) {
		const sentence = `deletion of system exchange '${name}' in vhost '/' not allowed`;
		return refuseAsker(state, data, refusal(403, sentence, 'exchange.delete'), effects);
	}
	if (!state.exchanges.has(name)) {
		answerAsker(data, 'exchange.delete-ok', [], effects);
		return state;
	}
	const asker = { channel: data.channel, connection: data.connection };
	effects.push(tell(exchangeId(name), 'exchange.removed', { asker, ifUnused }));
	return state;
}

/** An exchange has ended, and with it the bindings it was the source of. */
export function exchangeGone(
	state: VhostState,
	exchange: string,
	gone: readonly Binding[]
): VhostState {
	let { bindings } = state;
	for (const binding of gone) {
		const others = (bindings.get(binding.destination) ?? []).filter(
			(other) => !sameBinding(other, binding)
		);
		bindings =
			others.length === 0
				? bindings.delete(binding.destination)
				: bindings.set(binding.destination, others);
	}
	return { ...state, bindings, exchanges: state.exchanges.delete(exchange) };
}
