// Everything that ever stands on the stage in a run and every line between: read from the trace as it grows, so that the
// picture is laid out once for the whole run and nothing jumps. Positions are stage-layout.ts' business.
import { traceIndex, type Flight, type Trace, type TraceEvent, type TraceIndex } from '#trace';
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
}

/**
 * publish: process to exchange; bind: exchange to queue (or exchange); consume: queue to process;
 * connect: process to the broker's door; talk: between two processes.
 */
export type EdgeKind = 'publish' | 'bind' | 'consume' | 'connect' | 'talk';

export interface StageEdge {
	readonly id: string;
	readonly kind: EdgeKind;
	readonly from: ActorId;
	/** `broker:main` for connections. */
	readonly to: ActorId;
	/** Binding keys; empty for other lines and for the default exchange. */
	readonly labels: readonly string[];
	/** One-way latency, microseconds; null inside the broker. */
	readonly latencyUs: number | null;
}

/** A way along an edge. */
export interface EdgeUse {
	readonly edge: string;
	/** Against the edge's own direction. */
	readonly isReverse: boolean;
}

export const brokerId: ActorId = 'broker:main';

export class StageTopology {
	readonly #trace: Trace;
	readonly #index: TraceIndex;
	readonly #nodes = new Map<ActorId, StageNode>();
	readonly #edges = new Map<string, StageEdge>();
	/** `channel:<n>/<ch>` and consumer tag to the queue consumed. */
	readonly #consumed = new Map<string, ActorId>();
	/** `channel:<n>/<ch>` and delivery tag to the delivery and the queue it came from. */
	readonly #delivered = new Map<string, { readonly queue: ActorId; readonly flight: Flight }>();
	/** Correlation id to the newest call that used it, for messages no call event speaks of. */
	readonly #callByKey = new Map<string, number>();
	/** Links from the broker: link actor to its connection. Links to it too. */
	readonly #connections = new Map<ActorId, ActorId>();
	readonly #fronts = new Set<string>();
	#read = 0;
	#version = 0;

	constructor(trace: Trace) {
		this.#trace = trace;
		this.#index = traceIndex(trace);
	}

	/** Grows whenever a node or line was added: the layout's key. */
	get version(): number {
		return this.#version;
	}

	get nodes(): readonly StageNode[] {
		return [...this.#nodes.values()].map((node) =>
			this.#fronts.has(node.name) && node.role === 'server' ? { ...node, role: 'front' } : node
		);
	}

	get edges(): readonly StageEdge[] {
		return [...this.#edges.values()].filter(
			({ from, to }) => this.#isKnown(from) && this.#isKnown(to)
		);
	}

	/** Does an edge of this id exist? */
	has(edge: string): boolean {
		return this.#edges.has(edge);
	}

	/** Reads on to the end of the trace. */
	catchUp(): void {
		for (; this.#read < this.#trace.length; this.#read++) this.#take(this.#trace.event(this.#read));
	}

	/** Number of the call a message belongs to, acknowledgements and late replies included; null for none. */
	callOf(flight: Flight): number | null {
		if (flight.call !== null) return flight.call;
		if (flight.message.shape === 'acknowledgement') {
			const delivery = this.#delivered.get(this.#tagKey(flight));
			return delivery === undefined ? null : this.callOf(delivery.flight);
		}
		const key = flight.message.fields['correlationId'];
		return key === undefined ? null : (this.#callByKey.get(String(key)) ?? null);
	}

	/** Number of the call a message inside the broker belongs to, from the broker's id of it. */
	callOfMessage(messageId: number): number | null {
		let seq = messageId;
		for (let back = 0; back < 8 && seq >= 0; back++) {
			const flight = this.#index.flightOf(seq);
			if (flight !== undefined) return this.callOf(flight);
			seq = this.#trace.event(seq).cause;
		}
		return null;
	}

	/** The line a message travels along; null when it is not shown (membership of a cluster). */
	wayOf(flight: Flight): EdgeUse | null {
		const { fromNode, toNode, protocol } = flight.link;
		if (protocol === 'pomelo-monitor') return null;
		if (toNode === 'broker') return this.#wayToBroker(flight, `process:${fromNode}`);
		if (fromNode === 'broker') return this.#wayFromBroker(flight, `process:${toNode}`);
		const forward = edgeId('talk', `process:${fromNode}`, `process:${toNode}`);
		if (this.#edges.has(forward)) return { edge: forward, isReverse: false };
		const back = edgeId('talk', `process:${toNode}`, `process:${fromNode}`);
		return this.#edges.has(back) ? { edge: back, isReverse: true } : null;
	}

	#wayToBroker(flight: Flight, process: ActorId): EdgeUse {
		const { message } = flight;
		if (message.method === 'basic.publish') {
			const exchange: ActorId = `exchange:${String(message.fields['exchange'] ?? '')}`;
			const edge = edgeId('publish', process, exchange);
			if (this.#edges.has(edge)) return { edge, isReverse: false };
		}
		if (message.shape === 'acknowledgement') {
			const delivery = this.#delivered.get(this.#tagKey(flight));
			const edge = delivery === undefined ? '' : edgeId('consume', delivery.queue, process);
			if (this.#edges.has(edge)) return { edge, isReverse: true };
		}
		return { edge: edgeId('connect', process, brokerId), isReverse: false };
	}

	#wayFromBroker(flight: Flight, process: ActorId): EdgeUse {
		if (flight.message.method === 'basic.deliver') {
			const tag = String(flight.message.fields['consumerTag']);
			const queue = this.#consumed.get(`${this.#channelOf(flight)} ${tag}`);
			const from: ActorId = queue ?? 'exchange:';
			const edge = edgeId('consume', from, process);
			if (this.#edges.has(edge)) return { edge, isReverse: false };
		}
		return { edge: edgeId('connect', process, brokerId), isReverse: true };
	}

	#channelOf(flight: Flight): string {
		const event = this.#trace.event(flight.sentSeq);
		const channel = event.kind === 'link.sent' ? String(event.data.payload[1]) : '';
		const connection = this.#connections.get(flight.link.actor) ?? '';
		return `channel:${connection.slice('connection:'.length)}/${channel}`;
	}

	#tagKey(flight: Flight): string {
		return `${this.#channelOf(flight)} ${String(flight.message.fields['deliveryTag'])}`;
	}

	#isKnown(id: ActorId): boolean {
		return id === brokerId || this.#nodes.has(id);
	}

	#take(event: TraceEvent): void {
		switch (event.kind) {
			case 'process.started':
				this.#addProcess(event);
				return;
			case 'link.opened':
				this.#addLink(event);
				return;
			case 'network.listen':
				if (event.data.protocol === 'pomelo-client') this.#fronts.add(event.data.node);
				return;
			case 'queue.declared':
				this.#addNode({ id: event.actor, kind: 'queue', name: event.data.definition.name });
				return;
			case 'exchange.publish':
				this.#addExchange(event.actor);
				this.#addPublish(event);
				return;
			case 'exchange.bound':
				this.#addBinding(event);
				return;
			case 'queue.enqueued': {
				const { via, message } = event.data;
				const exchange: ActorId = `exchange:${via?.source ?? message.exchange}`;
				if (!this.#edges.has(edgeId('bind', exchange, event.actor))) {
					this.#addEdge('bind', exchange, event.actor, '');
				}
				return;
			}
			case 'queue.consume': {
				const { channel, consumerTag } = event.data;
				const client = this.#index.client(channel);
				this.#consumed.set(`${channel} ${consumerTag}`, event.actor);
				if (client !== undefined) this.#addEdge('consume', event.actor, `process:${client}`, '');
				return;
			}
			case 'reply.delivered': {
				const client = this.#index.client(event.actor);
				if (client !== undefined) this.#addEdge('consume', 'exchange:', `process:${client}`, '');
				return;
			}
			case 'link.sent':
				this.#noteDelivery(event.seq);
				return;
			case 'call.started':
				if (event.data.protocol === 'amqp') this.#callByKey.set(event.data.key, event.data.number);
				return;
			case 'exchange.declared': {
				const { name } = event.data.definition;
				if (name !== '' && !name.startsWith('amq.')) this.#addExchange(event.actor);
				return;
			}
			default:
		}
	}

