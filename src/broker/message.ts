// A message and its properties, as the broker holds them. Plain data; headers stay a table text until somebody asks.
import type { Micros } from '#kernel';
import type { ActorId } from '#kernel/events';

/** The fourteen properties of AMQP's basic class, in the order they travel. Absent ones are absent. */
export interface Properties {
	readonly contentType?: string;
	readonly contentEncoding?: string;
	/** A table text (see table.ts). */
	readonly headers?: string;
	/** 1 transient, 2 persistent. */
	readonly deliveryMode?: number;
	readonly priority?: number;
	readonly correlationId?: string;
	readonly replyTo?: string;
	/** Milliseconds, as text. */
	readonly expiration?: string;
	readonly messageId?: string;
	/** Seconds since 1970, by convention. */
	readonly timestamp?: number;
	readonly type?: string;
	readonly userId?: string;
	readonly appId?: string;
	readonly clusterId?: string;
}

/** A message inside the broker. Copies in several queues share it. */
export interface Message {
	/** Broker-wide: the sequence number of the `exchange.publish` event that took it in. A dead-lettered copy gets a new one. */
	readonly id: number;
	/** The exchange it was published to; stays the same when it travels on to other exchanges. */
	readonly exchange: string;
	readonly routingKey: string;
	/** Keys of its BCC header, which no consumer sees; null when it had none. */
	readonly blindKeys: readonly string[] | null;
	readonly properties: Properties;
	readonly body: Uint8Array;
	/** The AMQP channel that published it; a queue when it was dead-lettered. */
	readonly publisher: ActorId;
	readonly publishedAt: Micros;
	/** The message this one is a dead-lettered copy of. */
	readonly deadLetterOf: number | null;
}

/** Names of the properties in wire order; the position is the bit in the flags. */
export const propertyNames = [
	'contentType',
	'contentEncoding',
	'headers',
	'deliveryMode',
	'priority',
	'correlationId',
	'replyTo',
	'expiration',
	'messageId',
	'timestamp',
	'type',
	'userId',
	'appId',
	'clusterId'
] as const satisfies readonly (keyof Properties)[];
