// The memory alarm: while the broker is low on memory it takes no more messages. A connection notices with the first message
// it publishes: it is told that it is blocked, that message and everything behind it waits, unread, until the alarm is over.
// Connections that only consume and declare go on. Observed with RabbitMQ 3.10.8.
// Source: https://www.rabbitmq.com/docs/connection-blocked; rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_reader.erl.
import { noEffects, tell, type Effect, type Step } from '#kernel';
import type { AmqpChannelState, HeldPublish } from './amqp-channel-state.ts';
import { publish } from './channel-publishing.ts';
import type { ConnectionState } from './connection.ts';
import { channelId } from './frames.ts';

/** The alarm begins or ends for a connection. */
export function alarmConnection(state: ConnectionState, on: boolean): Step<ConnectionState> {
	const wasBlocked = state.alarm === 'blocked';
	const effects: Effect[] = [];
	if (wasBlocked && !on) effects.push(sendOnConnection(state, 'connection.unblocked'));
	for (const channel of state.channels) {
		effects.push(tell(channelId(state.number, channel), 'channel.alarm', { on }));
	}
	if (wasBlocked && !on) effects.push(tell(state.linkIn, 'link.resumed', {}));
	const alarm = !on ? 'off' : wasBlocked ? 'blocked' : 'on';
	return { state: { ...state, alarm }, effects };
}

/** A channel of the connection has begun to publish: nothing more is read. */
export function blockConnection(state: ConnectionState): Step<ConnectionState> {
	if (state.alarm !== 'on') return { state, effects: noEffects };
	return {
		state: { ...state, alarm: 'blocked' },
		effects: [
			sendOnConnection(state, 'connection.blocked', 'low on memory'),
			tell(state.linkIn, 'link.paused', {})
		]
	};
}

function sendOnConnection(state: ConnectionState, method: string, ...fields: string[]): Effect {
	return tell(state.linkOut, 'link.sent', { payload: [method, 0, ...fields] });
}

/** The alarm begins or ends for a channel: what it held is published now. */
export function alarmChannel(state: AmqpChannelState, on: boolean): Step<AmqpChannelState> {
	if (on) return { state: { ...state, alarm: true }, effects: noEffects };
	const effects: Effect[] = [];
	let after: AmqpChannelState = { ...state, alarm: false, held: [] };
	for (const data of state.held) {
		const step = publish(after, data);
		after = step.state ?? after;
		effects.push(...step.effects);
	}
	return { state: after, effects };
}

/** A message published during the alarm waits. */
export function hold(state: AmqpChannelState, data: HeldPublish): Step<AmqpChannelState> {
	return {
		state: { ...state, held: [...state.held, data] },
		effects: [tell(state.connection, 'connection.publishing', {})]
	};
}
