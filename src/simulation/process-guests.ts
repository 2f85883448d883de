// The guests of a run's processes: made before a process starts, given its turns, let go of when it has ended. A turn's end
// is told when its computing time is over, and put off while the process is paused.
// Which event starts, pauses or ends a process is the cluster's to say; nothing here knows why.
import {
	actorName,
	assert,
	forkSeed,
	type ActorSystem,
	type Limits,
	type Micros,
	type TakenBack
} from '#kernel';
import type { ActorId, Cause } from '#kernel/events';
import type { ProcessState } from '#cluster';
import type { ProcessStarted } from '#cluster/events';
import type { Delivery, GuestVm, Sandbox, TurnResult } from '#sandbox';
import type { Scenario } from '#scenario';

const firstPid = 4001;

export interface ProcessGuestsOptions {
	readonly sandbox: Sandbox;
	readonly system: ActorSystem;
	readonly files: Scenario['files'];
	readonly seed: number;
	readonly limits: Limits;
	/** Milliseconds since 1970 at virtual time 0. */
	readonly startDateMs: number;
	/** How many processes are started from the same file, by file. */
	readonly copies: ReadonlyMap<string, number>;
}

export class ProcessGuests {
	readonly #options: ProcessGuestsOptions;
	readonly #system: ActorSystem;
	readonly #vms = new Map<ActorId, GuestVm>();
	/** Turns under way that a limit ends, in case their end lies past the horizon. */
	readonly #stopping = new Map<ActorId, TurnResult>();
	/** Ends of turns put off while their process is paused. */
	readonly #halted = new Map<ActorId, TakenBack>();
	#startCount = 0;

	constructor(options: ProcessGuestsOptions) {
		this.#options = options;
		this.#system = options.system;
	}

	/** Makes what the next event needs: the guest of a process that is about to start, or room for one that is to go on. */
	prepare(): Promise<void> | undefined {
		const { sandbox } = this.#options;
		if (this.#system.nextKind() === 'process.started') return this.#make();
		return sandbox.isCramped ? sandbox.makeRoom() : undefined;
	}

	async #make(): Promise<void> {
		const next = this.#system.peek();
		assert(next, 'a process start is waiting');
		const actor = next.to;
		const started = next.data as ProcessStarted;
		const { sandbox, files, seed, limits, startDateMs, copies } = this.#options;
		const life = ((this.#system.stateOf(actor) as ProcessState | undefined)?.life ?? 0) + 1;
		this.#vms.get(actor)?.dispose();
		const vm = await sandbox.start({
			name: actorName(actor),
			file: started.file,
			args: started.args,
			env: started.env,
			files,
			copies: copies.get(started.file) ?? 1,
			seed: forkSeed(seed, `${actor}/${String(life)}`),
			startTimeMs: startDateMs,
			limits,
			pollUs: started.pollUs,
			pid: firstPid + this.#startCount++
		});
		this.#vms.set(actor, vm);
	}

	/** Does what a process' step asks for: `turn` with a delivery, `halt`, `proceed`, `dispose`. */
	perform(actor: ActorId, what: string, data: unknown, cause: Cause): void {
		const vm = this.#vms.get(actor);
		assert(vm, 'a live process has a VM', { actor, what });
		switch (what) {
			case 'dispose':
				vm.dispose();
				this.#vms.delete(actor);
				this.#stopping.delete(actor);
				this.#halted.delete(actor);
				return;
			case 'halt': {
				const turn = this.#system.takeBack(actor, 'turn');
				if (turn !== undefined) this.#halted.set(actor, turn);
				return;
			}
			case 'proceed':
				this.#proceed(actor);
				return;
			default:
				this.#turn(actor, vm, data as Delivery, cause);
		}
	}

	#turn(actor: ActorId, vm: GuestVm, delivery: Delivery, cause: Cause): void {
		const { now } = this.#system;
		const { pollUs, turnUs } = this.#system.stateOf(actor) as ProcessState;
		const result = vm.turn(delivery, now, pollUs);
		const { polls, ops: operations, limit = null } = result;
		const turn = { polls, operations, limit };
		if (limit !== null) this.#stopping.set(actor, result);
		const takesUs = polls * pollUs + turnUs;
		if (takesUs === 0) this.#system.tell(actor, 'turn.ended', turn, cause);
		else this.#system.tellAt(now + takesUs, actor, 'turn.ended', turn, cause, actor, 'turn');
	}

	/** A turn that stood still goes on for as long as it had left. */
	#proceed(actor: ActorId): void {
		const turn = this.#halted.get(actor);
		if (turn === undefined) return;
		this.#halted.delete(actor);
		const at = this.#system.now + turn.inUs;
		this.#system.tellAt(at, actor, turn.kind, turn.data, turn.cause, actor, 'turn');
	}

	/** A limit's verdict is known as soon as the turn was computed, also when its virtual end lies past the horizon. */
	tellVerdicts(at: Micros): void {
		for (const [actor, { limit }] of this.#stopping) {
			const text = `The process was stopped: ${String(limit)}.`;
			const exit = {
				code: null,
				reason: limit,
				message: null,
				file: null,
				line: null,
				column: null
			};
			this.#system.tellAt(at, actor, 'process.output', { stream: 'stderr', text }, -1);
			this.#system.tellAt(at, actor, 'process.exited', exit, -1);
		}
	}

	/** Lets go of all guests. */
	letGo(): void {
		for (const vm of this.#vms.values()) vm.dispose();
		this.#vms.clear();
	}
}
