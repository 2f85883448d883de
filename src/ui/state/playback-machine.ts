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
	/** The cursor goes no further than this, however far the run is; infinite: nothing holds it. */
	readonly holdAt: number;
	/** The last move was to go further than that. */
	readonly isHeld: boolean;
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
	/** Another run; `heldUs` is the cursor's virtual time in it, null goes to the beginning. */
	| { readonly type: 'load'; readonly schedule: PlaybackSchedule; readonly heldUs: number | null }
	/** The run grew. */
	| { readonly type: 'grow' }
	/** The run will not grow any more. */
	| { readonly type: 'complete' }
	/** Play this stretch over and over; null: to the end, as usual. */
	| { readonly type: 'loop'; readonly loop: Loop | null }
	/** From now on the cursor goes no further than this; infinite: as far as the run. */
	| { readonly type: 'hold'; readonly holdAt: number };

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
		atHold: ({ context }) => isAtEnd(context) && isBehindHold(context, context.cursor + 1),
		atEnd: ({ context }) => isAtEnd(context) && context.isComplete,
		atHorizon: ({ context }) => isAtEnd(context)
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
			event.type === 'loop'
				? { ...context, loop: clamped(event.loop, context.schedule.length) }
				: context
		),
		setHold: assign(({ context, event }) =>
			event.type === 'hold' ? { ...context, holdAt: event.holdAt, isHeld: false } : context
		),
		holdBack: assign({ isHeld: true }),
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
		loop: null,
		holdAt: Infinity,
		isHeld: false
	},
	on: {
		hold: { actions: 'setHold' },
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
					{ guard: 'atHold', actions: 'holdBack' },
					{ guard: 'atEnd', target: 'playing', actions: ['rewind', 'enterLoop'] },
					{ target: 'playing', actions: 'enterLoop' }
				],
				seek: { actions: 'seek' }
			}
		},
		playing: {
			always: [
				{ guard: 'atHold', target: 'paused', actions: 'holdBack' },
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

/** The last position the cursor may take by now. */
function endOf({ schedule, holdAt }: PlaybackContext): number {
	return Math.min(schedule.length, holdAt);
}

/** What of the loop may be played by now. */
function loopOf(context: PlaybackContext): Loop | null {
	return clamped(context.loop, endOf(context));
}

function isAtEnd(context: PlaybackContext): boolean {
	return loopOf(context) === null && context.cursor >= endOf(context);
}

/** Is this further than the cursor may go, though the run is there? */
function isBehindHold({ schedule, holdAt }: PlaybackContext, cursor: number): boolean {
	return cursor > holdAt && schedule.length > holdAt;
}

function at(context: PlaybackContext, wanted: number): PlaybackContext {
	const { schedule } = context;
	const cursor = Math.min(Math.max(Math.round(wanted), 0), endOf(context));
	const positionMs = schedule.positionOf(cursor);
	const isHeld = isBehindHold(context, wanted);
	return { ...context, cursor, positionMs, clockUs: schedule.timeOf(cursor), isHeld };
}

/** Where a new run takes the cursor is nobody's move: it may be cut short, and nobody is told. */
function loaded(
	context: PlaybackContext,
	event: { readonly schedule: PlaybackSchedule; readonly heldUs: number | null }
): PlaybackContext {
	const { schedule, heldUs } = event;
	const { loop } = context;
	const next = { ...context, schedule, isComplete: false, loop: null };
	if (heldUs === null) return at(next, 0);
	const sameTime = (cursor: number): number =>
		schedule.cursorAtTime(context.schedule.timeOf(cursor) + heldUs - context.clockUs);
	const moved = loop === null ? null : { from: sameTime(loop.from), to: sameTime(loop.to) };
	return {
		...at(next, schedule.cursorAtTime(heldUs)),
		loop: clamped(moved, schedule.length),
		isHeld: false
	};
}

/** A loop up to a position at most, or null when nothing of it is there. */
function clamped(loop: Loop | null, end: number): Loop | null {
	if (loop === null) return null;
	const within = (cursor: number): number => Math.min(Math.max(Math.round(cursor), 0), end);
	const from = within(Math.min(loop.from, loop.to));
	const to = within(Math.max(loop.from, loop.to));
	return from < to ? { from, to } : null;
}

/** Playing inside a loop begins inside it. */
function entered(context: PlaybackContext): PlaybackContext {
	const { cursor } = context;
	const loop = loopOf(context);
	if (loop === null || (cursor >= loop.from && cursor < loop.to)) return context;
	return at(context, loop.from);
}

function advanced(context: PlaybackContext, elapsedMs: number): PlaybackContext {
	const { schedule, speed } = context;
	const loop = loopOf(context);
	const end = loop?.to ?? endOf(context);
	const endMs = schedule.positionOf(end);
	const ms = Math.min(elapsedMs, tickMsMax);
	const rested = context.positionMs - endMs;
	if (loop !== null && rested >= 0) {
		if (rested + ms >= loopRestMs) return at(context, loop.from);
		return { ...at(context, end), positionMs: context.positionMs + ms };
	}
	const positionMs = Math.min(context.positionMs + ms * speed, endMs);
	const cursor = Math.max(context.cursor, schedule.cursorAt(positionMs));
	return {
		...context,
		positionMs,
		cursor: Math.min(cursor, end),
		clockUs: schedule.clockAt(positionMs)
	};
}
