// Any fact of an event by name, as lessons, checks and filters ask for it: the fields of its data, of the message it
// speaks of, of a guest's note, and a few that every event has.
import { actorName } from '#kernel';
import { readFacts } from './describe-note.ts';
import type { TraceEvent } from './trace-event.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * A field of an event; undefined when it has none of that name.
 *
 * - `actor` the actor id, `name` the part behind its colon
 * - for messages on a link: `from`, `to`, `protocol`, `method`, `shape`, `body`, `call` (its number) and the fields of the
 *   AMQP method or Pomelo package (`routingKey`, `correlationId`, `route`, ...)
 * - for a guest's note: the fields of its JSON (`serverType`, `chosen`, ...)
 * - for calls: `call`, the number
 * - else a field of the event's data
 */
export function eventField(event: TraceEvent, field: string, index: TraceIndex): unknown {
	if (field === 'actor') return event.actor;
	if (field === 'name') return actorName(event.actor);
	const flight = index.flightOf(event.seq);
	if (flight !== undefined) {
		const { link, message } = flight;
		if (field === 'from') return link.fromNode;
		if (field === 'to') return link.toNode;
		if (field === 'protocol') return link.protocol;
		if (field === 'method' || field === 'shape' || field === 'body') {
			return message.fields[field] ?? message[field];
		}
		if (field === 'package') return message.method;
		if (field === 'call') return flight.call ?? undefined;
		if (message.fields[field] !== undefined) return message.fields[field];
	}
	if (field === 'call' && event.kind.startsWith('call.')) return Number(actorName(event.actor));
	const data = event.data as Readonly<Record<string, unknown>>;
	if (Object.hasOwn(data, field)) return data[field];
	return event.kind === 'process.note' ? readFacts(event.data.json)[field] : undefined;
}
