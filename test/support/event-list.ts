// A hand-made trace: events by kind and data, numbered in order, each caused by the one before unless it says otherwise.
import type { EventList, TraceEvent } from '#trace';

export interface MadeEvent {
	readonly kind: string;
	readonly actor: string;
	readonly data?: unknown;
	readonly at?: number;
	readonly cause?: number;
}

/** The events as a list such as a Trace is; time goes on by one microsecond an event unless given. */
export function eventList(
	...made: readonly MadeEvent[]
): EventList & { readonly events: readonly TraceEvent[] } {
	const events = made.map((event, seq) => ({
		seq,
		at: event.at ?? seq,
		cause: event.cause ?? seq - 1,
		actor: event.actor,
		kind: event.kind,
		data: event.data ?? {}
	})) as unknown as TraceEvent[];
	return {
		events,
		length: events.length,
		event: (seq) => {
			const event = events[seq];
			if (event === undefined) throw new Error(`no event ${String(seq)}`);
			return event;
		}
	};
}

/** A socket's one direction, opened. */
export function linkOpened(
	socket: number,
	fromNode: string,
	toNode: string,
	protocol: string
): MadeEvent {
	return {
		kind: 'link.opened',
		actor: `link:${String(socket)}/${fromNode}`,
		data: {
			from: `process:${fromNode}`,
			to: `process:${toNode}`,
			fromNode,
			toNode,
			toSocketId: 1,
			socket,
			protocol,
			latencyUs: 10_000,
			jitterUs: 0,
			seed: 1
		}
	};
}

/** A message put on a link. */
export function sent(
	socket: number,
	fromNode: string,
	payload: readonly unknown[],
	at?: number
): MadeEvent {
	const event: MadeEvent = {
		kind: 'link.sent',
		actor: `link:${String(socket)}/${fromNode}`,
		data: { payload }
	};
	return at === undefined ? event : { ...event, at };
}

/** The arrival of the message that event `sentSeq` put on a link. */
export function delivered(
	socket: number,
	fromNode: string,
	sentSeq: number,
	payload: readonly unknown[],
	at?: number
): MadeEvent {
	const event: MadeEvent = {
		kind: 'link.delivered',
		actor: `link:${String(socket)}/${fromNode}`,
		data: { id: 1, payload, sentSeq },
		cause: sentSeq
	};
	return at === undefined ? event : { ...event, at };
}
