// A restart of the broker. Everybody is thrown out first; then what is not durable goes, and of durable queues what is not
// persistent; when the broker is up again the queues go on with what is left, in the old order, their clocks running as if
// nothing had happened. Observed with RabbitMQ 3.10.8 (`rabbitmqctl stop_app`, `start_app`).
// Source: https://www.rabbitmq.com/docs/queues#durability; https://www.rabbitmq.com/docs/persistence-conf.
// Differs: the broker stops in one instant; a real one takes its time to close connections, during which some go on.
import { tell, type Effect } from '#kernel';
import type { ActorId } from '#kernel/events';
import { exchangeId, queueId } from './definitions.ts';
import { refusal } from './errors.ts';
import type { QueueDraft, QueuedMessage, QueueTurn } from './queue-state.ts';
import { clearReady, pushReady } from './ready-messages.ts';
import type { Effects, VhostState } from './vhost-state.ts';

/** First: every connection is closed, as an operator's wish. */
export function stopping(state: VhostState, effects: Effects): VhostState {
	const sentence = "broker forced connection closure with reason 'shutdown'";
	const why = refusal(320, sentence, 'none');
	for (const connection of connectionsOf(state)) {
		effects.push(tell(connection, 'connection.failed', why));
	}
	return { ...state, isUp: false, alarm: false };
}

/** Then, when all that has come to rest: queues and exchanges that do not survive go, the others stop. */
export function stopped(state: VhostState, effects: Effects): VhostState {
	for (const { name, durable } of state.queues.values()) {
		effects.push(durable ? tell(queueId(name), 'queue.stopped', {}) : removal(name));
	}
	for (const { name, durable } of state.exchanges.values()) {
		if (durable) continue;
		effects.push(tell(exchangeId(name), 'exchange.removed', { asker: null, ifUnused: false }));
	}
	return state;
}

function removal(queue: string): Effect {
	return tell(queueId(queue), 'queue.removed', {
		asker: null,
		ifUnused: false,
		ifEmpty: false,
		why: 'the broker was restarted'
	});
}

/** At last: the broker is up, its queues go on. */
export function started(state: VhostState, effects: Effects): VhostState {
	for (const name of state.queues.names()) {
		effects.push(tell(queueId(name), 'queue.recovered', {}));
	}
	return { ...state, isUp: true };
}

/** Connections in the order they were made. */
export function connectionsOf(state: VhostState): ActorId[] {
	const number = (connection: ActorId) => Number(connection.slice('connection:'.length));
	return Array.from(state.connections.values()).sort((a, b) => number(a) - number(b));
}

/** A durable queue stops: its clocks too. Messages that are not persistent end here, but not in a quorum queue. */
export function stopQueue(queue: QueueDraft, turn: QueueTurn): void {
	turn.effects.push({ type: 'cancel', key: 'ttl' }, { type: 'cancel', key: 'idle' });
	queue.expiryArmedFor = null;
	if (queue.definition.limits.type === 'quorum') return;
	const before = queue.ready;
	clearReady(queue);
	for (const { messages } of before) {
		for (const queued of messages) {
			if (isPersistent(queued)) {
				pushReady(queue, queued);
				continue;
			}
			const data = { messageId: queued.message.id, reason: 'restart' };
			turn.effects.push(tell(turn.self, 'queue.dropped', data));
			queue.counters.dropped += 1;
		}
	}
}

function isPersistent({ message }: QueuedMessage): boolean {
	return message.properties.deliveryMode === 2;
}
