// Brings a Pomelo cluster up before time 0: the master first, then each server when the one before it has joined, in the
// order of servers.json, so that every process sees every list in that order. A server that dies on the way is passed over.
import { actorName, SECOND, type ActorSystem, type Micros } from '#kernel';
import type { Scenario } from '#scenario';
import type { TraceEvent } from '#trace';
import { clusterStarts, type ProgramStart } from './programs.ts';

/** How long a cluster may take before the scenario begins without it. */
const bootTimeMax: Micros = 30 * SECOND;

export class ClusterBoot {
	readonly #system: ActorSystem;
	readonly #starts: readonly ProgramStart[];
	#next = 0;
	#isUp = false;

	constructor(scenario: Scenario, system: ActorSystem) {
		this.#system = system;
		this.#starts = clusterStarts(scenario);
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
		this.#system.tellAt(bootTimeMax, 'run:main', 'run.boot-overdue', {}, -1);
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
				this.#isUp = true;
				return true;
			case 'run.boot-overdue':
				return true;
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
	}
}
