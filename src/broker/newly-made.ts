// A virtual host and its exchanges as they are made: all there is of the broker in a run in which nobody connects to it.
import { forkSeed, NameMap, noEffects, Random, tell, type Step } from '#kernel';
import { defaultBrokerVersion } from './broker-version.ts';
import { exchangeId, type ExchangeDefinition } from './definitions.ts';
import type { ExchangeEvent, VhostEvent } from './events.ts';
import { emptyExchange, type ExchangeState } from './exchange-state.ts';
import { predeclaredExchanges } from './predeclared-exchanges.ts';
import type { Effects, VhostState } from './vhost-state.ts';

/** The virtual host with the exchanges that every one begins with. */
export function newVhost({
	seed,
	startDateMs,
	version = defaultBrokerVersion
}: Extract<VhostEvent, { kind: 'vhost.created' }>['data']): {
	readonly state: VhostState;
	readonly effects: Effects;
} {
	const effects: Effects = [];
	let exchanges = NameMap.empty<ExchangeDefinition>();
	for (const definition of predeclaredExchanges) {
		exchanges = exchanges.set(definition.name, definition);
		effects.push(tell(exchangeId(definition.name), 'exchange.declared', { definition }));
	}
	const state: VhostState = {
		random: Random.seeded(forkSeed(seed, 'queue names')).state,
		seed,
		connectionCount: 0,
		startDateMs,
		version,
		isUp: true,
		alarm: false,
		connections: NameMap.empty(),
		exchanges,
		queues: NameMap.empty(),
		bindings: NameMap.empty(),
		exclusive: NameMap.empty()
	};
	return { state, effects };
}

/** An exchange that has just been declared. */
export function newExchange({
	definition
}: Extract<ExchangeEvent, { kind: 'exchange.declared' }>['data']): Step<ExchangeState> {
	return { state: emptyExchange(definition), effects: noEffects };
}
