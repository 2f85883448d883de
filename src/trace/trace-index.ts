// Names for people: who stands at the ends of each link, whose connection and whose queue it is, and what is known of
// each message that travelled. Read once from a trace as it grows; nothing is here that the events do not say.
import { actorKind, actorName, type Micros } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { TraceEvent } from './trace-event.ts';
import { readWireMessage, type WireMessage } from './wire-message.ts';

/** A list of events that may grow at its end; a Trace is one. */
export interface EventList {
	readonly length: number;
	event(seq: number): TraceEvent;
}

/** One direction of a socket. */
export interface LinkEnds {
	readonly actor: ActorId;
	readonly socket: number;
	/** Machine names: a process or `broker`. */
	readonly fromNode: string;
	readonly toNode: string;
	readonly protocol: string;
	readonly latencyUs: Micros;
}

/** A message on its way from one machine to another. */
export interface Flight {
	/** Sequence number of its `link.sent`: its identity. */
	readonly sentSeq: number;
	readonly sentAt: Micros;
	readonly link: LinkEnds;
	readonly message: WireMessage;
	/** Sequence number and time of the arrival; null while under way or when lost. */
	readonly arrivedSeq: number | null;
	readonly arrivedAt: Micros | null;
	/** Why and when it was lost; null when it was not. */
	readonly lost: { readonly seq: number; readonly at: Micros; readonly why: string } | null;
	/** Number of the call it belongs to; null for none. */
	readonly call: number | null;
	/** What a reply answers, in words, when the request was seen on the same socket. */
	readonly answers: string | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads a trace as far as it has grown each time it is asked. */
export class TraceIndex {
	readonly #events: EventList;
	readonly #links = new Map<ActorId, LinkEnds>();
	readonly #flights: Mutable<Flight>[] = [];
	readonly #flightOfSeq = new Map<number, Mutable<Flight>>();
	/** `socket/id` of a Pomelo request to its words. */
	readonly #requests = new Map<string, string>();
	/** `connection:<n>` to the process that opened it. */
	readonly #peers = new Map<ActorId, string>();
	/** Queues that belong to one connection, by name. */
	readonly #owners = new Map<string, ActorId>();
	/** A process and its own number of a socket to the link it sends on. */
	readonly #sockets = new Map<string, ActorId>();
	readonly #started = new Set<ActorId>();
	readonly #restarts = new Set<number>();
	#read = 0;

	constructor(events: EventList) {
		this.#events = events;
	}

	/** Both ends of a link actor; undefined when it was never opened. */
	ends(link: ActorId): LinkEnds | undefined {
		this.#catchUp();
		return this.#links.get(link);
	}

	/** All messages in the order they were sent. Grows in place. */
	get flights(): readonly Flight[] {
		this.#catchUp();
		return this.#flights;
	}

	/** The message an event of a link speaks of; undefined for other events. */
	flightOf(seq: number): Flight | undefined {
		this.#catchUp();
		return this.#flightOfSeq.get(seq);
	}

	/** The process behind an actor of the broker: `connection:7` or `channel:7/1`; undefined when unknown. */
	client(actor: ActorId): string | undefined {
		this.#catchUp();
		return this.#peers.get(`connection:${actorName(actor).split('/')[0] ?? ''}`);
	}

	/** The process a queue belongs to alone; undefined for a shared queue. */
	ownerOfQueue(queue: string): string | undefined {
		this.#catchUp();
		const owner = this.#owners.get(queue);
		return owner === undefined ? undefined : this.#peers.get(owner);
	}

	/** Where a process' own socket leads; undefined when it never opened. */
	socket(process: ActorId, socketId: number): LinkEnds | undefined {
		this.#catchUp();
		const link = this.#sockets.get(`${process}/${socketId}`);
		return link === undefined ? undefined : this.#links.get(link);
	}

	/** Is this the start of a process that had run before? */
	isRestart(seq: number): boolean {
		this.#catchUp();
		return this.#restarts.has(seq);
	}

	#catchUp(): void {
		for (; this.#read < this.#events.length; this.#read++) {
			this.#take(this.#events.event(this.#read));
		}
	}

