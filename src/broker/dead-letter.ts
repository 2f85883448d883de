// Dead letters: what a queue publishes to its dead-letter exchange when a message is rejected, expires or does not fit, and
// the headers that tell its story.
// Source: https://www.rabbitmq.com/docs/dlx; rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_dead_letter.erl.
import { tell, type Effect, type Micros } from '#kernel';
import { behaviourOf } from './broker-version.ts';
import { exchangeId, queueId, type QueueType } from './definitions.ts';
import type { DeadLetterReason, Publication } from './events.ts';
import type { Message, Properties } from './message.ts';
import type { QueuedMessage, QueueState } from './queue-state.ts';
import {
	field,
	parseTable,
	sortedTable,
	tableText,
	textsIn,
	withField,
	withoutFields,
	type FieldValue,
	type Table
} from './table.ts';

/** Publishes a message of the queue to its dead-letter exchange; undefined when it has none. */
export function deadLetter(
	state: QueueState,
	queued: QueuedMessage,
	reason: DeadLetterReason,
	at: Micros
): Effect | undefined {
	const { limits, name } = state.definition;
	if (limits.deadLetterExchange === null) return undefined;
	const message = tellsExpiration(state) ? queued.message : withoutExpiration(queued.message);
	const seconds = Math.floor((state.startDateMs + at / 1000) / 1000);
	const key = limits.deadLetterRoutingKey;
	const publication: Publication = {
		routingKey: key ?? message.routingKey,
		mandatory: false,
		properties: buried(storyOf(message, state), name, reason, seconds, key !== null),
		body: message.body,
		publisher: queueId(name),
		publishSeq: null,
		deadLetter: { of: message.id, reason, blindKeys: key === null ? message.blindKeys : null }
	};
	return tell(exchangeId(limits.deadLetterExchange), 'exchange.publish', publication);
}

/** What a lazy queue reads back from disk is dead-lettered without a word of the expiration it had. */
function tellsExpiration({ definition }: QueueState): boolean {
	return field(parseTable(definition.arguments), 'x-queue-mode')?.[2] !== 'lazy';
}

function withoutExpiration(message: Message): Message {
	const { expiration: _untold, ...properties } = message.properties;
	return { ...message, properties };
}

/** The message as far as its deaths count: what its publisher wrote into `x-death` counts in some releases only. */
function storyOf(message: Message, state: QueueState): Message {
	const { headers } = message.properties;
	const isPublished = message.deadLetterOf === null && headers?.includes('"x-death"') === true;
	if (!isPublished || behaviourOf(state.version).continuesDeaths) return message;
	const table = withoutFields(parseTable(headers), 'x-death');
	return { ...message, properties: { ...message.properties, headers: tableText(table) } };
}

/** The message's properties with the death written down. */
function buried(
	message: Message,
	queue: string,
	reason: DeadLetterReason,
	seconds: number,
	ownKey: boolean
): Properties {
	const { expiration: _gone, headers, ...rest } = message.properties;
	const before = parseTable(headers);
	const first = newDeath(message, before, queue, reason, seconds);
	const after = ownKey ? withoutFields(before, 'CC') : before;
	const known = field(before, 'x-death');
	if (known?.[1] === 'A') {
		const story = continued(deathsIn(before), first, queue, reason);
		return { ...rest, headers: tableText(withField(after, 'x-death', 'A', asFields(story))) };
	}
	let table = withField(after, 'x-death', 'A', asFields([first]));
	if (known === undefined) {
		table = withField(table, 'x-first-death-reason', 'S', reason);
		table = withField(table, 'x-first-death-queue', 'S', queue);
		table = withField(table, 'x-first-death-exchange', 'S', message.exchange);
	}
	return { ...rest, headers: tableText(table) };
}

/** The deaths after one more: it comes first, with its fields sorted; several others change their order, as there. */
function continued(
	deaths: readonly Table[],
	first: Table,
	queue: string,
	reason: DeadLetterReason
): readonly Table[] {
	const others = deaths.length > 1 ? deaths.toReversed() : deaths;
	const same = others.find((death) => isDeath(death, queue, reason));
	const newest = same === undefined ? first : countedAgain(same);
	return [sortedTable(newest), ...others.filter((death) => death !== same)];
}

function countedAgain(death: Table): Table {
	return death.map((entry) =>
		entry[0] === 'count' ? ['count', 'l', Number(entry[2]) + 1] : entry
	);
}

function asFields(deaths: readonly Table[]): readonly FieldValue[] {
	return deaths.map((death) => ['F', death]);
}

function newDeath(
	message: Message,
	headers: Table,
	queue: string,
	reason: DeadLetterReason,
	seconds: number
): Table {
	const keys = [message.routingKey, ...textsIn(field(headers, 'CC')?.[2])];
	const death: Table = [
		['count', 'l', 1],
		['reason', 'S', reason],
		['queue', 'S', queue],
		['time', 'T', seconds],
		['exchange', 'S', message.exchange],
		['routing-keys', 'A', keys.map((key) => ['S', key])]
	];
	const { expiration } = message.properties;
	return expiration === undefined ? death : [...death, ['original-expiration', 'S', expiration]];
}

/** The deaths a message carries, newest first. */
function deathsIn(headers: Table): readonly Table[] {
	const found = field(headers, 'x-death');
	if (found?.[1] !== 'A' || !Array.isArray(found[2])) return [];
	return (found[2] as readonly FieldValue[]).flatMap((item) =>
		item[0] === 'F' ? [item[1] as Table] : []
	);
}

function isDeath(death: Table, queue: string, reason: string): boolean {
	return field(death, 'queue')?.[2] === queue && field(death, 'reason')?.[2] === reason;
}

/**
 * Whether a dead letter would come into a queue it has died in before without anybody having rejected it since:
 * such circles are cut.
 */
export function isCircle(properties: Properties, queue: string, reason: DeadLetterReason): boolean {
	if (reason === 'rejected') return false;
	const deaths = deathsIn(parseTable(properties.headers));
	const at = deaths.findIndex((death) => field(death, 'queue')?.[2] === queue);
	if (at < 0) return false;
	return deaths.slice(0, at + 1).every((death) => field(death, 'reason')?.[2] !== 'rejected');
}

/**
 * The message as a consumer gets it: quorum queues say how often it came back, and to who asks for one (`always`) also
 * that it never did.
 */
export function deliveredMessage(queued: QueuedMessage, type: QueueType, always = false): Message {
	const { message, returns } = queued;
	if (type !== 'quorum' || (returns === 0 && !always)) return message;
	const headers = parseTable(message.properties.headers);
	const counted = tableText(withField(headers, 'x-delivery-count', 'l', returns));
	return { ...message, properties: { ...message.properties, headers: counted } };
}
