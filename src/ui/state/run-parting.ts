// Where two runs part: the first event that is not the same in both, and the first that tells another story. Pure.
import { isShownAt, type EventList, type TraceEvent } from '#trace';

export interface Parting {
	/** The earlier run's event; null when that run was over. */
	readonly before: TraceEvent | null;
	/** The later run's; null when this one is over. */
	readonly after: TraceEvent | null;
}

/**
 * The first position at which two runs hold different events; null when they are the same.
 * Same: told to the same actor at the same virtual time for the same cause, with the same data.
 */
export function firstDifference(before: EventList, after: EventList): Parting | null {
	const shared = Math.min(before.length, after.length);
	let seq = 0;
	while (seq < shared && isSame(before.event(seq), after.event(seq))) seq++;
	if (seq === before.length && seq === after.length) return null;
	return partingAt(before, seq, after, seq);
}

/**
 * The first event of people's interest (level `messages`) that is told differently: times apart, something else happens.
 * Null when both runs tell the same.
 *
 * @param from where the two runs part; what is before is not compared
 * @param tell an event of a run in words, without its time
 */
export function firstOtherStory(
	before: EventList,
	after: EventList,
	from: number,
	tell: (event: TraceEvent, run: EventList) => string
): Parting | null {
	let old = nextShown(before, from);
	let now = nextShown(after, from);
	while (old < before.length && now < after.length) {
		if (tell(before.event(old), before) !== tell(after.event(now), after)) break;
		old = nextShown(before, old + 1);
		now = nextShown(after, now + 1);
	}
	const isOver = old >= before.length && now >= after.length;
	return isOver ? null : partingAt(before, old, after, now);
}

function partingAt(before: EventList, old: number, after: EventList, now: number): Parting {
	return {
		before: old < before.length ? before.event(old) : null,
		after: now < after.length ? after.event(now) : null
	};
}

function nextShown(run: EventList, from: number): number {
	let seq = from;
	while (seq < run.length && !isShownAt('messages', run.event(seq))) seq++;
	return seq;
}

function isSame(a: TraceEvent, b: TraceEvent): boolean {
	return (
		a.at === b.at &&
		a.kind === b.kind &&
		a.actor === b.actor &&
		a.cause === b.cause &&
		isEqual(a.data, b.data)
	);
}

/** Deep equality of what events hold: primitives, lists, plain objects, bytes. */
function isEqual(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every(
		(key) =>
			Object.hasOwn(b, key) &&
			isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])
	);
}
