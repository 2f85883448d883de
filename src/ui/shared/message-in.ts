// Which message an event of the broker is about, by the broker's id of it. Pure.
import type { TraceEvent } from '#trace';

/** The broker's id of the message; null for events that are not about one message. */
export function messageIn(event: TraceEvent): number | null {
	switch (event.kind) {
		case 'exchange.publish':
			return event.seq;
		case 'exchange.forwarded':
		case 'queue.enqueued':
		case 'queue.delivered':
		case 'queue.got':
		case 'publish.returned':
		case 'reply.delivered':
			return event.data.message.id;
		case 'exchange.unroutable':
		case 'queue.expired':
		case 'queue.dropped':
			return event.data.messageId;
		case 'queue.acked':
		case 'queue.requeued':
		case 'queue.rejected':
			return event.data.deliveries.length === 1
				? (event.data.deliveries[0]?.messageId ?? null)
				: null;
		default:
			return null;
	}
}
