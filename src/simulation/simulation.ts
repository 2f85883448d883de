// Builds a run from a scenario and steps it: actors on virtual time, one guest per live process. The run is a pure
// function of scenario and engine version. It is driven from outside (`advance`), because starting a VM is asynchronous.
import {
	ActorSystem,
	defaultLimits,
	forkSeed,
	microsFromMs,
	type Limits,
	type Micros
} from '#kernel';
import { defaultBrokerVersion } from '#broker';
import type { Cause, Recorded } from '#kernel/events';
import type { ProcessState } from '#cluster';
import type { Sandbox } from '#sandbox';
import type { Scenario } from '#scenario';
import { actorLogic, plainKinds, type TraceEvent } from '#trace';
import { ClusterBoot } from './cluster-boot.ts';
import { CallObserver } from './call-observer.ts';
import { describeIntervention } from './intervention-words.ts';
import { brokerListener, tellsOf } from './interventions.ts';
import { loadSteps, loadStepsAhead, needsSteps } from './load-steps.ts';
import { ProcessGuests } from './process-guests.ts';
import { copiesOfFiles, startablePrograms, startOf, type StartablePrograms } from './programs.ts';
import type { RunSummary } from './run-summary.ts';
import { summarise } from './summarise.ts';

/** End of a run that does not say otherwise, in milliseconds after time 0. */
export const defaultDurationMs = 60_000;
const defaultStartDate = '2025-01-01T09:00:00Z';
const defaultLatencyMs = 10;

export interface SimulationOptions {
	readonly sandbox: Sandbox;
	/** End of the run in milliseconds after time 0; else the scenario's own, else 60,000. */
	readonly untilMs?: number | undefined;
}

type RegistryRestart = Extract<TraceEvent, { kind: 'registry.restart-due' }>['data'];

/** A computed run. */
export interface Run {
	readonly events: readonly TraceEvent[];
	readonly summary: RunSummary;
}

export class Simulation {
	readonly scenario: Scenario;
	readonly seed: number;
	readonly #limits: Limits;
	readonly #durationUs: Micros;
	readonly #startDateMs: number;
	readonly #programs: StartablePrograms;
	readonly #system: ActorSystem;
	readonly #events: TraceEvent[] = [];
	readonly #guests: ProcessGuests;
	readonly #boot: ClusterBoot;
	readonly #calls: CallObserver;
	#timeZero: Micros | null = null;
	#traceBytes = 0;
	#ended = false;

