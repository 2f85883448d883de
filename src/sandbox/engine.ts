// QuickJS behind a small face: the only file that knows quickjs-wasi. One instance has one heap and one guest
// (guest-memory.ts is its reader and writer of boxed values). Source: node_modules/quickjs-wasi/README.md.

import {
	CompileFlags,
	EvalFlags,
	JSException,
	JSValueHandle,
	QuickJS,
	type Snapshot
} from 'quickjs-wasi';
import {
	GuestMemory,
	makeScratch,
	type Exports,
	type Primitive,
	type Scratch
} from './guest-memory.ts';

export type { Primitive };

/** What a host function gives back: a primitive, or a value of the guest as a handle. */
type HostResult = Primitive | GuestValue;

/** A value of the guest that the host only passes on. */
export class GuestValue {
	readonly handle: JSValueHandle;

	constructor(handle: JSValueHandle) {
		this.handle = handle;
	}
}

/** A function the guest may call. Arguments are primitives, or GuestValue for objects. Throwing throws in the guest. */
export type HostFunction = (args: readonly (Primitive | GuestValue)[]) => HostResult;

/** What an engine needs to know of the world. All are called while the guest runs and must not call it, except as told. */
export interface EngineHooks {
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

/** A frozen copy of an engine's whole memory, with the places of its entry functions. */
export interface EngineImage {
	readonly wasm: WebAssembly.Module;
	readonly snapshot: Snapshot;
	readonly entries: Readonly<Record<string, number>>;
	readonly scratch: Scratch;
	/** The engine's own number for the class of byte arrays. */
	readonly bytesClass: number;
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

/** One QuickJS instance. */
export class Engine {
	readonly #vm: QuickJS;
	readonly #exports: Exports;
	readonly #memory: GuestMemory;
	readonly #entries: ReadonlyMap<string, number>;
	readonly #onPoll: () => boolean;
	#jobs = 0;
	/** What the guest threw when it was last stopped, e.g. `InternalError: interrupted`. */
	lastError = '';

	private constructor(vm: QuickJS, image: EngineImage, onPoll: () => boolean) {
		this.#vm = vm;
		this.#exports = vm._getExports();
		this.#memory = new GuestMemory(vm, image.scratch, image.bytesClass);
		this.#entries = new Map(Object.entries(image.entries));
		this.#onPoll = onPoll;
	}

	/**
	 * Boots an image: runs `source` in a fresh engine with the host functions on `globalThis.roundtripHost`. The source must
	 * leave an object of functions in `globalThis.roundtripGuest`. `onPoll` is not asked. Throws the guest's error when it
	 * fails.
	 */
	static async boot(
		wasm: WebAssembly.Module,
		source: string,
		fileName: string,
		hooks: EngineHooks
	): Promise<EngineImage> {
		let isBooted = false;
		const bootHooks = { ...hooks, onPoll: () => isBooted };
		const vm = await QuickJS.create(optionsOf(wasm, bootHooks, () => undefined));
		const host = vm.newObject();
		for (const [name, fn] of Object.entries(hooks.functions)) {
			const handle = vm.newFunction(name, wrap(vm, undefined, fn));
			host.setProp(name, handle);
			handle.dispose();
		}
		vm.global.setProp('roundtripHost', host);
		host.dispose();
		vm.evalBytecode(await compiled(wasm, source, fileName)).dispose();
		vm.executePendingJobs();
		const entries: Record<string, number> = {};
		const guest = vm.global.getProp('roundtripGuest');
		for (const name of entryNames) entries[name] = guest.getProp(name).ptr;
		guest.dispose();
		isBooted = true;
		runToPoll(vm);
		isBooted = false;
		vm.evalCode('delete globalThis.roundtripGuest').dispose();
		vm.runGC();
		const scratch = makeScratch(vm._getExports());
		const bytesClass = vm.evalCode('new Uint8Array()').consume((handle) => handle.classId);
		const snapshot = vm.snapshot();
		return { wasm, snapshot, entries, scratch, bytesClass };
	}

