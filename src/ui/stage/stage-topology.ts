// Everything that ever stands on the stage in a run and every line between: read from the trace as it grows, so that the
// picture is laid out once for the whole run and nothing jumps. Positions are stage-layout.ts' business.
import { exchangeId, type ExchangeType } from '#broker';
import type { ActorId } from '#kernel/events';
import { traceIndex, type Flight, type Trace, type TraceEvent, type TraceIndex } from '#trace';
import { bindingLabel } from '../shared/binding-label.ts';
import { messageMarks, type MessageMarks } from '../shared/message-marks.ts';
import type { StageWords } from '../text/stage.ts';
import { FlightWays, type EdgeUse } from './flight-ways.ts';
import { ProcessLives } from './process-lives.ts';
import { queueBadges } from './queue-badges.ts';
import { brokerId, edgeId, StageGraph, type StageEdge, type StageNode } from './stage-graph.ts';

export class StageTopology {
	readonly #trace: Trace;
	readonly #index: TraceIndex;
	readonly #words: StageWords;
	readonly #graph = new StageGraph();
	readonly #ways: FlightWays;
	/** What messages are marked with, wherever they are. */
	readonly marks: MessageMarks;
	readonly #fronts = new Set<string>();
	readonly #exchangeTypes = new Map<ActorId, ExchangeType>();
	/** Starts of processes, and errors the broker told them of. */
	readonly lives = new ProcessLives();
	#read = 0;

	/** @param words what lines without a key of their own are called */
	constructor(trace: Trace, words: StageWords) {
		this.#trace = trace;
		this.#words = words;
		this.#ways = new FlightWays(trace, this.#graph);
		this.#index = traceIndex(trace);
		this.marks = messageMarks(trace);
	}

	/** Grows whenever a node or line was added: the layout's key. */
	get version(): number {
		return this.#graph.version;
	}

	get nodes(): readonly StageNode[] {
		return this.#graph.nodes.map((node) =>
			this.#fronts.has(node.name) && node.role === 'server' ? { ...node, role: 'front' } : node
		);
	}

	get edges(): readonly StageEdge[] {
		return this.#graph.edges;
	}

	/** Does an edge of this id exist? */
	has(edge: string): boolean {
		return this.#graph.has(edge);
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
		return this.#ways.wayOf(flight);
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
				if (!this.#graph.has(edgeId('bind', exchange, event.actor))) {
					this.#graph.addEdge('bind', exchange, event.actor);
				}
				return;
			}
			case 'queue.consume': {
				const { channel, consumerTag, noAck } = event.data;
				const client = this.#index.client(channel);
				this.#ways.noteConsumer(channel, consumerTag, event.actor);
				if (client === undefined) return;
				this.#graph.addEdge('consume', event.actor, `process:${client}`);
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
				if (client !== undefined) this.#graph.addEdge('consume', 'exchange:', `process:${client}`);
				return;
			}
			case 'link.sent':
				this.#noteSent(event.seq);
				return;
			case 'exchange.declared': {
				const { name, type, alternate } = event.data.definition;
				if (!this.#exchangeTypes.has(event.actor)) this.#exchangeTypes.set(event.actor, type);
				if (name !== '' && !name.startsWith('amq.')) this.#addExchange(event.actor);
				if (alternate !== null) {
					this.#graph.addEdge(
						'alternate',
						event.actor,
						exchangeId(alternate),
						this.#words.ifNothingMatches
					);
				}
				return;
			}
			default:
		}
	}

	#noteSent(seq: number): void {
		const flight = this.#index.flightOf(seq);
		if (flight === undefined) return;
		this.#ways.noteSent(flight);
		if (closings.has(flight.message.method)) this.#noteFailure(flight, seq);
	}

	/** The broker closes a channel or connection because of what the client did. */
	#noteFailure(flight: Flight, seq: number): void {
		const code = Number(flight.message.fields['code']);
		if (flight.link.fromNode !== 'broker' || !(code >= 300)) return;
		const arrivedSeq = (): number => flight.arrivedSeq ?? Infinity;
		this.lives.failed(`process:${flight.link.toNode}`, seq, code, arrivedSeq);
	}

	#addProcess(event: Extract<TraceEvent, { kind: 'process.started' }>): void {
		const { serverType, role, file } = event.data;
		this.lives.started(event.actor, event.seq);
		this.#graph.addNode({
			id: event.actor,
			kind: 'process',
			name: event.actor.slice('process:'.length),
			role: serverType === 'master' ? 'master' : role,
			serverType,
			file
		});
	}

	/** A queue, and the way its dead letters take. Declared anew otherwise, it keeps the larger figure. */
	#addQueue({ actor, data }: Extract<TraceEvent, { kind: 'queue.declared' }>): void {
		const { name, limits } = data.definition;
		const badges = queueBadges(data.definition);
		const known = this.#graph.node(actor);
		if (known === undefined) this.#graph.addNode({ id: actor, kind: 'queue', name, badges });
		else if (badges.length > known.badges.length) this.#graph.changeNode({ ...known, badges });
		if (limits.deadLetterExchange === null) return;
		const exchange = exchangeId(limits.deadLetterExchange);
		if (limits.deadLetterExchange === '') this.#addExchange(exchange);
		const key = limits.deadLetterRoutingKey;
		this.#graph.addEdge('dead', actor, exchange, this.#words.deadLetters(key));
	}

	#addHolder(queue: ActorId, process: string): void {
		const node = this.#graph.node(queue);
		if (node === undefined || node.holders.includes(process)) return;
		this.#graph.changeNode({ ...node, holders: [...node.holders, process] });
	}

	#addExchange(id: ActorId): void {
		this.#graph.addNode({ id, kind: 'exchange', name: id.slice('exchange:'.length) });
	}

	#addBinding({ actor, data }: Extract<TraceEvent, { kind: 'exchange.bound' }>): void {
		// To the default exchange every queue is bound by its own name: only those it feeds are worth a line.
		if (data.binding.source === '') return;
		this.#addExchange(actor);
		this.#graph.addEdge('bind', actor, data.binding.destination, bindingLabel(data.binding));
	}

	#addPublish(event: Extract<TraceEvent, { kind: 'exchange.publish' }>): void {
		const client = this.#index.client(event.data.publisher);
		if (client !== undefined) this.#graph.addEdge('publish', `process:${client}`, event.actor);
	}

	#addLink(event: Extract<TraceEvent, { kind: 'link.opened' }>): void {
		const { fromNode, toNode, protocol, latencyUs } = event.data;
		if (protocol === 'pomelo-monitor') return;
		if (toNode === 'broker') {
			this.#graph.addEdge('connect', `process:${fromNode}`, brokerId, '', latencyUs);
		} else if (fromNode !== 'broker') {
			const back = edgeId('talk', `process:${toNode}`, `process:${fromNode}`);
			if (this.#graph.has(back)) return;
			this.#graph.addEdge('talk', `process:${fromNode}`, `process:${toNode}`, '', latencyUs);
		}
	}
}

const closings = new Set(['channel.close', 'connection.close']);
