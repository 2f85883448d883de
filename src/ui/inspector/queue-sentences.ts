// What a queue was declared to be, each property with a sentence on what it does to messages (the sentences:
// text/queue-traits.ts). The short words on the stage are in stage/queue-badges.ts.
import type { QueueDefinition } from '#broker';
import { formatSpan } from '../shared/format-time.ts';
import { queueTraitWords } from '../text/queue-traits.ts';

/** An argument or property as it is written in a program, and what it does. */
export interface QueueTrait {
	readonly name: string;
	readonly sentence: string;
}

/** The traits of a queue, in the order of its badges. */
export function queueTraits(definition: QueueDefinition): readonly QueueTrait[] {
	const { limits } = definition;
	const words = queueTraitWords.now;
	const overflow = words.overflows[limits.overflow];
	const traits: (QueueTrait | null)[] = [
		when(limits.type === 'quorum', 'x-queue-type: quorum', words.quorum),
		when(definition.durable, 'durable', words.durable),
		when(definition.exclusiveTo !== null, 'exclusive', words.exclusive),
		when(definition.autoDelete, 'autoDelete', words.autoDelete),
		set(limits.messageTtlUs, 'messageTtl', (us) => words.messageTtl(formatSpan(us))),
		set(limits.expiresUs, 'expires', (us) => words.expires(formatSpan(us))),
		set(limits.lengthMax, 'maxLength', (most) => words.maxLength(most, overflow)),
		set(limits.lengthBytesMax, 'x-max-length-bytes', (most) => words.maxBytes(most, overflow)),
		set(limits.deadLetterExchange, 'deadLetterExchange', (exchange) =>
			words.deadLetters(exchange, limits.deadLetterRoutingKey)
		),
		set(limits.priorityMax, 'maxPriority', (most) => words.maxPriority(most)),
		when(limits.singleActiveConsumer, 'x-single-active-consumer', words.singleActive),
		set(limits.deliveryLimit, 'x-delivery-limit', (times) => words.deliveryLimit(times))
	];
	return traits.filter((trait) => trait !== null);
}

function when(claim: boolean, name: string, sentence: string): QueueTrait | null {
	return claim ? { name, sentence } : null;
}

function set<T>(value: T | null, name: string, sentence: (value: T) => string): QueueTrait | null {
	return value === null ? null : { name, sentence: sentence(value) };
}
