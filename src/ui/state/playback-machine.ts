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
	/** The run is computed as far as it will be. */
	readonly isComplete: boolean;
	/** The stretch played over and over; null: none. */
	readonly loop: Loop | null;
}

/** A stretch of the run between two cursor positions, `from` before `to`. */
export interface Loop {
	readonly from: number;
	readonly to: number;
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
	| { readonly type: 'grow' }
	/** The run will not grow any more. */
	| { readonly type: 'complete' }
	/** Play this stretch over and over; null: to the end, as usual. */
	| { readonly type: 'loop'; readonly loop: Loop | null };

/** Longest real time one tick may stand for: a tab in the background does not jump ahead. */
const tickMsMax = 100;
/** Real milliseconds, at any speed, the end of a loop is looked at before it begins again. */
const loopRestMs = 500;

export const playbackMachine = setup({
	types: {
		context: {} as PlaybackContext,
		events: {} as PlaybackCommand
	},
	guards: {
		atEnd: ({ context }) => isAtHorizon(context) && context.isComplete,
		atHorizon: ({ context }) => isAtHorizon(context)
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
		grow: assign({ isComplete: false }),
		complete: assign({ isComplete: true }),
		setLoop: assign(({ context, event }) =>
			event.type === 'loop' ? { ...context, loop: clamped(event.loop, context.schedule) } : context
		),
		rewind: assign(({ context }) => at(context, 0)),
		enterLoop: assign(({ context }) => entered(context)),
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
		speed: 1,
		isComplete: true,
		loop: null
	},
	on: {
		load: { actions: 'load' },
		grow: { actions: 'grow' },
		complete: { actions: 'complete' },
		speed: { actions: 'setSpeed' },
		loop: { actions: 'setLoop' }
	},
	states: {
		paused: {
			on: {
				play: [
					{ guard: 'atEnd', target: 'playing', actions: ['rewind', 'enterLoop'] },
					{ target: 'playing', actions: 'enterLoop' }
				],
				seek: { actions: 'seek' }
			}
		},
		playing: {
			always: [
				{ guard: 'atEnd', target: 'paused' },
				{ guard: 'atHorizon', target: 'waiting' }
			],
			on: {
				pause: { target: 'paused' },
				seek: { target: 'paused', actions: 'seek' },
				loop: { actions: ['setLoop', 'enterLoop'] },
				tick: { actions: 'advance' }
			}
		},
		/** Everything computed so far has been played; playing goes on when there is more. */
		waiting: {
			on: {
				pause: { target: 'paused' },
				seek: { target: 'paused', actions: 'seek' },
				loop: { target: 'playing', actions: ['setLoop', 'enterLoop'] },
				grow: { target: 'playing', actions: 'grow' },
				load: { target: 'playing', actions: 'load' },
				complete: { target: 'paused', actions: 'complete' }
			}
		}
	}
});

function isAtHorizon({ cursor, schedule, loop }: PlaybackContext): boolean {
	return loop === null && cursor >= schedule.length;
}

function at(context: PlaybackContext, cursor: number): PlaybackContext {
	const { schedule } = context;
	const clampedCursor = Math.min(Math.max(Math.round(cursor), 0), schedule.length);
	const positionMs = schedule.positionOf(clampedCursor);
	return { ...context, cursor: clampedCursor, positionMs, clockUs: schedule.timeOf(clampedCursor) };
}

function loaded(
	context: PlaybackContext,
	event: { readonly schedule: PlaybackSchedule; readonly heldUs: number | null }
): PlaybackContext {
	const { schedule, heldUs } = event;
	const next = { ...context, schedule, isComplete: false, loop: null };
	if (heldUs === null) return at(next, 0);
	const { loop } = context;
	if (loop === null) return at(next, schedule.cursorAtTime(heldUs));
	const sameTime = (cursor: number): number =>
		schedule.cursorAtTime(context.schedule.timeOf(cursor));
	const moved = clamped({ from: sameTime(loop.from), to: sameTime(loop.to) }, schedule);
	return at({ ...next, loop: moved }, schedule.cursorAtTime(heldUs));
}

/** A loop within the run, or null when nothing of it is there. */
function clamped(loop: Loop | null, { length }: PlaybackSchedule): Loop | null {
	if (loop === null) return null;
	const within = (cursor: number): number => Math.min(Math.max(Math.round(cursor), 0), length);
	const from = within(Math.min(loop.from, loop.to));
	const to = within(Math.max(loop.from, loop.to));
	return from < to ? { from, to } : null;
}

/** Playing inside a loop begins inside it. */
function entered(context: PlaybackContext): PlaybackContext {
	const { loop, cursor } = context;
	if (loop === null || (cursor >= loop.from && cursor < loop.to)) return context;
	return at(context, loop.from);
}

function advanced(context: PlaybackContext, elapsedMs: number): PlaybackContext {
	const { schedule, speed, loop } = context;
	const ms = Math.min(elapsedMs, tickMsMax);
	const end = schedule.positionOf(loop?.to ?? schedule.length);
	const rested = context.positionMs - end;
	if (loop !== null && rested >= 0) {
		if (rested + ms >= loopRestMs) return at(context, loop.from);
		return { ...at(context, loop.to), positionMs: context.positionMs + ms };
	}
	const positionMs = Math.min(context.positionMs + ms * speed, end);
	const cursor = Math.max(context.cursor, schedule.cursorAt(positionMs));
	return {
		...context,
		positionMs,
		cursor: Math.min(cursor, loop?.to ?? schedule.length),
		clockUs: schedule.clockAt(positionMs)
	};
}
