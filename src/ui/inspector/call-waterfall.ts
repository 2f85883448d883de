// Where the time of one call went: on the wire, in queues, waiting for a busy program, computing, and back. Read from the call's
// own messages and the turns of whoever had it. Pure.
import { traceIndex, type Flight, type Trace } from '#trace';

export type PhaseKind =
	/** On a wire, on the way there, or on the way back. */
	| 'out'
	| 'back'
	/** In a queue of the broker. */
	| 'queued'
	/** Delivered, while the program is busy with something else. */
	| 'waiting'
	/** The program computes. */
	| 'busy'
	/** The program has it but does not compute: it waits for something itself. */
	| 'pending'
	/** Nobody will send anything any more, as it turned out. */
	| 'unanswered';

/** A stretch of a call's time. */
export interface Phase {
	readonly kind: PhaseKind;
	readonly fromUs: number;
	readonly toUs: number;
	/** The machine it is at; for a wire the one it leads to. */
	readonly node: string;
	/** The event that ends it; for the last one of a call without an end, the last event of the run. */
	readonly seq: number;
}

/**
 * The phases of a call from its request to its end, one after the other, without those that took no time. A call still under way
 * lasts to the end of the trace. Empty for a number that is no call's.
 */
export function callWaterfall(call: number, trace: Trace): readonly Phase[] {
	const legs = traceIndex(trace).flights.filter((flight) => flight.call === call);
	const actor = `call:${String(call)}`;
	const seqOf = (kind: 'call.answered' | 'call.timed-out' | 'call.orphaned' | 'call.replied') =>
		trace.seqsOfKind(kind).find((seq) => trace.event(seq).actor === actor);
	const endSeq = seqOf('call.answered') ?? seqOf('call.timed-out') ?? seqOf('call.orphaned');
	const lastSeq = endSeq ?? trace.length - 1;
	const first = legs[0];
	if (first === undefined) return [];
	const repliedSeq = seqOf('call.replied') ?? seqOf('call.answered') ?? Infinity;
	const phases = new Phases(first.sentAt, trace.event(lastSeq).at);
	let held: Flight | null = null;
	for (const leg of legs) {
		if (leg.sentSeq > lastSeq) break;
		if (held !== null) hold(phases, held, leg, trace);
		const kind = isReply(leg, first, repliedSeq) ? 'back' : 'out';
		const end = leg.lost ?? { at: leg.arrivedAt, seq: leg.arrivedSeq };
		if (end.at === null || end.seq === null) {
			phases.add(kind, Infinity, leg.link.toNode, lastSeq);
			return phases.list;
		}
		phases.add(kind, end.at, leg.link.toNode, end.seq);
		held = leg;
	}
	const isAnswered = endSeq !== undefined && endSeq === seqOf('call.answered');
	if (!isAnswered && held !== null) {
		const { lost, link, arrivedSeq } = held;
		if (lost === null && arrivedSeq !== null && link.toNode !== 'broker') {
			turnOf(phases, link.toNode, arrivedSeq, trace, lastSeq);
		}
		const isQueued = lost === null && link.toNode === 'broker';
		phases.add(
			isQueued ? 'queued' : endSeq === undefined ? 'pending' : 'unanswered',
			Infinity,
			link.toNode,
			lastSeq
		);
	}
	return phases.list;
}

/** A message on its way back: sent after the server replied, or by somebody else than the first who asked, to them. */
function isReply(leg: Flight, first: Flight, repliedSeq: number): boolean {
	return (
		leg.link.toNode === first.link.fromNode ||
		leg.sentSeq > repliedSeq ||
		leg.message.shape === 'reply'
	);
}

/** The time between the arrival of one message and the leaving of the next. */
function hold(phases: Phases, before: Flight, next: Flight, trace: Trace): void {
	const node = before.link.toNode;
	if (before.lost !== null || before.arrivedSeq === null || node !== next.link.fromNode) {
		phases.add('unanswered', next.sentAt, node, next.sentSeq);
	} else if (node === 'broker') {
		phases.add('queued', next.sentAt, node, next.sentSeq);
	} else {
		turnOf(phases, node, before.arrivedSeq, trace, next.sentSeq);
		phases.add('pending', next.sentAt, node, next.sentSeq);
	}
}

/** The turn that a delivered message began: the wait before it, and its computing. */
function turnOf(
	phases: Phases,
	node: string,
	arrivedSeq: number,
	trace: Trace,
	before: number
): void {
	const actor = `process:${node}`;
	let cause = arrivedSeq;
	for (let seq = arrivedSeq + 1; seq <= before; seq++) {
		const event = trace.event(seq);
		if (event.actor !== actor || event.cause !== cause) continue;
		if (event.kind === 'process.delivery' || event.kind === 'turn.began') {
			phases.add('waiting', event.at, node, seq);
			cause = seq;
		} else if (event.kind === 'turn.ended') {
			phases.add('busy', event.at, node, seq);
			return;
		}
	}
}

class Phases {
	readonly list: Phase[] = [];
	readonly #endUs: number;
	#us: number;

	constructor(fromUs: number, endUs: number) {
		this.#us = fromUs;
		this.#endUs = endUs;
	}

	/** The time since the last phase, up to `toUs`. */
	add(kind: PhaseKind, toUs: number, node: string, seq: number): void {
		const end = Math.min(toUs, this.#endUs);
		if (end <= this.#us) return;
		this.list.push({ kind, fromUs: this.#us, toUs: end, node, seq });
		this.#us = end;
	}
}
