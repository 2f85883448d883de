// Which lines and figures a selection is about: where a call's messages travel, what an actor is connected to. Pure.
import type { Trace, TraceIndex } from '#trace';
import type { ActorId } from '#kernel/events';
import { chainFlights } from '../shared/call-chain.ts';
import { insideLine } from './lit-actors.ts';
import type { PlacedWay } from './placed.ts';
import type { StageLayout } from './stage-layout.ts';
import type { StageTopology } from './stage-topology.ts';

/** The lines that messages of a mark travel, and those of all a call led to: drawn thick when one of them is selected. */
export function linesOf(
	key: string,
	trace: Trace,
	index: TraceIndex,
	topology: StageTopology
): ReadonlySet<string> {
	const lines = new Set<string>();
	const own = index.flights.filter((flight) => topology.marks.ofFlight(flight)?.key === key);
	const call = /^call (\d+)$/.exec(key)?.[1];
	const led = call === undefined ? [] : chainFlights(Number(call), trace);
	for (const flight of [...own, ...led]) {
		const way = topology.wayOf(flight);
		if (way !== null) lines.add(way.edge);
	}
	for (const kind of insideKinds) {
		for (const seq of trace.seqsOfKind(kind)) {
			const event = trace.event(seq);
			const inside = insideLine(event, trace);
			if (inside === null || topology.marks.ofMessage(inside.messageId)?.key !== key) continue;
			for (const edge of inside.edges) lines.add(edge);
		}
	}
	return lines;
}

const insideKinds = ['queue.enqueued', 'exchange.forwarded', 'exchange.publish'] as const;

/** The actors at the ends of lines that can be seen. */
export function endsOf(lines: ReadonlySet<string>, layout: StageLayout): ReadonlySet<ActorId> {
	const ends = new Set<ActorId>();
	for (const id of lines) {
		const edge = layout.ways.get(id)?.edge;
		if (edge !== undefined) ends.add(edge.from).add(edge.to);
	}
	return ends;
}

/** The lines of an actor. */
export function linesAt(actor: ActorId, layout: StageLayout): readonly string[] {
	const ways = [...layout.ways.values()];
	return ways
		.filter(({ edge }) => edge.from === actor || edge.to === actor)
		.map(({ edge }) => edge.id);
}

/** How lines of the topology are drawn thick. */
export interface ThickLines {
	/** Drawn lines. */
	readonly lines: ReadonlySet<string>;
	/** Ways to figures inside the boxes of groups: the drawn line ends at the wall. */
	readonly ways: readonly PlacedWay[];
}

export function thickLines(ids: Iterable<string>, layout: StageLayout): ThickLines {
	const lines = new Set<string>();
	const ways: PlacedWay[] = [];
	for (const id of ids) {
		const way = layout.ways.get(id);
		if (way === undefined) continue;
		const drawn = layout.edges.get(way.drawn);
		if (drawn === undefined || drawn.line.length >= way.line.length) lines.add(way.drawn);
		else ways.push(way);
	}
	return { lines, ways };
}
