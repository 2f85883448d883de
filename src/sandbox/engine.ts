// The engine of one guest: its memory, calls into it, and the host functions it may call. The memory is in a machine
// while the guest runs, and for as long as no other guest needs the machine; else it lies parked, and is the same when it
// comes back.

import type { EngineImage } from './engine-image.ts';
import { GuestMemory, type Primitive } from './guest-memory.ts';
import { answerCall, GuestValue, type HostFunction } from './host-call.ts';
import type { EngineLimits, FrozenMemory, Machine, Tenant } from './machine.ts';
import type { Lodger, MachinePool } from './machine-pool.ts';

/** What an engine needs to know of the world. All are called while the guest runs and must not call it, except as told. */
export interface EngineHooks extends EngineLimits {
	/** The engine's regular look (every 10,000 of its ticks): true stops the guest for good. */
	readonly onPoll: () => boolean;
	/** Nanoseconds since 1970 for the guest's clock. */
	readonly nowNs: () => bigint;
	/** Functions the image finds on `globalThis.roundtripHost`. The names are the same in every engine of one image. */
	readonly functions: Readonly<Record<string, HostFunction>>;
	readonly heapBytesMax: number;
	/**
	 * The guest's own stack limit. 128 KB is the largest tried at which plain recursion (537 frames), async functions (260),
	 * callbacks and the like end in the guest's RangeError in Node.js and in a Chromium worker alike; at 160 KB the worker's
	 * own stack is too small. Differs: JSON nested deeper than 2,000 levels and source nested deeper than 200 parentheses
	 * use the host's stack instead; where exactly that ends the process depends on the host.
	 */
	readonly stackBytesMax: number;
}

/**
 * How a call into the guest ended. `stopped`: onPoll said so, or the guest threw where only the engine's own limits can
 * make it throw; `lastError` then tells what.
 */
export type CallOutcome = 'done' | 'more' | 'stopped';

/** The host's own stack ran out inside the guest: the engine may not be touched again. */
export class HostStackOverflow extends Error {
	constructor(cause: unknown) {
		super('The host stack overflowed inside the guest', { cause });
	}
}

/** Native recursion ends as a RangeError of the host, or as a trap when it has run over its own memory. */
function brokenEngine(error: unknown): unknown {
	const isBroken = error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
	return isBroken ? new HostStackOverflow(error) : error;
}

/** Promise jobs hardly use the engine's own ticks; so many cost as much time as one of its polls, and count as one. */
const jobsPerPoll = 64;

/** The one function called many times a turn: it only appends and gives nothing back. No other name has its length. */
const appendFunction = 'op';

const noPayload: readonly Primitive[] = [];

/** One guest's QuickJS. */
export class Engine implements Tenant, Lodger {
	readonly #pool: MachinePool;
	readonly #hooks: EngineHooks;
	readonly #append: HostFunction;
	readonly #entries: ReadonlyMap<string, number>;
	readonly #undefined: number;
	readonly #memory: GuestMemory;
	/** The words of the last operation: whoever keeps them takes a copy, which is as long as they are. */
	readonly #words: Primitive[] = [];
	#machine: Machine;
	/** Its memory while it is in no machine. */
	#parked: FrozenMemory | undefined;
	#jobs = 0;
	/** Bytes of the memory when the turn began. */
	#sizeBefore = 0;
	/** What the guest threw when it was last stopped, e.g. `InternalError: interrupted`. */
	lastError = '';

	private constructor(pool: MachinePool, machine: Machine, image: EngineImage, hooks: EngineHooks) {
		this.#pool = pool;
		this.#machine = machine;
		this.#hooks = hooks;
		this.#append = hooks.functions[appendFunction] ?? (() => undefined);
		this.#entries = image.entries;
		this.#undefined = image.scratch.undefined;
		machine.load(image.memory);
		machine.setLimits(hooks);
		machine.tenant = this;
		this.#memory = new GuestMemory(machine, image.scratch, image.bytesClass);
		pool.enter(machine, this);
	}

	/** A new engine with the image's memory. Awaits only a machine. */
	static async start(pool: MachinePool, image: EngineImage, hooks: EngineHooks): Promise<Engine> {
		return new Engine(pool, await pool.admit(image.memory), image, hooks);
	}

	/**
	 * A turn begins: a memory that was parked is brought back. Promise jobs are counted from 0, so that an ordinary turn
	 * pays nothing for them.
	 */
	beginTurn(): void {
		this.#jobs = 0;
		this.#comeBack();
		this.#sizeBefore = this.#machine.size;
	}

	/** A turn has ended. True when the memory has grown in it. */
	endTurn(): boolean {
		const isGrown = this.#machine.size > this.#sizeBefore;
		if (isGrown) this.#pool.measure();
		return isGrown;
	}

	park(spare: FrozenMemory | undefined): FrozenMemory {
		this.#parked = this.#machine.save(spare);
		this.#machine.tenant = undefined;
		return this.#parked;
	}

	/** Calls an entry function with primitives. `more` when it returned true. Throws HostStackOverflow. */
	call(entry: string, args: readonly Primitive[]): CallOutcome {
		return this.callWith(entry, args, noPayload);
	}

