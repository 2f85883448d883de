// Assertions about events: how many, in which order, how soon, in pairs.
import { eventField, traceIndex, type EventList } from '#trace';
import type { Assertion, Failure } from './assertion.ts';
import { findEvent, findEvents, valueText, type EventSelector } from './event-selector.ts';

type Form<Name extends Assertion['form']> = Extract<Assertion, { form: Name }>;

const neverHappened: Failure = { because: { kind: 'never-happened' }, seq: null };

/** So many events match; null for max is no bound. The event shown: the first one too many, else the last there is. */
export function countFailure(
	events: EventSelector,
	min: number,
	max: number | null,
	trace: EventList
): Failure | null {
	const found = findEvents(events, trace);
	if (found.length >= min && (max === null || found.length <= max)) return null;
	if (max === 0) return { because: { kind: 'happened' }, seq: found[0] ?? null };
	if (found.length === 0 && min === 1) return neverHappened;
	const because = { kind: 'wrong-count', count: found.length, min, max } as const;
	return { because, seq: (max === null ? undefined : found[max]) ?? found.at(-1) ?? null };
}

/** The one event before the other. */
export function orderFailure(
	events: EventSelector,
	then: EventSelector,
	trace: EventList
): Failure | null {
	const first = findEvent(events, trace);
	const second = findEvent(then, trace);
	if (first === undefined) return { because: { kind: 'first-missing' }, seq: null };
	if (second === undefined) return { because: { kind: 'second-missing' }, seq: first };
	return first < second ? null : { because: { kind: 'other-way-round' }, seq: second };
}

/** Each event is followed by another within some time. */
export function withinFailure(
	{ events, then, ms, by }: Form<'within'>,
	trace: EventList
): Failure | null {
	const value = fieldReader(by, trace);
	const found = findEvents(events, trace);
	const followers = findEvents(then, trace);
	if (found.length === 0) return neverHappened;
	for (const seq of found) {
		const next = followers.find((other) => other > seq && value(other) === value(seq));
		const { at } = trace.event(seq);
		if (next === undefined) return { because: { kind: 'nothing-followed' }, seq };
		const tookMs = (trace.event(next).at - at) / 1000;
		if (tookMs > ms) return { because: { kind: 'took-too-long', tookMs, ms }, seq: next };
	}
	return null;
}

/** No value of the field twice. */
export function atMostOnceFailure(
	{ events, by }: Form<'at-most-once'>,
	trace: EventList
): Failure | null {
	const value = fieldReader(by, trace);
	const seen = new Set<string>();
	for (const seq of findEvents(events, trace)) {
		const text = value(seq);
		if (seen.has(text)) return { because: { kind: 'happened-again', field: by, value: text }, seq };
		seen.add(text);
	}
	return seen.size > 0 ? null : neverHappened;
}

/** Each value of the field as often here as there. */
export function pairsFailure(
	{ events, others, by }: Form<'pairs'>,
	trace: EventList
): Failure | null {
	const value = fieldReader(by, trace);
	const left = new Map<string, number[]>();
	const found = findEvents(events, trace);
	if (found.length === 0) return neverHappened;
	for (const seq of found) left.set(value(seq), [...(left.get(value(seq)) ?? []), seq]);
	for (const seq of findEvents(others, trace)) {
		const partner = left.get(value(seq))?.shift();
		if (partner === undefined)
			return { because: { kind: 'one-too-many', field: by, value: value(seq) }, seq };
	}
	for (const [text, [seq]] of left) {
		if (seq !== undefined)
			return { because: { kind: 'without-partner', field: by, value: text }, seq };
	}
	return null;
}

/** The events share themselves out over the values of a field. */
export function spreadFailure(
	{ events, by, over, slack }: Form<'spread'>,
	trace: EventList
): Failure | null {
	const value = fieldReader(by, trace);
	const counts = new Map<string, number>();
	const found = findEvents(events, trace);
	for (const seq of found) counts.set(value(seq), (counts.get(value(seq)) ?? 0) + 1);
	const seq = found.at(-1) ?? null;
	if (counts.size < over) {
		return counts.size === 0
			? neverHappened
			: { because: { kind: 'only', counts: [...counts] }, seq };
	}
	const numbers = [...counts.values()];
	return Math.max(...numbers) - Math.min(...numbers) <= slack
		? null
		: { because: { kind: 'unevenly', counts: [...counts] }, seq };
}

/** Reads one field of an event as text; without a field, all events are alike. */
function fieldReader(field: string | null, trace: EventList): (seq: number) => string {
	const index = traceIndex(trace);
	if (field === null) return () => '';
	return (seq) => valueText(eventField(trace.event(seq), field, index));
}