	/** A new engine with the image's memory. Awaits only the instantiation of the WebAssembly module. */
	static async restore(image: EngineImage, hooks: EngineHooks): Promise<Engine> {
		// The engine reports rejections while it runs; the box lets the report reach the Engine made below.
		const box: { engine?: Engine } = {};
		const vm = await QuickJS.restore(
			image.snapshot,
			optionsOf(image.wasm, hooks, () => box.engine)
		);
		keepGuestErrors(vm);
		const engine = new Engine(vm, image, hooks.onPoll);
		for (const [name, fn] of Object.entries(hooks.functions)) {
			vm.registerHostCallback(name, wrap(vm, engine.#memory, fn));
		}
		const { [appendFunction]: append } = hooks.functions;
		if (append !== undefined) shortenCalls(vm, engine.#memory, appendFunction, append);
		box.engine = engine;
		return engine;
	}

	/** A turn begins: its promise jobs are counted from 0, so that an ordinary turn pays nothing for them. */
	beginTurn(): void {
		this.#jobs = 0;
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
		const exports = this.#exports;
		try {
			while (exports.qjs_is_job_pending() !== 0) {
				this.#jobs += 1;
				if (this.#jobs % jobsPerPoll === 0 && this.#onPoll()) return 'stopped';
				if (exports.qjs_execute_pending_job() < 0) return this.#stopped();
			}
		} catch (error) {
			throw brokenEngine(error);
		}
		return 'done';
	}

	/** Evaluates a script under a file name. Throws the guest's error into the guest when called from a host function. */
	evaluate(source: string, fileName: string): GuestValue {
		return new GuestValue(this.#vm.evalCode(source, fileName));
	}

	/** True when the source compiles. */
	compiles(source: string, fileName: string, asModule: boolean): boolean {
		try {
			const kind = asModule ? EvalFlags.TYPE_MODULE : EvalFlags.TYPE_GLOBAL;
			this.#vm.evalCode(source, fileName, kind | EvalFlags.COMPILE_ONLY).dispose();
			return true;
		} catch (error) {
			if (error instanceof JSException) {
				error.handle.dispose();
				return false;
			}
			throw error;
		}
	}

	/** 0 pending, 1 fulfilled, 2 rejected. */
	promiseState(promise: GuestValue): number {
		return this.#exports.qjs_promise_state(promise.handle.ptr);
	}

	/** The value or reason of a settled promise. */
	promiseResult(promise: GuestValue): GuestValue {
		const pointer = this.#exports.qjs_promise_result(promise.handle.ptr);
		return new GuestValue(new JSValueHandle(this.#vm, pointer));
	}

	/** Target (0) or handler (1) of a Proxy; undefined for anything else. */
	proxyPart(value: GuestValue, part: number): GuestValue | undefined {
		if (!value.handle.isProxy) return undefined;
		const { handle } = value;
		return new GuestValue(part === 0 ? handle.getProxyTarget() : handle.getProxyHandler());
	}

	/** Bytes of the guest's heap in use. Walks the heap: not for every turn. */
	heapBytesUsed(): number {
		return this.#vm.getMemoryUsage().mallocSize;
	}

	/** Bytes of the whole linear memory: cheap, only ever grows. */
	memoryBytes(): number {
		return this.#exports.memory.buffer.byteLength;
	}

	/** Lets go of the instance and its memory. */
	dispose(): void {
		this.#vm.dispose();
	}

	/** The engine reports a rejected promise: the guest keeps the list. */
	reportRejection(promise: JSValueHandle, reason: JSValueHandle, isHandled: boolean): void {
		const exports = this.#exports;
		const flag = isHandled ? exports.qjs_get_true() : exports.qjs_get_false();
		// Not the shared argument list: this happens inside a call.
		const list = exports.wasm_malloc(12);
		new Uint32Array(exports.memory.buffer, list, 3).set([promise.ptr, reason.ptr, flag]);
		this.#invoke('rejection', 3, list);
		exports.wasm_free(list);
		exports.qjs_free_value(flag);
	}

	/** Asks the guest where an import leads. Throws the guest's error. */
	resolveImport(base: string, specifier: string): string {
		return this.#ask('resolveImport', [base, specifier]);
	}

	/** Asks the guest for a module's source text. Throws the guest's error. */
	importSource(name: string): string {
		return this.#ask('importSource', [name]);
	}

	#ask(entry: string, args: readonly string[]): string {
		const handles = args.map((text) => this.#vm.newString(text));
		const fn = this.#vm.importHandle(this.#entry(entry));
		try {
			return this.#vm.callFunction(fn, this.#vm.undefined, ...handles).consume((h) => h.toString());
		} finally {
			for (const handle of handles) handle.dispose();
			fn.dispose();
		}
	}

	#entry(name: string): number {
		const pointer = this.#entries.get(name);
		if (pointer === undefined) throw new Error(`The guest image has no entry '${name}'`);
		return pointer;
	}

	#invoke(entry: string, count: number, list: number): CallOutcome {
		const exports = this.#exports;
		let result: number;
		try {
			result = exports.qjs_call(this.#entry(entry), this.#memory.undefinedBox, count, list);
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
		const handle = this.#vm.getException();
		this.lastError = handle.toString();
		handle.dispose();
		return 'stopped';
	}
}

/** The one function called many times a turn. No other name may have its length. */
const appendFunction = 'op';

const noPayload: readonly Primitive[] = [];

/**
 * The source as bytecode without its text, compiled in an engine of its own: the image then holds neither the text nor
 * what the parser left behind, which nearly halves what every process has to copy.
 */
async function compiled(
	wasm: WebAssembly.Module,
	source: string,
	fileName: string
): Promise<Uint8Array> {
	const compiler = await QuickJS.create({ wasm });
	const bytecode = compiler.compile(
		source,
		fileName,
		EvalFlags.TYPE_GLOBAL,
		CompileFlags.STRIP_SOURCE
	);
	compiler.dispose();
	return bytecode;
}

/** Brings the engine to its next poll, which stops it: a copy's polls do not depend on how much the boot did. */
function runToPoll(vm: QuickJS): void {
	try {
		vm.evalCode('for(;;);').dispose();
	} catch (error) {
		if (!(error instanceof JSException)) throw error;
		error.handle.dispose();
	}
}

/** The functions an image must offer. */
const entryNames = [
	'deliver',
	'deliverData',
	'proceed',
	'rejection',
	'resolveImport',
	'importSource'
] as const;

function optionsOf(wasm: WebAssembly.Module, hooks: EngineHooks, engine: () => Engine | undefined) {
	return {
		wasm,
		wasi: (memory: WebAssembly.Memory) => ({
			clock_time_get(_clock: number, _precision: bigint, result: number) {
				new DataView(memory.buffer).setBigUint64(result, hooks.nowNs(), true);
				return 0;
			},
			random_get(pointer: number, length: number) {
				new Uint8Array(memory.buffer, pointer, length).fill(7);
				return 0;
			},
			// The engine writes to a file only when it aborts.
			fd_write: () => 8
		}),
		memoryLimit: hooks.heapBytesMax,
		maxStackSize: hooks.stackBytesMax,
		interruptHandler: hooks.onPoll,
		onUnhandledRejection(promise: JSValueHandle, reason: JSValueHandle, isHandled: boolean) {
			engine()?.reportRejection(promise, reason, isHandled);
		},
		moduleLoader: {
			normalize: (base: string, specifier: string) =>
				engine()?.resolveImport(base, specifier) ?? '',
			load: (name: string) => engine()?.importSource(name) ?? ''
		},
		timezoneOffset: 0
	};
}

/** Lets errors of the guest that pass through a host function arrive as they are, not as copies. */
function keepGuestErrors(vm: QuickJS): void {
	const newError = vm.newError.bind(vm);
	vm.newError = (error) => {
		if (error instanceof JSException) return error.handle.dup();
		if (error instanceof Error) return newError(error.message);
		return newError(error);
	};
}

/** Makes a host function as quickjs-wasi wants it. */
function wrap(vm: QuickJS, memory: GuestMemory | undefined, fn: HostFunction) {
	// quickjs-wasi takes a copy of what is returned and leaves the original to us.
	let returned: JSValueHandle | undefined;
	return function (this: JSValueHandle, ...args: JSValueHandle[]): JSValueHandle {
		returned?.dispose();
		returned = undefined;
		const values: (Primitive | GuestValue)[] = [];
		for (const handle of args) {
			values.push(
				memory?.isPassable(handle.ptr) === false ? new GuestValue(handle) : memory?.read(handle.ptr)
			);
		}
		const result = fn(values);
		if (result === undefined) return vm.undefined;
		returned = result instanceof GuestValue ? result.handle : vm.hostToHandle(result);
		return returned;
	};
}

/** The method of quickjs-wasi that every call of a host function comes through; private there, hence the check. */
interface HostCalls {
	handleHostCall?: (
		name: number,
		length: number,
		self: number,
		count: number,
		list: number
	) => number;
}

/**
 * Takes the calls of one function, which only appends and gives nothing back, before quickjs-wasi makes an object of
 * each argument: most of what a turn costs is this. Without the method everything goes the library's way.
 */
function shortenCalls(vm: QuickJS, memory: GuestMemory, name: string, fn: HostFunction): void {
	const calls = vm as unknown as HostCalls;
	const whole = calls.handleHostCall?.bind(vm);
	if (whole === undefined) return;
	const exports = vm._getExports();
	calls.handleHostCall = (at, length, self, count, list) => {
		if (length !== name.length) return whole(at, length, self, count, list);
		const values: Primitive[] = [];
		for (let index = 0; index < count; index++) {
			values.push(memory.read(memory.argumentPointer(list, index)));
		}
		fn(values);
		return exports.qjs_get_undefined();
	};
}
