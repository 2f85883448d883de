// The virtual host: which exchanges, queues and bindings there are, what they were declared to be, and who owns what.
// It decides about declarations; messages never pass through it.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_channel.erl, rabbit_vhost.erl (predeclared exchanges).
import { forkSeed, tell, type Step } from '#kernel';
import type { ActorId, Recorded } from '#kernel/events';
import { connectionsOf, started, stopped, stopping } from './broker-restart.ts';
import { exchangeId, queueId } from './definitions.ts';
import type { VhostEvent } from './events.ts';
import { newVhost } from './newly-made.ts';
import { bindExchange, bindQueue, forgetBindings, unbind } from './vhost-bindings.ts';
import { declareExchange, deleteExchange, exchangeGone } from './vhost-exchanges.ts';
import { declareQueue, queueGone } from './vhost-queues.ts';
import type { Effects, VhostState } from './vhost-state.ts';

/** The virtual host actor's step. The first event makes it, with the exchanges every virtual host has. */
export function vhostStep(
	before: VhostState | undefined,
	event: Recorded<VhostEvent>
): Step<VhostState> {
	if (event.kind === 'vhost.created') return newVhost(event.data);
	const { state, effects } =
		before === undefined ? newVhost({ seed: 1, startDateMs: 0 }) : { state: before, effects: [] };
	return { state: carryOut(state, event, effects), effects };
}

function carryOut(state: VhostState, event: Recorded<VhostEvent>, effects: Effects): VhostState {
	switch (event.kind) {
		case 'vhost.created':
			return state;
		case 'vhost.alarm': {
			for (const connection of connectionsOf(state)) {
				effects.push(tell(connection, 'connection.alarm', event.data));
			}
			return { ...state, alarm: event.data.on };
		}
		case 'vhost.stopping':
			return stopping(state, effects);
		case 'vhost.stopped':
			return stopped(state, effects);
		case 'vhost.started':
			return started(state, effects);
		case 'vhost.connected': {
			if (!state.isUp) return state;
			const { connection } = event.data;
			const connectionCount = state.connectionCount + 1;
			const seed = forkSeed(state.seed, `connection ${String(connectionCount)}`);
			const { version, alarm } = state;
			effects.push(tell(connection, 'connection.admitted', { seed, version, alarm }));
			const connections = state.connections.set(connection, connection);
			return { ...state, connectionCount, connections };
		}
		case 'vhost.connection-gone':
			return connectionGone(state, event.data.connection, effects);
		case 'vhost.declare-queue':
			return declareQueue(state, event.data, effects);
		case 'vhost.queue-gone':
			return forgetBindings(
				queueGone(state, event.data.queue, effects),
				queueId(event.data.queue),
				effects
			);
		case 'vhost.bind-queue':
			return bindQueue(state, event.data, effects);
		case 'vhost.unbind-queue':
			return unbind(state, event.data, event.data.exchange, queueId(event.data.queue), effects);
		case 'vhost.declare-exchange':
			return declareExchange(state, event.data, effects);
		case 'vhost.delete-exchange':
			return deleteExchange(state, event.data, effects);
		case 'vhost.bind-exchange':
			return bindExchange(state, event.data, effects);
		case 'vhost.unbind-exchange':
			return unbind(
				state,
				event.data,
				event.data.source,
				exchangeId(event.data.destination),
				effects
			);
		case 'vhost.exchange-gone':
			return forgetBindings(
				exchangeGone(state, event.data.exchange, event.data.bindings),
				exchangeId(event.data.exchange),
				effects
			);
	}
}

/** Exclusive queues go with their connection. */
function connectionGone(state: VhostState, connection: ActorId, effects: Effects): VhostState {
	for (const queue of state.exclusive.get(connection) ?? []) {
		effects.push(
			tell(queueId(queue), 'queue.removed', {
				asker: null,
				ifUnused: false,
				ifEmpty: false,
				why: 'its connection is over'
			})
		);
	}
	return {
		...state,
		connections: state.connections.delete(connection),
		exclusive: state.exclusive.delete(connection)
	};
}
