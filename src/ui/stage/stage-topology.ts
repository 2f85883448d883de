// Everything that ever stands on the stage in a run and every line between: read from the trace as it grows, so that the
// picture is laid out once for the whole run and nothing jumps. Positions are stage-layout.ts' business.
import { exchangeId, parseTable, type Binding, type ExchangeType } from '#broker';
import { traceIndex, type Flight, type Trace, type TraceEvent, type TraceIndex } from '#trace';
import type { ActorId } from '#kernel/events';
import { messageMarks, type MessageMarks } from '../shared/message-marks.ts';
import { ProcessLives } from './process-lives.ts';
import { queueBadges } from './queue-badges.ts';

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
	/** `channel:<n>/<ch>` and delivery tag to the queue the delivery came from. */
	readonly #delivered = new Map<string, ActorId>();
	/** What messages are marked with, wherever they are. */
	readonly marks: MessageMarks;
	readonly #fronts = new Set<string>();
	readonly #exchangeTypes = new Map<ActorId, ExchangeType>();
	/** Starts of processes, and errors the broker told them of. */
	readonly lives = new ProcessLives();
	#read = 0;
	#version = 0;

	constructor(trace: Trace) {
		this.#trace = trace;
		this.#index = traceIndex(trace);
		this.marks = messageMarks(trace);
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

	/** What an exchange was declared to be at first, also before that; undefined when nobody declares it. */
	exchangeType(exchange: ActorId): ExchangeType | undefined {
		return this.#exchangeTypes.get(exchange);
	}

	/** Reads on to the end of the trace. */
	catchUp(): void {
		for (; this.#read < this.#trace.length; this.#read++) this.#take(this.#trace.event(this.#read));
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
			const edge = edgeId('publish', process, exchangeId(String(message.fields['exchange'] ?? '')));
			if (this.#edges.has(edge)) return { edge, isReverse: false };
		}
		if (message.shape === 'acknowledgement') {
			const queue = this.#delivered.get(this.marks.tagOf(flight));
			const edge = queue === undefined ? '' : edgeId('consume', queue, process);
			if (this.#edges.has(edge)) return { edge, isReverse: true };
		}
		return { edge: edgeId('connect', process, brokerId), isReverse: false };
	}

	#wayFromBroker(flight: Flight, process: ActorId): EdgeUse {
		const { message } = flight;
		if (message.method === 'basic.deliver') {
			const tag = String(message.fields['consumerTag']);
			const from = this.#consumed.get(`${this.marks.channelOf(flight)} ${tag}`) ?? 'exchange:';
			const edge = edgeId('consume', from, process);
			if (this.#edges.has(edge)) return { edge, isReverse: false };
		}
		const back = this.#publishOf(flight, process);
		if (back !== null && this.#edges.has(back)) return { edge: back, isReverse: true };
		return { edge: edgeId('connect', process, brokerId), isReverse: true };
	}

	/** A confirm, or a message that comes back, takes the line the message went out by. */
	#publishOf(flight: Flight, process: ActorId): string | null {
		if (flight.message.method === 'basic.return') {
			const exchange = exchangeId(String(flight.message.fields['exchange'] ?? ''));
			return edgeId('publish', process, exchange);
		}
		if (flight.message.shape !== 'acknowledgement') return null;
		const id = this.marks.messageOf(flight);
		return id === null ? null : edgeId('publish', process, this.#trace.event(id).actor);
	}

	#isKnown(id: ActorId): boolean {
		return id === brokerId || this.#nodes.has(id);
	}

	#take(event: TraceEvent): void {
		switch (event.kind) {
			case 'process.started':
				this.#addProcess(event);
				return;
			case 'process.note':
				if (event.data.note === 'process.caught') this.lives.caught(event.actor, event.seq);
				return;
			case 'link.opened':
				this.#addLink(event);
				return;
			case 'network.listen':
				if (event.data.protocol === 'pomelo-client') this.#fronts.add(event.data.node);
				return;
			case 'queue.declared':
				this.#addQueue(event);
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
				const { channel, consumerTag, noAck } = event.data;
				const client = this.#index.client(channel);
				this.#consumed.set(`${channel} ${consumerTag}`, event.actor);
				if (client === undefined) return;
				this.#addEdge('consume', event.actor, `process:${client}`, '');
				if (!noAck) this.#addHolder(event.actor, client);
				return;
			}
			case 'queue.get': {
				const client = this.#index.client(event.data.channel);
				if (client !== undefined && !event.data.noAck) this.#addHolder(event.actor, client);
				return;
			}
			case 'reply.delivered': {
				const client = this.#index.client(event.actor);
				if (client !== undefined) this.#addEdge('consume', 'exchange:', `process:${client}`, '');
				return;
			}
			case 'link.sent':
				this.#noteDelivery(event.seq);
				if (closings.has(String(event.data.payload[0]))) this.#noteFailure(event.seq);
				return;
			case 'exchange.declared': {
				const { name, type, alternate } = event.data.definition;
				if (!this.#exchangeTypes.has(event.actor)) this.#exchangeTypes.set(event.actor, type);
				if (name !== '' && !name.startsWith('amq.')) this.#addExchange(event.actor);
				if (alternate !== null) {
					this.#addEdge('alternate', event.actor, exchangeId(alternate), 'if nothing matches');
				}
				return;
			}
			default:
		}
	}

	#noteDelivery(seq: number): void {
		const flight = this.#index.flightOf(seq);
		if (flight?.message.method !== 'basic.deliver') return;
		const tag = String(flight.message.fields['consumerTag']);
		const queue = this.#consumed.get(`${this.marks.channelOf(flight)} ${tag}`);
		if (queue !== undefined) this.#delivered.set(this.marks.tagOf(flight), queue);
	}

	/** The broker closes a channel or connection because of what the client did. */
	#noteFailure(seq: number): void {
		const flight = this.#index.flightOf(seq);
		const code = Number(flight?.message.fields['code']);
		if (flight?.link.fromNode !== 'broker' || !(code >= 300)) return;
		const arrivedSeq = (): number => flight.arrivedSeq ?? Infinity;
		this.lives.failed(`process:${flight.link.toNode}`, seq, code, arrivedSeq);
	}

	#addProcess(event: Extract<TraceEvent, { kind: 'process.started' }>): void {
		const { serverType, role, file } = event.data;
		this.lives.started(event.actor, event.seq);
		this.#addNode({
			id: event.actor,
			kind: 'process',
			name: event.actor.slice('process:'.length),
			role: serverType === 'master' ? 'master' : role,
			serverType,
			file
		});
	}

	#addNode(node: Pick<StageNode, 'id' | 'kind' | 'name'> & Partial<StageNode>): void {
		if (this.#nodes.has(node.id)) return;
		const rest = { role: 'server', serverType: null, file: null, holders: [], badges: [] } as const;
		this.#nodes.set(node.id, { ...rest, ...node });
		this.#version += 1;
	}

	/** A queue, and the way its dead letters take. Declared anew otherwise, it keeps the larger figure. */
	#addQueue({ actor, data }: Extract<TraceEvent, { kind: 'queue.declared' }>): void {
		const { name, limits } = data.definition;
		const badges = queueBadges(data.definition);
		const known = this.#nodes.get(actor);
		if (known === undefined) this.#addNode({ id: actor, kind: 'queue', name, badges });
		else if (badges.length > known.badges.length) this.#change({ ...known, badges });
		if (limits.deadLetterExchange === null) return;
		const exchange = exchangeId(limits.deadLetterExchange);
		if (limits.deadLetterExchange === '') this.#addExchange(exchange);
		const key = limits.deadLetterRoutingKey;
		this.#addEdge('dead', actor, exchange, key === null ? 'dead letters' : `dead, as ${key}`);
	}

	#addHolder(queue: ActorId, process: string): void {
		const node = this.#nodes.get(queue);
		if (node === undefined || node.holders.includes(process)) return;
		this.#change({ ...node, holders: [...node.holders, process] });
	}

	#change(node: StageNode): void {
		this.#nodes.set(node.id, node);
		this.#version += 1;
	}

	#addExchange(id: ActorId): void {
		this.#addNode({ id, kind: 'exchange', name: id.slice('exchange:'.length) });
	}

	#addBinding({ actor, data }: Extract<TraceEvent, { kind: 'exchange.bound' }>): void {
		// To the default exchange every queue is bound by its own name: only those it feeds are worth a line.
		if (data.binding.source === '') return;
		this.#addExchange(actor);
		this.#addEdge('bind', actor, data.binding.destination, bindingLabel(data.binding));
	}

	#addPublish(event: Extract<TraceEvent, { kind: 'exchange.publish' }>): void {
		const client = this.#index.client(event.data.publisher);
		if (client !== undefined) this.#addEdge('publish', `process:${client}`, event.actor, '');
	}

	#addLink(event: Extract<TraceEvent, { kind: 'link.opened' }>): void {
		const { fromNode, toNode, protocol, latencyUs } = event.data;
		if (protocol === 'pomelo-monitor') return;
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

const closings = new Set(['channel.close', 'connection.close']);

/** The key of a binding; for one with arguments (a headers exchange) what it asks of the headers. */
export function bindingLabel({ key, arguments: table }: Binding): string {
	const headers = parseTable(table).map(([name, , value]) => `${name}=${String(value)}`);
	return headers.length === 0 ? key : headers.join(' ');
}

/** The id of a line. */
export function edgeId(kind: EdgeKind, from: ActorId, to: ActorId): string {
	return `${kind} ${from} ${to}`;
}