	constructor(scenario: Scenario, options: SimulationOptions) {
		this.scenario = scenario;
		this.seed = scenario.seed ?? 1;
		this.#limits = { ...defaultLimits, ...scenario.limits };
		this.#durationUs = microsFromMs(options.untilMs ?? scenario.durationMs ?? defaultDurationMs);
		this.#startDateMs = Date.parse(scenario.startDate ?? defaultStartDate);
		this.#programs = startablePrograms(scenario);
		this.#system = new ActorSystem({
			logic: actorLogic,
			plainKinds,
			record: (event) => {
				this.#record(event);
			},
			perform: (actor, what, data, cause) => {
				if (what === 'restart') this.#restart(data as RegistryRestart, cause);
				else this.#guests.perform(actor, what, data, cause);
			}
		});
		this.#guests = new ProcessGuests({
			sandbox: options.sandbox,
			system: this.#system,
			files: scenario.files,
			seed: this.seed,
			limits: this.#limits,
			startDateMs: this.#startDateMs,
			copies: copiesOfFiles(this.#programs)
		});
		this.#boot = new ClusterBoot(scenario, this.#system);
		this.#calls = new CallObserver(this.#system, this.#events);
		loadStepsAhead(scenario);
		this.#begin();
	}

	/** Events recorded so far, in order. */
	get events(): readonly TraceEvent[] {
		return this.#events;
	}

	get now(): Micros {
		return this.#system.now;
	}

	/** Has the run come to its end? */
	get ended(): boolean {
		return this.#ended;
	}

	/** Steps the run by at most this many events. True while there is more to come. */
	async advance(events: number): Promise<boolean> {
		for (let count = 0; count < events && !this.#ended; count++) {
			const at = this.#system.nextAt();
			if (at === undefined && this.#timeZero === null) this.#zero(false);
			else if (at === undefined) this.#end('quiet');
			else if (this.#timeZero !== null && at > this.#timeZero + this.#durationUs)
				this.#end('horizon');
			else if (this.#isFull()) this.#end('limit');
			else {
				// Most events need nothing, and awaiting that would take longer than the event.
				const preparing = this.#prepare();
				if (preparing !== undefined) await preparing;
				this.#system.step();
			}
		}
		return !this.#ended;
	}

	/** Makes what the next event needs, if that is not there yet: steps, or a guest. None needs both. */
	#prepare(): Promise<void> | undefined {
		return needsSteps(this.#system.nextKind() ?? '') ? loadSteps() : this.#guests.prepare();
	}

	/** Ends the run where it is. */
	cancel(): void {
		if (!this.#ended) this.#end('cancelled');
	}

	/** Lets go of all guests, for a run that is given up: it cannot go on, what it recorded stays. */
	letGo(): void {
		this.#guests.letGo();
		this.#ended = true;
	}

	/** What the run came to so far. */
	summary(): RunSummary {
		return summarise(this.#events, this.#system, this.seed, this.#timeZero ?? 0);
	}

	#begin(): void {
		const { links } = this.scenario;
		const system = this.#system;
		const latencyUs = microsFromMs(links?.latencyMs ?? defaultLatencyMs);
		system.tell('run:main', 'run.began', { seed: this.seed, startDateMs: this.#startDateMs }, -1);
		system.tell(
			'network:main',
			'network.configured',
			{
				latencyUs,
				jitterUs: microsFromMs(links?.jitterMs ?? 0),
				between: (links?.between ?? []).map(({ a, b, latencyMs }) => ({
					a,
					b,
					latencyUs: microsFromMs(latencyMs)
				})),
				seed: forkSeed(this.seed, 'network')
			},
			0
		);
		system.tell(
			'vhost:/',
			'vhost.created',
			{
				seed: forkSeed(this.seed, 'broker'),
				startDateMs: this.#startDateMs,
				version: this.scenario.brokerVersion ?? defaultBrokerVersion
			} satisfies Extract<TraceEvent, { kind: 'vhost.created' }>['data'],
			0
		);
		system.tell('network:main', 'network.listen', brokerListener, 0);
		if (this.#boot.isNeeded) this.#boot.begin();
		else this.#zero(true);
	}

	/** Time 0 of the scenario has come: its programs and interventions are put on the agenda. */
	#zero(clusterIsUp: boolean): void {
		if (this.#timeZero !== null) return;
		const zero = this.#system.now;
		this.#timeZero = zero;
		this.#system.tell('run:main', 'run.time-zero', { clusterIsUp }, -1);
		for (const spec of this.scenario.processes) {
			const start = startOf(this.scenario, spec);
			const startAt = zero + microsFromMs(spec.startAt ?? 0);
			this.#system.tellAt(startAt, start.to, start.kind, start.data, -1);
			if (spec.killAt === undefined) continue;
			this.#system.tellAt(zero + microsFromMs(spec.killAt), start.to, 'process.killed', {}, -1);
		}
		this.scenario.interventions?.forEach((intervention, index) => {
			const data = {
				index,
				text: describeIntervention(intervention),
				tells: tellsOf(intervention, index, this.scenario, this.#programs)
			};
			const at = zero + microsFromMs(intervention.at);
			this.#system.tellAt(at, 'run:main', 'run.intervention', data, -1);
		});
	}

	/** A master starts a server again. One that still runs is ended first, if that is wished, else left alone. */
	#restart({ serverId, isForced }: RegistryRestart, cause: Cause): void {
		const start = this.#programs.get(serverId);
		if (start === undefined) return;
		const state = this.#system.stateOf(start.to) as ProcessState | undefined;
		const isRunning = state?.status === 'running';
		if (isRunning && !isForced) return;
		if (isRunning) this.#system.tell(start.to, 'process.killed', {}, cause);
		this.#system.tell(start.to, start.kind, start.data, cause);
	}

	#record(recorded: Recorded): void {
		const event = recorded as TraceEvent;
		this.#events.push(event);
		if (event.kind === 'link.sent') {
			for (const part of event.data.payload) {
				if (part instanceof Uint8Array) this.#traceBytes += part.length;
				else if (typeof part === 'string') this.#traceBytes += 2 * part.length;
			}
		} else if (event.kind === 'process.output') this.#traceBytes += 2 * event.data.text.length;
		if (this.#timeZero === null && this.#boot.watch(event)) this.#zero(this.#boot.isUp);
		this.#calls.watch(event);
	}

	#isFull(): boolean {
		const { eventsMax, traceBytesMax } = this.#limits;
		if (this.#events.length < eventsMax && this.#traceBytes < traceBytesMax) return false;
		const isEvents = this.#events.length >= eventsMax;
		this.#system.tell(
			'run:main',
			'run.limit',
			{
				limit: isEvents ? 'eventsMax' : 'traceBytesMax',
				value: isEvents ? eventsMax : traceBytesMax
			},
			-1
		);
		return true;
	}

	#end(why: 'horizon' | 'quiet' | 'limit' | 'cancelled'): void {
		const horizon = (this.#timeZero ?? 0) + this.#durationUs;
		const at = why === 'horizon' ? Math.max(this.#system.now, horizon) : this.#system.now;
		this.#guests.tellVerdicts(at);
		this.#system.tellAt(at, 'run:main', 'run.ended', { why }, -1);
		this.#finish(at);
		this.letGo();
	}

	/** Records what the end itself told, up to `run.ended`; whatever else is waiting stays untold. */
	#finish(at: Micros): void {
		while ((this.#system.nextAt() ?? Infinity) <= at) {
			const isLast = this.#system.nextKind() === 'run.ended';
			this.#system.step();
			if (isLast) return;
		}
	}
}

/** Computes a whole run. */
export async function runScenario(
	scenario: Scenario,
	options: SimulationOptions & {
		/** Told now and then; false stops the run. */
		readonly onProgress?: (simulation: Simulation) => boolean;
	}
): Promise<Run> {
	const simulation = new Simulation(scenario, options);
	while (await simulation.advance(4096)) {
		if (options.onProgress?.(simulation) === false) simulation.cancel();
	}
	return { events: simulation.events, summary: simulation.summary() };
}
