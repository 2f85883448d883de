// The state machine of playing: paused, playing, or waiting for a run that is still being computed.
// Holds where playing stands; what is there to see is the trace's business.
import { assign, setup } from 'xstate';
import { PlaybackSchedule } from './playback-schedule.ts';

export interface PlaybackContext {
	readonly schedule: PlaybackSchedule;
	/** Events applied. */
	readonly cursor: number;
	/** Real milliseconds at normal speed since the beginning of the run. */
	readonly positionMs: number;
	/** Virtual time shown, microseconds with fraction. */
	readonly clockUs: number;
	/** Factor of normal speed. */
	readonly speed: number;
}

export type PlaybackCommand =
	| { readonly type: 'play' }
	| { readonly type: 'pause' }
	| { readonly type: 'tick'; readonly elapsedMs: number }
	| { readonly type: 'seek'; readonly cursor: number }
	| { readonly type: 'speed'; readonly speed: number }
	/** Another run; `heldUs` keeps the cursor at that virtual time, null goes to the beginning. */
	| { readonly type: 'load'; readonly schedule: PlaybackSchedule; readonly heldUs: number | null }
	/** The run grew. */
	| { readonly type: 'grow' };

/** Longest real time one tick may stand for: a tab in the background does not jump ahead. */
const tickMsMax = 100;

export const playbackMachine = setup({
	types: {
		context: {} as PlaybackContext,
		events: {} as PlaybackCommand
	},
	guards: {
		atEnd: ({ context }) => context.cursor >= context.schedule.length
	},
	actions: {
		seek: assign(({ context, event }) =>
			event.type === 'seek' ? at(context, event.cursor) : context
		),
		setSpeed: assign({
			speed: ({ context, event }) => (event.type === 'speed' ? event.speed : context.speed)
		}),
		load: assign(({ context, event }) =>
			event.type === 'load' ? loaded(context, event) : context
		),
		rewind: assign(({ context }) => at(context, 0)),
		advance: assign(({ context, event }) =>
			event.type === 'tick' ? advanced(context, event.elapsedMs) : context
		)
	}
}).createMachine({
	id: 'playback',
	initial: 'paused',
	context: {
		schedule: new PlaybackSchedule(10_000),
		cursor: 0,
		positionMs: 0,
		clockUs: 0,
		speed: 1
	},
	on: {
		load: { actions: 'load' },
		speed: { actions: 'setSpeed' }
	},
	states: {
		paused: {
			on: {
				play: [{ guard: 'atEnd', target: 'playing', actions: 'rewind' }, { target: 'playing' }],
				seek: { actions: 'seek' }
			}
		},
		playing: {
			always: { guard: 'atEnd', target: 'paused' },
			on: {
				pause: { target: 'paused' },
				seek: { target: 'paused', actions: 'seek' },
				tick: { actions: 'advance' }
			}
		}
	}
});

function at(context: PlaybackContext, cursor: number): PlaybackContext {
	const { schedule } = context;
	const clamped = Math.min(Math.max(Math.round(cursor), 0), schedule.length);
	const positionMs = schedule.positionOf(clamped);
	return { ...context, cursor: clamped, positionMs, clockUs: schedule.timeOf(clamped) };
}

function loaded(
	context: PlaybackContext,
	event: { readonly schedule: PlaybackSchedule; readonly heldUs: number | null }
): PlaybackContext {
	const next = { ...context, schedule: event.schedule };
	return at(next, event.heldUs === null ? 0 : event.schedule.cursorAtTime(event.heldUs));
}

function advanced(context: PlaybackContext, elapsedMs: number): PlaybackContext {
	const { schedule, speed } = context;
	const positionMs = context.positionMs + Math.min(elapsedMs, tickMsMax) * speed;
	const cursor = Math.max(context.cursor, schedule.cursorAt(positionMs));
	return { ...context, positionMs, cursor, clockUs: schedule.clockAt(positionMs) };
}
