// The arguments of a queue declaration: what RabbitMQ refuses, and what the rest means.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_amqqueue.erl (declare_args, check_arguments).
import { defaultQueueArguments, type Overflow, type QueueArguments } from './definitions.ts';
import { ttlUs } from './expiration.ts';
import { field, isInteger, typeWord, type Table, type TableField } from './table.ts';

/** Arguments that count when a queue is declared again, in RabbitMQ's order. */
export const comparedArguments = [
	'x-expires',
	'x-message-ttl',
	'x-dead-letter-exchange',
	'x-dead-letter-routing-key',
	'x-dead-letter-strategy',
	'x-max-length',
	'x-max-length-bytes',
	'x-max-priority',
	'x-overflow',
	'x-queue-mode',
	'x-queue-version',
	'x-single-active-consumer',
	'x-queue-type',
	'x-delivery-limit',
	'x-queue-leader-locator',
	'x-quorum-initial-group-size'
] as const;

type Check = (argument: TableField, all: Table) => string | undefined;

const overflows: readonly string[] = ['drop-head', 'reject-publish', 'reject-publish-dlx'];

/** The check of each argument: undefined when fine, else RabbitMQ's reason. */
const checks: Readonly<Record<string, Check>> = {
	'x-expires': (argument) => {
		const fault = wholeNumberFault(argument);
		return fault ?? (argument[2] === 0 ? '{value_zero,0}' : undefined);
	},
	'x-message-ttl': wholeNumberFault,
	'x-dead-letter-routing-key': (argument, all) =>
		textFault(argument) ??
		(field(all, 'x-dead-letter-exchange') === undefined
			? 'routing_key_but_no_dlx_defined'
			: undefined),
	'x-max-length': wholeNumberFault,
	'x-max-length-bytes': wholeNumberFault,
	'x-max-priority': (argument) =>
		wholeNumberFault(argument) ??
		(Number(argument[2]) > 255 ? `{max_value_exceeded,${String(argument[2])}}` : undefined),
	'x-overflow': (argument) =>
		textFault(argument) ??
		(overflows.includes(argument[2] as string) ? undefined : 'invalid_overflow'),
	'x-queue-mode': (argument) =>
		textFault(argument) ?? oneOf(argument, ['default', 'lazy'], 'unsupported queue mode'),
	'x-single-active-consumer': (argument) =>
		argument[1] === 't' ? undefined : `"expected boolean, got ${typeWord(argument[1])}"`,
	'x-queue-type': (argument) =>
		textFault(argument) ?? oneOf(argument, ['classic', 'quorum'], 'unsupported queue type'),
	'x-delivery-limit': wholeNumberFault
};

function wholeNumberFault(argument: TableField): string | undefined {
	const [, type, value] = argument;
	if (!isInteger(type)) return `"expected integer, got ${typeWord(type)}"`;
	return Number(value) < 0 ? `{value_negative,${String(value)}}` : undefined;
}

function textFault(argument: TableField): string | undefined {
	return argument[1] === 'S' ? undefined : `{unacceptable_type,${typeWord(argument[1])}}`;
}

function oneOf(
	argument: TableField,
	words: readonly string[],
	complaint: string
): string | undefined {
	const word = String(argument[2]);
	return words.includes(word) ? undefined : `"${complaint} '${word}'"`;
}

/** The sentence for the first argument RabbitMQ refuses in a new queue, or undefined. */
export function argumentFault(queue: string, table: Table): string | undefined {
	const place = `queue '${queue}' in vhost '/'`;
	const exchange = field(table, 'x-dead-letter-exchange');
	if (exchange !== undefined && exchange[1] !== 'S') {
		return `invalid type '${typeWord(exchange[1])}' for arg 'x-dead-letter-exchange' in ${place}`;
	}
	for (const [name, check] of Object.entries(checks)) {
		const argument = field(table, name);
		const fault = argument === undefined ? undefined : check(argument, table);
		if (fault !== undefined) return `invalid arg '${name}' for ${place}: ${fault}`;
	}
	if (field(table, 'x-queue-type')?.[2] !== 'quorum') return undefined;
	if (field(table, 'x-max-priority') === undefined) return undefined;
	return `invalid arg 'x-max-priority' for ${place} of queue type rabbit_quorum_queue`;
}

/** What valid arguments mean. */
export function readQueueArguments(table: Table): QueueArguments {
	if (table.length === 0) return defaultQueueArguments;
	const number = (name: string) => (field(table, name)?.[2] ?? null) as number | null;
	const text = (name: string) => (field(table, name)?.[2] ?? null) as string | null;
	const ttlMs = number('x-message-ttl');
	const expiresMs = number('x-expires');
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
		type: text('x-queue-type') === 'quorum' ? 'quorum' : 'classic',
		deliveryLimit: number('x-delivery-limit')
	};
}
