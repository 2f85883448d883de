// One process' guest: an engine restored from the image, and turns. A turn is one delivery and everything that
// follows from it inside the guest; it is synchronous and ends with the list of operations asked for.
// Nothing here knows what operations mean.

import { Random, type Limits, type Micros } from '#kernel';
import { Engine, HostStackOverflow } from './engine.ts';
import type { EngineImage } from './engine-image.ts';
import type { HostFunction } from './host-call.ts';
import { hostFunctions } from './host-functions.ts';
import type { MachinePool } from './machine-pool.ts';
import { OperationList, visible } from './operation-list.ts';
import { StepBudget } from './step-budget.ts';
import type { Delivery, LimitReason, TurnResult } from './turn-batch.ts';

/** What a process is started with. */
export interface GuestStart {
	/** The process' name, e.g. `rpc-server-1`; its host name too. */
	readonly name: string;
	/** Main file, relative to the files' root, e.g. `rpc_server.js`. */
	readonly file: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	/** Texts by path relative to the root; the guest sees them under `/app`. */
	readonly files: Readonly<Record<string, string>>;
	/** How many processes of the run are started from the same file; one when not given. */
	readonly copies?: number;
	/** Seed of this process' own chance. */
	readonly seed: number;
	/** Milliseconds since 1970 at virtual time 0. */
	readonly startTimeMs: number;
	readonly limits: Limits;
	/** Virtual microseconds one poll costs. */
	readonly pollUs: number;
	/** The simulated process id; 4000 when not given. */
	readonly pid?: number;
}

/** Where the guest sees its files. */
const root = '/app';
const defaultPid = 4000;
/** Near the heap's bound, promise jobs die without a word; a process that used so much and stopped ran out of memory. */
const fullHeapShare = 0.95;
/** A long turn gives a sign of life every so many polls: some ten times a second. */
const pollsPerSign = 250;

/** A running guest. */
export class GuestVm {
	readonly #start: GuestStart;
	readonly #budget: StepBudget;
	readonly #operations: OperationList;
	readonly #random: Random;
	readonly #files: ReadonlyMap<string, string>;
	#engine: Engine | undefined;
	#hasWork = false;
	#fatal: LimitReason | undefined;
	#turns = 0;

