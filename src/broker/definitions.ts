// What exchanges, queues and bindings are declared to be: the words that stand on the stage and in the equivalence checks.
import type { Micros } from '#kernel';
import type { ActorId } from '#kernel/events';

export type ExchangeType = 'direct' | 'fanout' | 'topic' | 'headers';

export interface ExchangeDefinition {
	/** '' for the default exchange. */
	readonly name: string;
	readonly type: ExchangeType;
	readonly durable: boolean;
	readonly autoDelete: boolean;
	/** Clients may not publish to it. */
	readonly internal: boolean;
	/** A table text (see table.ts) or null. */
	readonly arguments: string | null;
	/** The exchange that gets what this one cannot route, or null. */
	readonly alternate: string | null;
}

/** A rule of an exchange: messages that match go to the destination. Identified by all four fields together. */
export interface Binding {
	/** Name of the exchange. */
	readonly source: string;
	/** `queue:<name>` or `exchange:<name>`. */
	readonly destination: ActorId;
	/** The binding key. */
	readonly key: string;
	readonly arguments: string | null;
}

export type QueueType = 'classic' | 'quorum';
export type Overflow = 'drop-head' | 'reject-publish' | 'reject-publish-dlx';

/** What the arguments of a queue say, read. null: not asked for. */
export interface QueueArguments {
	readonly messageTtlUs: Micros | null;
	/** The queue goes when unused for this long. */
	readonly expiresUs: Micros | null;
	readonly deadLetterExchange: string | null;
	readonly deadLetterRoutingKey: string | null;
	readonly lengthMax: number | null;
	readonly lengthBytesMax: number | null;
	readonly overflow: Overflow;
	/** 1 to 255; null: priorities have no effect. */
	readonly priorityMax: number | null;
	readonly singleActiveConsumer: boolean;
	readonly type: QueueType;
	readonly deliveryLimit: number | null;
}

export interface QueueDefinition {
	readonly name: string;
	readonly durable: boolean;
	readonly autoDelete: boolean;
	/** The connection that alone may use it, or null. */
	readonly exclusiveTo: ActorId | null;
	/** A table text (see table.ts) or null. */
	readonly arguments: string | null;
	readonly limits: QueueArguments;
}

export const defaultQueueArguments: QueueArguments = {
	messageTtlUs: null,
	expiresUs: null,
	deadLetterExchange: null,
	deadLetterRoutingKey: null,
	lengthMax: null,
	lengthBytesMax: null,
	overflow: 'drop-head',
	priorityMax: null,
	singleActiveConsumer: false,
	type: 'classic',
	deliveryLimit: null
};

/** The actor of an exchange. */
export function exchangeId(name: string): ActorId {
	return `exchange:${name}`;
}

/** The actor of a queue. */
export function queueId(name: string): ActorId {
	return `queue:${name}`;
}

/** The virtual host's actor; there is one. */
export const vhostId: ActorId = 'vhost:/';

/** The default exchange's rule for a queue: its name is its binding key. */
export function defaultBinding(queue: string): Binding {
	return { source: '', destination: queueId(queue), key: queue, arguments: null };
}
