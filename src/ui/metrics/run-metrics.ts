// What a run comes to in numbers: how long calls took, how they went over time, how busy each server was, how long the queues were.
// Read from the events alone. Pure.
import type { QueueState } from '#broker';
import { actorKind, actorName, type Micros } from '#kernel';
import { applyEvent, type EventList, type TraceEvent } from '#trace';
import type { ActorId } from '#kernel/events';
import { ServerLoads, type ServerLoad } from './server-loads.ts';

/** A line of steps: from each time on, a value. Times ascend. */
export interface Steps {
	readonly times: readonly Micros[];
	readonly values: readonly number[];
}

export interface LatencyBin {
	/** From, and up to (without), microseconds. */
	readonly from: Micros;
	readonly to: Micros;
	readonly count: number;
}

export interface QueueLength {
	readonly name: string;
	/** Messages that wait for a consumer. */
	readonly ready: Steps;
	readonly longest: number;
}

export interface RunMetrics {
	/** Times of answered calls from request to reply, ascending, microseconds. */
	readonly latencies: readonly Micros[];
	readonly bins: readonly LatencyBin[];
	readonly started: Steps;
	readonly answered: Steps;
	/** Timed out, or never to be answered. */
	readonly failed: Steps;
	readonly servers: readonly ServerLoad[];
	/** Queues that ever held a message that waited, the longest first. */
	readonly queues: readonly QueueLength[];
	/** Of the last event, microseconds. */
	readonly endUs: Micros;
}

/** The metrics of the first `length` events. */
export function runMetrics(trace: EventList, length = trace.length): RunMetrics {
	const reader = new Reader();
	for (let seq = 0; seq < length; seq++) reader.take(trace.event(seq), trace);
	return reader.result(length === 0 ? 0 : trace.event(length - 1).at);
}

/**
 * The value below or at which a share of the values lies (nearest rank).
 *
 * @param ascending sorted values; of none there is no such value: null
 * @param share from 0 to 1
 */
export function percentile(ascending: readonly number[], share: number): number | null {
	const rank = Math.min(Math.max(Math.ceil(share * ascending.length), 1), ascending.length);
	return ascending[rank - 1] ?? null;
}

/** The value at a time; 0 before the first. */
export function valueAt({ times, values }: Steps, us: Micros): number {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((times[middle] ?? 0) <= us) low = middle + 1;
		else high = middle;
	}
	return values[low - 1] ?? 0;
}

/** Bins at most. */
const binsMax = 16;
const niceSteps = [1, 2, 5, 10];

/** Values in bins of one width, a round one; no bins for no values. */
export function binsOf(ascending: readonly Micros[]): readonly LatencyBin[] {
	const least = ascending[0];
	const most = ascending.at(-1);
	if (least === undefined || most === undefined) return [];
	const width = roundWidth((most - least) / binsMax);
	const first = Math.floor(least / width);
	const counts = Array.from({ length: Math.floor(most / width) - first + 1 }, () => 0);
	for (const value of ascending) {
		const bin = Math.floor(value / width) - first;
		counts[bin] = (counts[bin] ?? 0) + 1;
	}
	return counts.map((count, bin) => ({
		from: (first + bin) * width,
		to: (first + bin + 1) * width,
		count
	}));
}

/** The least of 1, 2, 5, 10, 20, ... microseconds that is not below a width. */
function roundWidth(width: number): number {
	let decade = 1;
	while (decade * 10 < width) decade *= 10;
	const step = niceSteps.find((nice) => nice * decade >= width) ?? 10;
	return Math.max(1, step * decade);
}

class StepsSoFar implements Steps {
	readonly times: Micros[] = [];
	readonly values: number[] = [];

	get last(): number {
		return this.values.at(-1) ?? 0;
	}

	/** Of several values at one time the last one counts. */
	add(us: Micros, value: number): void {
		if (this.times.at(-1) === us) {
			this.values[this.values.length - 1] = value;
		} else if (value !== this.last) {
			this.times.push(us);
			this.values.push(value);
		}
	}
}

class Reader {
	readonly #latencies: Micros[] = [];
	readonly #startedAt = new Map<ActorId, Micros>();
	readonly #started = new StepsSoFar();
	readonly #answered = new StepsSoFar();
	readonly #failed = new StepsSoFar();
	readonly #servers = new ServerLoads();
	readonly #queueStates = new Map<ActorId, unknown>();
	readonly #queues = new Map<ActorId, StepsSoFar>();

	take(event: TraceEvent, trace: EventList): void {
		this.#servers.take(event, trace);
		switch (event.kind) {
			case 'call.started':
				this.#startedAt.set(event.actor, event.at);
				this.#started.add(event.at, this.#started.last + 1);
				return;
			case 'call.answered': {
				const startedAt = this.#startedAt.get(event.actor);
				if (startedAt === undefined) return;
				this.#latencies.push(event.at - startedAt);
				this.#answered.add(event.at, this.#answered.last + 1);
				return;
			}
			case 'call.timed-out':
			case 'call.orphaned':
				this.#failed.add(event.at, this.#failed.last + 1);
				return;
			default:
				if (actorKind(event.actor) === 'queue') this.#follow(event, trace);
		}
	}

	result(endUs: Micros): RunMetrics {
		const latencies = this.#latencies.toSorted((a, b) => a - b);
		const queues = [...this.#queues].map(([actor, ready]) => ({
			name: actorName(actor),
			ready,
			longest: ready.values.reduce((most, value) => Math.max(most, value), 0)
		}));
		return {
			latencies,
			bins: binsOf(latencies),
			started: this.#started,
			answered: this.#answered,
			failed: this.#failed,
			servers: this.#servers.result(endUs),
			queues: queues
				.filter(({ longest }) => longest > 0)
				.sort((a, b) => b.longest - a.longest || (a.name < b.name ? -1 : 1)),
			endUs
		};
	}

	/** The queue's own step says how many wait. */
	#follow(event: TraceEvent, trace: EventList): void {
		applyEvent(this.#queueStates, event);
		const state = this.#queueStates.get(event.actor) as QueueState | undefined;
		this.#servers.follow(event, state, trace);
		let steps = this.#queues.get(event.actor);
		if (steps === undefined) {
			steps = new StepsSoFar();
			this.#queues.set(event.actor, steps);
		}
		steps.add(event.at, state?.readyCount ?? 0);
	}
}
