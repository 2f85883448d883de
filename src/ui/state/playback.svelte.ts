// The cursor and how it moves: play, pause, step, seek. The world is what the trace says at the cursor; nothing else is known.
import { untrack } from 'svelte';
import { createActor } from 'xstate';
import { isShownAt, Trace, type DetailLevel, type TraceEvent, type World } from '#trace';
import { playbackMachine, type Loop, type PlaybackCommand } from './playback-machine.ts';
import { PlaybackSchedule, type SkippedGap } from './playback-schedule.ts';

/** Speeds offered, as factors of normal speed. */
export const playbackSpeeds: readonly number[] = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 64];

/** Where a step from a cursor position leads; undefined: there is nothing to step by now. */
export interface Stepper {
	next(cursor: number): number | undefined;
	previous(cursor: number): number | undefined;
}

export class Playback {
	#trace: Trace = $state.raw(new Trace());
	#schedule = new PlaybackSchedule(10_000);
	#length = $state(0);
	#cursor = $state(0);
	#clockUs = $state(0);
	#part = $state(0);
	#playing = $state(false);
	#waiting = $state(false);
	#loop: Loop | null = $state.raw(null);
	#stepper: Stepper | null = $state.raw(null);
	#speed = $state(1);
	#detail: DetailLevel = $state('messages');
	/** A position the run has not reached yet and the cursor is to go to; null: none. */
	#wanted: number | null = $state(null);
	readonly #actor = createActor(playbackMachine);
	/** What the machine knows of it. */
	#holdAt = Infinity;

	#isHeld = $state(false);
	/**
	 * The cursor position at which a question about what comes next is open; null: none is, infinite: the run has not got
	 * there. A lesson says.
	 */
	askedAt: () => number | null = $state.raw(() => null);

