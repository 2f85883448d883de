// Names an event by what it is, never by its number, so that a lesson survives a change of latencies or of the engine:
// `link.delivered to=time-server-2 method=getCurrentTime nth=2`.
import { eventField, traceIndex, type EventList, type TraceEvent, type TraceIndex } from '#trace';
import type { Word } from './directive.ts';

export interface FieldCondition {
	readonly field: string;
	/** `=` equals, `~` contains, `!` differs. */
	readonly operator: '=' | '~' | '!';
	readonly value: string;
}

export interface EventSelector {
	readonly kind: string;
	readonly conditions: readonly FieldCondition[];
	/** Which of the events that match, from 1; -1 is the last one. */
	readonly nth: number;
	/** As written, for messages. */
	readonly text: string;
}

/** Words of a selector that are not about the event itself; the caller reads them. */
export type ReservedWords = ReadonlySet<string>;
const none: ReservedWords = new Set();

/**
 * Reads a selector from the words of a directive: an event kind, then conditions.
 *
 * @param reserved fields that belong to the directive, not to the selector
 * @returns the selector, or a sentence about what is wrong
 */
export function parseSelector(words: readonly Word[], reserved = none): EventSelector | string {
	const [first, ...rest] = words;
	if (first?.type !== 'text' || !/^[a-z]+\.[a-z-]+$/.test(first.text)) {
		return `expected an event kind such as "call.answered", found ${wordText(first)}`;
	}
	let nth = 1;
	const conditions: FieldCondition[] = [];
	for (const word of rest) {
		if (word.type === 'text') {
			return `expected a condition such as to=client, found ${wordText(word)}`;
		}
		if (reserved.has(word.field)) continue;
		if (word.field === 'nth') {
			nth = word.value === 'last' ? -1 : Number(word.value);
			if (!Number.isInteger(nth) || nth === 0)
				return `expected nth=1, 2, ... or last, found ${word.value}`;
			continue;
		}
		conditions.push({ field: word.field, operator: word.operator, value: word.value });
	}
	return { kind: first.text, conditions, nth, text: words.map(wordText).join(' ') };
}

function wordText(word: Word | undefined): string {
	if (word === undefined) return 'nothing';
	if (word.type === 'text') return word.text;
	const value = /\s/.test(word.value) ? `"${word.value}"` : word.value;
	return `${word.field}${word.operator === '!' ? '!=' : word.operator}${value}`;
}

/** Is this one of the events meant, `nth` aside? */
export function matchesEvent(
	selector: EventSelector,
	event: TraceEvent,
	index: TraceIndex
): boolean {
	return (
		event.kind === selector.kind &&
		selector.conditions.every((condition) =>
			holds(condition, eventField(event, condition.field, index))
		)
	);
}

function holds({ operator, value }: FieldCondition, found: unknown): boolean {
	const text = found === undefined || found === null ? '' : valueText(found);
	switch (operator) {
		case '=':
			return text === value;
		case '~':
			return text.includes(value);
		case '!':
			return text !== value;
	}
}

/** A field's value as it is compared and shown. */
export function valueText(value: unknown): string {
	if (typeof value === 'string') return value;
	return value === undefined ? '' : JSON.stringify(value);
}

/** Sequence numbers of all events a selector means, `nth` aside, in order. */
export function findEvents(selector: EventSelector, trace: EventList): readonly number[] {
	const index = traceIndex(trace);
	const found: number[] = [];
	for (let seq = 0; seq < trace.length; seq++) {
		if (matchesEvent(selector, trace.event(seq), index)) found.push(seq);
	}
	return found;
}

/** The one event a selector means; undefined when the trace has none (yet). */
export function findEvent(selector: EventSelector, trace: EventList): number | undefined {
	return findEvents(selector, trace).at(selector.nth < 0 ? selector.nth : selector.nth - 1);
}
