// QuickJS behind a small face: the only file that knows quickjs-wasi. One instance has one heap and one guest.
// Values cross as pointers to boxed values in the guest's memory; this file reads and writes them without making
// handle objects, because a turn may not cost more than some ten microseconds.
// Source: node_modules/quickjs-wasi/README.md; the tags are those of quickjs.h (NaN boxing on 32 bits).

import { EvalFlags, JSException, JSValueHandle, QuickJS, type Snapshot } from 'quickjs-wasi';

/** A value that crosses the border. */
export type Primitive = string | number | boolean | null | undefined | Uint8Array;

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
	readonly stackBytesMax: number;
}

/** A frozen copy of an engine's whole memory, with the places of its entry functions. */
export interface EngineImage {
	readonly wasm: WebAssembly.Module;
	readonly snapshot: Snapshot;
	readonly entries: Readonly<Record<string, number>>;
	readonly argumentsPointer: number;
	readonly textPointer: number;
	/** The engine's own number for the class of byte arrays. */
	readonly bytesClass: number;
}

/** How a call into the guest ended. `stopped`: onPoll said so, or the guest threw where only the engine's own limits can. */
export type CallOutcome = 'done' | 'more' | 'stopped';

/** The host's own stack ran out inside the guest: the engine may not be touched again. */
export class HostStackOverflow extends Error {
	constructor(cause: unknown) {
		super('The host stack overflowed inside the guest', { cause });
	}
}

const argumentsMax = 1024;
const textBytes = 64 * 1024;
const cachedTextLengthMax = 48;
const cachedTextsMax = 512;

const tagInt = 0;
const tagBool = 1;
const tagNull = 2;
const tagUndefined = 3;
const tagObject = -1;
const tagStringRope = -6;
const tagString = -7;

/** Exports of quickjs.wasm used here. */
type Exports = ReturnType<QuickJS['_getExports']>;

/** Texts with surrogates may hold lone ones, which only the library's own way keeps. */
const surrogate = /[\ud800-\udfff]/;
const encoder = new TextEncoder();

/** One QuickJS instance. */
export class Engine {
	readonly #vm: QuickJS;
	readonly #exports: Exports;
	readonly #entries: ReadonlyMap<string, number>;
	readonly #arguments: number;
	readonly #text: number;
	readonly #undefined: number;
	/** Boxed strings by their text, kept for the words that every message repeats. */
	readonly #texts = new Map<string, number>();
	#memory: DataView;
	#bytes: Uint8Array;

	private constructor(vm: QuickJS, image: Omit<EngineImage, 'wasm' | 'snapshot'>) {
		this.#vm = vm;
		this.#exports = vm._getExports();
		this.#entries = new Map(Object.entries(image.entries));
		this.#arguments = image.argumentsPointer;
		this.#text = image.textPointer;
		this.#undefined = this.#exports.qjs_get_undefined();
		this.#memory = new DataView(this.#exports.memory.buffer);
		this.#bytes = new Uint8Array(this.#exports.memory.buffer);
	}

	/**
	 * Boots an image: runs `source` in a fresh engine with the host functions on `globalThis.roundtripHost`. The source must
	 * leave an object of functions in `globalThis.roundtripGuest`. Throws the guest's error when it fails.
	 */
	static async boot(
		wasm: WebAssembly.Module,
		source: string,
		fileName: string,
		hooks: EngineHooks
	): Promise<EngineImage> {
		const vm = await QuickJS.create(optionsOf(wasm, hooks, () => undefined));
		const host = vm.newObject();
		for (const [name, fn] of Object.entries(hooks.functions)) {
			const handle = vm.newFunction(name, wrap(vm, -1, fn));
			host.setProp(name, handle);
			handle.dispose();
		}
		vm.global.setProp('roundtripHost', host);
		host.dispose();
		vm.evalCode(source, fileName).dispose();
		vm.executePendingJobs();
		const entries: Record<string, number> = {};
		const guest = vm.global.getProp('roundtripGuest');
		for (const name of entryNames) entries[name] = guest.getProp(name).ptr;
		guest.dispose();
		vm.evalCode('delete globalThis.roundtripGuest').dispose();
		vm.runGC();
		const exports = vm._getExports();
		const argumentsPointer = exports.wasm_malloc(argumentsMax * 4);
		const textPointer = exports.wasm_malloc(textBytes);
		const bytesClass = vm.evalCode('new Uint8Array()').consume((handle) => handle.classId);
		const snapshot = vm.snapshot();
		return { wasm, snapshot, entries, argumentsPointer, textPointer, bytesClass };
	}

