// The state of everything at a cursor: the actors' own steps folded over the recorded events. Effects are ignored here,
// what came of them is recorded. Selectors give each kind of actor its type back.
import { actorKind, stepOf, type LinkState, type Micros, type Step } from '#kernel';
import type { ActorId } from '#kernel/events';
import type {
	AmqpChannelState,
	VhostState,
	ConnectionState,
	ExchangeState,
	QueueState
} from '#broker';
import type { NetworkState, ProcessState, RegistryState } from '#cluster';
import type { PendingCallState, StrayRepliesState } from '#rpc';
import { actorLogic, type RunState } from './logic.ts';
import type { TraceEvent } from './trace-event.ts';

export interface World {
	/** How many events have been applied: 0 is before the first. */
	readonly cursor: number;
	/** Virtual time of the last applied event; 0 at the beginning. */
	readonly at: Micros;
	readonly actors: ReadonlyMap<ActorId, unknown>;
}

/** State of each actor kind. */
export interface StateOfKind {
	readonly run: RunState;
	readonly process: ProcessState;
	readonly network: NetworkState;
	readonly registry: RegistryState;
	readonly link: LinkState;
	readonly connection: ConnectionState;
	readonly channel: AmqpChannelState;
	readonly vhost: VhostState;
	readonly exchange: ExchangeState;
	readonly queue: QueueState;
	readonly call: PendingCallState | StrayRepliesState;
}

export const emptyWorld: World = { cursor: 0, at: 0, actors: new Map() };

/** Applies one event to a table of actors, in place: for folding over a private copy. Gives the step's result back. */
export function applyEvent(actors: Map<ActorId, unknown>, event: TraceEvent): Step<unknown> {
	const made = stepOf(actorLogic, event.actor)(actors.get(event.actor), event);
	if (made.state === undefined) actors.delete(event.actor);
	else actors.set(event.actor, made.state);
	return made;
}

/** Actors of one kind with their ids, in the order they came to be. */
export function actorsOfKind<K extends keyof StateOfKind>(
	world: World,
	kind: K
): readonly { readonly id: ActorId; readonly state: StateOfKind[K] }[] {
	const found: { id: ActorId; state: StateOfKind[K] }[] = [];
	for (const [id, state] of world.actors) {
		if (actorKind(id) === kind) found.push({ id, state: state as StateOfKind[K] });
	}
	return found;
}

/** One actor's state; undefined when there is none at this cursor. */
export function actorState<K extends keyof StateOfKind>(
	world: World,
	kind: K,
	name: string
): StateOfKind[K] | undefined {
	return world.actors.get(`${kind}:${name}`) as StateOfKind[K] | undefined;
}

export function processes(world: World): readonly ProcessState[] {
	return actorsOfKind(world, 'process').map(({ state }) => state);
}

export function links(
	world: World
): readonly { readonly id: ActorId; readonly state: LinkState }[] {
	return actorsOfKind(world, 'link');
}

export function queues(world: World): readonly QueueState[] {
	return actorsOfKind(world, 'queue').map(({ state }) => state);
}

export function exchanges(world: World): readonly ExchangeState[] {
	return actorsOfKind(world, 'exchange').map(({ state }) => state);
}

/** Calls started so far, in order; stray replies apart. */
export function calls(world: World): readonly PendingCallState[] {
	return actorsOfKind(world, 'call').flatMap(({ state }) => ('strays' in state ? [] : [state]));
}

/** Replies that matched no waiting call, in order. */
export function strayReplies(world: World): StrayRepliesState['strays'] {
	const stray = actorState(world, 'call', 'stray');
	return stray !== undefined && 'strays' in stray ? stray.strays : [];
}
