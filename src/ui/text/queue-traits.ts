// What each property of a queue does to messages. Which a queue has: inspector/queue-sentences.ts. Chinese: zh/queue-traits.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	quorum:
		'It is replicated among several brokers, always durable, and counts how often a message comes back.',
	durable: 'The queue outlives a restart of the broker; of its messages the persistent ones do.',
	exclusive: 'Only the connection that declared it may use it, and it goes with that connection.',
	autoDelete: 'It goes when its last consumer goes.',
	messageTtl: (span: string) =>
		`A message waits here for ${span} at most; then it is dead-lettered or gone.`,
	expires: (span: string) => `The queue itself goes when nobody uses it for ${span}.`,
	maxLength: (most: number, overflow: string) =>
		`At most ${String(most)} messages wait here; ${overflow}`,
	maxBytes: (most: number, overflow: string) =>
		`At most ${String(most)} bytes of content wait here; ${overflow}`,
	overflows: {
		'drop-head': 'a newcomer pushes the oldest one out.',
		'reject-publish': 'a newcomer is refused (x-overflow: reject-publish).',
		'reject-publish-dlx':
			'a newcomer is refused and dead-lettered (x-overflow: reject-publish-dlx).'
	},
	/** `exchange`: '' is the default one; `key`: null keeps the old routing key. */
	deadLetters: (exchange: string, key: string | null) =>
		`Messages that are rejected, expire or do not fit go to ${exchange === '' ? 'the default exchange' : `the exchange ${exchange}`} ${key === null ? 'under their old routing key' : `under the routing key ${key}`}.`,
	maxPriority: (most: number) =>
		`Messages with a higher priority (0 to ${String(most)}) overtake the others.`,
	singleActive: 'One consumer gets all messages; the others stand by until it is gone.',
	deliveryLimit: (times: number) =>
		`A message that comes back more than ${String(times)} times is dead-lettered or dropped.`
};

export type QueueTraitWords = typeof english;
export const queueTraitWords = new Texts(english, () => import('./zh/queue-traits.ts'));
