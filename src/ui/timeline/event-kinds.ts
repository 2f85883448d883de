// The kinds of events a student asks for by name: where a step can lead, and what the timeline marks. Each kind is a
// question about one event. What the kinds are called is in src/ui/text/timeline.ts.
import { detailOf, type TraceEvent, type TraceKind } from '#trace';

/** Kinds that are stepped by all the time; each has keys of its own. */
export const stepKinds = ['message', 'turn', 'call'] as const;

/** Kinds one runs to. */
export const soughtKinds = [
	'call-failed',
	'lost',
	'requeued',
	'error',
	'deed',
	'call-started',
	'call-answered',
	'stray-reply',
	'queued',
	'delivered',
	'acked',
	'decision',
	'printed',
	'process',
	'limit'
] as const;

export type SoughtKind = (typeof soughtKinds)[number];
export type EventKind = (typeof stepKinds)[number] | SoughtKind;

/** Every kind an event is of. */
export function kindsOf(event: TraceEvent): readonly EventKind[] {
	switch (event.kind) {
		case 'link.sent':
		case 'link.delivered':
			return detailOf(event) === 'messages' ? message : none;
		case 'process.note':
			if (event.data.note === 'process.caught') return error;
			return detailOf(event) === 'messages' ? decision : none;
		case 'process.output':
			return event.data.stream === 'log' ? none : printed;
		case 'process.exited':
			return event.data.reason === null ? process : failure;
		default:
			return table[event.kind] ?? none;
	}
}

const none: readonly EventKind[] = [];
const message: readonly EventKind[] = ['message'];
const decision: readonly EventKind[] = ['decision'];
const printed: readonly EventKind[] = ['printed'];
const process: readonly EventKind[] = ['process'];
const error: readonly EventKind[] = ['error'];
const failure: readonly EventKind[] = ['process', 'error'];

const table: Readonly<Partial<Record<TraceKind, readonly EventKind[]>>> = {
	'turn.ended': ['turn'],
	'call.started': ['call', 'call-started'],
	'call.answered': ['call', 'call-answered'],
	'call.timed-out': ['call', 'call-failed'],
	'call.orphaned': ['call', 'call-failed'],
	'call.stray-reply': ['stray-reply'],
	'queue.enqueued': ['queued'],
	'queue.delivered': ['delivered'],
	'queue.got': ['delivered'],
	'queue.acked': ['acked'],
	'queue.requeued': ['requeued'],
	'queue.dropped': ['lost'],
	'queue.expired': ['lost'],
	'exchange.unroutable': ['lost'],
	'link.dropped': ['message', 'lost'],
	'link.duplicated': ['deed'],
	'link.delayed': ['deed'],
	'run.intervention': ['deed'],
	'vhost.stopping': ['deed'],
	'vhost.alarm': ['deed'],
	'channel.refused': ['error'],
	'connection.failed': ['error'],
	'process.started': ['process'],
	'process.killed': ['process'],
	'run.limit': ['limit']
};
