// When each event is shown while playing, in real milliseconds at normal speed: virtual time stretched so that a
// message is seen flying, idle stretches cut short and marked. Grows with the trace. Knows no real clock.
import type { Micros } from '#kernel';
import { detailOf, type Trace, type TraceEvent } from '#trace';

/** A stretch of virtual time in which nothing moves, shortened while playing. */
export interface SkippedGap {
	/** The first event after the gap. */
	readonly seq: number;
	readonly fromUs: Micros;
	readonly toUs: Micros;
}

/** A message over a link of usual latency flies this long. */
const usualFlightMs = 600;
/** Handshakes and declarations fly this many times faster. */
const protocolHaste = 4;
/** Longest real time between two events while a message flies or a process computes. */
const longestWaitMs = 1200;
/** Longest real time between two events when nothing happens. */
const longestIdleMs = 350;
/** A pause for the eye at events that happen in no time, as long as few messages are in the air. */
const dwellMs: Readonly<Record<string, number>> = {
	'exchange.publish': 180,
	'queue.enqueued': 200,
	'process.note': 200
};
/** With more messages than this in the air there is no dwelling: others would stand still meanwhile. */
const dwellFlightsMax = 4;

/** What happens before time 0, the start of a cluster, takes at most this part of the time line. */
const bootPartMax = 0.12;
/** What multiplying and dividing may lose. */
const roundingMs = 1e-6;

export class PlaybackSchedule {
	readonly #msPerUs: number;
	#startMs: Float64Array = new Float64Array(1024);
	#atUs: Float64Array = new Float64Array(1024);
	#spans: Float64Array = new Float64Array(1024);
	#length = 0;
	/** The cursor position of time 0; 0 while there is none. */
	#zeroCursor = 0;
	#carried = 0;
	#protocol = 0;
	readonly #busy = new Set<string>();
	#dwellMs = 0;
	readonly #gaps: SkippedGap[] = [];

	/** @param latencyUs the usual one-way latency of a link */
	constructor(latencyUs: Micros) {
		this.#msPerUs = usualFlightMs / Math.max(latencyUs, 1);
	}

	/** Number of events scheduled. */
	get length(): number {
		return this.#length;
	}

	/** Virtual microseconds that pass in one real millisecond while a message flies. */
	get usPerMs(): number {
		return 1 / this.#msPerUs;
	}

	get gaps(): readonly SkippedGap[] {
		return this.#gaps;
	}

	/** Takes in the events of a trace that are new since last time. */
	extend(trace: Trace): void {
		this.#reserve(trace.length);
		for (let seq = this.#length; seq < trace.length; seq++) {
			this.#add(trace.event(seq));
		}
	}

	/** The moment a cursor position is reached: when its last applied event is shown. */
	positionOf(cursor: number): number {
		if (cursor <= 0) return 0;
		return this.#startMs[Math.min(cursor, this.#length) - 1] ?? 0;
	}

