// What holds an actor's state between two events: an XState actor in one system on virtual time, or, for kinds that come by
// the thousand (links, calls), the state alone. Both run the same pure step; nobody else can tell them apart.
import {
	createActor,
	fromTransition,
	type ActorLogic,
	type ActorRefFromLogic,
	type AnyActorRef,
	type Snapshot
} from 'xstate';
import { noEffects, type AnyStep, type Effect } from './actor.ts';
import { assert } from './assert.ts';
import type { ActorId, Recorded } from './events.ts';

/** Holds one actor. */
export interface ActorHolder {
	/** Undefined before its first event, and when it wants to be removed. */
	readonly state: unknown;
	/** Takes an event through the actor's step. Throws what the step throws. */
	take(event: Recorded): readonly Effect[];
	/** It is removed. */
	stop(): void;
}

/** Holds the state and nothing else. */
export class PlainHolder implements ActorHolder {
	readonly #step: AnyStep;
	state: unknown = undefined;

	constructor(step: AnyStep) {
		this.#step = step;
	}

	take(event: Recorded): readonly Effect[] {
		const made = this.#step(this.state, event);
		this.state = made.state;
		return made.effects;
	}

	stop(): void {
		// There is nothing beside the state.
	}
}

/** XState's event for every tell; one object for all of them, as an actor is done with it when `send` returns. */
interface Told {
	readonly type: 'told';
	recorded: Recorded | undefined;
}

/** XState's own word to an actor that is taken away. */
interface Stopped {
	readonly type: 'xstate.stop';
}

/** The parent of all actors: XState lets nobody else stop a child. */
const rootLogic = fromTransition<
	null,
	{ readonly type: 'stop'; readonly child: AnyActorRef },
	never,
	undefined
>((state, event, scope) => {
	scope.stopChild(event.child);
	return state;
}, null);

/** What the last step made, or how it failed: XState would report a throw on a later task, we want it here. */
interface Outcome {
	effects: readonly Effect[];
	failure: Error | undefined;
}

/** XState's snapshot of one of our actors: always active, and the actor's state. */
class Held {
	readonly status = 'active';
	readonly output = undefined;
	readonly error = undefined;
	readonly state: unknown;

	constructor(state: unknown) {
		this.state = state;
	}
}

type StepLogic = ActorLogic<Held & Snapshot<undefined>, Told | Stopped>;

const unborn = new Held(undefined);

/** Logic as XState's `fromTransition` would make it, without the copy of the snapshot with each event. */
function logicOf(step: AnyStep, outcome: Outcome): StepLogic {
	return {
		transition: (held, told) => {
			if (told.type !== 'told' || told.recorded === undefined) return held;
			try {
				const made = step(held.state, told.recorded);
				outcome.effects = made.effects;
				return made.state === held.state ? held : new Held(made.state);
			} catch (failure) {
				outcome.failure = failure instanceof Error ? failure : new Error(String(failure));
				return held;
			}
		},
		getInitialSnapshot: () => unborn,
		getPersistedSnapshot: (held) => held
	};
}

/** One XState system, whose clock is nobody's: delays are effects. */
export class XStateSystem {
	readonly #root: ActorRefFromLogic<typeof rootLogic>;
	readonly #outcome: Outcome = { effects: noEffects, failure: undefined };
	readonly #told: Told = { type: 'told', recorded: undefined };
	/** Logic by step. */
	readonly #logics = new Map<AnyStep, StepLogic>();

	constructor() {
		this.#root = createActor(rootLogic, {
			id: 'roundtrip',
			clock: {
				setTimeout: () =>
					assert(false, 'actors ask for delays by effects, not by the XState clock'),
				clearTimeout: () => undefined
			}
		});
		this.#root.start();
	}

	/** A new actor in the system. */
	hold(id: ActorId, step: AnyStep): ActorHolder {
		let logic = this.#logics.get(step);
		if (logic === undefined) this.#logics.set(step, (logic = logicOf(step, this.#outcome)));
		const actor = createActor(logic, { id, parent: this.#root });
		actor.start();
		return new XStateHolder(actor, this.#told, this.#outcome, () => {
			this.#root.send({ type: 'stop', child: actor });
		});
	}
}

class XStateHolder implements ActorHolder {
	readonly #actor: ActorRefFromLogic<StepLogic>;
	readonly #told: Told;
	readonly #outcome: Outcome;
	readonly stop: () => void;

	constructor(actor: ActorRefFromLogic<StepLogic>, told: Told, outcome: Outcome, stop: () => void) {
		this.#actor = actor;
		this.#told = told;
		this.#outcome = outcome;
		this.stop = stop;
	}

	get state(): unknown {
		return this.#actor.getSnapshot().state;
	}

	take(event: Recorded): readonly Effect[] {
		const outcome = this.#outcome;
		this.#told.recorded = event;
		this.#actor.send(this.#told);
		if (outcome.failure !== undefined) throw outcome.failure;
		const { effects } = outcome;
		outcome.effects = noEffects;
		return effects;
	}
}
