// What a queue was declared to be, each property with a sentence on what it does to messages. The short words on the stage
// are in stage/queue-badges.ts. Pure.
import type { QueueDefinition } from '#broker';
import { formatSpan } from '../shared/format-time.ts';

/** An argument or property as it is written in a program, and what it does. */
export interface QueueTrait {
	readonly name: string;
	readonly sentence: string;
}

/** The traits of a queue, in the order of its badges. */
export function queueTraits(definition: QueueDefinition): readonly QueueTrait[] {
	const { limits } = definition;
	const traits: (QueueTrait | null)[] = [
		when(
			limits.type === 'quorum',
			'x-queue-type: quorum',
			'It is replicated among several brokers, always durable, and counts how often a message comes back.'
		),
		when(
			definition.durable,
			'durable',
			'The queue outlives a restart of the broker; of its messages the persistent ones do.'
		),
		when(
			definition.exclusiveTo !== null,
			'exclusive',
			'Only the connection that declared it may use it, and it goes with that connection.'
		),
		when(definition.autoDelete, 'autoDelete', 'It goes when its last consumer goes.'),
		set(
			limits.messageTtlUs,
			'messageTtl',
			(us) =>
				`A message waits here for ${formatSpan(us)} at most; then it is dead-lettered or gone.`
		),
		set(
			limits.expiresUs,
			'expires',
			(us) => `The queue itself goes when nobody uses it for ${formatSpan(us)}.`
		),
		set(
			limits.lengthMax,
			'maxLength',
			(most) => `At most ${String(most)} messages wait here; ${overflow(definition)}`
		),
		set(
			limits.lengthBytesMax,
			'x-max-length-bytes',
			(most) => `At most ${String(most)} bytes of content wait here; ${overflow(definition)}`
		),
		set(
			limits.deadLetterExchange,
			'deadLetterExchange',
			(exchange) =>
				`Messages that are rejected, expire or do not fit go to ${exchange === '' ? 'the default exchange' : `the exchange ${exchange}`}${limits.deadLetterRoutingKey === null ? ' under their old routing key' : ` under the routing key ${limits.deadLetterRoutingKey}`}.`
		),
		set(
			limits.priorityMax,
			'maxPriority',
			(most) => `Messages with a higher priority (0 to ${String(most)}) overtake the others.`
		),
		when(
			limits.singleActiveConsumer,
			'x-single-active-consumer',
			'One consumer gets all messages; the others stand by until it is gone.'
		),
		set(
			limits.deliveryLimit,
			'x-delivery-limit',
			(times) =>
				`A message that comes back more than ${String(times)} times is dead-lettered or dropped.`
		)
	];
	return traits.filter((trait) => trait !== null);
}

function overflow({ limits }: QueueDefinition): string {
	switch (limits.overflow) {
		case 'drop-head':
			return 'a newcomer pushes the oldest one out.';
		case 'reject-publish':
			return 'a newcomer is refused (x-overflow: reject-publish).';
		case 'reject-publish-dlx':
			return 'a newcomer is refused and dead-lettered (x-overflow: reject-publish-dlx).';
	}
}

function when(claim: boolean, name: string, sentence: string): QueueTrait | null {
	return claim ? { name, sentence } : null;
}

function set<T>(value: T | null, name: string, sentence: (value: T) => string): QueueTrait | null {
	return value === null ? null : { name, sentence: sentence(value) };
}