	/** A new engine with the image's memory. Awaits only the instantiation of the WebAssembly module. */
	static async restore(image: EngineImage, hooks: EngineHooks): Promise<Engine> {
		// The engine reports rejections while it runs; the box lets the report reach the Engine made below.
		const box: { engine?: Engine } = {};
		const vm = await QuickJS.restore(
			image.snapshot,
			optionsOf(image.wasm, hooks, () => box.engine)
		);
		for (const [name, fn] of Object.entries(hooks.functions)) {
			vm.registerHostCallback(name, wrap(vm, image.bytesClass, fn));
		}
		keepGuestErrors(vm);
		const engine = new Engine(vm, image);
		box.engine = engine;
		return engine;
	}

	/** Calls an entry function with primitives. `more` when it returned true. Throws HostStackOverflow. */
	call(entry: string, args: readonly Primitive[]): CallOutcome {
		return this.callWith(entry, args, noPayload);
	}

	/** Like `call`, with more arguments behind the first ones. */
	callWith(entry: string, args: readonly Primitive[], more: readonly Primitive[]): CallOutcome {
		const count = args.length + more.length;
		const isLong = count > argumentsMax;
		const list = isLong ? this.#exports.wasm_malloc(count * 4) : this.#arguments;
		const owned: number[] = [];
		for (let index = 0; index < count; index++) {
			const value = index < args.length ? args[index] : more[index - args.length];
			const pointer = this.#box(value, owned);
			this.#view().setUint32(list + index * 4, pointer, true);
		}
		const outcome = this.#invoke(entry, count, list);
		for (const pointer of owned) this.#exports.qjs_free_value(pointer);
		if (isLong) this.#exports.wasm_free(list);
		return outcome;
	}

	/** Runs promise jobs until none is left or the guest was stopped. Throws HostStackOverflow. */
	drainJobs(): 'done' | 'stopped' {
		const exports = this.#exports;
		try {
			while (exports.qjs_is_job_pending() !== 0) {
				if (exports.qjs_execute_pending_job() < 0) {
					exports.qjs_free_value(exports.qjs_get_exception());
					return 'stopped';
				}
			}
		} catch (error) {
			throw new HostStackOverflow(error);
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
		this.#texts.clear();
	}

	/** The engine reports a rejected promise: the guest keeps the list. */
	reportRejection(promise: JSValueHandle, reason: JSValueHandle, isHandled: boolean): void {
		const { qjs_get_true: yes, qjs_get_false: no, wasm_malloc: allocate, wasm_free: free } = this.#exports;
		const flag = isHandled ? yes() : no();
		// Not the shared argument list: this happens inside a call.
		const list = allocate(12);
		const view = this.#view();
		view.setUint32(list, promise.ptr, true);
		view.setUint32(list + 4, reason.ptr, true);
		view.setUint32(list + 8, flag, true);
		this.#invoke('rejection', 3, list);
		free(list);
		this.#exports.qjs_free_value(flag);
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
			result = exports.qjs_call(this.#entry(entry), this.#undefined, count, list);
		} catch (error) {
			throw new HostStackOverflow(error);
		}
		const tag = exports.qjs_typeof(result);
		const isMore = tag === tagBool && exports.qjs_get_bool(result) !== 0;
		const isException = tag !== tagBool && tag !== tagUndefined && exports.qjs_is_exception(result) !== 0;
		exports.qjs_free_value(result);
		if (isException) {
			exports.qjs_free_value(exports.qjs_get_exception());
			return 'stopped';
		}
		return isMore ? 'more' : 'done';
	}

	/** A boxed value for an argument; those the caller must free are added to `owned`. */
	#box(value: Primitive, owned: number[]): number {
		const exports = this.#exports;
		let pointer: number;
		switch (typeof value) {
			case 'string':
				return this.#boxText(value, owned);
			case 'number':
				pointer = exports.qjs_new_number(value);
				break;
			case 'boolean':
				pointer = value ? exports.qjs_get_true() : exports.qjs_get_false();
				break;
			case 'undefined':
				return this.#undefined;
			case 'object':
				pointer = value === null ? exports.qjs_get_null() : this.#boxBytes(value);
		}
		owned.push(pointer);
		return pointer;
	}

