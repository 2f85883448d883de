// What an event of the broker means for a student: what happened, with which values, what to try. Only for events that need
// it: errors, refusals, returns, confirms, messages that end. The words: text/advice.ts.
import { actorName } from '#kernel';
import type { Trace, TraceEvent, TraceIndex } from '#trace';
import { actorState } from '#trace';
import { formatSpan } from '../shared/format-time.ts';
import { adviceWords } from '../text/advice.ts';
import { adviceForFault } from './fault-advice.ts';
import { adviceForError } from './error-advice.ts';

export interface Advice {
	/** What it means, in a sentence or two. */
	readonly meaning: string;
	/** What one could do; null when there is nothing to mend. */
	readonly attempt: string | null;
	readonly tone: 'plain' | 'problem';
}

/** The advice for an event; null for events that explain themselves. */
export function adviceFor(event: TraceEvent, trace: Trace, index: TraceIndex): Advice | null {
	const words = adviceWords.now;
	switch (event.kind) {
		case 'link.dropped':
		case 'link.duplicated':
		case 'link.delayed':
		case 'link.fault':
		case 'link.missed':
		case 'network.missed':
		case 'network.faults':
		case 'process.paused':
			return adviceForFault(event);
		case 'link.sent':
		case 'link.delivered': {
			const flight = index.flightOf(event.seq);
			if (flight === undefined) return null;
			const { method, fields } = flight.message;
			const client = flight.link.toNode;
			if (method === 'channel.close' || method === 'connection.close') {
				const code = Number(fields['code'] ?? 0);
				const scope = method === 'channel.close' ? 'channel' : 'connection';
				if (!(code >= 300)) return null;
				return adviceForError(code, String(fields['text'] ?? ''), scope, client);
			}
			if (method === 'basic.return') return returned(client);
			if (flight.link.fromNode !== 'broker') return null;
			if (method === 'basic.ack') return confirmed();
			return method === 'basic.nack' ? notConfirmed() : null;
		}
		case 'channel.refused':
		case 'connection.failed': {
			const { code, text } = event.data;
			const scope = event.kind === 'connection.failed' || code >= 500 ? 'connection' : 'channel';
			return adviceForError(code, text, scope, index.client(event.actor) ?? words.theClient);
		}
		case 'publish.returned':
			return returned(index.client(event.actor) ?? words.itsPublisher);
		case 'publish.confirmed':
			return event.data.accepted ? confirmed() : notConfirmed();
		case 'exchange.unroutable':
			return event.data.returned ? returned(words.itsPublisher) : lost();
		case 'queue.expired':
			return ended(event, trace, 'expired');
		case 'queue.rejected':
			return ended(event, trace, 'rejected');
		case 'queue.dropped':
			return {
				meaning: event.data.reason === 'reject-publish' ? words.newcomerRefused : words.endsHere,
				attempt: event.data.reason === 'rejected' ? words.keepRejected : words.makeRoom,
				tone: 'problem'
			};
		case 'queue.requeued':
			return {
				meaning: words.requeued,
				attempt: null,
				tone: 'plain'
			};
		default:
			return null;
	}
}

function returned(client: string): Advice {
	const words = adviceWords.now;
	return { meaning: words.returned(client), attempt: words.returnedAttempt, tone: 'problem' };
}

function lost(): Advice {
	const words = adviceWords.now;
	return { meaning: words.lost, attempt: words.lostAttempt, tone: 'problem' };
}

function confirmed(): Advice {
	return { meaning: adviceWords.now.confirmed, attempt: null, tone: 'plain' };
}

function notConfirmed(): Advice {
	const words = adviceWords.now;
	return { meaning: words.notConfirmed, attempt: words.notConfirmedAttempt, tone: 'problem' };
}

/** A message dies in a queue: it goes to the dead-letter exchange where there is one. */
function ended(event: TraceEvent, trace: Trace, how: 'expired' | 'rejected'): Advice {
	const words = adviceWords.now;
	const queue = actorState(trace.worldAt(event.seq), 'queue', actorName(event.actor));
	const limits = queue?.definition.limits;
	const exchange = limits?.deadLetterExchange ?? null;
	const ttl = limits?.messageTtlUs ?? null;
	const why =
		how === 'rejected'
			? words.whyRejected
			: ttl === null
				? words.whyOwnExpiration
				: words.whyTtl(formatSpan(ttl));
	if (exchange === null) {
		return { meaning: words.gone(why), attempt: words.goneAttempt, tone: 'problem' };
	}
	const key = limits?.deadLetterRoutingKey ?? null;
	return { meaning: words.deadLettered(why, exchange, key), attempt: null, tone: 'plain' };
}
