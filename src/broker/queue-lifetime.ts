// How a queue ends, and the clocks it runs: for the message at its head, and for itself when nobody uses it.
// Source: https://www.rabbitmq.com/docs/ttl; rabbitmq/rabbitmq-server v3.10.8 rabbit_amqqueue_process.erl.
import { tell } from '#kernel';
import { vhostId } from './definitions.ts';
import { refusal, type Refusal } from './errors.ts';
import type { QueueEnd } from './events.ts';
import { allConsumers } from './queue-consumers.ts';
import { dispatch } from './queue-dispatch.ts';
import {
	consumerCount,
	headOf,
	type QueueConsumer,
	type QueueDraft,
	type QueueState,
	type QueueTurn
} from './queue-state.ts';

/** Why a queue may not be deleted now, or undefined. */
export function removalFault(
	state: QueueState,
	wish: { readonly ifUnused: boolean; readonly ifEmpty: boolean }
): Refusal | undefined {
	const { name, limits } = state.definition;
	if (limits.type === 'quorum' && (wish.ifUnused || wish.ifEmpty)) {
		const flag = wish.ifUnused ? 'if-unused' : 'if-empty';
		const sentence =
			`cannot delete queue '${name}' in vhost '/'. ` +
			`queue.delete operations with ${flag} flag set are not supported by quorum queues`;
		return refusal(540, sentence, 'queue.delete');
	}
	if (wish.ifEmpty && state.readyCount > 0) {
		return refusal(406, `queue '${name}' in vhost '/' not empty`, 'queue.delete');
	}
	if (wish.ifUnused && consumerCount(state) > 0) {
		return refusal(406, `queue '${name}' in vhost '/' in use`, 'queue.delete');
	}
	return undefined;
}

/** Takes leave: consumers hear of it, the virtual host forgets the queue and its bindings. Its messages end here. */
export function remove(state: QueueState, why: QueueEnd, turn: QueueTurn): void {
	const { name } = state.definition;
	turn.effects.push({ type: 'cancel', key: 'ttl' }, { type: 'cancel', key: 'idle' });
	for (const { channel, consumerTag } of allConsumers(state).toSorted(byTag)) {
		turn.effects.push(tell(channel, 'consumer.cancelled', { queue: name, consumerTag }));
	}
	turn.effects.push(tell(vhostId, 'vhost.queue-gone', { queue: name, why }));
}

/** A channel tells its client of its consumers in the order of their tags. */
function byTag(a: QueueConsumer, b: QueueConsumer): number {
	return a.consumerTag < b.consumerTag ? -1 : 1;
}

/**
 * After consumers have left: an auto-delete queue goes with the last one, others serve who is left.
 * `countBefore`: consumers before. False: the queue has ended.
 */
export function afterConsumersLeft(
	queue: QueueDraft,
	countBefore: number,
	turn: QueueTurn
): boolean {
	const lastLeft = consumerCount(queue) === 0 && countBefore > 0;
	if (lastLeft && queue.definition.autoDelete) {
		remove(queue, 'its last consumer is gone', turn);
		return false;
	}
	if (lastLeft) armIdle(queue, turn);
	dispatch(queue, turn);
	return true;
}

/** Restarts the clock of an unused queue (x-expires). */
export function armIdle(queue: QueueState, turn: QueueTurn): void {
	const { expiresUs } = queue.definition.limits;
	if (expiresUs === null || consumerCount(queue) > 0) return;
	turn.effects.push({
		type: 'after',
		key: 'idle',
		delayUs: expiresUs,
		to: turn.self,
		kind: 'queue.idle',
		data: {}
	});
}

/** Keeps the clock set for the message at the head, which alone is watched. */
export function armExpiry(queue: QueueDraft, turn: QueueTurn): void {
	const head = headOf(queue);
	const due = head?.expiresAt ?? null;
	if (head === undefined || due === null) {
		if (queue.expiryArmedFor !== null) turn.effects.push({ type: 'cancel', key: 'ttl' });
		queue.expiryArmedFor = null;
		return;
	}
	if (queue.expiryArmedFor === head.message.id) return;
	turn.effects.push({
		type: 'after',
		key: 'ttl',
		delayUs: Math.max(0, due - turn.at),
		to: turn.self,
		kind: 'queue.expired',
		data: { messageId: head.message.id }
	});
	queue.expiryArmedFor = head.message.id;
}
