// The ordered list of what happened, and the world at any point of it. Grows at the end while a run is computed.
// Worlds come from checkpoints: actor states are immutable and shared, so a checkpoint is one small table.
import type { ActorId } from '#kernel/events';
import { assert } from '#kernel';
import type { TraceEvent, TraceKind } from './trace-event.ts';
import { applyEvent, emptyWorld, type World } from './world.ts';

/** Events between two checkpoints: folding this many must fit well into one frame. */
const checkpointEvery = 512;

export class Trace {
	readonly #events: TraceEvent[] = [];
	readonly #byKind = new Map<TraceKind, number[]>();
	/** Tables after 0, 512, 1024, ... events; dense up to the furthest fold so far. */
	readonly #checkpoints: ReadonlyMap<ActorId, unknown>[] = [new Map()];
	#last: World = emptyWorld;

	/** Number of events. */
	get length(): number {
		return this.#events.length;
	}

	/** All events, not to be changed. */
	get events(): readonly TraceEvent[] {
		return this.#events;
	}

	/** The event with this sequence number. */
	event(seq: number): TraceEvent {
		const event = this.#events[seq];
		assert(event, 'a sequence number is within the trace', { seq, length: this.length });
		return event;
	}

	/** Adds events that follow the last one. */
	append(events: readonly TraceEvent[]): void {
		for (const event of events) {
			assert(event.seq === this.#events.length, 'events come in order', event.seq);
			this.#events.push(event);
			const seqs = this.#byKind.get(event.kind);
			if (seqs === undefined) this.#byKind.set(event.kind, [event.seq]);
			else seqs.push(event.seq);
		}
	}

	/** Sequence numbers of all events of a kind, ascending. */
	seqsOfKind(kind: TraceKind): readonly number[] {
		return this.#byKind.get(kind) ?? [];
	}

	/** The world after the first `cursor` events (0 to length). */
	worldAt(cursor: number): World {
		assert(cursor >= 0 && cursor <= this.length, 'a cursor is within the trace', cursor);
		if (cursor === this.#last.cursor) return this.#last;
		const from = this.#startFor(cursor);
		const actors = new Map(from.actors);
		for (let seq = from.cursor; seq < cursor; seq++) {
			applyEvent(actors, this.event(seq));
			this.#keep(seq + 1, actors);
		}
		const at = cursor === 0 ? 0 : this.event(cursor - 1).at;
		this.#last = { cursor, at, actors };
		return this.#last;
	}

	/** Number of events at or before a virtual time: the cursor for it. */
	cursorAtTime(us: number): number {
		let low = 0;
		let high = this.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.event(middle).at <= us) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** The nearest known table at or before a cursor: the last world when it is on the way, else a checkpoint. */
	#startFor(cursor: number): { cursor: number; actors: ReadonlyMap<ActorId, unknown> } {
		const index = Math.min(Math.floor(cursor / checkpointEvery), this.#checkpoints.length - 1);
		const kept = index * checkpointEvery;
		if (this.#last.cursor <= cursor && this.#last.cursor >= kept) return this.#last;
		return { cursor: kept, actors: this.#checkpoints[index] as ReadonlyMap<ActorId, unknown> };
	}

	#keep(cursor: number, actors: ReadonlyMap<ActorId, unknown>): void {
		if (cursor !== this.#checkpoints.length * checkpointEvery) return;
		this.#checkpoints.push(new Map(actors));
	}
}
