// Who has a lifeline in the sequence diagram, from left to right, and from when to when each lives. Pure.
import type { EventList } from '#trace';

export interface Lifeline {
	/** Machine name: a process, or `broker`. */
	readonly node: string;
	readonly role: 'client' | 'broker' | 'server' | 'master';
}

/** One life of a process. */
export interface LifeSpan {
	readonly lifeline: number;
	readonly y1: number;
	readonly y2: number;
	readonly end: 'running' | 'exited' | 'failed';
}

/** What an event does to a life: null begins one. */
export interface LifeEvent {
	readonly node: string;
	readonly ends: LifeSpan['end'] | null;
}

const order = { client: 0, broker: 1, server: 2, master: 3 } as const;

/** Lifelines in order, and the events that begin and end lives, by sequence number. */
export function lifelinesOf(
	trace: EventList,
	length = trace.length
): {
	readonly lifelines: readonly Lifeline[];
	readonly events: ReadonlyMap<number, LifeEvent>;
} {
	const lifelines = new Map<string, Lifeline>();
	const events = new Map<number, LifeEvent>();
	for (let seq = 0; seq < length; seq++) {
		const event = trace.event(seq);
		if (event.kind === 'process.started') {
			const node = nameOf(event.actor);
			const role = event.data.serverType === 'master' ? 'master' : event.data.role;
			if (!lifelines.has(node)) lifelines.set(node, { node, role });
			events.set(seq, { node, ends: null });
		} else if (event.kind === 'process.exited') {
			const ends = event.data.reason === null && event.data.code === 0 ? 'exited' : 'failed';
			events.set(seq, { node: nameOf(event.actor), ends });
		} else if (event.kind === 'process.killed') {
			events.set(seq, { node: nameOf(event.actor), ends: 'failed' });
		} else if (event.kind === 'connection.accepted' && !lifelines.has('broker')) {
			lifelines.set('broker', { node: 'broker', role: 'broker' });
			events.set(seq, { node: 'broker', ends: null });
		}
	}
	// A stable sort: within a role, in the order of their first start.
	return {
		lifelines: [...lifelines.values()].sort((a, b) => order[a.role] - order[b.role]),
		events
	};
}

function nameOf(process: string): string {
	return process.slice('process:'.length);
}
