// What a queue holds: messages ready in order, messages handed out and not acknowledged, consumers in turn.
// A message is in exactly one of the two places, or gone with a reason.
import { OrderedMap, PersistentQueue, type Draft, type Effect, type Micros } from '#kernel';
import type { ActorId, Recorded } from '#kernel/events';
import type { BrokerVersion } from './broker-version.ts';
import type { Binding, QueueDefinition } from './definitions.ts';
import type { QueueEvent } from './events.ts';
import type { Message } from './message.ts';

/** A message in this queue. */
export interface QueuedMessage {
	/** Order of arrival in this queue, from 1: its identity here and its place when it comes back (quorum queues give a new one). */
	readonly position: number;
	readonly message: Message;
	/** 0 to the queue's priorityMax; 0 in queues without priorities, but 1 for what came back to a quorum queue ahead of others. */
	readonly priority: number;
	readonly enqueuedAt: Micros;
	/** null: never. */
	readonly expiresAt: Micros | null;
	/** Handed out before. */
	readonly redelivered: boolean;
	/** How often it came back (quorum queues count it). */
	readonly returns: number;
	/** The binding that brought it; null: the default exchange's own rule. */
	readonly via: Binding | null;
}

/** Messages of one priority, oldest first. */
export interface ReadyLevel {
	readonly priority: number;
	readonly messages: PersistentQueue<QueuedMessage>;
}

/** A message handed out and not acknowledged. */
export interface UnackedMessage {
	readonly queued: QueuedMessage;
	readonly channel: ActorId;
	/** The consumer's number here; 0 for basic.get. */
	readonly consumer: number;
	/** null for basic.get. */
	readonly consumerTag: string | null;
	readonly since: Micros;
}

export interface QueueConsumer {
	/** Order of subscription in this queue, from 1. */
	readonly number: number;
	readonly channel: ActorId;
	readonly consumerTag: string;
	readonly noAck: boolean;
	readonly exclusive: boolean;
	readonly priority: number;
	/** 0: no limit. */
	readonly prefetchCount: number;
	readonly unackedCount: number;
	/** Its channel shares one limit among all its consumers. */
	readonly limited: boolean;
	/** With `limited`: its channel had no room for more; it hears when there is some. */
	readonly denied: boolean;
}

/**
 * Messages so far. Each one that came in is ready, unacknowledged, or has ended in one way:
 * `enqueued` = ready + unacked + `acked` + `taken` + `expired` + `dropped` + `deadLettered` + `purged`.
 */
export interface QueueCounters {
	readonly enqueued: number;
	/** Times a message was handed over, again after coming back too. */
	readonly delivered: number;
	readonly acked: number;
	/** Handed over to somebody who does not acknowledge. */
	readonly taken: number;
	readonly requeued: number;
	/** Their time was up; they went to the dead-letter exchange where there is one. */
	readonly expired: number;
	readonly dropped: number;
	/** Rejected or not fitting, and gone to the dead-letter exchange. */
	readonly deadLettered: number;
	readonly purged: number;
}

/** A queue asks whether its next consumer's channel has room, and keeps what it is told until the answer. */
export interface Asking {
	readonly consumer: number;
	readonly inbox: readonly Recorded<QueueEvent>[];
}

export interface QueueState {
	readonly definition: QueueDefinition;
	/** The date of virtual time 0: dead letters carry dates. */
	readonly startDateMs: number;
	/** The broker's release. */
	readonly version: BrokerVersion;
	/** Highest priority first; queues without priorities have one level. */
	readonly ready: readonly ReadyLevel[];
	readonly readyCount: number;
	readonly readyBytes: number;
	/** By position. */
	readonly unacked: OrderedMap<UnackedMessage>;
	/** Consumers that can take a message, by priority and then in turn: the first is next. */
	readonly consumers: readonly QueueConsumer[];
	/** Consumers with no room. */
	readonly blocked: readonly QueueConsumer[];
	/** With x-single-active-consumer: the number of the one that gets messages. */
	readonly activeConsumer: number | null;
	/** The newest position and consumer number given out. */
	readonly lastPosition: number;
	readonly lastConsumer: number;
	/** The question to a channel with a shared limit whose answer is waited for, or null: nothing else is done meanwhile. */
	readonly asking: Asking | null;
	/** The message whose expiry is waited for, or null. */
	readonly expiryArmedFor: number | null;
	readonly counters: QueueCounters;
}

export function emptyQueue(
	definition: QueueDefinition,
	startDateMs: number,
	version: BrokerVersion
): QueueState {
	return {
		definition,
		startDateMs,
		version,
		ready: [{ priority: 0, messages: PersistentQueue.empty() }],
		readyCount: 0,
		readyBytes: 0,
		unacked: OrderedMap.empty(),
		consumers: [],
		blocked: [],
		activeConsumer: null,
		lastPosition: 0,
		lastConsumer: 0,
		asking: null,
		expiryArmedFor: null,
		counters: {
			enqueued: 0,
			delivered: 0,
			acked: 0,
			taken: 0,
			requeued: 0,
			expired: 0,
			dropped: 0,
			deadLettered: 0,
			purged: 0
		}
	};
}

/** The message that will be delivered next. */
export function headOf(state: QueueState): QueuedMessage | undefined {
	for (const level of state.ready) {
		const head = level.messages.first();
		if (head !== undefined) return head;
	}
	return undefined;
}

/** Every ready message in the order of delivery. */
export function readyMessages(state: QueueState): QueuedMessage[] {
	return state.ready.flatMap((level) => level.messages.toArray());
}

/** Consumers with and without room. */
export function consumerCount(state: QueueState): number {
	return state.consumers.length + state.blocked.length;
}

/** A queue's state under construction: a copy made by one step, which alone has seen it and may change its fields. */
export type QueueDraft = Draft<Omit<QueueState, 'counters'>> & {
	counters: Draft<QueueCounters>;
};

/** A copy to work on. Field by field, because spreading is ten times slower and every message passes here. */
export function draftOf(state: QueueState): QueueDraft {
	const { counters } = state;
	return {
		definition: state.definition,
		startDateMs: state.startDateMs,
		version: state.version,
		ready: state.ready,
		readyCount: state.readyCount,
		readyBytes: state.readyBytes,
		unacked: state.unacked,
		consumers: state.consumers,
		blocked: state.blocked,
		activeConsumer: state.activeConsumer,
		lastPosition: state.lastPosition,
		lastConsumer: state.lastConsumer,
		asking: state.asking,
		expiryArmedFor: state.expiryArmedFor,
		counters: {
			enqueued: counters.enqueued,
			delivered: counters.delivered,
			acked: counters.acked,
			taken: counters.taken,
			requeued: counters.requeued,
			expired: counters.expired,
			dropped: counters.dropped,
			deadLettered: counters.deadLettered,
			purged: counters.purged
		}
	};
}

/** A consumer with another count of unacknowledged messages. */
export function servedConsumer(
	consumer: QueueConsumer,
	unackedCount: number,
	denied = false
): QueueConsumer {
	return {
		number: consumer.number,
		channel: consumer.channel,
		consumerTag: consumer.consumerTag,
		noAck: consumer.noAck,
		exclusive: consumer.exclusive,
		priority: consumer.priority,
		prefetchCount: consumer.prefetchCount,
		unackedCount,
		limited: consumer.limited,
		denied
	};
}

/** What one step of a queue works with besides the state. `effects` is filled in order. */
export interface QueueTurn {
	readonly at: Micros;
	readonly self: ActorId;
	readonly effects: Effect[];
}
