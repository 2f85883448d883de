// What the virtual host holds, and how it answers who asked.
import { tell, type Effect, type NameMap, type RandomState } from '#kernel';
import type { BrokerVersion } from './broker-version.ts';
import type { ActorId } from '#kernel/events';
import type { Binding, ExchangeDefinition, QueueDefinition } from './definitions.ts';
import type { Refusal } from './errors.ts';
import type { Asker } from './events.ts';

export interface VhostState {
	/** Names of queues are drawn from it. */
	readonly random: RandomState;
	/** Seeds for connections: the number of connections so far makes each different. */
	readonly seed: number;
	readonly connectionCount: number;
	/** The date of virtual time 0, in milliseconds since 1970. */
	readonly startDateMs: number;
	/** The release it behaves like. */
	readonly version: BrokerVersion;
	/** False while it is being restarted. */
	readonly isUp: boolean;
	/** It is low on memory. */
	readonly alarm: boolean;
	/** Those that were let in, by their actor's id. */
	readonly connections: NameMap<ActorId>;
	readonly exchanges: NameMap<ExchangeDefinition>;
	readonly queues: NameMap<QueueDefinition>;
	/** By destination (`queue:<name>` or `exchange:<name>`). */
	readonly bindings: NameMap<readonly Binding[]>;
	/** Exclusive queues by connection. */
	readonly exclusive: NameMap<readonly string[]>;
}

/** Where a step of the virtual host collects what it asks for. */
export type Effects = Effect[];

/** Refuses an operation. Returns the state unchanged. */
export function refuseAsker(
	state: VhostState,
	asker: Asker,
	why: Refusal,
	effects: Effects
): VhostState {
	effects.push(tell(asker.channel, 'channel.refused', why));
	return state;
}

/** Answers an operation. */
export function answerAsker(
	asker: Asker,
	method: string,
	fields: readonly (string | number)[],
	effects: Effects
): void {
	effects.push(tell(asker.channel, 'channel.answered', { method, fields }));
}
