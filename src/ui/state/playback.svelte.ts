// The cursor and how it moves: play, pause, step, seek. The world is what the trace says at the cursor; nothing else is known.
import { createActor } from 'xstate';
import type { TraceEvent, World } from '#trace';
import { Trace } from '#trace';
import { type DetailLevel, isShownAt } from './detail-level.ts';
import { playbackMachine } from './playback-machine.ts';
import { PlaybackSchedule, type SkippedGap } from './playback-schedule.ts';

/** Speeds offered, as factors of normal speed. */
export const playbackSpeeds: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, 16];

export class Playback {
	#trace: Trace = $state.raw(new Trace());
	#schedule = new PlaybackSchedule(10_000);
	#length = $state(0);
	#cursor = $state(0);
	#clockUs = $state(0);
	#playing = $state(false);
	#speed = $state(1);
	#detail: DetailLevel = $state('messages');
	readonly #actor = createActor(playbackMachine);

	/** The world at the cursor. */
	readonly world: World = $derived(this.#trace.worldAt(Math.min(this.#cursor, this.#length)));

	/** The event the cursor stands behind: the last one applied. Undefined at the very beginning. */
	readonly event: TraceEvent | undefined = $derived(
		this.#cursor === 0 ? undefined : this.#trace.event(this.#cursor - 1)
	);

	constructor() {
		this.#actor.subscribe((snapshot) => {
			const { cursor, clockUs, speed } = snapshot.context;
			this.#cursor = cursor;
			this.#clockUs = clockUs;
			this.#speed = speed;
			this.#playing = snapshot.matches('playing');
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

	/** Factor of normal speed. */
	get speed(): number {
		return this.#speed;
	}

	set speed(speed: number) {
		this.#actor.send({ type: 'speed', speed });
	}

	/** What counts as one step. */
	get detail(): DetailLevel {
		return this.#detail;
	}

	set detail(level: DetailLevel) {
		this.#detail = level;
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
		this.#actor.send({ type: 'play' });
	}

	pause(): void {
		this.#actor.send({ type: 'pause' });
	}

	toggle(): void {
		if (this.#playing) this.pause();
		else this.play();
	}

	/** To just behind the next event of the chosen detail (or the end). */
	stepForward(): void {
		this.seek(this.nextStep(this.#cursor));
	}

	/** To just behind the previous event of the chosen detail (or the beginning). */
	stepBack(): void {
		this.seek(this.previousStep(this.#cursor));
	}

	/** To the beginning of the scenario: its time 0. */
	restart(): void {
		this.seek(this.timeZeroCursor);
	}

	/** Moves the cursor; playing stops. Out of range is clamped. */
	seek(cursor: number): void {
		this.#actor.send({ type: 'seek', cursor });
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
		this.#actor.send({ type: 'tick', elapsedMs });
	}

	/**
	 * Another run. The cursor goes to time 0 of a fresh one, else to the same virtual time as before.
	 * @param latencyUs the usual latency of a link, which sets the normal speed
	 */
	load(trace: Trace, latencyUs: number, fresh: boolean): void {
		const heldUs = this.#clockUs;
		this.#schedule = new PlaybackSchedule(latencyUs);
		this.#trace = trace;
		this.#schedule.extend(trace);
		this.#length = trace.length;
		this.#actor.send({ type: 'load', schedule: this.#schedule, heldUs: fresh ? null : heldUs });
		if (fresh && this.timeZeroCursor > 0) this.seek(this.timeZeroCursor);
	}

	/** The run grew. */
	grow(length: number): void {
		const wasBeforeTimeZero = this.timeZeroCursor === 0;
		this.#schedule.extend(this.#trace);
		this.#length = length;
		this.#actor.send({ type: 'grow' });
		if (wasBeforeTimeZero && this.#cursor === 0 && !this.#playing) this.restart();
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
