// Which events the events table shows: by level of detail, call, place, kind and time; and which of them hold a text. Pure.
import { actorKind } from '#kernel';
import {
	isShownAt,
	placeWords,
	traceIndex,
	type DetailLevel,
	type Trace,
	type TraceEvent
} from '#trace';
import type { ActorId } from '#kernel/events';
import type { Sentences } from '../shared/sentences.svelte.ts';
import { messageIn } from '../shared/message-in.ts';
import { messageMarks } from '../shared/message-marks.ts';

export interface EventFilter {
	readonly level: DetailLevel;
	/** Number of a call; null for all. */
	readonly call: number | null;
	/** A place as `placeWords` names it; '' for all. */
	readonly place: string;
	/** A kind of event; '' for all. */
	readonly kind: string;
	/** Virtual time, microseconds, both ends included; null for none. */
	readonly fromUs: number | null;
	readonly toUs: number | null;
}

/** Does an event pass? The question for a trace, made once. */
export function passes(filter: EventFilter, trace: Trace): (event: TraceEvent) => boolean {
	const { level, call, place, kind, fromUs, toUs } = filter;
	const index = traceIndex(trace);
	return (event) =>
		isShownAt(level, event) &&
		(kind === '' || event.kind === kind) &&
		(fromUs === null || event.at >= fromUs) &&
		(toUs === null || event.at <= toUs) &&
		(place === '' || placeWords(event.actor, index) === place) &&
		(call === null || callOf(event, trace) === call);
}

/**
 * Does the sentence of an event hold a text, its kind or place? Case does not matter.
 *
 * @param words the sentences that are shown; until they are loaded, only the kind is looked at
 */
export function holds(
	text: string,
	trace: Trace,
	words: Sentences | undefined
): (event: TraceEvent) => boolean {
	const index = traceIndex(trace);
	const wanted = text.trim().toLowerCase();
	return (event) =>
		event.kind.includes(wanted) ||
		(words !== undefined &&
			(words.describeEvent(event, index).toLowerCase().includes(wanted) ||
				words.placeWords(event.actor, index).toLowerCase().includes(wanted)));
}

/** The call an event is part of; null for none. */
function callOf(event: TraceEvent, trace: Trace): number | null {
	if (actorKind(event.actor) === 'call') return Number(event.actor.slice('call:'.length));
	const flight = traceIndex(trace).flightOf(event.seq);
	if (flight !== undefined) return messageMarks(trace).ofFlight(flight)?.call ?? null;
	const id = messageIn(event);
	return id === null ? null : (messageMarks(trace).ofMessage(id)?.call ?? null);
}

/** What there is to filter by in a run. */
export interface FilterChoices {
	/** Places but calls, in the order of their first event; `place` as a filter has it, `name` as it is shown. */
	readonly places: readonly { readonly place: string; readonly name: string }[];
	/** Kinds by name. */
	readonly kinds: readonly string[];
	/** The highest number of a call; 0 when there is none. */
	readonly calls: number;
}

/** The choices in the first `length` events. */
export function filterChoices(
	trace: Trace,
	length: number,
	words: Sentences | undefined
): FilterChoices {
	const actors = new Set<ActorId>();
	const kinds = new Set<string>();
	for (let seq = 0; seq < length; seq++) {
		const event = trace.event(seq);
		kinds.add(event.kind);
		actors.add(event.actor);
	}
	const index = traceIndex(trace);
	const names = new Map<string, string>();
	for (const actor of actors) {
		if (actorKind(actor) === 'call') continue;
		const place = placeWords(actor, index);
		names.set(place, words?.placeWords(actor, index) ?? place);
	}
	return {
		places: [...names].map(([place, name]) => ({ place, name })),
		kinds: [...kinds].sort(),
		calls: trace.seqsOfKind('call.started').length
	};
}
