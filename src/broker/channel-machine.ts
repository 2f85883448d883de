// The life of an AMQP channel as the broker sees it, as a state machine a student can read.
// Only opening and closing pass through here, never message traffic.
// Source: AMQP 0-9-1 specification 2.2.5; rabbitmq/rabbitmq-server deps/rabbit/src/rabbit_channel.erl.
import { setup, transition } from 'xstate';

export type AmqpChannelStatus =
	| 'open'
	/** The broker sent channel.close after an error and waits for the answer; everything else is ignored. */
	| 'closing'
	| 'closed';

export type AmqpChannelLifeEvent =
	/** An operation was refused. */
	| { readonly type: 'fail' }
	/** The client closes, or answers the broker's close. */
	| { readonly type: 'close' }
	/** The connection is over. */
	| { readonly type: 'lost' };

export const amqpChannelMachine = setup({
	types: { events: {} as AmqpChannelLifeEvent }
}).createMachine({
	id: 'amqp-channel',
	initial: 'open',
	states: {
		open: {
			on: { fail: { target: 'closing' }, close: { target: 'closed' }, lost: { target: 'closed' } }
		},
		closing: { on: { close: { target: 'closed' }, lost: { target: 'closed' } } },
		closed: { type: 'final' }
	}
});

/** The state after an event; the same state when the event means nothing there. */
export function nextAmqpChannelStatus(
	status: AmqpChannelStatus,
	event: AmqpChannelLifeEvent['type']
): AmqpChannelStatus {
	const from = amqpChannelMachine.resolveState({ value: status });
	const [next] = transition(amqpChannelMachine, from, { type: event });
	return next.value;
}
