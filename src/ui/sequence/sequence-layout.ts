// Geometry of the sequence diagram: lifelines side by side, time downwards, one arrow for each message. Pure.
// Time is drawn to scale up to a point: long idle stretches are cut short and marked, and events of one instant are
// spread so that their arrows do not lie on each other. So y grows with the event number, never against time.
import { isShownAt, traceIndex, type DetailLevel, type EventList, type Flight } from '#trace';
import { firstAtLeast } from '../shared/ascending.ts';
import { lifelinesOf, type LifeEvent, type Lifeline, type LifeSpan } from './lifelines.ts';

/** Pixels between two ends of arrows at one instant. */
const rowPx = 13;
/** No stretch of time is longer than this. */
const gapPx = 96;
/** Room above the first and below the last event. */
const marginPx = 20;
/** Pixels for a millisecond at zoom 1: a usual 10 ms way falls 40 px. */
const pxPerMs = 4;

/** Events that are laid out at most: more would take longer than a person waits after an edit. */
export const eventsMax = 200_000;

/** One message from one lifeline to another. */
export interface Arrow {
	readonly flight: Flight;
	/** Positions in `lifelines`. */
	readonly from: number;
	readonly to: number;
	readonly y1: number;
	/** Where it arrives, where it would have (lost), or how far it has come at the end of the trace. */
	readonly y2: number;
	readonly end: 'arrived' | 'lost' | 'under way';
}

/** A stretch in which a process was busy computing. */
export interface Bar {
	readonly lifeline: number;
	readonly y1: number;
	readonly y2: number;
	/** Virtual microseconds. */
	readonly us: number;
}

/** A stretch of time that was cut short. */
export interface Gap {
	readonly y: number;
	readonly us: number;
}

export interface SequenceLayout {
	readonly lifelines: readonly Lifeline[];
	readonly spans: readonly LifeSpan[];
	/** In the order of y1. */
	readonly arrows: readonly Arrow[];
	/** The furthest y2 of all arrows up to each one: for finding those that reach into view. */
	readonly reach: readonly number[];
	readonly bars: readonly Bar[];
	readonly gaps: readonly Gap[];
	/** Event numbers that have a row, ascending, and the y of each. */
	readonly rowSeqs: readonly number[];
	readonly rowYs: readonly number[];
	readonly height: number;
	/** Events looked at: all, or `eventsMax`. */
	readonly eventsLaidOut: number;
}

/** Lays out the whole trace at a level of detail. `zoom` stretches time. */
export function layOutSequence(trace: EventList, level: DetailLevel, zoom: number): SequenceLayout {
	const length = Math.min(trace.length, eventsMax);
	const index = traceIndex(trace);
	const { lifelines: all, events: lifeEvents } = lifelinesOf(trace, length);
	const speaking = nodesThatSpeak(trace, level);
	// The master only keeps the list of servers: at most levels nothing is seen of it.
	const lifelines = all.filter(({ node, role }) => role !== 'master' || speaking.has(node));
	const positions = new Map(lifelines.map(({ node }, position) => [node, position]));
	const turns = longTurns(trace, length);
	const rows = new Map<number, number>();
	const rowSeqs: number[] = [];
	const rowYs: number[] = [];
	const gaps: Gap[] = [];
	let y = marginPx;
	let lastAt: number | undefined;
	for (let seq = 0; seq < length; seq++) {
		const event = trace.event(seq);
		const isEnd = index.flightOf(seq) !== undefined && isShownAt(level, event);
		if (!isEnd && !turns.has(seq) && !lifeEvents.has(seq)) continue;
		const elapsed = lastAt === undefined ? 0 : ((event.at - lastAt) / 1000) * pxPerMs * zoom;
		if (elapsed > gapPx) gaps.push({ y: y + gapPx / 2, us: event.at - (lastAt ?? 0) });
		const first = rowSeqs.length === 0;
		y += Math.max(isEnd && !first ? rowPx : 0, Math.min(elapsed, gapPx));
		lastAt = event.at;
		rows.set(seq, y);
		rowSeqs.push(seq);
		rowYs.push(y);
	}
	const bottom = y;
	const arrows = index.flights.flatMap((flight) =>
		arrowOf(flight, rows, positions, trace, level, zoom, bottom)
	);
	return {
		lifelines,
		spans: lifeEventsToSpans(lifeEvents, positions, rows, bottom + marginPx),
		arrows,
		reach: furthest(arrows),
		bars: barsOf(turns, trace, rows, positions),
		gaps,
		rowSeqs,
		rowYs,
		height: bottom + marginPx,
		eventsLaidOut: length
	};
}

/** The y just behind the first `cursor` events. */
export function yOfCursor(layout: SequenceLayout, cursor: number): number {
	const row = firstAtLeast(layout.rowSeqs, cursor) - 1;
	return row < 0 ? marginPx / 2 : (layout.rowYs[row] ?? 0);
}