	/** Virtual time of a cursor position: that of its last applied event. */
	timeOf(cursor: number): Micros {
		return cursor <= 0 ? 0 : (this.#atUs[Math.min(cursor, this.#length) - 1] ?? 0);
	}

	/** How many events are shown up to a moment. */
	cursorAt(positionMs: number): number {
		return upperBound(this.#startMs, this.#length, positionMs);
	}

	/** How many events happen up to a virtual time. */
	cursorAtTime(us: Micros): number {
		return upperBound(this.#atUs, this.#length, us);
	}

	/** Virtual time at a moment, in microseconds with fraction; never before the last event shown. */
	clockAt(positionMs: number): number {
		const cursor = this.cursorAt(positionMs);
		const last = this.#atUs[cursor - 1] ?? 0;
		if (cursor >= this.#length || cursor === 0) return last;
		const next = this.#atUs[cursor] ?? last;
		if (next <= last) return last;
		const shown = this.#startMs[cursor - 1] ?? 0;
		const until = this.#startMs[cursor] ?? shown;
		const moving = Math.min(until - shown, this.#spanMs(cursor));
		const part = moving <= 0 ? 1 : (positionMs - (until - moving)) / moving;
		return last + (next - last) * Math.min(Math.max(part, 0), 1);
	}

	/** Where a cursor position stands on the time line: 0 (beginning) to 1 (end). The time line is drawn in playing time. */
	partOf(cursor: number): number {
		return this.#partAt(this.positionOf(cursor), Math.min(Math.max(cursor, 0), this.#length));
	}

	/** As `partOf`, for a moment of playing that lies between two events. */
	partAt(positionMs: number): number {
		return this.#partAt(positionMs, this.cursorAt(positionMs));
	}

	/** The last cursor position at or before a place on the time line; 0 is before the first event. */
	cursorAtPart(part: number): number {
		if (part <= 0) return 0;
		if (part >= 1) return this.#length;
		const end = this.positionOf(this.#length);
		if (end === 0) return Math.round(part * this.#length);
		const { bootMs, bootPart } = this.#boot(end);
		const ms =
			part < bootPart
				? (part / bootPart) * bootMs
				: bootMs + ((part - bootPart) / (1 - bootPart)) * (end - bootMs);
		return this.cursorAt(ms + roundingMs);
	}

	/** A run in which no time passes is drawn by the number of its events. */
	#partAt(positionMs: number, cursor: number): number {
		const end = this.positionOf(this.#length);
		if (end === 0) return this.#length === 0 ? 0 : cursor / this.#length;
		const { bootMs, bootPart } = this.#boot(end);
		if (positionMs < bootMs) return (positionMs / bootMs) * bootPart;
		if (end === bootMs) return 1;
		return Math.min(bootPart + ((positionMs - bootMs) / (end - bootMs)) * (1 - bootPart), 1);
	}

	/** How long it takes until time 0, and which part of the time line that is. */
	#boot(end: number): { readonly bootMs: number; readonly bootPart: number } {
		const bootMs = this.positionOf(this.#zeroCursor);
		return { bootMs, bootPart: bootMs === end ? 1 : Math.min(bootMs / end, bootPartMax) };
	}

	/** Real time in which virtual time moves before an event (the rest of the wait is dwelling). */
	#spanMs(seq: number): number {
		return this.#spans[seq] ?? 0;
	}

	#add(event: TraceEvent): void {
		const seq = this.#length;
		const before = this.#atUs[seq - 1] ?? 0;
		const span = this.#span(event, before, seq);
		const dwell = seq === 0 ? 0 : this.#dwellMs;
		this.#startMs[seq] = (this.#startMs[seq - 1] ?? 0) + dwell + span;
		this.#atUs[seq] = event.at;
		this.#spans[seq] = span;
		this.#length = seq + 1;
		this.#note(event);
		this.#dwellMs = this.#inAir <= dwellFlightsMax ? (dwellMs[event.kind] ?? 0) : 0;
	}

	get #inAir(): number {
		return this.#carried + this.#protocol;
	}

	#span(event: TraceEvent, before: Micros, seq: number): number {
		const gapUs = event.at - before;
		if (gapUs <= 0) return 0;
		const natural = gapUs * this.#msPerUs;
		if (this.#carried > 0) return Math.min(natural, longestWaitMs);
		if (this.#protocol > 0) return Math.min(natural / protocolHaste, longestWaitMs);
		if (this.#busy.size > 0) return Math.min(natural, longestWaitMs);
		if (natural > longestWaitMs) this.#gaps.push({ seq, fromUs: before, toUs: event.at });
		return Math.min(natural, longestIdleMs);
	}

	#note(event: TraceEvent): void {
		switch (event.kind) {
			case 'run.time-zero':
				this.#zeroCursor = event.seq + 1;
				return;
			case 'link.sent':
			case 'link.delivered': {
				if (event.kind === 'link.delivered' && this.#inAir < 1) return;
				const change = event.kind === 'link.sent' ? 1 : -1;
				if (detailOf(event) === 'protocol') this.#protocol += change;
				else this.#carried += change;
				return;
			}
			case 'turn.began':
				this.#busy.add(event.actor);
				return;
			case 'turn.ended':
			case 'process.exited':
			case 'process.killed':
				this.#busy.delete(event.actor);
				return;
			default:
		}
	}

	#reserve(length: number): void {
		if (length <= this.#startMs.length) return;
		const size = Math.max(length, this.#startMs.length * 2);
		this.#startMs = grown(this.#startMs, size);
		this.#atUs = grown(this.#atUs, size);
		this.#spans = grown(this.#spans, size);
	}
}

function grown(array: Float64Array, size: number): Float64Array {
	const bigger = new Float64Array(size);
	bigger.set(array);
	return bigger;
}

/** How many of the first `length` ascending values are at most `limit`. */
function upperBound(values: Float64Array, length: number, limit: number): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[middle] ?? 0) <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
