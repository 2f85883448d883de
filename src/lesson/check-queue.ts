// Assertions about what a queue holds when the run is over: its own steps folded over its own events.
import { applyEvent, type EventList, type StateOfKind } from '#trace';
import type { ActorId } from '#kernel/events';
import type { Failure } from './assertion.ts';

/** The queue is gone or holds nothing at the end; it must have been there. */
export function settlesFailure(queue: string, trace: EventList): Failure | null {
	const id: ActorId = `queue:${queue}`;
	const actors = new Map<ActorId, unknown>();
	let last: number | null = null;
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (event.actor !== id) continue;
		applyEvent(actors, event);
		last = seq;
	}
	if (last === null) return { because: { kind: 'no-queue', queue }, seq: null };
	const end = actors.get(id) as StateOfKind['queue'] | undefined;
	if (end === undefined || end.readyCount + end.unacked.size === 0) return null;
	const because = {
		kind: 'queue-holds',
		ready: end.readyCount,
		unacked: end.unacked.size
	} as const;
	return { because, seq: last };
}