	#boxText(text: string, owned: number[]): number {
		const isShort = text.length <= cachedTextLengthMax;
		if (isShort) {
			const cached = this.#texts.get(text);
			if (cached !== undefined) return cached;
		}
		const pointer = this.#newText(text);
		if (isShort && this.#texts.size < cachedTextsMax) this.#texts.set(text, pointer);
		else owned.push(pointer);
		return pointer;
	}

	#newText(text: string): number {
		if (text.length * 3 > textBytes || surrogate.test(text)) {
			return this.#vm.newString(text).ptr;
		}
		this.#view();
		let length = 0;
		const bytes = this.#bytes;
		const start = this.#text;
		if (text.length <= 64) {
			for (; length < text.length; length++) {
				const unit = text.charCodeAt(length);
				if (unit > 127) break;
				bytes[start + length] = unit;
			}
		}
		if (length < text.length || text.length === 0) {
			length = encoder.encodeInto(text, bytes.subarray(start, start + textBytes)).written;
		}
		return this.#exports.qjs_new_string(start, length);
	}

	#boxBytes(bytes: Uint8Array): number {
		const exports = this.#exports;
		if (bytes.length <= textBytes) {
			this.#view();
			this.#bytes.set(bytes, this.#text);
			return exports.qjs_new_uint8_array(this.#text, bytes.length);
		}
		return this.#vm.newUint8Array(bytes).ptr;
	}

	/** The memory as it is now: growing it detaches the views. */
	#view(): DataView {
		if (this.#memory.buffer !== this.#exports.memory.buffer) {
			this.#memory = new DataView(this.#exports.memory.buffer);
			this.#bytes = new Uint8Array(this.#exports.memory.buffer);
		}
		return this.#memory;
	}
}

const noPayload: readonly Primitive[] = [];

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
			normalize: (base: string, specifier: string) => engine()?.resolveImport(base, specifier) ?? '',
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
function wrap(vm: QuickJS, bytesClass: number, fn: HostFunction) {
	// quickjs-wasi takes a copy of what is returned and leaves the original to us.
	let returned: JSValueHandle | undefined;
	return function (this: JSValueHandle, ...args: JSValueHandle[]): JSValueHandle {
		returned?.dispose();
		returned = undefined;
		const values: (Primitive | GuestValue)[] = [];
		for (const handle of args) values.push(readValue(vm, bytesClass, handle));
		const result = fn(values);
		if (result === undefined) return vm.undefined;
		returned = result instanceof GuestValue ? result.handle : vm.hostToHandle(result);
		return returned;
	};
}

function readValue(vm: QuickJS, bytesClass: number, handle: JSValueHandle): Primitive | GuestValue {
	const exports = vm._getExports();
	const pointer = handle.ptr;
	switch (exports.qjs_typeof(pointer)) {
		case tagString:
		case tagStringRope:
			return handle.toString();
		case tagInt:
			return exports.qjs_get_float64(pointer);
		case tagBool:
			return exports.qjs_get_bool(pointer) !== 0;
		case tagNull:
			return null;
		case tagUndefined:
			return undefined;
		case tagObject:
			return handle.classId === bytesClass ? handle.toUint8Array() : new GuestValue(handle);
		default:
			return exports.qjs_is_number(pointer) !== 0
				? exports.qjs_get_float64(pointer)
				: new GuestValue(handle);
	}
}