/** The cursor for a place in the diagram: behind the last row above it. */
export function cursorAtY(layout: SequenceLayout, y: number): number {
	const row = firstAtLeast(layout.rowYs, y) - 1;
	return row < 0 ? 0 : (layout.rowSeqs[row] ?? 0) + 1;
}

/** Arrows that reach into a window of the diagram. */
export function arrowsBetween(
	layout: SequenceLayout,
	top: number,
	bottom: number
): readonly Arrow[] {
	const visible: Arrow[] = [];
	for (let index = firstAtLeast(layout.reach, top); index < layout.arrows.length; index++) {
		const arrow = layout.arrows[index];
		if (arrow === undefined || arrow.y1 > bottom) break;
		if (arrow.y2 >= top) visible.push(arrow);
	}
	return visible;
}

/** Bars, spans or others with two ends that reach into a window. For short lists. */
export function between<T extends { readonly y1: number; readonly y2: number }>(
	things: readonly T[],
	top: number,
	bottom: number
): readonly T[] {
	return things.filter((thing) => thing.y2 >= top && thing.y1 <= bottom);
}

/** Machines with a message at this level. */
function nodesThatSpeak(trace: EventList, level: DetailLevel): ReadonlySet<string> {
	const nodes = new Set<string>();
	for (const { link, sentSeq } of traceIndex(trace).flights) {
		if (!isShownAt(level, trace.event(sentSeq))) continue;
		nodes.add(link.fromNode).add(link.toNode);
	}
	return nodes;
}

/** Both ends of each turn that took time: sequence number to the other end. */
function longTurns(trace: EventList, length: number): ReadonlyMap<number, number> {
	const ends = new Map<number, number>();
	for (let seq = 0; seq < length; seq++) {
		const event = trace.event(seq);
		if (event.kind !== 'turn.ended' || event.cause < 0) continue;
		if (event.at === trace.event(event.cause).at) continue;
		ends.set(event.cause, seq);
		ends.set(seq, event.cause);
	}
	return ends;
}

function barsOf(
	turns: ReadonlyMap<number, number>,
	trace: EventList,
	rows: ReadonlyMap<number, number>,
	positions: ReadonlyMap<string, number>
): readonly Bar[] {
	const bars: Bar[] = [];
	for (const [begin, end] of turns) {
		if (end < begin) continue;
		const event = trace.event(end);
		const lifeline = positions.get(event.actor.slice('process:'.length));
		if (lifeline === undefined) continue;
		const us = event.at - trace.event(begin).at;
		bars.push({ lifeline, y1: rows.get(begin) ?? 0, y2: rows.get(end) ?? 0, us });
	}
	return bars;
}

function arrowOf(
	flight: Flight,
	rows: ReadonlyMap<number, number>,
	positions: ReadonlyMap<string, number>,
	trace: EventList,
	level: DetailLevel,
	zoom: number,
	bottom: number
): readonly Arrow[] {
	const from = positions.get(flight.link.fromNode);
	const to = positions.get(flight.link.toNode);
	const y1 = rows.get(flight.sentSeq);
	if (from === undefined || to === undefined || y1 === undefined) return [];
	if (!isShownAt(level, trace.event(flight.sentSeq))) return [];
	const fall = Math.min((flight.link.latencyUs / 1000) * pxPerMs * zoom, gapPx);
	if (flight.lost !== null) return [{ flight, from, to, y1, y2: y1 + fall, end: 'lost' }];
	const y2 = flight.arrivedSeq === null ? undefined : rows.get(flight.arrivedSeq);
	if (y2 !== undefined) return [{ flight, from, to, y1, y2, end: 'arrived' }];
	return [{ flight, from, to, y1, y2: Math.min(y1 + fall, bottom + marginPx), end: 'under way' }];
}

function furthest(arrows: readonly Arrow[]): readonly number[] {
	let reach = 0;
	return arrows.map((arrow) => (reach = Math.max(reach, arrow.y2)));
}

function lifeEventsToSpans(
	lifeEvents: ReadonlyMap<number, LifeEvent>,
	positions: ReadonlyMap<string, number>,
	rows: ReadonlyMap<number, number>,
	bottom: number
): readonly LifeSpan[] {
	const open = new Map<number, number>();
	const spans: LifeSpan[] = [];
	for (const [seq, { node, ends }] of lifeEvents) {
		const lifeline = positions.get(node);
		const y = rows.get(seq);
		if (lifeline === undefined || y === undefined) continue;
		if (ends === null) {
			open.set(lifeline, y);
		} else {
			spans.push({ lifeline, y1: open.get(lifeline) ?? 0, y2: y, end: ends });
			open.delete(lifeline);
		}
	}
	for (const [lifeline, y1] of open) spans.push({ lifeline, y1, y2: bottom, end: 'running' });
	return spans;
}
