// What happened to one actor up to the cursor, newest first: events told to it and messages it sent or got. Pure.
import { detailOf, type Trace, type TraceEvent, type TraceIndex } from '#trace';
import type { ActorId } from '#kernel/events';

/** Entries shown at most. */
const entriesMax = 30;
/** Events looked back at most. */
const backMax = 50_000;

/** Sequence numbers of the newest events about an actor, newest first. */
export function actorHistory(
	actor: ActorId,
	trace: Trace,
	index: TraceIndex,
	cursor: number
): readonly number[] {
	const found: number[] = [];
	for (let seq = cursor - 1; seq >= Math.max(0, cursor - backMax); seq--) {
		const event = trace.event(seq);
		if (!concerns(event, actor, index)) continue;
		found.push(seq);
		if (found.length >= entriesMax) break;
	}
	return found;
}

/** Is this event worth telling in an actor's history? Only the coarser levels of detail are, and what an exchange does. */
export function concerns(event: TraceEvent, actor: ActorId, index: TraceIndex): boolean {
	return isWorthTelling(event) && isAbout(event, actor, index);
}

function isWorthTelling(event: TraceEvent): boolean {
	const detail = detailOf(event);
	const isOfSmallActor = /^(exchange|connection|channel):/.test(event.actor);
	return detail === 'calls' || detail === 'messages' || isOfSmallActor;
}

function isAbout(event: TraceEvent, actor: ActorId, index: TraceIndex): boolean {
	if (event.actor === actor) return true;
	const name = actor.slice(actor.indexOf(':') + 1);
	switch (event.kind) {
		case 'link.sent':
			return actor.startsWith('process:') && index.ends(event.actor)?.fromNode === name;
		case 'link.delivered':
			return actor.startsWith('process:') && index.ends(event.actor)?.toNode === name;
		case 'queue.delivered':
		case 'queue.got':
			return actor.startsWith('queue:') && event.data.queue === name;
		default:
			return false;
	}
}
