// What an actor is: a pure step from (state, event) to (state, effects). No clock, no chance, no mutation:
// the run and the fold that rebuilds the world call the same function and must get the same answer.

import { assert } from './assert.ts';
import type { ActorId, Recorded } from './events.ts';
import type { Micros } from './time.ts';

/** Something an actor asks for. Data only; the actor system carries it out in the order given. */
export type Effect =
	/** Tell an actor something at this same instant, after the tells that are already waiting (first in, first out). */
	| { readonly type: 'tell'; readonly to: ActorId; readonly kind: string; readonly data: unknown }
	/** Tell later. A second `after` with the same key (keys are private to the asking actor) replaces the first; key '' cannot be cancelled. */
	| {
			readonly type: 'after';
			readonly key: string;
			readonly delayUs: Micros;
			readonly to: ActorId;
			readonly kind: string;
			readonly data: unknown;
	  }
	/** Forget a pending `after` of this actor; `*` forgets them all; unknown keys are fine. */
	| { readonly type: 'cancel'; readonly key: string }
	/** Ask the host for something only it can do (run a guest turn). The fold ignores it: its outcome is recorded. */
	| { readonly type: 'perform'; readonly what: string; readonly data: unknown };

/** What a step gives back. `state: undefined` removes the actor. */
export interface Step<S> {
	readonly state: S | undefined;
	readonly effects: readonly Effect[];
}

/**
 * Step functions by actor kind (the part of an actor id before the colon). A step gets `undefined` as the state with the
 * first event of an actor. It must not mutate state or event.
 */
export type LogicTable = Readonly<Record<string, (state: never, event: never) => Step<unknown>>>;

/**
 * A state under construction: a step copies its state field by field into one, changes it, and gives it back as the new
 * state. Spreading an object and overriding some of its fields costs forty times as much in V8.
 */
export type Draft<S> = { -readonly [K in keyof S]: S[K] };

/** The shared empty effect list. */
export const noEffects: readonly Effect[] = [];

/** A `tell` effect. */
export function tell(to: ActorId, kind: string, data: unknown): Effect {
	return { type: 'tell', to, kind, data };
}

/** The actor kind in an actor id. */
export function actorKind(id: ActorId): string {
	return id.slice(0, id.indexOf(':'));
}

/** The actor's own name in an actor id. */
export function actorName(id: ActorId): string {
	return id.slice(id.indexOf(':') + 1);
}

/** A step as generic code sees it: the table's own types say which events each gets. */
export type AnyStep = (state: unknown, event: Recorded) => Step<unknown>;

/** The step of an actor, by its kind. */
export function stepOf(logic: LogicTable, actor: ActorId): AnyStep {
	const step = logic[actorKind(actor)] as AnyStep | undefined;
	assert(step, 'every actor kind has a step', actor);
	return step;
}
