// Brings a Pomelo cluster up before time 0: the master first, then each server when the one before it has joined, in the
// order of servers.json or of chance, so that every process sees every list in that order. A server that dies on the way or
// never finishes its start (a component forgets its callback) is passed over: there, too, the others come up without it.
import { actorName, forkSeed, Random, SECOND, type ActorSystem, type Micros } from '#kernel';
import type { Scenario } from '#scenario';
import type { TraceEvent } from '#trace';
import { clusterStarts, type ProgramStart } from './programs.ts';

/** How long one server may take before the next one is started, or the scenario begins, without it. */
const patience: Micros = 10 * SECOND;
const runActor = 'run:main';
const patienceKey = 'boot';

export class ClusterBoot {
	readonly #system: ActorSystem;
	readonly #starts: readonly ProgramStart[];
	#next = 0;
	#isUp = false;

	constructor(scenario: Scenario, system: ActorSystem) {
		this.#system = system;
		const starts = clusterStarts(scenario);
		const isShuffled = scenario.pomelo?.startOrder === 'shuffled';
		this.#starts = isShuffled ? shuffled(starts, scenario.seed ?? 1) : starts;
	}

	get isNeeded(): boolean {
		return this.#starts.length > 0;
	}

	/** Have all servers reported? */
	get isUp(): boolean {
		return this.#isUp;
	}

	begin(): void {
		this.#startNext(-1);
	}

	/** Looks at an event of the boot; true when time 0 has come. */
	watch(event: TraceEvent): boolean {
		switch (event.kind) {
			case 'registry.started':
				if (event.data.serverId === this.#waitingFor()) this.#startNext(event.seq);
				return false;
			case 'process.exited':
				if (actorName(event.actor) === this.#waitingFor()) this.#startNext(event.seq);
				return false;
			case 'registry.all-started':
				this.#system.takeBack(runActor, patienceKey);
				this.#isUp = true;
				return true;
			case 'run.boot-overdue':
				if (this.#next >= this.#starts.length) return true;
				this.#startNext(event.seq);
				return false;
			default:
				return false;
		}
	}

	#waitingFor(): string | undefined {
		const start = this.#starts[this.#next - 1];
		return start === undefined ? undefined : actorName(start.to);
	}

	#startNext(cause: number): void {
		const start = this.#starts[this.#next];
		if (start === undefined) return;
		this.#next += 1;
		this.#system.tell(start.to, start.kind, start.data, cause);
		const due = this.#system.now + patience;
		this.#system.tellAt(due, runActor, 'run.boot-overdue', {}, -1, runActor, patienceKey);
	}
}

/** The master first, the others in an order of chance (Fisher and Yates). */
function shuffled([master, ...servers]: readonly ProgramStart[], seed: number): ProgramStart[] {
	const random = Random.seeded(forkSeed(seed, 'start order'));
	const left = [...servers];
	const order = master === undefined ? [] : [master];
	while (left.length > 0) order.push(...left.splice(random.below(left.length), 1));
	return order;
}
