// What something can be done to: a process, the broker, the wire between two machines, one message. Pure.
import type { ActorId } from '#kernel/events';
import type { TraceEvent, TraceIndex } from '#trace';

export type FaultTarget =
	| { readonly type: 'process'; readonly name: string }
	| { readonly type: 'broker' }
	/** Machine names: a process or `broker`. */
	| { readonly type: 'wire'; readonly a: string; readonly b: string }
	/** By the sequence number of its `link.sent`. */
	| { readonly type: 'message'; readonly sentSeq: number };

/** The target an actor stands for; null for one nothing can be done to. */
export function targetOfActor(actor: ActorId): FaultTarget | null {
	const kind = actor.slice(0, actor.indexOf(':'));
	if (kind === 'process') return { type: 'process', name: actor.slice('process:'.length) };
	return ['broker', 'queue', 'exchange', 'vhost', 'connection', 'channel'].includes(kind)
		? { type: 'broker' }
		: null;
}

/** The wire a line on the stage stands for; null for a line inside the broker. */
export function targetOfLine(from: ActorId, to: ActorId): FaultTarget | null {
	const a = machineOf(from);
	const b = machineOf(to);
	return a === b ? null : { type: 'wire', a, b };
}

/** What an event is about: its message, else its actor. */
export function targetOfEvent(event: TraceEvent, index: TraceIndex): FaultTarget | null {
	const flight = index.flightOf(event.seq);
	return flight === undefined
		? targetOfActor(event.actor)
		: { type: 'message', sentSeq: flight.sentSeq };
}

/** What is under the pointer: the message first, then the figure whose part `element` is, then the line. */
export function targetAt(
	element: EventTarget | null,
	flight: { readonly sentSeq: number } | null,
	line: { readonly from: ActorId; readonly to: ActorId } | null
): FaultTarget | null {
	if (flight !== null) return { type: 'message', sentSeq: flight.sentSeq };
	const figure = element instanceof Element ? element.closest<SVGElement>('[data-actor]') : null;
	if (figure !== null) return targetOfActor(figure.dataset['actor'] as ActorId);
	return line === null ? null : targetOfLine(line.from, line.to);
}

function machineOf(actor: ActorId): string {
	return actor.startsWith('process:') ? actor.slice('process:'.length) : 'broker';
}
