// What happens in the instant at the cursor: the exchanges that route and the bindings that matched, to be lit.
import type { Trace } from '#trace';
import type { ActorId } from '#kernel/events';
import { edgeId } from './stage-topology.ts';

export interface Lit {
	readonly actors: ReadonlySet<ActorId>;
	readonly edges: ReadonlySet<string>;
}

/** Events looked back at most. */
const backMax = 64;

/** Looks back from a cursor over the events of the same instant. */
export function litAt(trace: Trace, cursor: number): Lit {
	const actors = new Set<ActorId>();
	const edges = new Set<string>();
	if (cursor === 0) return { actors, edges };
	const { at } = trace.event(cursor - 1);
	for (let seq = cursor - 1; seq >= Math.max(0, cursor - backMax); seq--) {
		const event = trace.event(seq);
		if (event.at !== at) break;
		if (event.kind === 'exchange.publish') actors.add(event.actor);
		if (event.kind !== 'queue.enqueued') continue;
		const { via, message } = event.data;
		edges.add(edgeId('bind', `exchange:${via?.source ?? message.exchange}`, event.actor));
	}
	return { actors, edges };
}
