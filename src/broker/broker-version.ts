// Where releases of RabbitMQ differ: one table, read by whoever behaves differently. 3.10 is what recordings were made with.
// Source: release notes of RabbitMQ 4.0.1 and 4.3.0 (github.com/rabbitmq/rabbitmq-server, release-notes);
// https://www.rabbitmq.com/release-information/deprecated-features-list; https://www.rabbitmq.com/docs/4.0/quorum-queues.
// Differs: quorum queues of 4.x know no priorities here; the texts of refusals that are new in 4.3 are shortened.

export type BrokerVersion = '3.10' | '4.0' | '4.3';

export interface BrokerBehaviour {
	/** What the broker calls itself when a connection starts. */
	readonly release: string;
	/** The largest message it takes. */
	readonly messageBytesMax: number;
	/** How often a quorum queue that does not say takes a message back; null: always. */
	readonly deliveryLimitDefault: number | null;
	/** Deaths in the headers of a published message count on; else the story begins anew. */
	readonly continuesDeaths: boolean;
	/** Queues that are neither durable nor exclusive may be declared. */
	readonly permitsTransientQueues: boolean;
	/** A prefetch limit may be shared by a channel's consumers. */
	readonly permitsSharedPrefetch: boolean;
	/** The argument x-queue-mode may be given. */
	readonly permitsQueueMode: boolean;
}

const mebibyte = 1024 * 1024;

const since3: BrokerBehaviour = {
	release: '3.10.8',
	messageBytesMax: 128 * mebibyte,
	deliveryLimitDefault: null,
	continuesDeaths: true,
	permitsTransientQueues: true,
	permitsSharedPrefetch: true,
	permitsQueueMode: true
};

const since4: BrokerBehaviour = {
	...since3,
	release: '4.0.1',
	messageBytesMax: 16 * mebibyte,
	deliveryLimitDefault: 20,
	continuesDeaths: false
};

const behaviours: Readonly<Record<BrokerVersion, BrokerBehaviour>> = {
	'3.10': since3,
	'4.0': since4,
	'4.3': {
		...since4,
		release: '4.3.0',
		permitsTransientQueues: false,
		permitsSharedPrefetch: false,
		permitsQueueMode: false
	}
};

/** The release a broker is when nobody asks for one. */
export const defaultBrokerVersion: BrokerVersion = '3.10';

/** What a release does. */
export function behaviourOf(version: BrokerVersion): BrokerBehaviour {
	return behaviours[version];
}

/** What a release says of a feature it does not permit any more. */
export function deprecated(feature: 'transient_nonexcl_queues' | 'global_qos'): string {
	return `Feature \`${feature}\` is deprecated.\nBy default, this feature is not permitted anymore.`;
}
