// How one message was routed: exchange by exchange, what each binding said of it, where it got to, and the deaths behind it.
// Read from the trace and the world at each step; nothing is guessed.
import {
	explainBindings,
	field,
	parseTable,
	type BindingVerdict,
	type ExchangeState,
	type Message
} from '#broker';
import { actorName } from '#kernel';
import { actorState, type Trace, type TraceEvent } from '#trace';
import type { ExchangeKind } from '../stage/exchange-look.ts';

/** One exchange a message passed. */
export interface Hop {
	/** The event that brought it there. */
	readonly seq: number;
	readonly exchange: string;
	readonly kind: ExchangeKind;
	/** Routing key, then CC and BCC keys. */
	readonly keys: readonly string[];
	/** Each binding of the exchange at that moment; none for the default exchange. */
	readonly verdicts: readonly BindingVerdict[];
	/** Nothing matched, and this exchange got it instead; null else. */
	readonly alternate: string | null;
	/** Of the default exchange: queues there were, for a message whose queue was missing. */
	readonly queues: readonly string[];
}

/** A death before: in which queue, why, and where the broker sent it. */
export interface Death {
	/** The event that brought it to the dead-letter exchange. */
	readonly seq: number;
	readonly at: number;
	readonly queue: string;
	readonly reason: string;
	readonly exchange: string;
	/** Where it got to. */
	readonly into: readonly string[];
}

/** A line of the header x-death as the message has it now. */
export interface DeathCount {
	readonly queue: string;
	readonly reason: string;
	readonly count: number;
}

export interface Journey {
	readonly messageId: number;
	readonly hops: readonly Hop[];
	/** Queues that took it, with the events of that. */
	readonly arrivals: readonly { readonly queue: string; readonly seq: number }[];
	/** What became of it when no queue took it. */
	readonly end: 'queued' | 'dropped' | 'returned' | 'handed over directly' | 'refused';
	/** Oldest first; none for a message that never died. */
	readonly deaths: readonly Death[];
	readonly deathCounts: readonly DeathCount[];
}

type Published = Extract<TraceEvent, { kind: 'exchange.publish' }>;

/** The journey of a message; null for an id that is none. */
export function journeyOf(trace: Trace, messageId: number): Journey | null {
	const first = messageId < trace.length ? trace.event(messageId) : undefined;
	if (first?.kind !== 'exchange.publish') return null;
	const arrivals = arrivalsOf(trace, messageId);
	const forwarded = eventsOf(trace, 'exchange.forwarded').filter(
		({ data }) => data.message.id === messageId
	);
	const hops = [
		hopOf(trace, first, messageOf(first)),
		...forwarded.map((event) => hopOf(trace, event, event.data.message))
	].filter((hop) => hop !== null);
	return {
		messageId,
		hops,
		arrivals,
		end: arrivals.length > 0 ? 'queued' : endOf(trace, messageId),
		deaths: deathsBefore(trace, first),
		deathCounts: deathCounts(first.data.properties.headers)
	};
}

function arrivalsOf(trace: Trace, messageId: number): Journey['arrivals'] {
	return eventsOf(trace, 'queue.enqueued')
		.filter(({ data }) => data.message.id === messageId)
		.map(({ actor, seq }) => ({ queue: actorName(actor), seq }));
}

function endOf(trace: Trace, messageId: number): Journey['end'] {
	const unroutable = eventsOf(trace, 'exchange.unroutable').find(
		({ data }) => data.messageId === messageId
	);
	if (unroutable !== undefined) return unroutable.data.returned ? 'returned' : 'dropped';
	const isDirect = eventsOf(trace, 'reply.delivered').some(
		({ data }) => data.message.id === messageId
	);
	return isDirect ? 'handed over directly' : 'refused';
}

/** What an exchange said; null when there was no such exchange. */
function hopOf(
	trace: Trace,
	event: Extract<TraceEvent, { kind: 'exchange.publish' | 'exchange.forwarded' }>,
	message: Message
): Hop | null {
	const exchange = actorName(event.actor);
	const state = actorState(trace.worldAt(event.seq), 'exchange', exchange);
	const last = actorState(trace.worldAt(event.seq + 1), 'exchange', exchange)?.last;
	if (state === undefined) return null;
	const { type, alternate } = state.definition;
	const keys = last?.messageId === message.id ? last.keys : [message.routingKey];
	const verdicts = explainBindings(type, state.bindings, keys, message);
	const isLost = last?.messageId === message.id && last.destinations.length === 0;
	return {
		seq: event.seq,
		exchange,
		kind: exchange === '' ? 'default' : type,
		keys,
		verdicts,
		alternate: verdicts.some(({ matched }) => matched) ? null : alternate,
		queues: exchange === '' && isLost ? queueNames(state) : []
	};
}

/** Queue names shown at most. */
const namesMax = 6;

function queueNames(state: ExchangeState): readonly string[] {
	return [...state.queues.names()].toSorted().slice(0, namesMax);
}

/** A message as its exchange took it in, as far as routing asks. */
function messageOf({ seq, at, actor, data }: Published): Message {
	return {
		id: seq,
		exchange: actorName(actor),
		routingKey: data.routingKey,
		blindKeys: data.deadLetter?.blindKeys ?? null,
		properties: data.properties,
		body: data.body,
		publisher: data.publisher,
		publishedAt: at,
		deadLetterOf: data.deadLetter?.of ?? null
	};
}

/** Deaths that led to this message, oldest first. */
function deathsBefore(trace: Trace, last: Published): readonly Death[] {
	const deaths: Death[] = [];
	let event: TraceEvent = last;
	while (event.kind === 'exchange.publish' && event.data.deadLetter !== null) {
		deaths.unshift({
			seq: event.seq,
			at: event.at,
			queue: actorName(event.data.publisher),
			reason: event.data.deadLetter.reason,
			exchange: actorName(event.actor),
			into: arrivalsOf(trace, event.seq).map(({ queue }) => queue)
		});
		event = trace.event(event.data.deadLetter.of);
	}
	return deaths;
}

/** The header x-death, newest first as RabbitMQ keeps it. */
function deathCounts(headers: string | undefined): readonly DeathCount[] {
	const found = field(parseTable(headers), 'x-death');
	if (found?.[1] !== 'A' || !Array.isArray(found[2])) return [];
	return (found[2] as readonly (readonly [string, unknown])[]).flatMap(([type, entry]) => {
		if (type !== 'F') return [];
		const table = entry as ReturnType<typeof parseTable>;
		return [
			{
				queue: String(field(table, 'queue')?.[2]),
				reason: String(field(table, 'reason')?.[2]),
				count: Number(field(table, 'count')?.[2])
			}
		];
	});
}

function eventsOf<K extends TraceEvent['kind']>(
	trace: Trace,
	kind: K
): Extract<TraceEvent, { kind: K }>[] {
	return trace.seqsOfKind(kind).map((seq) => trace.event(seq) as Extract<TraceEvent, { kind: K }>);
}
