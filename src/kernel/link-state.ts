// What one direction of a socket is, and the events it knows. What is in flight is state, so the stage can draw it and a test
// can count it. What happens on it is link.ts' business.
import type { Draft } from './actor.ts';
import type { ActorId, Payload } from './events.ts';
import type { LinkFault, MessageFault, MethodCount } from './link-faults.ts';
import { PersistentQueue } from './persistent-queue.ts';
import { Random, type RandomState } from './random.ts';
import type { Micros } from './time.ts';

/** A message under way. */
export interface InFlight {
	/** Number on this link, from 1. */
	readonly id: number;
	/** Sequence number of the `link.sent` event: the flight's identity across the trace. */
	readonly sentSeq: number;
	readonly sentAt: Micros;
	readonly arrivesAt: Micros;
	readonly payload: Payload;
}

export interface LinkState {
	/** The actor that sends and the actor (process or broker connection) that receives. */
	readonly from: ActorId;
	readonly to: ActorId;
	/** Simulated machine names of both ends, for drawing: a process name or `broker`. */
	readonly fromNode: string;
	readonly toNode: string;
	/** The number of the socket in the receiver's own count (a guest socket id, or the connection number). */
	readonly toSocketId: number;
	readonly socket: number;
	readonly protocol: string;
	readonly latencyUs: Micros;
	readonly jitterUs: Micros;
	readonly random: RandomState;
	readonly sentCount: number;
	/** Nothing arrives before this: keeps the order. */
	readonly lastArrival: Micros;
	readonly inFlight: PersistentQueue<InFlight>;
	readonly faults: readonly LinkFault[];
	/** Faults of single messages that are still to be sent. */
	readonly chosen: readonly MessageFault[];
	/** What was sent so far, by method: says which message is the nth. */
	readonly methods: readonly MethodCount[];
	/** open: carries data; closing: the end is under way, then the link is gone; cut: everything sent is lost. */
	readonly status: 'open' | 'closing' | 'cut';
	/** What has arrived while the receiver does not read; null: it reads. */
	readonly unread: Unread | null;
	/** Why the sender hung up while the line was cut: the other end learns it when the line works again. */
	readonly unheardEnd: string | null;
}

/** What waits at the door of a receiver that does not read, in order. */
export interface Unread {
	readonly payloads: PersistentQueue<Payload>;
	/** Why the sender is gone; null: it is not. */
	readonly end: string | null;
}

export interface LinkOpened {
	readonly from: ActorId;
	readonly to: ActorId;
	readonly fromNode: string;
	readonly toNode: string;
	readonly toSocketId: number;
	readonly socket: number;
	readonly protocol: string;
	readonly latencyUs: Micros;
	readonly jitterUs: Micros;
	readonly seed: number;
}

export type LinkEvent =
	| { readonly kind: 'link.opened'; readonly data: LinkOpened }
	/** The sender put a message on the line. */
	| { readonly kind: 'link.sent'; readonly data: { readonly payload: Payload } }
	/** It reached the other end. `id` is the message's number on this link. */
	| {
			readonly kind: 'link.delivered';
			readonly data: { readonly id: number; readonly payload: Payload; readonly sentSeq: number };
	  }
	/** It was lost on purpose. */
	| {
			readonly kind: 'link.dropped';
			readonly data: { readonly payload: Payload; readonly why: string; readonly by?: number };
	  }
	/** A second copy was put on the line on purpose. `by`: the intervention that chose this message. */
	| {
			readonly kind: 'link.duplicated';
			readonly data: { readonly id: number; readonly by?: number };
	  }
	/** It will arrive later than the latency says, on purpose. */
	| {
			readonly kind: 'link.delayed';
			readonly data: {
				readonly id: number;
				readonly extraUs: Micros;
				readonly isReordered?: boolean;
				readonly by?: number;
			};
	  }
	/** One message is chosen before it is sent: this will happen to it. */
	| { readonly kind: 'link.chosen'; readonly data: MessageFault }
	/** What was to happen to a chosen message cannot: the intervention no longer fits the run. */
	| {
			readonly kind: 'link.missed';
			readonly data: { readonly by: number; readonly why: string };
	  }
	/** Faults come to stand beside those there are; none and not cut: the line works again. */
	| {
			readonly kind: 'link.fault';
			readonly data: { readonly faults: readonly LinkFault[]; readonly cut: boolean };
	  }
	/** The sender closed or vanished: the end travels behind the data. */
	| { readonly kind: 'link.closing'; readonly data: { readonly why: string } }
	| { readonly kind: 'link.closed'; readonly data: { readonly why: string } }
	/** The receiver stops reading, and reads again. */
	| { readonly kind: 'link.paused' | 'link.resumed'; readonly data: Record<string, never> };

/** Of a receiver that has just stopped reading. */
export const nothingUnread: Unread = { payloads: PersistentQueue.empty(), end: null };

/** A copy to be written to. Field by field: spreading is several times slower where thousands of messages pass. */
export function draftOf(state: LinkState): Draft<LinkState> {
	return {
		from: state.from,
		to: state.to,
		fromNode: state.fromNode,
		toNode: state.toNode,
		toSocketId: state.toSocketId,
		socket: state.socket,
		protocol: state.protocol,
		latencyUs: state.latencyUs,
		jitterUs: state.jitterUs,
		random: state.random,
		sentCount: state.sentCount,
		lastArrival: state.lastArrival,
		inFlight: state.inFlight,
		faults: state.faults,
		chosen: state.chosen,
		methods: state.methods,
		status: state.status,
		unread: state.unread,
		unheardEnd: state.unheardEnd
	};
}

/** A link nothing was sent on yet. */
export function openLink(data: LinkOpened): LinkState {
	return {
		from: data.from,
		to: data.to,
		fromNode: data.fromNode,
		toNode: data.toNode,
		toSocketId: data.toSocketId,
		socket: data.socket,
		protocol: data.protocol,
		latencyUs: data.latencyUs,
		jitterUs: data.jitterUs,
		random: Random.seeded(data.seed).state,
		sentCount: 0,
		lastArrival: 0,
		inFlight: PersistentQueue.empty(),
		faults: [],
		chosen: [],
		methods: [],
		status: 'open',
		unread: null,
		unheardEnd: null
	};
}
