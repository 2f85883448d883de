// The arguments of a queue declaration: what RabbitMQ refuses, and what the rest means.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue.erl (check_declare_arguments, declare_args),
// rabbit_classic_queue.erl and rabbit_quorum_queue.erl (capabilities).
// Differs: there are no streams, `x-queue-type: stream` is refused as an unsupported type.
import type { BrokerBehaviour } from './broker-version.ts';
import {
	defaultQueueArguments,
	type Overflow,
	type QueueArguments,
	type QueueType
} from './definitions.ts';
import { ttlFault, ttlUs } from './expiration.ts';
import { field, isInteger, typeWord, type Table, type TableField } from './table.ts';

type Check = (argument: TableField, all: Table) => string | undefined;

const overflows: readonly string[] = ['drop-head', 'reject-publish', 'reject-publish-dlx'];
const strategies: readonly string[] = ['at-most-once', 'at-least-once'];
const locators: readonly string[] = ['client-local', 'balanced', 'random', 'least-leaders'];

const anything: Check = () => undefined;
const lifetime: Check = (argument) =>
	wholeNumberFault(argument) ?? ttlFault(Number(argument[2])) ?? undefined;

/** The check of each argument RabbitMQ knows, in its order: undefined when fine, else its reason. */
const checks: Readonly<Record<string, Check>> = {
	'x-expires': (argument) => aboveZero(argument) ?? lifetime(argument, []),
	'x-message-ttl': lifetime,
	'x-dead-letter-exchange': anything,
	'x-dead-letter-routing-key': (argument, all) =>
		textFault(argument) ??
		(field(all, 'x-dead-letter-exchange') === undefined
			? 'routing_key_but_no_dlx_defined'
			: undefined),
	'x-dead-letter-strategy': (argument) => among(argument, strategies, 'invalid_dlx_strategy'),
	'x-max-length': wholeNumberFault,
	'x-max-length-bytes': wholeNumberFault,
	'x-max-in-memory-length': wholeNumberFault,
	'x-max-in-memory-bytes': wholeNumberFault,
	'x-max-priority': (argument) =>
		wholeNumberFault(argument) ??
		(Number(argument[2]) > 255 ? `{max_value_exceeded,${String(argument[2])}}` : undefined),
	'x-overflow': (argument) => among(argument, overflows, 'invalid_overflow'),
	'x-queue-mode': (argument) => oneOf(argument, ['default', 'lazy'], 'unsupported queue mode'),
	'x-queue-version': (argument) =>
		wholeNumberFault(argument) ??
		(argument[2] === 1 || argument[2] === 2
			? undefined
			: `"unsupported queue version '${String(argument[2])}'"`),
	'x-single-active-consumer': booleanFault,
	'x-queue-type': anything,
	'x-queue-master-locator': anything,
	'x-max-age': anything,
	'x-stream-max-segment-size-bytes': anything,
	'x-initial-cluster-size': anything,
	'x-delivery-limit': anything,
	'x-queue-leader-locator': (argument) => among(argument, locators, 'invalid_queue_locator_arg'),
	'x-quorum-initial-group-size': aboveZero
};

/** What each type of queue takes, in the order in which it compares; what is not named here at all is ignored. */
const argumentsOf: Readonly<Record<QueueType, readonly string[]>> = {
	classic: [
		'x-expires',
		'x-message-ttl',
		'x-dead-letter-exchange',
		'x-dead-letter-routing-key',
		'x-max-length',
		'x-max-length-bytes',
		'x-max-priority',
		'x-overflow',
		'x-queue-mode',
		'x-queue-version',
		'x-single-active-consumer',
		'x-queue-type',
		'x-queue-master-locator'
	],
	quorum: [
		'x-dead-letter-exchange',
		'x-dead-letter-routing-key',
		'x-dead-letter-strategy',
		'x-expires',
		'x-max-length',
		'x-max-length-bytes',
		'x-max-in-memory-length',
		'x-max-in-memory-bytes',
		'x-overflow',
		'x-single-active-consumer',
		'x-queue-type',
		'x-quorum-initial-group-size',
		'x-delivery-limit',
		'x-message-ttl',
		'x-queue-leader-locator'
	]
};

/** Arguments that count when a queue of that type is declared again, in RabbitMQ's order. */
export function comparedArguments(type: QueueType): readonly string[] {
	return argumentsOf[type];
}

function wholeNumberFault([, type, value]: TableField): string | undefined {
	if (!isInteger(type)) return `"expected integer, got ${typeWord(type)}"`;
	return Number(value) < 0 ? `{value_negative,${String(value)}}` : undefined;
}

function aboveZero(argument: TableField): string | undefined {
	return wholeNumberFault(argument) ?? (argument[2] === 0 ? '{value_zero,0}' : undefined);
}