	private constructor(start: GuestStart) {
		this.#start = start;
		this.#budget = new StepBudget(start.pollUs, start.limits.turnPollsMax, start.startTimeMs);
		this.#operations = new OperationList(start.limits);
		this.#random = Random.seeded(start.seed);
		this.#files = new Map(
			Object.entries(start.files).map(([path, text]) => [`${root}/${path}`, text])
		);
	}

	/** Restores the image into an engine of its own. Nothing runs until the first turn, which has to be `main`. */
	static async start(
		pool: MachinePool,
		image: EngineImage,
		start: GuestStart,
		onLongTurn?: (process: string, polls: number) => void
	): Promise<GuestVm> {
		const vm = new GuestVm(start);
		const budget = vm.#budget;
		vm.#engine = await Engine.start(pool, image, {
			onPoll: () => {
				const isStopped = budget.poll();
				if (budget.polls % pollsPerSign === 0) onLongTurn?.(start.name, budget.polls);
				return isStopped;
			},
			nowNs: () => vm.#budget.nowNs,
			functions: vm.#hostFunctions(),
			heapBytesMax: start.limits.heapBytesMax,
			stackBytesMax: start.limits.stackBytesMax
		});
		return vm;
	}

	/**
	 * Runs one turn at a virtual time. The result's `limit` says that the process is over, as do an `exit` or `uncaught`
	 * operation; after that, and after `dispose`, a turn does nothing.
	 * @param pollUs what a poll costs from now on; absent: as before
	 */
	turn(delivery: Delivery, nowUs: Micros, pollUs?: Micros): TurnResult {
		const engine = this.#engine;
		if (engine === undefined) return { polls: 0, ops: [] };
		this.#turns += 1;
		if (this.#turns > this.#start.limits.turnsMax) return this.#end(0, 'too many turns');
		this.#budget.beginTurn(nowUs, pollUs);
		engine.beginTurn();
		this.#operations.clear();
		this.#hasWork = false;
		if (delivery[0] === 'timer') this.#operations.timerFired(delivery[1]);
		let isStopped: boolean;
		try {
			isStopped = this.#run(engine, delivery);
		} catch (error) {
			if (!(error instanceof HostStackOverflow)) throw error;
			return this.#end(this.#budget.polls, 'stack overflow');
		}
		const { polls } = this.#budget;
		const limit = this.#limitReached(engine, isStopped, engine.endTurn());
		if (limit !== undefined) return this.#end(polls, limit);
		if (isStopped && !this.#operations.hasEnded) this.#blameLibraries(engine.lastError);
		const ops = visible(this.#operations.ops);
		if (this.#operations.hasEnded) this.dispose();
		return { polls, ops };
	}

	/** Bytes of the guest's heap in use; 0 when it is over. Walks the heap: for tests and inspection, not for every turn. */
	heapBytesUsed(): number {
		return this.#engine?.heapBytesUsed() ?? 0;
	}

	/** Lets go of the engine. */
	dispose(): void {
		this.#engine?.dispose();
		this.#engine = undefined;
	}

	/** Delivery, ticks, promise jobs, and again, until nothing is left. True when the guest was stopped. */
	#run(engine: Engine, delivery: Delivery): boolean {
		const delivered = this.#deliver(engine, delivery);
		if (delivered === 'stopped') return true;
		if (delivered === 'more') this.#hasWork = true;
		for (;;) {
			if (engine.drainJobs() === 'stopped') return true;
			if (!this.#hasWork) return false;
			this.#hasWork = false;
			const outcome = engine.call('proceed', []);
			if (outcome === 'stopped') return true;
			if (outcome === 'more') this.#hasWork = true;
		}
	}

	#deliver(engine: Engine, delivery: Delivery) {
		switch (delivery[0]) {
			case 'data':
				return engine.callWith('deliverData', [delivery[1]], delivery[2]);
			case 'main':
				return engine.call('deliver', ['main', this.#facts()]);
			default:
				return engine.call('deliver', delivery);
		}
	}

	/** What the guest needs to know of its process. Once per process, so JSON may be used. */
	#facts(): string {
		const { name, file, args, env, startTimeMs, pid = defaultPid } = this.#start;
		const mainPath = `${root}/${file}`;
		return JSON.stringify({ name, mainPath, args, env, startTimeMs, pid, hostname: name });
	}

	/** Which limit, if any, this turn ran into. */
	#limitReached(engine: Engine, isStopped: boolean, isGrown: boolean): LimitReason | undefined {
		if (this.#fatal !== undefined) return this.#fatal;
		if (this.#operations.limit !== undefined) return this.#operations.limit;
		if (this.#operations.hasEnded) return undefined;
		if (this.#budget.isOutOfSteps) return 'out of steps';
		const { heapBytesMax } = this.#start.limits;
		if (isStopped) return limitOf(engine.lastError);
		const isFull = isGrown && this.#isMemoryFull();
		if (isFull && engine.heapBytesUsed() > heapBytesMax * fullHeapShare) return 'out of memory';
		return undefined;
	}

	/** An error that the libraries should have handled: the process dies of it, the run goes on. */
	#blameLibraries(error: string): void {
		const text = `The simulator's own libraries failed: ${error}`;
		this.#operations.add(['print', 'stderr', text]);
		this.#operations.add(['uncaught', text, '', 0, 0]);
	}

	/** The heap has once been as large as it may be. */
	#isMemoryFull(): boolean {
		return (this.#engine?.memoryBytes() ?? 0) >= this.#start.limits.heapBytesMax;
	}

	#end(polls: number, limit: LimitReason): TurnResult {
		const ops = visible(this.#operations.ops);
		this.dispose();
		return { polls, ops, limit };
	}

	#hostFunctions(): Record<string, HostFunction> {
		return hostFunctions({
			op: (words) => {
				if (this.#operations.add(words)) this.#budget.isOver = true;
			},
			readFile: (path) => this.#files.get(path),
			listFiles: () => [...this.#files.keys()].sort().join('\n'),
			nowUs: () => this.#budget.nowUs,
			randomByte: () => this.#random.below(256),
			engine: () => this.#engine,
			work: () => {
				this.#hasWork = true;
			},
			isMemoryFull: () => this.#isMemoryFull(),
			fatal: (reason) => {
				this.#fatal = reason;
				this.#budget.isOver = true;
			}
		});
	}
}

/** The limit behind an error that no guest code could handle; undefined when it is none. */
function limitOf(error: string): LimitReason | undefined {
	if (error.includes('out of memory')) return 'out of memory';
	if (error.includes('call stack')) return 'stack overflow';
	return undefined;
}
