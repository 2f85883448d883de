// How much a person wants to see: which events count as a step at each level of detail.
// Not a filter of the trace: the cursor still counts every event.
import type { TraceEvent } from '#trace';

export type DetailLevel = 'calls' | 'messages' | 'protocol' | 'everything';

/** From coarse to fine. */
export const detailLevels: readonly DetailLevel[] = ['calls', 'messages', 'protocol', 'everything'];

/** What each level is called on the page. */
export const detailNames: Readonly<Record<DetailLevel, string>> = {
	calls: 'Calls',
	messages: 'Messages',
	protocol: 'Protocol',
	everything: 'Everything'
};

const rank: Readonly<Record<DetailLevel, number>> = {
	calls: 0,
	messages: 1,
	protocol: 2,
	everything: 3
};

/** Is this event a step at that level? */
export function isShownAt(level: DetailLevel, event: TraceEvent): boolean {
	return rank[detailOf(event)] <= rank[level];
}

/** The coarsest level at which an event is a step of its own. */
export function detailOf(event: TraceEvent): DetailLevel {
	const kind: string = event.kind;
	if (callKinds.has(kind)) return 'calls';
	if (kind.startsWith('call.') || messageKinds.has(kind)) return 'messages';
	if (event.kind === 'link.sent' || event.kind === 'link.delivered') {
		return isProtocolPayload(event.data.payload) ? 'protocol' : 'messages';
	}
	return /^(connection|channel|link|vhost|registry|exchange|queue|network)\./.test(kind)
		? 'protocol'
		: 'everything';
}

/** Does a payload only keep a protocol going (a handshake, a declaration), rather than carry somebody's message? */
export function isProtocolPayload(payload: readonly unknown[]): boolean {
	return !carriers.has(String(payload[0]));
}

const callKinds = new Set([
	'call.started',
	'call.answered',
	'call.timed-out',
	'call.orphaned',
	'call.stray-reply',
	'process.started',
	'process.exited',
	'process.killed',
	'run.time-zero',
	'run.intervention',
	'run.limit',
	'run.ended'
]);

const messageKinds = new Set([
	'link.dropped',
	'link.duplicated',
	'link.delayed',
	'link.fault',
	'process.output',
	'process.note',
	'exchange.routed',
	'exchange.unroutable',
	'queue.enqueued',
	'queue.delivered',
	'queue.acked',
	'queue.requeued',
	'queue.expired',
	'queue.dead-lettered',
	'queue.dropped'
]);

const carriers = new Set([
	'basic.publish',
	'basic.deliver',
	'basic.get-ok',
	'basic.return',
	'basic.ack',
	'basic.nack',
	'basic.reject',
	'request',
	'reply',
	'response',
	'notify',
	'push',
	'kick'
]);