	#take(event: TraceEvent): void {
		switch (event.kind) {
			case 'link.opened': {
				const { socket, fromNode, toNode, protocol, latencyUs } = event.data;
				const actor = event.actor;
				this.#links.set(actor, { actor, socket, fromNode, toNode, protocol, latencyUs });
				return;
			}
			case 'link.sent':
				this.#send(event);
				return;
			case 'link.delivered': {
				const flight = this.#flightOfSeq.get(event.data.sentSeq);
				if (flight === undefined) return;
				this.#flightOfSeq.set(event.seq, flight);
				// Of two copies the first one to arrive is drawn as the message itself.
				flight.arrivedSeq ??= event.seq;
				flight.arrivedAt ??= event.at;
				return;
			}
			case 'link.dropped': {
				const flight = this.#flightOfSeq.get(event.cause);
				if (flight === undefined) return;
				this.#flightOfSeq.set(event.seq, flight);
				flight.lost = { seq: event.seq, at: event.at, why: event.data.why };
				return;
			}
			case 'process.started':
				if (this.#started.has(event.actor)) this.#restarts.add(event.seq);
				this.#started.add(event.actor);
				return;
			case 'connection.accepted':
				this.#peers.set(event.actor, event.data.peer);
				return;
			case 'queue.declared': {
				const { name, exclusiveTo } = event.data.definition;
				if (exclusiveTo === null) this.#owners.delete(name);
				else this.#owners.set(name, exclusiveTo);
				return;
			}
			case 'process.delivery': {
				const socket = event.data.socket;
				if (socket === undefined) return;
				this.#sockets.set(`${event.actor}/${socket.socketId}`, socket.link);
				return;
			}
			default:
				if (actorKind(event.actor) === 'call') this.#follow(event);
		}
	}

	#send(event: Extract<TraceEvent, { kind: 'link.sent' }>): void {
		const link = this.#links.get(event.actor);
		if (link === undefined) return;
		const message = readWireMessage(link.protocol, event.data.payload);
		const slot = `${link.socket}/${String(message.fields['id'])}`;
		if (message.method === 'request') this.#requests.set(slot, requestWords(message));
		const flight: Mutable<Flight> = {
			sentSeq: event.seq,
			sentAt: event.at,
			link,
			message,
			arrivedSeq: null,
			arrivedAt: null,
			lost: null,
			call: null,
			answers: message.shape === 'reply' ? (this.#requests.get(slot) ?? null) : null
		};
		this.#flights.push(flight);
		this.#flightOfSeq.set(event.seq, flight);
	}

	/** A call's event was caused, not far back, by a message: that message belongs to the call. */
	#follow(event: TraceEvent): void {
		const number = Number(actorName(event.actor));
		if (!Number.isInteger(number)) return;
		let seq = event.cause;
		for (let back = 0; back < 8 && seq >= 0; back++) {
			const flight = this.#flightOfSeq.get(seq);
			if (flight !== undefined) {
				flight.call ??= number;
				return;
			}
			seq = this.#events.event(seq).cause;
		}
	}
}

/** A Pomelo request as its caller wrote it: `getCurrentTime("Hello", 5)`, or a client's route. */
export function requestWords(message: WireMessage): string {
	const { route, method } = message.fields;
	if (typeof route === 'string') return route;
	if (typeof method !== 'string') return message.method;
	const args = (message.body ?? '[]').trim();
	const inside = args.startsWith('[') && args.endsWith(']') ? args.slice(1, -1) : args;
	return `${method}(${spaced(inside)})`;
}

/** JSON values with a space behind each comma between them; commas inside texts stay as they are. */
export function spaced(json: string): string {
	return json.replace(/"(?:[^"\\]|\\.)*"|,/g, (part) => (part === ',' ? ', ' : part));
}

const indexes = new WeakMap<EventList, TraceIndex>();

/** The index of a trace, made once. */
export function traceIndex(events: EventList): TraceIndex {
	let index = indexes.get(events);
	if (index === undefined) {
		index = new TraceIndex(events);
		indexes.set(events, index);
	}
	return index;
}
