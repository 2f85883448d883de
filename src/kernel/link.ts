// One direction of a socket: first in, first out, with a latency. Not a queue of the broker.
// What is in flight is state, so the stage can draw it and a test can count it.
// Differs: TCP sends again what the wire lost and delivers in order, once. A link here loses, doubles and reorders for good.
import { noEffects, tell, type Draft, type Effect, type Step } from './actor.ts';
import type { ActorId, Payload, Recorded } from './events.ts';
import {
	addFaults,
	countSent,
	methodOf,
	sentOf,
	takeFaults,
	type LinkFault,
	type MessageFault,
	type MethodCount
} from './link-faults.ts';
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
		if (state === undefined) {
			const isLate = event.kind === 'link.chosen';
			return {
				state: undefined,
				effects: isLate
					? [missed(event.actor, event.data.by, 'its connection is closed')]
					: noEffects
			};
		}
		switch (event.kind) {
			case 'link.chosen':
				return choose(state, event.data, event.actor);
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
				return resume(state, event.actor);
			case 'link.closed': {
				if (state.unread !== null) {
					const unread = { ...state.unread, end: event.data.why };
					return { state: { ...state, unread }, effects: noEffects };
				}
				const to = receiveEnd(state, event.data.why);
				return {
					state: undefined,
					effects: [tell(to.to, to.kind, to.data), ...neverSent(state, event.actor)]
				};
			}
			case 'link.dropped':
			case 'link.duplicated':
			case 'link.missed':
			case 'link.delayed':
				return { state, effects: noEffects };
		}
	};

	/** The receiver gets everything that waited, then the end if it has come. */
	function resume(state: LinkState, self: ActorId): Step<LinkState> {
		if (state.unread === null) return { state, effects: noEffects };
		const { payloads, end } = state.unread;
		const told = payloads.toArray().map((payload) => receive(state, payload));
		if (end !== null) told.push(receiveEnd(state, end));
		const effects = told.map(({ to, kind, data }) => tell(to, kind, data));
		return end === null
			? { state: { ...state, unread: null }, effects }
			: { state: undefined, effects: [...effects, ...neverSent(state, self)] };
	}
}

function setFaults(
	state: LinkState,
	data: { readonly faults: readonly LinkFault[]; readonly cut: boolean },
	self: ActorId
): Step<LinkState> {
	const { cut } = data;
	const isWhole = !cut && data.faults.length === 0;
	const isMended = isWhole && state.status === 'cut';
	const faults = isWhole || cut ? [] : addFaults(state.faults, data.faults);
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
		chosen: state.chosen,
		methods: state.methods,
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
		chosen: [],
		methods: [],
		status: 'open',
		unread: null,
		unheardEnd: null
	};
}

function send(
	before: LinkState,
	payload: Payload,
	seq: number,
	at: Micros,
	self: ActorId
): Step<LinkState> {
	const method = methodOf(payload);
	const state = draftOf(before);
	state.methods = countSent(before.methods, method);
	const chosen = before.chosen.length > 0 ? chosenOf(before, method) : undefined;
	if (chosen !== undefined) state.chosen = before.chosen.filter((fault) => fault !== chosen);
	if (state.status !== 'open') {
		const why = state.status === 'cut' ? 'the link is cut' : 'the socket is closed';
		const effects = [tell(self, 'link.dropped', { payload, why })];
		if (chosen !== undefined) effects.push(missed(self, chosen.by, why));
		return { state, effects };
	}
	if (state.jitterUs === 0 && state.faults.length === 0 && chosen === undefined) {
		return sendPlainly(state, payload, seq, at, self);
	}
	const random = new Random(state.random);
	const jitter = state.jitterUs > 0 ? random.below(state.jitterUs + 1) : 0;
	const { touch, faults } = takeFaults(state.faults, chosen, random);
	const by = touch.by === undefined ? {} : { by: touch.by };
	if (state.jitterUs > 0 || state.faults.length > 0) state.random = random.state;
	state.faults = faults;
	if (touch.isDropped) {
		const why = 'dropped on purpose';
		return { state, effects: [tell(self, 'link.dropped', { payload, why, ...by })] };
	}
	const { extraUs, isReordered } = touch;
	const natural = Math.max(at + state.latencyUs + jitter, state.lastArrival);
	const arrivesAt = natural + extraUs;
	const id = state.sentCount + 1;
	const flight: InFlight = { id, sentSeq: seq, sentAt: at, arrivesAt, payload };
	const effects: Effect[] = [deliverAfter(self, flight, at)];
	let inFlight = state.inFlight.push(flight);
	if (extraUs > 0) {
		const reordered = isReordered ? { isReordered } : {};
		effects.push(tell(self, 'link.delayed', { id, extraUs, ...reordered, ...by }));
	}
	if (touch.isDuplicated) {
		const copy: InFlight = { ...flight, id: id + 1 };
		inFlight = inFlight.push(copy);
		effects.push(deliverAfter(self, copy, at), tell(self, 'link.duplicated', { id, ...by }));
	}
	state.sentCount = touch.isDuplicated ? id + 1 : id;
	state.lastArrival = isReordered ? natural : arrivesAt;
	state.inFlight = inFlight;
	return { state, effects };
}

/** Where nothing is left to chance: nearly every message of nearly every run. */
function sendPlainly(
	state: Draft<LinkState>,
	payload: Payload,
	seq: number,
	at: Micros,
	self: ActorId
): Step<LinkState> {
	const id = state.sentCount + 1;
	const arrivesAt = Math.max(at + state.latencyUs, state.lastArrival);
	const flight: InFlight = { id, sentSeq: seq, sentAt: at, arrivesAt, payload };
	state.sentCount = id;
	state.lastArrival = arrivesAt;
	state.inFlight = state.inFlight.push(flight);
	return { state, effects: [deliverAfter(self, flight, at)] };
}

/** The fault chosen for the next message of a method; undefined for none. */
function chosenOf(state: LinkState, method: string): MessageFault | undefined {
	const nth = sentOf(state.methods, method) + 1;
	return state.chosen.find((fault) => fault.method === method && fault.nth === nth);
}

function choose(state: LinkState, fault: MessageFault, self: ActorId): Step<LinkState> {
	if (sentOf(state.methods, fault.method) >= fault.nth) {
		const why = 'it had been sent before this';
		return { state, effects: [missed(self, fault.by, why)] };
	}
	return { state: { ...state, chosen: [...state.chosen, fault] }, effects: noEffects };
}

function missed(self: ActorId, by: number, why: string): Effect {
	return tell(self, 'link.missed', { by, why });
}

/** The connection has ended before the chosen messages were sent. */
function neverSent(state: LinkState, self: ActorId): readonly Effect[] {
	return state.chosen.map(({ by }) => missed(self, by, 'its connection closed before it was sent'));
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
