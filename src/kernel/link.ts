// One direction of a socket: first in, first out, with a latency. Not a queue of the broker.
// What is in flight is state, so the stage can draw it and a test can count it.
import { noEffects, tell, type Draft, type Effect, type Step } from './actor.ts';
import type { ActorId, Payload, Recorded } from './events.ts';
import { PersistentQueue } from './persistent-queue.ts';
import { Random, type RandomState } from './random.ts';
import type { Micros } from './time.ts';

/** What a link may do to a message, on purpose. Applies to the messages sent while it stands. */
export interface LinkFault {
	/** `drop` loses it, `duplicate` delivers it twice, `delay` adds extraUs (order kept), `reorder` adds extraUs to this one only. */
	readonly kind: 'drop' | 'duplicate' | 'delay' | 'reorder';
	/** How many of the next messages it touches; Infinity is written as -1. */
	readonly count: number;
	/** Parts in 10,000 of messages touched (10,000 = each). */
	readonly chance: number;
	readonly extraUs: Micros;
}

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
			readonly data: { readonly payload: Payload; readonly why: string };
	  }
	/** A second copy was put on the line on purpose. */
	| { readonly kind: 'link.duplicated'; readonly data: { readonly id: number } }
	/** It will arrive later than the latency says, on purpose. */
	| {
			readonly kind: 'link.delayed';
			readonly data: { readonly id: number; readonly extraUs: Micros };
	  }
	| {
			readonly kind: 'link.fault';
			readonly data: { readonly faults: readonly LinkFault[]; readonly cut: boolean };
	  }
	/** The sender closed or vanished: the end travels behind the data. */
	| { readonly kind: 'link.closing'; readonly data: { readonly why: string } }
	| { readonly kind: 'link.closed'; readonly data: { readonly why: string } }
	/** The receiver stops reading, and reads again. */
	| { readonly kind: 'link.paused' | 'link.resumed'; readonly data: Record<string, never> };

/** Turns what arrived on a socket into an event for the receiving actor; chosen by the socket's protocol and receiver. */
export type Receive = (
	link: LinkState,
	payload: Payload
) => { readonly to: ActorId; readonly kind: string; readonly data: unknown };
/** Tells the receiver that the other end is gone. */
export type ReceiveEnd = (
	link: LinkState,
	why: string
) => { readonly to: ActorId; readonly kind: string; readonly data: unknown };

/** Makes the link step. The two callbacks keep the kernel free of protocols; they must be pure. */
export function createLinkStep(receive: Receive, receiveEnd: ReceiveEnd) {
	return function linkStep(
		state: LinkState | undefined,
		event: Recorded<LinkEvent>
	): Step<LinkState> {
		if (event.kind === 'link.opened') return { state: openLink(event.data), effects: noEffects };
		if (state === undefined) return { state: undefined, effects: noEffects };
		switch (event.kind) {
			case 'link.sent':
				return send(state, event.data.payload, event.seq, event.at, event.actor);
			case 'link.delivered': {
				const inFlight = state.inFlight.removeFirst((flight) => flight.id === event.data.id);
				const next = draftOf(state);
				next.inFlight = inFlight;
				if (state.unread !== null) {
					const payloads = state.unread.payloads.push(event.data.payload);
					next.unread = { payloads, end: null };
					return { state: next, effects: noEffects };
				}
				const to = receive(state, event.data.payload);
				return { state: next, effects: [tell(to.to, to.kind, to.data)] };
			}
			case 'link.fault':
				return setFaults(state, event.data, event.actor);
			case 'link.closing': {
				if (state.status === 'cut') {
					return { state: { ...state, unheardEnd: event.data.why }, effects: noEffects };
				}
				if (state.status !== 'open') return { state, effects: noEffects };
				const arrivesAt = Math.max(event.at + state.latencyUs, state.lastArrival);
				return {
					state: { ...state, status: 'closing', lastArrival: arrivesAt },
					effects: [
						{
							type: 'after',
							key: 'end',
							delayUs: arrivesAt - event.at,
							to: event.actor,
							kind: 'link.closed',
							data: event.data
						}
					]
				};
			}
			case 'link.paused':
				return { state: { ...state, unread: state.unread ?? nothingUnread }, effects: noEffects };
			case 'link.resumed':
				return resume(state);
			case 'link.closed': {
				if (state.unread !== null) {
					const unread = { ...state.unread, end: event.data.why };
					return { state: { ...state, unread }, effects: noEffects };
				}
				const to = receiveEnd(state, event.data.why);
				return { state: undefined, effects: [tell(to.to, to.kind, to.data)] };
			}
			case 'link.dropped':
			case 'link.duplicated':
			case 'link.delayed':
				return { state, effects: noEffects };
		}
	};

	/** The receiver gets everything that waited, then the end if it has come. */
	function resume(state: LinkState): Step<LinkState> {
		if (state.unread === null) return { state, effects: noEffects };
		const { payloads, end } = state.unread;
		const told = payloads.toArray().map((payload) => receive(state, payload));
		if (end !== null) told.push(receiveEnd(state, end));
		return {
			state: end === null ? { ...state, unread: null } : undefined,
			effects: told.map(({ to, kind, data }) => tell(to, kind, data))
		};
	}
}

