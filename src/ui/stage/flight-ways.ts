// Which line of the stage a message travels along. What is told only when a message sets out (who consumes a queue, which
// queue a delivery came from) is noted as the trace is read.
import { exchangeId } from '#broker';
import type { ActorId } from '#kernel/events';
import type { Flight, Trace } from '#trace';
import { messageMarks, type MessageMarks } from '../shared/message-marks.ts';
import { brokerId, edgeId, type StageGraph } from './stage-graph.ts';

/** A way along an edge. */
export interface EdgeUse {
	readonly edge: string;
	/** Against the edge's own direction. */
	readonly isReverse: boolean;
}

export class FlightWays {
	readonly #trace: Trace;
	readonly #graph: StageGraph;
	readonly #marks: MessageMarks;
	/** `channel:<n>/<ch>` and consumer tag to the queue consumed. */
	readonly #consumed = new Map<string, ActorId>();
	/** `channel:<n>/<ch>` and delivery tag to the queue the delivery came from. */
	readonly #delivered = new Map<string, ActorId>();

	constructor(trace: Trace, graph: StageGraph) {
		this.#trace = trace;
		this.#graph = graph;
		this.#marks = messageMarks(trace);
	}

	/** A consumer of a queue was registered on a channel. */
	noteConsumer(channel: string, consumerTag: string, queue: ActorId): void {
		this.#consumed.set(`${channel} ${consumerTag}`, queue);
	}

	/** A message was sent: deliveries are remembered, for their acknowledgements go back the same way. */
	noteSent(flight: Flight): void {
		if (flight.message.method !== 'basic.deliver') return;
		const queue = this.#queueOf(flight);
		if (queue !== undefined) this.#delivered.set(this.#marks.tagOf(flight), queue);
	}

	/** The line a message travels along; null when it is not shown (membership of a cluster). */
	wayOf(flight: Flight): EdgeUse | null {
		const { fromNode, toNode, protocol } = flight.link;
		if (protocol === 'pomelo-monitor') return null;
		if (toNode === 'broker') return this.#wayToBroker(flight, `process:${fromNode}`);
		if (fromNode === 'broker') return this.#wayFromBroker(flight, `process:${toNode}`);
		const forward = edgeId('talk', `process:${fromNode}`, `process:${toNode}`);
		if (this.#graph.has(forward)) return { edge: forward, isReverse: false };
		const back = edgeId('talk', `process:${toNode}`, `process:${fromNode}`);
		return this.#graph.has(back) ? { edge: back, isReverse: true } : null;
	}

	#wayToBroker(flight: Flight, process: ActorId): EdgeUse {
		const { message } = flight;
		if (message.method === 'basic.publish') {
			const edge = edgeId('publish', process, exchangeId(String(message.fields['exchange'] ?? '')));
			if (this.#graph.has(edge)) return { edge, isReverse: false };
		}
		if (message.shape === 'acknowledgement') {
			const queue = this.#delivered.get(this.#marks.tagOf(flight));
			const edge = queue === undefined ? '' : edgeId('consume', queue, process);
			if (this.#graph.has(edge)) return { edge, isReverse: true };
		}
		return { edge: edgeId('connect', process, brokerId), isReverse: false };
	}

	#wayFromBroker(flight: Flight, process: ActorId): EdgeUse {
		const { message } = flight;
		if (message.method === 'basic.deliver') {
			const edge = edgeId('consume', this.#queueOf(flight) ?? 'exchange:', process);
			if (this.#graph.has(edge)) return { edge, isReverse: false };
		}
		const back = this.#publishOf(flight, process);
		if (back !== null && this.#graph.has(back)) return { edge: back, isReverse: true };
		return { edge: edgeId('connect', process, brokerId), isReverse: true };
	}

	/** A confirm, or a message that comes back, takes the line the message went out by. */
	#publishOf(flight: Flight, process: ActorId): string | null {
		if (flight.message.method === 'basic.return') {
			const exchange = exchangeId(String(flight.message.fields['exchange'] ?? ''));
			return edgeId('publish', process, exchange);
		}
		if (flight.message.shape !== 'acknowledgement') return null;
		const id = this.#marks.messageOf(flight);
		return id === null ? null : edgeId('publish', process, this.#trace.event(id).actor);
	}

	/** The queue a delivery comes from; undefined for direct replies. */
	#queueOf(delivery: Flight): ActorId | undefined {
		const tag = String(delivery.message.fields['consumerTag']);
		return this.#consumed.get(`${this.#marks.channelOf(delivery)} ${tag}`);
	}
}
