// What happens on one direction of a socket: first in, first out, with a latency. Not a queue of the broker.
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
	type MessageFault
} from './link-faults.ts';
import {
	draftOf,
	nothingUnread,
	openLink,
	type InFlight,
	type LinkEvent,
	type LinkState
} from './link-state.ts';
import { Random } from './random.ts';
import type { Micros } from './time.ts';

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
