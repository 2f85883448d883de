// The figures and lines of a stage, as they were added one after another. Knows no events (stage-topology.ts reads those) and
// no positions (stage-layout.ts).
import type { ActorId } from '#kernel/events';

export type NodeKind = 'process' | 'exchange' | 'queue';

export interface StageNode {
	/** The actor it shows. */
	readonly id: ActorId;
	readonly kind: NodeKind;
	readonly name: string;
	/** Of a process: where it belongs. */
	readonly role: 'client' | 'front' | 'server' | 'master';
	/** Pomelo server type; null for everything else. */
	readonly serverType: string | null;
	/** Of a process: the program it runs; null for everything else. */
	readonly file: string | null;
	/** Of a queue: processes that take its messages and have to acknowledge them, each with a shelf of its own. */
	readonly holders: readonly string[];
	/** Of a queue: what it was declared to be, in short words. */
	readonly badges: readonly string[];
}

/**
 * publish: process to exchange; bind: exchange to queue (or exchange); consume: queue to process;
 * dead: queue to its dead-letter exchange; alternate: exchange to its alternate exchange;
 * connect: process to the broker's door; talk: between two processes.
 */
export type EdgeKind = 'publish' | 'bind' | 'consume' | 'dead' | 'alternate' | 'connect' | 'talk';

export interface StageEdge {
	readonly id: string;
	readonly kind: EdgeKind;
	readonly from: ActorId;
	/** `broker:main` for connections. */
	readonly to: ActorId;
	/** Binding keys (headers for a headers exchange), or what else the line is called. */
	readonly labels: readonly string[];
	/** One-way latency, microseconds; null inside the broker. */
	readonly latencyUs: number | null;
}

export const brokerId: ActorId = 'broker:main';

/** The id of a line. */
export function edgeId(kind: EdgeKind, from: ActorId, to: ActorId): string {
	return `${kind} ${from} ${to}`;
}

export class StageGraph {
	readonly #nodes = new Map<ActorId, StageNode>();
	readonly #edges = new Map<string, StageEdge>();
	#version = 0;

	/** Grows whenever a figure or line was added or became another. */
	get version(): number {
		return this.#version;
	}

	get nodes(): readonly StageNode[] {
		return [...this.#nodes.values()];
	}

	/** Lines between figures that are there. */
	get edges(): readonly StageEdge[] {
		return [...this.#edges.values()].filter(
			({ from, to }) => this.#isKnown(from) && this.#isKnown(to)
		);
	}

	/** Does a line of this id exist? */
	has(edge: string): boolean {
		return this.#edges.has(edge);
	}

	node(id: ActorId): StageNode | undefined {
		return this.#nodes.get(id);
	}

	/** Adds a figure unless it is there. */
	addNode(node: Pick<StageNode, 'id' | 'kind' | 'name'> & Partial<StageNode>): void {
		if (this.#nodes.has(node.id)) return;
		const rest = { role: 'server', serverType: null, file: null, holders: [], badges: [] } as const;
		this.changeNode({ ...rest, ...node });
	}

	changeNode(node: StageNode): void {
		this.#nodes.set(node.id, node);
		this.#version += 1;
	}

	/** Adds a line unless it is there; its label joins those it has. */
	addEdge(
		kind: EdgeKind,
		from: ActorId,
		to: ActorId,
		label = '',
		latencyUs: number | null = null
	): void {
		const id = edgeId(kind, from, to);
		const known = this.#edges.get(id);
		if (known !== undefined && (label === '' || known.labels.includes(label))) return;
		const labels = [...(known?.labels ?? []), ...(label === '' ? [] : [label])];
		this.#edges.set(id, { id, kind, from, to, labels, latencyUs });
		this.#version += 1;
	}

	#isKnown(id: ActorId): boolean {
		return id === brokerId || this.#nodes.has(id);
	}
}