	/** The world at the cursor. */
	readonly world: World = $derived(this.#trace.worldAt(Math.min(this.#cursor, this.#length)));

	/** The event the cursor stands behind: the last one applied. Undefined at the very beginning. */
	readonly event: TraceEvent | undefined = $derived(
		this.#cursor === 0 ? undefined : this.#trace.event(this.#cursor - 1)
	);

	constructor() {
		this.#actor.subscribe((snapshot) => {
			const { cursor, clockUs, speed, positionMs, schedule, loop, isHeld } = snapshot.context;
			this.#cursor = cursor;
			this.#clockUs = clockUs;
			this.#speed = speed;
			this.#loop = loop;
			this.#isHeld = isHeld;
			this.#part = positionMs > 0 ? schedule.partAt(positionMs) : schedule.partOf(cursor);
			this.#waiting = snapshot.matches('waiting');
			this.#playing = this.#waiting || snapshot.matches('playing');
		});
		this.#actor.start();
	}

	/** The run the cursor is in. */
	get trace(): Trace {
		return this.#trace;
	}

	/** Events computed so far: the last cursor position. */
	get length(): number {
		return this.#length;
	}

	/** A question about what comes next is open: panes show nothing of what lies behind the cursor, and no move leads past it. */
	get isFutureHidden(): boolean {
		return this.askedAt() !== null;
	}

	/** The last move was to lead past the place of an open question, and stopped there. */
	get isHeld(): boolean {
		return this.#isHeld && this.isFutureHidden;
	}

	/** Events that may be shown: all that are computed or, while what comes next is hidden, those that have happened. */
	get seenLength(): number {
		return this.isFutureHidden ? Math.min(this.#cursor, this.#length) : this.#length;
	}

	/** Number of events applied, 0 to `length`. */
	get cursor(): number {
		return this.#cursor;
	}

	/** Virtual time shown, microseconds with fraction: between two events while messages fly. */
	get clockUs(): number {
		return this.#clockUs;
	}

	get playing(): boolean {
		return this.#playing;
	}

	/** Playing has reached the end of what is computed and goes on when there is more. */
	get waiting(): boolean {
		return this.#waiting;
	}

	/** The cursor goes somewhere the run has not got to yet. */
	get isOnItsWay(): boolean {
		return this.#wanted !== null;
	}

	/** The stretch played over and over; null when none is. */
	get loop(): Loop | null {
		return this.#loop;
	}

	set loop(loop: Loop | null) {
		this.#send({ type: 'loop', loop });
	}

	/** Place of the cursor on the time line, 0 to 1; between two events while playing. */
	get part(): number {
		return this.#part;
	}

	/** Place of a cursor position on the time line, 0 to 1. */
	partOf(cursor: number): number {
		return this.#length >= 0 ? this.#schedule.partOf(cursor) : 0;
	}

	/** The cursor position at a place (0 to 1) on the time line. */
	cursorAtPart(part: number): number {
		return this.#schedule.cursorAtPart(part);
	}

	/** Factor of normal speed. */
	get speed(): number {
		return this.#speed;
	}

	set speed(speed: number) {
		this.#send({ type: 'speed', speed });
	}

	/** What the panes show; a step goes from one shown event to the next unless there is a stepper. */
	get detail(): DetailLevel {
		return this.#detail;
	}

	set detail(level: DetailLevel) {
		this.#detail = level;
	}

	/** Finds the steps in place of the level of detail; null: the level of detail does. */
	get stepper(): Stepper | null {
		return this.#stepper;
	}

	set stepper(stepper: Stepper | null) {
		this.#stepper = stepper;
	}

	/** Idle stretches that playing jumps over. Read after `length`. */
	get gaps(): readonly SkippedGap[] {
		return this.#length >= 0 ? this.#schedule.gaps : [];
	}

	/** Virtual microseconds in one real millisecond, at the chosen speed. */
	get usPerMs(): number {
		return this.#schedule.usPerMs * this.#speed;
	}

	play(): void {
		this.#wanted = null;
		this.#send({ type: 'play' });
	}

	pause(): void {
		this.#send({ type: 'pause' });
	}

	toggle(): void {
		if (this.#playing) this.pause();
		else this.play();
	}

	/** To just behind the next event of the kind that counts as a step (or the end). */
	stepForward(): void {
		this.seek(this.#stepper?.next(this.#cursor) ?? this.nextStep(this.#cursor));
	}

	/** To just behind the previous event of the kind that counts as a step (or the beginning). */
	stepBack(): void {
		this.seek(this.#stepper?.previous(this.#cursor) ?? this.previousStep(this.#cursor));
	}

	/** To the beginning of the scenario: its time 0. */
	restart(): void {
		this.seek(this.timeZeroCursor);
	}

	/** Moves the cursor; playing stops. Out of range is clamped. */
	seek(cursor: number): void {
		this.#wanted = null;
		this.#moveTo(cursor);
	}

	/** Moves the cursor to a position as soon as the run has got there, unless it is moved before that. */
	seekWhenThere(cursor: number): void {
		this.#wanted = cursor;
		this.#seekWanted();
	}

	/** Moves the cursor behind the last event at or before a virtual time (microseconds). */
	seekTime(us: number): void {
		this.seek(this.#schedule.cursorAtTime(us));
	}

	/** The cursor just behind the event of time 0; 0 while it has not been computed. */
	readonly timeZeroCursor: number = $derived(findTimeZero(this.#trace, this.#length));

	/** Virtual time of the scenario's time 0, microseconds. */
	readonly timeZeroUs: number = $derived(
		this.timeZeroCursor === 0 ? 0 : this.#trace.event(this.timeZeroCursor - 1).at
	);

	/** Time moves on by this many real milliseconds. Called by the frame loop. */
	tick(elapsedMs: number): void {
		this.#send({ type: 'tick', elapsedMs });
	}

	/**
	 * Another run. The cursor goes to time 0 of a fresh one, else to the same virtual time since time 0 as before.
	 * @param latencyUs the usual latency of a link, which sets the normal speed
	 */
	load(trace: Trace, latencyUs: number, fresh: boolean): void {
		const heldUs = this.#heldUsIn(trace) ?? this.#clockUs;
		if (fresh) this.#wanted = null;
		this.#schedule = new PlaybackSchedule(latencyUs);
		this.#trace = trace;
		this.#schedule.extend(trace);
		this.#length = trace.length;
		this.#send({ type: 'load', schedule: this.#schedule, heldUs: fresh ? null : heldUs });
		if (fresh && this.timeZeroCursor > 0) this.#moveTo(this.timeZeroCursor);
		this.#seekWanted();
	}

	/** Has another run of the scenario got further than the cursor is in this one? */
	isReachedIn(trace: Trace): boolean {
		const heldUs = this.#heldUsIn(trace);
		return heldUs !== undefined && trace.length > 0 && trace.event(trace.length - 1).at > heldUs;
	}

	/**
	 * Virtual time of the cursor in another run of the scenario, microseconds: as far from time 0 or, before that, from the beginning;
	 * at time 0 when it has not moved yet. How long a cluster takes to start may have changed. Undefined while that run has no time 0.
	 */
	#heldUsIn(trace: Trace): number | undefined {
		const { timeZeroCursor } = this;
		const isBefore = timeZeroCursor === 0 ? this.#cursor > 0 : this.#cursor < timeZeroCursor;
		if (isBefore) return this.#clockUs;
		const zero = trace.seqsOfKind('run.time-zero')[0];
		if (zero === undefined) return undefined;
		return trace.event(zero).at + this.#clockUs - this.timeZeroUs;
	}

	/** The run grew. */
	grow(length: number): void {
		const zeroBefore = this.timeZeroCursor;
		this.#schedule.extend(this.#trace);
		this.#length = length;
		this.#send({ type: 'grow' });
		if (this.#cursor === 0 && this.timeZeroCursor !== zeroBefore) {
			const wasPlaying = this.#playing;
			this.#moveTo(this.timeZeroCursor);
			if (wasPlaying) this.#send({ type: 'play' });
		}
		this.#seekWanted();
	}

	/** The run will not grow any more: it has ended, or its computation was given up. */
	complete(): void {
		const wanted = this.#wanted;
		this.#send({ type: 'complete' });
		if (wanted !== null) this.seek(wanted);
	}

	/** Whatever is asked of the machine, it knows by then how far the cursor may go: no way of moving can forget it. */
	#send(command: PlaybackCommand): void {
		const holdAt = untrack(this.askedAt) ?? Infinity;
		if (holdAt !== this.#holdAt) this.#actor.send({ type: 'hold', holdAt });
		this.#holdAt = holdAt;
		this.#actor.send(command);
	}

	#moveTo(cursor: number): void {
		this.#send({ type: 'seek', cursor });
	}

	#seekWanted(): void {
		if (this.#wanted !== null && this.#wanted <= this.#length) this.seek(this.#wanted);
	}

	/** The cursor after one step forward from another cursor. */
	nextStep(cursor: number): number {
		for (let seq = cursor; seq < this.#length; seq++) {
			if (isShownAt(this.#detail, this.#trace.event(seq))) return seq + 1;
		}
		return this.#length;
	}

	/** The cursor after one step back from another cursor. */
	previousStep(cursor: number): number {
		for (let seq = cursor - 2; seq >= 0; seq--) {
			if (isShownAt(this.#detail, this.#trace.event(seq))) return seq + 1;
		}
		return 0;
	}
}

function findTimeZero(trace: Trace, length: number): number {
	const seq = trace.seqsOfKind('run.time-zero')[0];
	return seq === undefined || seq >= length ? 0 : seq + 1;
}
