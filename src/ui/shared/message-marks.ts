// What a message is marked with wherever it is drawn: the number of its call, or a letter when it belongs to none. Copies,
// dead letters, acknowledgements and confirms bear the mark of the message they are about; forwards and pushes inside a Pomelo
// cluster that of the client's request they came of. Read from the trace as it grows.
import { traceIndex, type Flight, type Trace, type TraceEvent, type TraceIndex } from '#trace';
import type { ActorId } from '#kernel/events';
import { callHues } from './call-colour.ts';
import { RequestOrigins } from './request-origins.ts';

export interface Mark {
	/** The same for all that belongs together: `call 3`, `message 812`. */
	readonly key: string;
	/** The number of the call, a letter, or '' when the letters are used up. */
	readonly text: string;
	/** Index of its colour, 0 to `callHues` - 1. */
	readonly hue: number;
	readonly call: number | null;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export class MessageMarks {
	readonly #trace: Trace;
	readonly #index: TraceIndex;
	readonly #origin: RequestOrigins;
	/**
	 * Messages without a call in order: those the broker took in by its id of each, notifies of Pomelo clients by their
	 * `sentSeq`; each with its place.
	 */
	readonly #places = new Map<number, number>();
	/** Dead letters to the messages they were. */
	readonly #deadLetters = new Map<number, number>();
	/** The broker's id of a message to the flight that brought it, and back from that flight's `sentSeq`. */
	readonly #flights = new Map<number, Flight>();
	readonly #messages = new Map<number, number>();
	/** `channel:<n>/<ch>` and delivery tag to the message; apart for what the client acknowledges and what the broker confirms. */
	readonly #delivered = new Map<string, number>();
	readonly #confirmed = new Map<string, number>();
	/** Correlation id to the newest call that used it, for messages no call event speaks of. */
	readonly #callByKey = new Map<string, number>();
	readonly #connections = new Map<ActorId, ActorId>();
	#read = 0;

	constructor(trace: Trace) {
		this.#trace = trace;
		this.#index = traceIndex(trace);
		this.#origin = new RequestOrigins(trace);
	}

	/** The mark of a message under way; null for what only keeps the protocol going. */
	ofFlight(flight: Flight): Mark | null {
		this.#catchUp();
		if (flight.message.shape === 'protocol') return null;
		const call = this.#callOf(flight);
		if (call !== null) return callMark(call);
		if (flight.link.protocol.startsWith('pomelo-')) return this.#markOfRequest(flight);
		const id = this.messageOf(flight);
		return id === null ? null : this.ofMessage(id);
	}

	/** The mark of a message inside the broker, from the broker's id of it. */
	ofMessage(id: number): Mark | null {
		this.#catchUp();
		let origin = id;
		for (
			let of = this.#deadLetters.get(origin);
			of !== undefined;
			of = this.#deadLetters.get(origin)
		) {
			origin = of;
		}
		const flight = this.#flights.get(origin);
		const call = flight === undefined ? null : this.#callOf(flight);
		if (call !== null) return callMark(call);
		return this.#letterOf(origin);
	}

	/** A forward, a push: the mark of what the client did in the beginning. */
	#markOfRequest(flight: Flight): Mark | null {
		const origin = this.#origin.of(flight);
		if (origin === null) return null;
		return origin.call === null ? this.#letterOf(origin.sentSeq) : callMark(origin.call);
	}

