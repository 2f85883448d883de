// The life cycle of a simulated operating-system process, as a state machine a student can read.
// Traffic (deliveries, turns) does not pass through here: it costs microseconds each and changes no life-cycle state.
import { setup, transition } from 'xstate';

export type ProcessLife = 'running' | 'exited' | 'crashed' | 'stopped' | 'killed';

type LifeEvent =
	| { readonly type: 'start' }
	/** It ended by itself, with this status. */
	| { readonly type: 'exit' }
	/** An uncaught error or rejection ended it. */
	| { readonly type: 'crash' }
	/** A limit ended it. */
	| { readonly type: 'limit' }
	| { readonly type: 'kill' };

const ended = { on: { start: { target: 'running' } } } as const;

export const processMachine = setup({ types: { events: {} as LifeEvent } }).createMachine({
	id: 'process',
	initial: 'exited',
	states: {
		running: {
			on: {
				exit: { target: 'exited' },
				crash: { target: 'crashed' },
				limit: { target: 'stopped' },
				kill: { target: 'killed' }
			}
		},
		exited: ended,
		crashed: ended,
		stopped: ended,
		killed: ended
	}
});

/** The life-cycle state after an event; the same state when the event means nothing there. */
export function nextLife(life: ProcessLife, event: LifeEvent['type']): ProcessLife {
	const [next] = transition(processMachine, processMachine.resolveState({ value: life }), {
		type: event
	});
	return next.value;
}