	/** Like `call`, with more arguments behind the first ones. */
	callWith(entry: string, args: readonly Primitive[], more: readonly Primitive[]): CallOutcome {
		const owned: number[] = [];
		const list = this.#memory.putArguments(args, more, owned);
		const outcome = this.#invoke(entry, args.length + more.length, list);
		this.#memory.releaseArguments(list, owned);
		return outcome;
	}

	/** Runs promise jobs until none is left or the guest was stopped. Throws HostStackOverflow. */
	drainJobs(): 'done' | 'stopped' {
		const { exports } = this.#machine;
		try {
			while (exports.qjs_is_job_pending() !== 0) {
				this.#jobs += 1;
				if (this.#jobs % jobsPerPoll === 0 && this.#hooks.onPoll()) return 'stopped';
				if (exports.qjs_execute_pending_job() < 0) return this.#stopped();
			}
		} catch (error) {
			throw brokenEngine(error);
		}
		return 'done';
	}

	/** Evaluates a script under a file name. Throws the guest's error into the guest when called from a host function. */
	evaluate(source: string, fileName: string): GuestValue {
		return new GuestValue(this.#machine.evaluate(source, fileName));
	}

	/** True when the source compiles. */
	compiles(source: string, fileName: string, asModule: boolean): boolean {
		return this.#machine.compiles(source, fileName, asModule);
	}

	/** 0 pending, 1 fulfilled, 2 rejected. */
	promiseState(promise: GuestValue): number {
		return this.#machine.exports.qjs_promise_state(promise.box);
	}

	/** The value or reason of a settled promise. */
	promiseResult(promise: GuestValue): GuestValue {
		return new GuestValue(this.#machine.exports.qjs_promise_result(promise.box));
	}

	/** Target (0) or handler (1) of a Proxy; undefined for anything else. */
	proxyPart(value: GuestValue, part: number): GuestValue | undefined {
		const box = this.#machine.proxyPart(value.box, part);
		return box === undefined ? undefined : new GuestValue(box);
	}

	/** Bytes of the guest's heap in use. Walks the heap: not for every turn. */
	heapBytesUsed(): number {
		this.#comeBack();
		return this.#machine.heapBytesUsed();
	}

	/** Bytes of the whole linear memory, in a turn: cheap, only ever grows. */
	memoryBytes(): number {
		return this.#machine.size;
	}

	/** Lets go of the machine and the memory. */
	dispose(): void {
		const isParked = this.#parked !== undefined;
		this.#parked = undefined;
		if (!isParked) this.#machine.tenant = undefined;
		this.#pool.leave(this, isParked ? undefined : this.#machine);
	}

	onPoll(): boolean {
		return this.#hooks.onPoll();
	}

	nowNs(): bigint {
		return this.#hooks.nowNs();
	}

	hostCall(nameAt: number, nameLength: number, list: number, count: number): number {
		const memory = this.#memory;
		if (nameLength !== appendFunction.length) {
			const name = memory.textAt(nameAt, nameLength);
			return answerCall(this.#machine, memory, this.#hooks.functions, name, list, count);
		}
		const words = this.#words;
		words.length = 0;
		for (let index = 0; index < count; index++) {
			words.push(memory.read(memory.argumentPointer(list, index)));
		}
		this.#append(words);
		return this.#machine.exports.qjs_get_undefined();
	}

	/** The guest keeps the list of rejections. */
	reportRejection(promise: number, reason: number, isHandled: boolean): void {
		const { exports } = this.#machine;
		const flag = isHandled ? exports.qjs_get_true() : exports.qjs_get_false();
		// Not the shared argument list: this happens inside a call.
		const list = exports.wasm_malloc(12);
		new Uint32Array(exports.memory.buffer, list, 3).set([promise, reason, flag]);
		this.#invoke('rejection', 3, list);
		exports.wasm_free(list);
		exports.qjs_free_value(flag);
	}

	resolveImport(base: string, specifier: string): string {
		return this.#machine.ask(this.#entry('resolveImport'), this.#undefined, [base, specifier]);
	}

	importSource(name: string): string {
		return this.#machine.ask(this.#entry('importSource'), this.#undefined, [name]);
	}

	#comeBack(): void {
		if (this.#parked === undefined) return;
		const machine = this.#pool.seat(this, this.#parked);
		this.#parked = undefined;
		this.#machine = machine;
		machine.tenant = this;
		this.#memory.moveTo(machine);
		this.#pool.enter(machine, this);
	}

	#entry(name: string): number {
		const pointer = this.#entries.get(name);
		if (pointer === undefined) throw new Error(`The guest image has no entry '${name}'`);
		return pointer;
	}

	#invoke(entry: string, count: number, list: number): CallOutcome {
		const { exports } = this.#machine;
		let result: number;
		try {
			result = exports.qjs_call(this.#entry(entry), this.#undefined, count, list);
		} catch (error) {
			throw brokenEngine(error);
		}
		const isMore = this.#memory.isTrue(result);
		const isException =
			this.#memory.mayBeException(result) && exports.qjs_is_exception(result) !== 0;
		exports.qjs_free_value(result);
		if (isException) return this.#stopped();
		return isMore ? 'more' : 'done';
	}

	#stopped(): 'stopped' {
		this.lastError = this.#machine.takeException();
		return 'stopped';
	}
}