function textFault([, type]: TableField): string | undefined {
	return type === 'S' ? undefined : unacceptable(type);
}

function booleanFault([, type]: TableField): string | undefined {
	return type === 't' ? undefined : unacceptable(type);
}

function unacceptable(type: string): string {
	return `{unacceptable_type,${typeWord(type)}}`;
}

function among(
	argument: TableField,
	words: readonly string[],
	complaint: string
): string | undefined {
	return textFault(argument) ?? (words.includes(argument[2] as string) ? undefined : complaint);
}

function oneOf(
	argument: TableField,
	words: readonly string[],
	complaint: string
): string | undefined {
	return among(argument, words, `"${complaint} '${String(argument[2])}'"`);
}

/** The sentence for the first argument RabbitMQ refuses in a new queue, or undefined. */
export function argumentFault(
	queue: string,
	table: Table,
	behaviour: BrokerBehaviour
): string | undefined {
	if (table.length === 0) return undefined;
	const place = `queue '${queue}' in vhost '/'`;
	const exchange = field(table, 'x-dead-letter-exchange');
	if (exchange !== undefined && exchange[1] !== 'S') {
		return `invalid type '${typeWord(exchange[1])}' for arg 'x-dead-letter-exchange' in ${place}`;
	}
	const invalid = (name: string, reason: string) => `invalid arg '${name}' for ${place}${reason}`;
	const wanted = field(table, 'x-queue-type');
	const badType = wanted && oneOf(wanted, Object.keys(argumentsOf), 'unsupported queue type');
	if (badType !== undefined) return invalid('x-queue-type', `: ${badType}`);
	const type = queueTypeIn(table);
	for (const [name, check] of Object.entries(checks)) {
		const argument = argumentsOf[type].includes(name) ? field(table, name) : undefined;
		const fault = argument && check(argument, table);
		if (fault !== undefined) return invalid(name, `: ${fault}`);
	}
	const taken = behaviour.permitsQueueMode
		? argumentsOf[type]
		: argumentsOf[type].filter((name) => name !== 'x-queue-mode');
	const foreign = table.find(([name]) => name in checks && !taken.includes(name));
	return foreign && invalid(foreign[0], ` of queue type rabbit_${type}_queue`);
}

/** The sentence for the first argument RabbitMQ refuses in a new consumer, or undefined. */
export function consumerArgumentFault(queue: string, table: Table): string | undefined {
	const priority = field(table, 'x-priority');
	const leaves = field(table, 'x-cancel-on-ha-failover');
	const place = `for queue '${queue}' in vhost '/'`;
	if (priority !== undefined && !isInteger(priority[1])) {
		return `invalid arg 'x-priority' ${place}: "expected integer, got ${typeWord(priority[1])}"`;
	}
	const fault = leaves && booleanFault(leaves);
	return fault && `invalid arg 'x-cancel-on-ha-failover' ${place}: ${fault}`;
}

/** What kind of queue valid arguments ask for. */
export function queueTypeIn(table: Table): QueueType {
	return field(table, 'x-queue-type')?.[2] === 'quorum' ? 'quorum' : 'classic';
}

/** What valid arguments mean. */
export function readQueueArguments(table: Table, behaviour: BrokerBehaviour): QueueArguments {
	if (table.length === 0) return defaultQueueArguments;
	const number = (name: string) => {
		const found = field(table, name);
		return found !== undefined && isInteger(found[1]) ? (found[2] as number) : null;
	};
	const text = (name: string) => (field(table, name)?.[2] ?? null) as string | null;
	const ttlMs = number('x-message-ttl');
	const expiresMs = number('x-expires');
	const type = queueTypeIn(table);
	return {
		messageTtlUs: ttlMs === null ? null : ttlUs(ttlMs),
		expiresUs: expiresMs === null ? null : ttlUs(expiresMs),
		deadLetterExchange: text('x-dead-letter-exchange'),
		deadLetterRoutingKey: text('x-dead-letter-routing-key'),
		lengthMax: number('x-max-length'),
		lengthBytesMax: number('x-max-length-bytes'),
		overflow: (text('x-overflow') ?? 'drop-head') as Overflow,
		priorityMax: number('x-max-priority'),
		singleActiveConsumer: field(table, 'x-single-active-consumer')?.[2] === true,
		type,
		deliveryLimit: type === 'quorum' ? deliveryLimitIn(number('x-delivery-limit'), behaviour) : null
	};
}

/** Where there is a default, a negative limit is none. */
function deliveryLimitIn(wish: number | null, behaviour: BrokerBehaviour): number | null {
	const { deliveryLimitDefault } = behaviour;
	if (deliveryLimitDefault === null) return wish;
	if (wish === null) return deliveryLimitDefault;
	return wish < 0 ? null : wish;
}
