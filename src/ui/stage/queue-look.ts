// What a queue's figure shows: its first messages as slots, how many more, and on a shelf for each consumer what that one
// holds and has not acknowledged. Pure.
import type { QueueConsumer, QueueState } from '#broker';
import { shortName } from '#trace';
import type { ActorId } from '#kernel/events';
import type { Mark } from '../shared/message-marks.ts';
import { shelvesMax } from './placed.ts';
import { queueBadges } from './queue-badges.ts';

export interface Slot {
	/** Position in the queue: the message's identity there. */
	readonly key: number;
	/** The broker's id of the message: the event that took it in. */
	readonly messageId: number;
	readonly mark: Mark | null;
	readonly redelivered: boolean;
	readonly isPersistent: boolean;
}

/** What one consumer holds. */
export interface Shelf {
	/** The process; several share the last shelf when there are too many. */
	readonly name: string;
	/** Handed out and not acknowledged, at most `shelfSlotsMax`. */
	readonly held: readonly Slot[];
	readonly more: number;
	/** Places its prefetch leaves free, as far as they fit; 0 without a limit. */
	readonly free: number;
	/** It is the one consumer that gets messages, of a queue with a single active consumer. */
	readonly isActive: boolean;
	/** It consumes at the cursor. */
	readonly isThere: boolean;
}

export interface QueueLook {
	/** From the head, at most `slotsMax`. */
	readonly ready: readonly Slot[];
	/** Messages ready beyond the slots. */
	readonly more: number;
	readonly shelves: readonly Shelf[];
	/** Handed out and not acknowledged, by all consumers. */
	readonly unacked: number;
	/** Short words such as `exclusive`. */
	readonly badges: readonly string[];
	readonly consumers: number;
}

/** With a number behind them for those that have no slot. */
export const slotsMax = 6;
export const shelfSlotsMax = 3;

/**
 * @param holders names of the processes that have a shelf
 * @param markOf the mark of a message, from the broker's id of it
 * @param clientOf the process behind a channel
 */
export function queueLook(
	state: QueueState,
	holders: readonly string[],
	markOf: (messageId: number) => Mark | null,
	clientOf: (channel: ActorId) => string | undefined
): QueueLook {
	const ready: Slot[] = [];
	for (const level of state.ready) {
		for (const queued of level.messages) {
			if (ready.length >= slotsMax) break;
			ready.push(slot(queued, markOf));
		}
	}
	const consumers = [...state.consumers, ...state.blocked];
	const unacked = [...state.unacked.values()];
	const shelves = holders.slice(0, shelvesMax).map((name, place): Shelf => {
		const isLast = place === shelvesMax - 1 && holders.length > shelvesMax;
		const names = isLast ? holders.slice(place) : [name];
		const isOf = (channel: ActorId) => names.includes(clientOf(channel) ?? '');
		const own = consumers.filter(({ channel }) => isOf(channel));
		const items = unacked.filter(({ channel }) => isOf(channel));
		const held = items.slice(0, shelfSlotsMax).map(({ queued }) => slot(queued, markOf));
		return {
			name: isLast ? `${String(names.length)} others` : name,
			held,
			more: items.length - held.length,
			free: Math.min(freePlaces(own, items.length), shelfSlotsMax - held.length),
			isActive: own.some(({ number }) => number === state.activeConsumer),
			isThere: own.length > 0
		};
	});
	return {
		ready,
		more: state.readyCount - ready.length,
		shelves,
		unacked: unacked.length,
		badges: queueBadges(state.definition),
		consumers: consumers.length
	};
}

/** How many more messages the consumers take before they acknowledge one; 0 without a limit. */
function freePlaces(consumers: readonly QueueConsumer[], held: number): number {
	if (consumers.some(({ prefetchCount }) => prefetchCount === 0)) return 0;
	return Math.max(consumers.reduce((sum, { prefetchCount }) => sum + prefetchCount, 0) - held, 0);
}

/** A queue's name as it fits above its tube. */
export function queueTitle(name: string): string {
	if (name.startsWith('amq.gen-')) return `amq.gen-…${name.slice(-4)}`;
	return shortName(name);
}

function slot(
	queued: {
		readonly position: number;
		readonly redelivered: boolean;
		readonly message: {
			readonly id: number;
			readonly properties: { readonly deliveryMode?: number };
		};
	},
	markOf: (messageId: number) => Mark | null
): Slot {
	return {
		key: queued.position,
		messageId: queued.message.id,
		mark: markOf(queued.message.id),
		redelivered: queued.redelivered,
		isPersistent: queued.message.properties.deliveryMode === 2
	};
}