function setFaults(
	state: LinkState,
	data: { readonly faults: readonly LinkFault[]; readonly cut: boolean },
	self: ActorId
): Step<LinkState> {
	const { faults, cut } = data;
	const isMended = !cut && state.status === 'cut';
	const why = state.unheardEnd;
	return {
		state: {
			...state,
			faults,
			status: cut ? 'cut' : isMended ? 'open' : state.status,
			unheardEnd: isMended ? null : why
		},
		effects: isMended && why !== null ? [tell(self, 'link.closing', { why })] : noEffects
	};
}

const nothingUnread: Unread = { payloads: PersistentQueue.empty(), end: null };

function draftOf(state: LinkState): Draft<LinkState> {
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
		status: state.status,
		unread: state.unread,
		unheardEnd: state.unheardEnd
	};
}

function openLink(data: LinkOpened): LinkState {
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
		status: 'open',
		unread: null,
		unheardEnd: null
	};
}

function send(
	state: LinkState,
	payload: Payload,
	seq: number,
	at: Micros,
	self: ActorId
): Step<LinkState> {
	if (state.status !== 'open') {
		return {
			state,
			effects: [
				tell(self, 'link.dropped', {
					payload,
					why: state.status === 'cut' ? 'the link is cut' : 'the socket is closed'
				})
			]
		};
	}
	const random = new Random(state.random);
	const jitter = state.jitterUs > 0 ? random.below(state.jitterUs + 1) : 0;
	const { fault, faults } = state.faults.length > 0 ? takeFault(state.faults, random) : noFault;
	if (fault?.kind === 'drop') {
		return {
			state: { ...state, random: random.state, faults },
			effects: [tell(self, 'link.dropped', { payload, why: 'dropped on purpose' })]
		};
	}
	const extraUs = fault?.kind === 'delay' || fault?.kind === 'reorder' ? fault.extraUs : 0;
	const natural = Math.max(at + state.latencyUs + jitter, state.lastArrival);
	const arrivesAt = natural + extraUs;
	const id = state.sentCount + 1;
	const flight: InFlight = { id, sentSeq: seq, sentAt: at, arrivesAt, payload };
	const effects: Effect[] = [deliverAfter(self, flight, at)];
	let inFlight = state.inFlight.push(flight);
	let sentCount = id;
	if (extraUs > 0) effects.push(tell(self, 'link.delayed', { id, extraUs }));
	if (fault?.kind === 'duplicate') {
		sentCount += 1;
		const copy: InFlight = { ...flight, id: sentCount };
		inFlight = inFlight.push(copy);
		effects.push(deliverAfter(self, copy, at), tell(self, 'link.duplicated', { id }));
	}
	const next = draftOf(state);
	if (state.jitterUs > 0 || state.faults.length > 0) next.random = random.state;
	next.sentCount = sentCount;
	next.lastArrival = fault?.kind === 'reorder' ? natural : arrivesAt;
	next.inFlight = inFlight;
	next.faults = faults;
	return { state: next, effects };
}

function deliverAfter(self: ActorId, flight: InFlight, at: Micros): Effect {
	return {
		type: 'after',
		key: '',
		delayUs: flight.arrivesAt - at,
		to: self,
		kind: 'link.delivered',
		data: { id: flight.id, payload: flight.payload, sentSeq: flight.sentSeq }
	};
}

const noFault: { fault: LinkFault | undefined; faults: readonly LinkFault[] } = {
	fault: undefined,
	faults: []
};

function takeFault(
	faults: readonly LinkFault[],
	random: Random
): { fault: LinkFault | undefined; faults: readonly LinkFault[] } {
	const index = faults.findIndex(
		(fault) => fault.chance >= 10_000 || random.below(10_000) < fault.chance
	);
	const fault = faults[index];
	if (fault === undefined) return { fault: undefined, faults };
	if (fault.count < 0) return { fault, faults };
	const rest = faults.slice();
	if (fault.count <= 1) rest.splice(index, 1);
	else rest[index] = { ...fault, count: fault.count - 1 };
	return { fault, faults: rest };
}
