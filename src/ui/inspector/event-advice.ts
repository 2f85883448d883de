// What an event of the broker means for a student: what happened, with which values, what to try. Only for events that need
// it: errors, refusals, returns, confirms, messages that end. Pure.
import { actorName } from '#kernel';
import type { Trace, TraceEvent, TraceIndex } from '#trace';
import { actorState } from '#trace';
import { formatSpan } from '../shared/format-time.ts';
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
	switch (event.kind) {
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
			if (method === 'basic.ack') return confirmed;
			return method === 'basic.nack' ? notConfirmed : null;
		}
		case 'channel.refused':
		case 'connection.failed': {
			const { code, text } = event.data;
			const scope = event.kind === 'connection.failed' || code >= 500 ? 'connection' : 'channel';
			return adviceForError(code, text, scope, index.client(event.actor) ?? 'the client');
		}
		case 'publish.returned':
			return returned(index.client(event.actor) ?? 'its publisher');
		case 'publish.confirmed':
			return event.data.accepted ? confirmed : notConfirmed;
		case 'exchange.unroutable':
			return event.data.returned ? returned('its publisher') : lost;
		case 'queue.expired':
			return ended(event, trace, 'expired');
		case 'queue.rejected':
			return ended(event, trace, 'rejected');
		case 'queue.dropped':
			return {
				meaning:
					event.data.reason === 'reject-publish'
						? 'The queue has reached its length limit and is told to refuse newcomers (x-overflow: reject-publish). On a confirm channel the publisher gets a nack.'
						: 'The message ends here: the queue has no dead-letter exchange that could take it.',
				attempt:
					event.data.reason === 'rejected'
						? 'Give the queue a dead-letter exchange (deadLetterExchange) to keep such messages.'
						: 'Raise the limit, add consumers, or give the queue a dead-letter exchange.',
				tone: 'problem'
			};
		case 'queue.requeued':
			return {
				meaning:
					'The messages go back to their old places in the queue and are handed out again, marked as redelivered.',
				attempt: null,
				tone: 'plain'
			};
		default:
			return null;
	}
}

function returned(client: string): Advice {
	return {
		meaning: `No queue took the message. It was published as mandatory, so the broker sends it back to ${client}, where the channel emits 'return'.`,
		attempt:
			'Bind a queue with a key that fits, or give the exchange an alternate exchange. See below why no binding matched.',
		tone: 'problem'
	};
}

const lost: Advice = {
	meaning:
		'No queue took the message, and it was not published as mandatory: it is gone, and nobody is told. A publisher confirm would say "taken" all the same.',
	attempt:
		'Publish with { mandatory: true } to hear of it, bind a queue with a key that fits, or give the exchange an alternate exchange.',
	tone: 'problem'
};

const confirmed: Advice = {
	meaning:
		'On a confirm channel the broker answers each message. This answer says that it has dealt with the message: every queue it was routed to has it, or no queue wanted it.',
	attempt: null,
	tone: 'plain'
};

const notConfirmed: Advice = {
	meaning:
		'The broker did not take the message: a queue refused it. The callback of publish gets an error, and waitForConfirms rejects.',
	attempt:
		'Publish it again later, make room in the queue, or let the oldest message go instead (x-overflow: drop-head).',
	tone: 'problem'
};

/** A message dies in a queue: it goes to the dead-letter exchange where there is one. */
function ended(event: TraceEvent, trace: Trace, how: 'expired' | 'rejected'): Advice {
	const queue = actorState(trace.worldAt(event.seq), 'queue', actorName(event.actor));
	const limits = queue?.definition.limits;
	const exchange = limits?.deadLetterExchange ?? null;
	const ttl = limits?.messageTtlUs ?? null;
	const why =
		how === 'rejected'
			? 'A consumer refused it and did not want it queued again'
			: ttl === null
				? 'It waited longer than its own expiration allows'
				: `It waited longer than the queue allows (x-message-ttl: ${formatSpan(ttl)})`;
	if (exchange === null) {
		return {
			meaning: `${why}. The queue has no dead-letter exchange, so the message is gone.`,
			attempt: 'Declare the queue with deadLetterExchange to keep such messages.',
			tone: 'problem'
		};
	}
	const name = exchange === '' ? 'the default exchange' : `the exchange ${exchange}`;
	const key = limits?.deadLetterRoutingKey ?? null;
	const under = key === null ? 'under its old routing key' : `under the routing key ${key}`;
	return {
		meaning: `${why}. The queue hands it to its dead-letter exchange, ${name}, ${under}; the header x-death keeps count.`,
		attempt: null,
		tone: 'plain'
	};
}