	#noteDelivery(seq: number): void {
		const flight = this.#index.flightOf(seq);
		if (flight?.message.method !== 'basic.deliver') return;
		const tag = String(flight.message.fields['consumerTag']);
		const queue = this.#consumed.get(`${this.#channelOf(flight)} ${tag}`);
		if (queue !== undefined) this.#delivered.set(this.#tagKey(flight), { queue, flight });
	}

	#addProcess(event: Extract<TraceEvent, { kind: 'process.started' }>): void {
		const { serverType, role } = event.data;
		this.#addNode({
			id: event.actor,
			kind: 'process',
			name: event.actor.slice('process:'.length),
			role: serverType === 'master' ? 'master' : role,
			serverType
		});
	}

	#addNode(node: Pick<StageNode, 'id' | 'kind' | 'name'> & Partial<StageNode>): void {
		if (this.#nodes.has(node.id)) return;
		this.#nodes.set(node.id, { role: 'server', serverType: null, ...node });
		this.#version += 1;
	}

	#addExchange(id: ActorId): void {
		this.#addNode({ id, kind: 'exchange', name: id.slice('exchange:'.length) });
	}

	#addBinding({ actor, data }: Extract<TraceEvent, { kind: 'exchange.bound' }>): void {
		// To the default exchange every queue is bound by its own name: only those it feeds are worth a line.
		if (data.binding.source === '') return;
		this.#addExchange(actor);
		this.#addEdge('bind', actor, data.binding.destination, data.binding.key);
	}

	#addPublish(event: Extract<TraceEvent, { kind: 'exchange.publish' }>): void {
		const client = this.#index.client(event.data.publisher);
		if (client !== undefined) this.#addEdge('publish', `process:${client}`, event.actor, '');
	}

	#addLink(event: Extract<TraceEvent, { kind: 'link.opened' }>): void {
		const { from, to, fromNode, toNode, protocol, latencyUs } = event.data;
		if (protocol === 'pomelo-monitor') return;
		for (const end of [from, to]) {
			if (end.startsWith('connection:')) this.#connections.set(event.actor, end);
		}
		if (toNode === 'broker') {
			this.#addEdge('connect', `process:${fromNode}`, brokerId, '', latencyUs);
		} else if (fromNode !== 'broker') {
			const back = edgeId('talk', `process:${toNode}`, `process:${fromNode}`);
			if (this.#edges.has(back)) return;
			this.#addEdge('talk', `process:${fromNode}`, `process:${toNode}`, '', latencyUs);
		}
	}

	#addEdge(
		kind: EdgeKind,
		from: ActorId,
		to: ActorId,
		label: string,
		latencyUs: number | null = null
	): void {
		const id = edgeId(kind, from, to);
		const known = this.#edges.get(id);
		if (known !== undefined && (label === '' || known.labels.includes(label))) return;
		const labels = [...(known?.labels ?? []), ...(label === '' ? [] : [label])];
		this.#edges.set(id, { id, kind, from, to, labels, latencyUs });
		this.#version += 1;
	}
}

/** The id of a line. */
export function edgeId(kind: EdgeKind, from: ActorId, to: ActorId): string {
	return `${kind} ${from} ${to}`;
}
