// What a queue's tube shows: its first messages as slots, how many more, what is handed out and by whom held. Pure.
import type { QueueState } from '#broker';
import { shortName } from '#trace';

export interface Slot {
	/** Position in the queue: the message's identity there. */
	readonly key: number;
	/** The broker's id of the message: the event that took it in. */
	readonly messageId: number;
	readonly call: number | null;
	readonly redelivered: boolean;
	readonly isPersistent: boolean;
}

export interface QueueLook {
	/** From the head, at most `slotsMax`. */
	readonly ready: readonly Slot[];
	/** Messages ready beyond the slots. */
	readonly more: number;
	/** Handed out and not acknowledged, at most `slotsMax`. */
	readonly unacked: readonly Slot[];
	readonly unackedMore: number;
	/** Short words such as `exclusive`. */
	readonly badges: readonly string[];
	readonly consumers: number;
}

export const slotsMax = 8;

/** @param callOf number of the call a message of the broker belongs to */
export function queueLook(
	state: QueueState,
	callOf: (messageId: number) => number | null
): QueueLook {
	const ready: Slot[] = [];
	for (const level of state.ready) {
		for (const queued of level.messages) {
			if (ready.length >= slotsMax) break;
			ready.push(slot(queued, callOf));
		}
	}
	const unacked: Slot[] = [];
	let unackedCount = 0;
	for (const item of state.unacked.values()) {
		unackedCount += 1;
		if (unacked.length < slotsMax) unacked.push(slot(item.queued, callOf));
	}
	return {
		ready,
		more: state.readyCount - ready.length,
		unacked,
		unackedMore: unackedCount - unacked.length,
		badges: badgesOf(state),
		consumers: state.consumers.length + state.blocked.length
	};
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
	callOf: (messageId: number) => number | null
): Slot {
	return {
		key: queued.position,
		messageId: queued.message.id,
		call: callOf(queued.message.id),
		redelivered: queued.redelivered,
		isPersistent: queued.message.properties.deliveryMode === 2
	};
}

function badgesOf({ definition }: QueueState): string[] {
	const { limits } = definition;
	return [
		definition.exclusiveTo === null ? '' : 'exclusive',
		definition.durable ? 'durable' : '',
		limits.messageTtlUs === null ? '' : 'TTL',
		limits.deadLetterExchange === null ? '' : 'DLX',
		limits.priorityMax === null ? '' : 'priority',
		limits.lengthMax === null ? '' : 'max-length'
	].filter((badge) => badge !== '');
}
