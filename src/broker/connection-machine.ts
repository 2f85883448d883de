// The life of a connection as the broker sees it, as a state machine a student can read.
// Only the handshake and the two ways of closing pass through here, never message traffic.
// Source: AMQP 0-9-1 specification 2.2.4; rabbitmq/rabbitmq-server deps/rabbit/src/rabbit_reader.erl.
import { setup, transition } from 'xstate';

export type ConnectionStatus =
	/** The socket is open, nothing was said. */
	| 'accepted'
	/** connection.start was sent. */
	| 'starting'
	/** connection.tune was sent. */
	| 'tuning'
	/** The limits are agreed; the client names the virtual host. */
	| 'opening'
	| 'running'
	/** The broker sent connection.close and waits for the answer. */
	| 'closing'
	| 'closed';

export type ConnectionLifeEvent =
	| { readonly type: 'header' }
	| { readonly type: 'start-ok' }
	| { readonly type: 'tune-ok' }
	| { readonly type: 'admitted' }
	/** An error: the broker closes. */
	| { readonly type: 'fail' }
	/** The client closes, or answers the broker's close. */
	| { readonly type: 'close' }
	| { readonly type: 'lost' };

const ending = {
	fail: { target: 'closing' },
	close: { target: 'closed' },
	lost: { target: 'closed' }
} as const;

export const connectionMachine = setup({
	types: { events: {} as ConnectionLifeEvent }
}).createMachine({
	id: 'connection',
	initial: 'accepted',
	states: {
		accepted: { on: { ...ending, header: { target: 'starting' } } },
		starting: { on: { ...ending, 'start-ok': { target: 'tuning' } } },
		tuning: { on: { ...ending, 'tune-ok': { target: 'opening' } } },
		opening: { on: { ...ending, admitted: { target: 'running' } } },
		running: { on: ending },
		closing: { on: { close: { target: 'closed' }, lost: { target: 'closed' } } },
		closed: { type: 'final' }
	}
});

/** The state after an event; the same state when the event means nothing there. */
export function nextConnectionStatus(
	status: ConnectionStatus,
	event: ConnectionLifeEvent['type']
): ConnectionStatus {
	const from = connectionMachine.resolveState({ value: status });
	const [next] = transition(connectionMachine, from, { type: event });
	return next.value;
}
