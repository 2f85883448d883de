// Which message of a run is meant, in a way that stays meaningful when the run is computed anew: by the connection between
// two machines, the method, and the count. Pure.
import type { Trace, TraceIndex } from '#trace';

export interface ChosenMessage {
	readonly from: string;
	readonly to: string;
	readonly connection: number;
	readonly method: string;
	readonly nth: number;
	/** Just before it is sent, milliseconds after time 0: when the fault has to stand. */
	readonly at: number;
}

/** The message that a `link.sent` event put on its way; null for one sent before the scenario begins. */
export function chosenMessage(
	sentSeq: number,
	trace: Trace,
	index: TraceIndex,
	timeZeroUs: number
): ChosenMessage | null {
	const event = trace.event(sentSeq);
	const ends = index.ends(event.actor);
	if (event.kind !== 'link.sent' || ends === undefined || event.at < timeZeroUs) return null;
	const method = String(event.data.payload[0]);
	let nth = 0;
	for (const seq of trace.seqsOfKind('link.sent')) {
		if (seq > sentSeq) break;
		const sent = trace.event(seq);
		if (sent.kind !== 'link.sent' || sent.actor !== event.actor) continue;
		if (String(sent.data.payload[0]) === method) nth += 1;
	}
	const at = Math.max(0, event.at - timeZeroUs - 1) / 1000;
	const { fromNode: from, toNode: to, socket } = ends;
	return { from, to, connection: ordinalOf(socket, from, to, trace), method, nth, at };
}

/** The how-manieth connection between two machines a socket is. */
function ordinalOf(socket: number, a: string, b: string, trace: Trace): number {
	const sockets = new Set<number>();
	for (const seq of trace.seqsOfKind('link.opened')) {
		const opened = trace.event(seq);
		if (opened.kind !== 'link.opened' || opened.data.socket > socket) continue;
		const { fromNode, toNode } = opened.data;
		const isBetween = (fromNode === a && toNode === b) || (fromNode === b && toNode === a);
		if (isBetween) sockets.add(opened.data.socket);
	}
	return sockets.size;
}
