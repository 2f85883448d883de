// What happens in the instant at the cursor: the exchanges that route, the bindings and dead-letter paths taken, to be lit.
import type { Trace, TraceEvent } from '#trace';
import { exchangeId } from '#broker';
import type { ActorId } from '#kernel/events';
import type { DrawnFlight } from './flight-plan.ts';
import { edgeId } from './stage-graph.ts';

export interface Lit {
	readonly actors: ReadonlySet<ActorId>;
	readonly edges: ReadonlySet<string>;
	/** Of lines with several binding keys: `<line> <key>` of those that matched. */
	readonly keys: ReadonlySet<string>;
}

/** Events looked back at most. */
const backMax = 64;

/** Looks back from a cursor over the events of the same instant. */
export function litAt(trace: Trace, cursor: number): Lit {
	const actors = new Set<ActorId>();
	const edges = new Set<string>();
	const keys = new Set<string>();
	const lit = { actors, edges, keys };
	if (cursor === 0) return lit;
	const { at } = trace.event(cursor - 1);
	for (let seq = cursor - 1; seq >= Math.max(0, cursor - backMax); seq--) {
		const event = trace.event(seq);
		if (event.at !== at) break;
		if (event.kind === 'exchange.publish' || event.kind === 'exchange.forwarded') {
			actors.add(event.actor);
		}
		const inside = insideLine(event, trace);
		if (inside === null) continue;
		for (const edge of inside.edges) edges.add(edge);
		if (inside.key !== null) keys.add(`${inside.edges[0] ?? ''} ${inside.key}`);
	}
	return lit;
}

/** The same, and the lines and ends of messages in the air: what stands for their flight where motion is not wanted. */
export function litWith(lit: Lit, flights: readonly DrawnFlight[]): Lit {
	const actors = new Set(lit.actors);
	const edges = new Set(lit.edges);
	for (const { from, to, edge } of flights) {
		actors.add(from).add(to);
		edges.add(edge);
	}
	return { actors, edges, keys: lit.keys };
}

/** A message's step inside the broker: the lines it may be drawn on (those that exist), the binding key that took it. */
export interface InsideLine {
	readonly messageId: number;
	readonly edges: readonly string[];
	readonly key: string | null;
}

/** The lines of a step inside the broker; null for other events. */
export function insideLine(event: TraceEvent, trace: Trace): InsideLine | null {
	switch (event.kind) {
		case 'queue.enqueued': {
			const { via, message } = event.data;
			const from = exchangeId(via?.source ?? message.exchange);
			const edges = [edgeId('bind', from, event.actor)];
			return { messageId: message.id, edges, key: via?.key ?? null };
		}
		case 'exchange.forwarded': {
			const from = event.cause < 0 ? event.actor : trace.event(event.cause).actor;
			const edges = [edgeId('bind', from, event.actor), edgeId('alternate', from, event.actor)];
			return { messageId: event.data.message.id, edges, key: null };
		}
		case 'exchange.publish': {
			if (event.data.deadLetter === null) return null;
			const edges = [edgeId('dead', event.data.publisher, event.actor)];
			return { messageId: event.seq, edges, key: null };
		}
		default:
			return null;
	}
}
