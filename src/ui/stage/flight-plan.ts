// Which messages are in the air at a cursor and on which line each flies; and, after a step, which ones landed on the way.
// Pure: a list the canvas can draw without asking anybody.
import {
	links,
	type Flight,
	type MessageShape,
	type Trace,
	type TraceIndex,
	type World
} from '#trace';
import type { ActorId } from '#kernel/events';
import type { Mark } from '../shared/message-marks.ts';
import type { Rect } from './edge-router.ts';
import type { Polyline } from './polyline.ts';
import type { StageLayout } from './stage-layout.ts';
import type { StageTopology } from './stage-topology.ts';

/** A message on its line. */
export interface DrawnFlight {
	readonly sentSeq: number;
	/** The ends of its line: whom it leaves and reaches, or the broker's queue or exchange. */
	readonly from: ActorId;
	readonly to: ActorId;
	/** The id of its line. */
	readonly edge: string;
	readonly line: Polyline;
	readonly isReverse: boolean;
	/** The line drawn for it, which others may share, and whether it flies against that. */
	readonly drawn: string;
	readonly isAgainstDrawn: boolean;
	/** Virtual times, microseconds. */
	readonly fromUs: number;
	readonly toUs: number;
	readonly shape: MessageShape;
	readonly mark: Mark | null;
	/** A refusal rather than an acknowledgement; a message that comes back to its sender; news of an error. */
	readonly tone: 'plain' | 'refused' | 'returned' | 'error';
	/** It was lost on the way. */
	readonly isLost: boolean;
	readonly isRedelivered: boolean;
	readonly isPersistent: boolean;
}

/** How long after its loss a lost message's cross stays, in latencies of its link. */
const lostStays = 1.5;
/** A step over more events than this is not animated. */
const landedMax = 4000;

/** Flights drawn before, by their `sentSeq`: finding the line and the mark of thousands each frame takes too long. */
export type KnownFlights = Map<number, DrawnFlight>;

export function flightsKnown(): KnownFlights {
	return new Map();
}

/** Flights remembered at most. */
const knownMax = 20_000;

/** What flights are found in and on. */
export interface FlightScene {
	readonly trace: Trace;
	readonly index: TraceIndex;
	readonly topology: StageTopology;
	readonly layout: StageLayout;
	/** Of this layout. */
	readonly known: KnownFlights;
}

/** Messages in the air in a world, and crosses of those lost a moment ago. */
export function flightsIn(world: World, stage: FlightScene): DrawnFlight[] {
	const drawn: DrawnFlight[] = [];
	for (const { state } of links(world)) {
		for (const { sentSeq, arrivesAt } of state.inFlight) {
			add(drawn, stage, sentSeq, arrivesAt, false);
		}
	}
	for (const seq of lateSeqs(stage.trace.seqsOfKind('link.dropped'), world.cursor)) {
		const flight = stage.index.flightOf(seq);
		if (flight === undefined || flight.lost === null) continue;
		const until = flight.lost.at + flight.link.latencyUs * lostStays;
		if (until >= world.at) add(drawn, stage, flight.sentSeq, until, true);
	}
	return drawn;
}

/** Messages that were under way or set out after one cursor and had arrived at a later one. */
export function flightsLanded(from: number, to: number, stage: FlightScene): DrawnFlight[] {
	const drawn: DrawnFlight[] = [];
	if (to - from > landedMax) return drawn;
	for (let seq = from; seq < to; seq++) {
		const event = stage.trace.event(seq);
		if (event.kind === 'link.delivered') add(drawn, stage, event.data.sentSeq, event.at, false);
	}
	return drawn;
}

function add(
	drawn: DrawnFlight[],
	stage: FlightScene,
	sentSeq: number,
	toUs: number,
	isLost: boolean
): void {
	const known = stage.known.get(sentSeq);
	if (known?.toUs === toUs && known.isLost === isLost) {
		drawn.push(known);
		return;
	}
	const made = drawnFlight(stage, sentSeq, toUs, isLost);
	if (made === null) return;
	if (stage.known.size > knownMax) stage.known.clear();
	stage.known.set(sentSeq, made);
	drawn.push(made);
}

/** A message on its line; null when its line is not on the stage. */
function drawnFlight(
	stage: FlightScene,
	sentSeq: number,
	toUs: number,
	isLost: boolean
): DrawnFlight | null {
	const flight = stage.index.flightOf(sentSeq);
	if (flight === undefined) return null;
	const way = stage.topology.wayOf(flight);
	const placed = way === null ? undefined : stage.layout.ways.get(way.edge);
	if (way === null || placed === undefined) return null;
	const { from, to } = placed.edge;
	return {
		sentSeq,
		from: way.isReverse ? to : from,
		to: way.isReverse ? from : to,
		edge: way.edge,
		line: placed.line,
		isReverse: way.isReverse,
		drawn: placed.drawn,
		isAgainstDrawn: way.isReverse !== placed.isReverse,
		fromUs: flight.sentAt,
		toUs,
		shape: flight.message.shape,
		mark: stage.topology.marks.ofFlight(flight),
		tone: toneOf(flight),
		isLost,
		isRedelivered: flight.message.fields['redelivered'] === true,
		isPersistent: flight.message.fields['deliveryMode'] === 2
	};
}

function toneOf({ message: { method, fields } }: Flight): DrawnFlight['tone'] {
	if (method === 'basic.return') return 'returned';
	if (method.endsWith('.close') && Number(fields['code']) >= 300) return 'error';
	return method === 'basic.nack' || method === 'basic.reject' ? 'refused' : 'plain';
}

/** The last few of the sequence numbers that lie before a cursor. */
function lateSeqs(seqs: readonly number[], cursor: number): readonly number[] {
	let end = seqs.length;
	while (end > 0 && (seqs[end - 1] ?? 0) >= cursor) end--;
	return seqs.slice(Math.max(0, end - 16), end);
}

/** The part of the drawing that messages in the air cross; null for none. */
export function boundsOf(flights: readonly DrawnFlight[]): Rect | null {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { line } of flights) {
		for (const { x, y } of line.points) {
			left = Math.min(left, x);
			right = Math.max(right, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
		}
	}
	if (left === Infinity) return null;
	return { x: left, y: top, width: right - left, height: bottom - top };
}
