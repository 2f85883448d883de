// The envelope every recorded event travels in. Types only: lower folders declare their own kinds
// and `trace` unites them. One recorded event is one input handed to one actor.

import type { Micros } from './time.ts';

/** `<actor kind>:<name>`, e.g. `process:client`, `queue:rpc_queue`, `link:3>`. The part before the colon picks the logic. */
export type ActorId = `${string}:${string}`;

/** What an actor can be told: a kind and its data. Folders declare unions of these. */
export interface ActorEvent<K extends string = string, D = unknown> {
	readonly kind: K;
	readonly data: D;
}

/** Sequence number of the event that led to this one; -1 for events that nothing in the run caused. */
export type Cause = number;

/** One line of the trace. Distributes over a union of actor events, so `kind` narrows `data`. */
export type Recorded<E extends ActorEvent = ActorEvent> = E extends ActorEvent
	? {
			/** Position in the trace, from 0, without gaps. */
			readonly seq: number;
			/** Virtual time. */
			readonly at: Micros;
			/** Who was told. */
			readonly actor: ActorId;
			readonly cause: Cause;
			readonly kind: E['kind'];
			readonly data: E['data'];
		}
	: never;

/** A guest payload on a socket: positional primitives, never objects. `undefined` travels as null. */
export type Payload = readonly (string | number | boolean | null | Uint8Array)[];
