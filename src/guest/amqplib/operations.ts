// What each channel operation asks for and what its answer becomes, shared by both APIs.
// Options are read here, when the operation is asked for; fields are checked when it is sent (method-fields.ts).
// Source: amqplib documentation (channel_api.html), index.d.ts; reference amqp.md sections 3 to 9.

import type { GetMessage, Options, Replies } from './amqplib-types.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { prototypeOf } from './table.ts';
import { ObjectCreate, ObjectKeys } from '../runtime/primordials.ts';
import { gottenMessage } from './message-properties.ts';

/** A method that waits for an answer. */
export interface Operation<A> {
	readonly method: string;
	readonly values: readonly unknown[];
	/** The method that answers it. */
	readonly expect: string;
	/** What the program gets for the answering frame. */
	readonly answer: (reply: WirePayload) => A;
}

type Given = Readonly<Record<string, unknown>>;

const noOptions: Given = {};

function given(options: object | null | undefined): Given {
	return (options ?? noOptions) as Given;
}

function operation<A>(
	method: string,
	values: readonly unknown[],
	answer: (reply: WirePayload) => A
): Operation<A> {
	return { method, values, expect: `${method}-ok`, answer };
}

const empty = (): Replies.Empty => ({});
const messageCount = (reply: WirePayload): Replies.PurgeQueue => ({
	messageCount: reply[2] as number
});
const declaredQueue = (reply: WirePayload): Replies.AssertQueue => ({
	queue: reply[2] as string,
	messageCount: reply[3] as number,
	consumerCount: reply[4] as number
});

/** The program's arguments table with amqplib's keys in front; keys with undefined are left out when encoding. */
function argumentsWith(base: unknown, own: Given): object {
	const table = ObjectCreate(base ? prototypeOf(base) : null) as Record<string, unknown>;
	const keys = ObjectKeys(own);
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as string;
		if (own[key] !== undefined) table[key] = own[key];
	}
	return table;
}

export function openChannel(): Operation<Replies.Empty> {
	return operation('channel.open', [], empty);
}

export function selectConfirms(): Operation<Replies.Empty> {
	return operation('confirm.select', [], empty);
}

export function assertQueue(
	queue?: string,
	options?: Options.AssertQueue
): Operation<Replies.AssertQueue> {
	const o = given(options);
	const table = argumentsWith(o['arguments'], {
		'x-expires': o['expires'],
		'x-message-ttl': o['messageTtl'],
		'x-dead-letter-exchange': o['deadLetterExchange'],
		'x-dead-letter-routing-key': o['deadLetterRoutingKey'],
		'x-max-length': o['maxLength'],
		'x-max-priority': o['maxPriority'],
		'x-overflow': o['overflow'],
		'x-queue-mode': o['queueMode']
	});
	const durable = o['durable'] === undefined ? true : o['durable'];
	return operation(
		'queue.declare',
		[queue || '', false, durable, o['exclusive'], o['autoDelete'], table],
		declaredQueue
	);
}

export function checkQueue(queue: string): Operation<Replies.AssertQueue> {
	return operation('queue.declare', [queue, true, false, false, false, undefined], declaredQueue);
}

export function deleteQueue(
	queue: string,
	options?: Options.DeleteQueue
): Operation<Replies.DeleteQueue> {
	const o = given(options);
	return operation('queue.delete', [queue, o['ifUnused'], o['ifEmpty']], messageCount);
}

export function purgeQueue(queue: string): Operation<Replies.PurgeQueue> {
	return operation('queue.purge', [queue], messageCount);
}

export function bindQueue(
	queue: string,
	source: string,
	pattern: string,
	args?: unknown
): Operation<Replies.Empty> {
	return operation('queue.bind', [queue, source, pattern, args], empty);
}

export function unbindQueue(
	queue: string,
	source: string,
	pattern: string,
	args?: unknown
): Operation<Replies.Empty> {
	return operation('queue.unbind', [queue, source, pattern, args], empty);
}

export function assertExchange(
	exchange: string,
	type: string | undefined,
	options?: Options.AssertExchange
): Operation<Replies.AssertExchange> {
	const o = given(options);
	const table = argumentsWith(o['arguments'], { 'alternate-exchange': o['alternateExchange'] });
	const durable = o['durable'] === undefined ? true : o['durable'];
	return operation(
		'exchange.declare',
		[
			exchange,
			type === undefined ? 'direct' : type,
			false,
			durable,
			o['autoDelete'],
			o['internal'],
			table
		],
		() => ({ exchange })
	);
}

export function checkExchange(exchange: string): Operation<Replies.Empty> {
	return operation(
		'exchange.declare',
		[exchange, 'direct', true, false, false, false, undefined],
		empty
	);
}

export function deleteExchange(
	exchange: string,
	options?: Options.DeleteExchange
): Operation<Replies.Empty> {
	return operation('exchange.delete', [exchange, given(options)['ifUnused']], empty);
}

export function bindExchange(
	destination: string,
	source: string,
	pattern: string,
	args?: unknown
): Operation<Replies.Empty> {
	return operation('exchange.bind', [destination, source, pattern, args], empty);
}

export function unbindExchange(
	destination: string,
	source: string,
	pattern: string,
	args?: unknown
): Operation<Replies.Empty> {
	return operation('exchange.unbind', [destination, source, pattern, args], empty);
}

/** `answer` gets the consumer tag before the program does, to know its consumer. */
export function consume(
	queue: string,
	options: Options.Consume | null | undefined,
	answer: (consumerTag: string) => void
): Operation<Replies.Consume> {
	const o = given(options);
	const table = argumentsWith(o['arguments'], { 'x-priority': o['priority'] });
	return operation(
		'basic.consume',
		[queue, o['consumerTag'] || '', o['noLocal'], o['noAck'], o['exclusive'], table],
		(reply) => {
			const consumerTag = reply[2] as string;
			answer(consumerTag);
			return { consumerTag };
		}
	);
}

export function cancel(
	consumerTag: string,
	answer: (consumerTag: string) => void
): Operation<Replies.Cancel> {
	return operation('basic.cancel', [consumerTag], (reply) => {
		answer(consumerTag);
		return { consumerTag: reply[2] as string };
	});
}

/** Answered by a message, or by word that there is none. */
export function get(
	queue: string,
	options: Options.Get | null | undefined
): Operation<GetMessage | false> {
	return operation('basic.get', [queue, given(options)['noAck']], (reply) =>
		reply[0] === 'basic.get-ok' ? gottenMessage(reply) : false
	);
}

export function prefetch(count: number, global?: boolean): Operation<Replies.Empty> {
	return operation('basic.qos', [count || 0, global], empty);
}

export function recover(): Operation<Replies.Empty> {
	return operation('basic.recover', [true], empty);
}