	#letterOf(message: number): Mark | null {
		const place = this.#places.get(message);
		if (place === undefined) return null;
		const key = `message ${String(message)}`;
		return { key, text: letters[place] ?? '', hue: place % callHues, call: null };
	}

	/** The broker's id of the message that a flight carries or is about; null when it never got there. */
	messageOf(flight: Flight): number | null {
		this.#catchUp();
		const { message, sentSeq, link } = flight;
		if (message.shape === 'acknowledgement') {
			const known = link.fromNode === 'broker' ? this.#confirmed : this.#delivered;
			return known.get(this.#tag(flight)) ?? null;
		}
		if (link.fromNode !== 'broker') return this.#messages.get(sentSeq) ?? null;
		const { cause } = this.#trace.event(sentSeq);
		return cause < 0 ? null : carriedBy(this.#trace.event(cause));
	}

	/** The broker's channel that a message on a link to or from it belongs to. */
	channelOf(flight: Flight): ActorId {
		this.#catchUp();
		return this.#channel(flight);
	}

	/** Channel and delivery tag: the name of a delivery, or of a confirm. */
	tagOf(flight: Flight): string {
		this.#catchUp();
		return this.#tag(flight);
	}

	/** Asked while reading, too, so it does not read on: one event inside the other would go as deep as the run is long. */
	#channel(flight: Flight): ActorId {
		const event = this.#trace.event(flight.sentSeq);
		const channel = event.kind === 'link.sent' ? String(event.data.payload[1]) : '';
		const connection = this.#connections.get(flight.link.actor) ?? '';
		return `channel:${connection.slice('connection:'.length)}/${channel}`;
	}

	#tag(flight: Flight): string {
		return `${this.#channel(flight)} ${String(flight.message.fields['deliveryTag'])}`;
	}

	#callOf(flight: Flight): number | null {
		if (flight.call !== null) return flight.call;
		const key = flight.message.fields['correlationId'];
		return key === undefined ? null : (this.#callByKey.get(String(key)) ?? null);
	}

	#catchUp(): void {
		while (this.#read < this.#trace.length) {
			this.#read += 1;
			this.#take(this.#trace.event(this.#read - 1));
		}
	}

	#take(event: TraceEvent): void {
		switch (event.kind) {
			case 'link.opened':
				for (const end of [event.data.from, event.data.to]) {
					if (end.startsWith('connection:')) this.#connections.set(event.actor, end);
				}
				return;
			case 'call.started':
				if (event.data.protocol === 'amqp') this.#callByKey.set(event.data.key, event.data.number);
				return;
			case 'exchange.publish':
				this.#published(event);
				return;
			case 'link.sent': {
				if (event.data.payload[0] === 'notify') this.#places.set(event.seq, this.#places.size);
				if (event.data.payload[0] !== 'basic.deliver' && event.data.payload[0] !== 'basic.get-ok')
					return;
				const flight = this.#index.flightOf(event.seq);
				const id = event.cause < 0 ? null : carriedBy(this.#trace.event(event.cause));
				if (flight !== undefined && id !== null) this.#delivered.set(this.#tag(flight), id);
				return;
			}
			default:
		}
	}

	#published({ seq, cause, data }: Extract<TraceEvent, { kind: 'exchange.publish' }>): void {
		if (data.deadLetter !== null) {
			this.#deadLetters.set(seq, data.deadLetter.of);
			return;
		}
		if (data.publishSeq !== null) {
			this.#confirmed.set(`${data.publisher} ${String(data.publishSeq)}`, seq);
		}
		const flight = this.#bringer(cause);
		if (flight !== undefined) {
			this.#flights.set(seq, flight);
			this.#messages.set(flight.sentSeq, seq);
			if (this.#callOf(flight) !== null) return;
		}
		this.#places.set(seq, this.#places.size);
	}

	/** The flight that a publish came by, a few causes back. */
	#bringer(cause: number): Flight | undefined {
		let seq = cause;
		for (let back = 0; back < 4 && seq >= 0; back++) {
			const flight = this.#index.flightOf(seq);
			if (flight !== undefined) return flight;
			seq = this.#trace.event(seq).cause;
		}
		return undefined;
	}
}

/** The message that an event hands to a channel, to be sent to its client. */
function carriedBy(event: TraceEvent): number | null {
	switch (event.kind) {
		case 'queue.delivered':
		case 'queue.got':
		case 'publish.returned':
		case 'reply.delivered':
			return event.data.message.id;
		default:
			return null;
	}
}

/** The mark of a call. */
export function callMark(call: number): Mark {
	const key = `call ${String(call)}`;
	return { key, text: String(call), hue: (call - 1) % callHues, call };
}

/** The CSS colour of a mark; messages without one take the protocol grey. */
export function markColour(mark: Mark | null): string {
	return mark === null ? 'var(--protocol)' : `var(--call-${String(mark.hue)})`;
}

const marksOf = new WeakMap<Trace, MessageMarks>();

/** The marks of a trace, made once. */
export function messageMarks(trace: Trace): MessageMarks {
	let marks = marksOf.get(trace);
	if (marks === undefined) {
		marks = new MessageMarks(trace);
		marksOf.set(trace, marks);
	}
	return marks;
}
