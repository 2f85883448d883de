// One instance of the engine's WebAssembly module: a memory and a stack pointer, lent to one guest at a time. The only
// file that runs quickjs-wasi; what is in the memory belongs to the guest (engine.ts) and may be taken out and put back.
// Source: node_modules/quickjs-wasi/README.md.

import {
	CompileFlags,
	EvalFlags,
	JSException,
	JSValueHandle,
	QuickJS,
	type Snapshot
} from 'quickjs-wasi';

/** Exports of quickjs.wasm. */
export type Exports = ReturnType<QuickJS['_getExports']>;

/** What a machine asks of the guest in it. All are called while the guest runs. */
export interface Tenant {
	/** The engine's regular look (every 10,000 of its ticks): true stops the guest for good. */
	onPoll(): boolean;
	/** Nanoseconds since 1970 for the guest's clock. */
	nowNs(): bigint;
	/** The guest called a host function, with its name and its arguments in memory. Gives a new box, 0 after a throw. */
	hostCall(nameAt: number, nameLength: number, list: number, count: number): number;
	/** The engine reports a rejected promise. The boxes stay the machine's. */
	reportRejection(promise: number, reason: number, isHandled: boolean): void;
	/** Where an import leads. Throws the guest's error. */
	resolveImport(base: string, specifier: string): string;
	/** A module's source text. Throws the guest's error. */
	importSource(name: string): string;
}

/** The memory of a guest at rest, without the stack: between two calls nothing there counts. */
export interface FrozenMemory {
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Where the bytes begin: the engine's stack lies below, from address 0. */
	readonly start: number;
	readonly runtime: number;
	readonly context: number;
	/** Stretches of the bytes outside of which all is zero; absent where nobody has looked. */
	readonly filled?: readonly Stretch[];
}

/** Part of a list of bytes: from the first place to before the second. */
type Stretch = readonly [from: number, to: number];

/** Bytes of a machine with this memory in it. */
export function sizeOf({ start, bytes }: FrozenMemory): number {
	return start + bytes.length;
}

/** The method of quickjs-wasi that every call of a host function comes through; private there. */
interface HostCalls {
	handleHostCall: (
		name: number,
		length: number,
		self: number,
		count: number,
		list: number
	) => number;
}

export class Machine {
	readonly vm: QuickJS;
	readonly exports: Exports;
	/** The guest in it; undefined while it is empty. */
	tenant: Tenant | undefined;

	private constructor(vm: QuickJS) {
		this.vm = vm;
		this.exports = vm._getExports();
		const calls = vm as unknown as HostCalls;
		calls.handleHostCall = (name, length, _self, count, list) =>
			this.tenant?.hostCall(name, length, list, count) ?? 0;
		// Errors of the guest that pass through the host arrive as they are, not as copies; none shows a host's stack.
		const newError = vm.newError.bind(vm);
		vm.newError = (error) => {
			if (error instanceof JSException) return error.handle.dup();
			return newError(error instanceof Error ? error.message : error);
		};
	}

	/** A machine with a fresh engine, to boot an image in. */
	static async fresh(wasm: WebAssembly.Module, limits: EngineLimits): Promise<Machine> {
		const box: { machine?: Machine } = {};
		const vm = await QuickJS.create(optionsOf(wasm, box, limits));
		return (box.machine = new Machine(vm));
	}

	/** An empty machine, as small as any, for guests of the same image as this one. */
	static async empty(wasm: WebAssembly.Module, frozen: FrozenMemory): Promise<Machine> {
		const box: { machine?: Machine } = {};
		const snapshot: Snapshot = {
			memory: new Uint8Array(0),
			stackPointer: frozen.start,
			runtimePtr: frozen.runtime,
			contextPtr: frozen.context,
			extensions: []
		};
		const vm = await QuickJS.restore(snapshot, optionsOf(wasm, box));
		return (box.machine = new Machine(vm));
	}

	/** Bytes of the linear memory. Only ever grows. */
	get size(): number {
		return this.exports.memory.buffer.byteLength;
	}

	/** The memory as it is. `spare`: bytes that may be overwritten with it. */
	save(spare?: FrozenMemory): FrozenMemory {
		const start = Number(this.exports.__stack_pointer.value);
		const live = new Uint8Array(this.exports.memory.buffer, start);
		const reused = spare?.bytes.length === live.length ? spare.bytes : undefined;
		reused?.set(live);
		return {
			bytes: reused ?? live.slice(),
			start,
			runtime: this.exports.qjs_get_runtime_ptr(),
			context: this.exports.qjs_get_context_ptr()
		};
	}

	/**
	 * Puts a guest's memory in. It must not be smaller than the machine. Where the memory grows for it, zeros are there
	 * already: pages that nobody writes cost no memory of the host, and the first write to each is what costs the time.
	 */
	load(frozen: FrozenMemory): void {
		const { memory } = this.exports;
		const sizeBefore = this.size;
		const lacking = sizeOf(frozen) - sizeBefore;
		if (lacking < 0) throw new Error('A guest must not find itself in a larger memory');
		if (lacking > 0) memory.grow(lacking / wasmPageBytes);
		const target = new Uint8Array(memory.buffer, frozen.start);
		const written = Math.max(0, sizeBefore - frozen.start);
		target.set(frozen.bytes.subarray(0, written));
		for (const [from, to] of frozen.filled ?? [[0, frozen.bytes.length]]) {
			const first = Math.max(from, written);
			if (first < to) target.set(frozen.bytes.subarray(first, to), first);
		}
		this.exports.__stack_pointer.value = frozen.start;
	}

	/** Bounds of the guest in it; its memory keeps them. */
	setLimits({ heapBytesMax, stackBytesMax }: EngineLimits): void {
		this.exports.qjs_set_memory_limit(heapBytesMax);
		this.exports.qjs_set_max_stack_size(stackBytesMax);
	}

	/**
	 * Runs a module from its bytecode, to its end. The copy it is handed over in is wiped, so that an image of this memory
	 * does not carry it. What it imports has to be there. Throws the guest's error.
	 */
	runModule(bytecode: Uint8Array): void {
		const { exports, vm } = this;
		const at = exports.wasm_malloc(bytecode.length);
		new Uint8Array(exports.memory.buffer, at).set(bytecode);
		const result = exports.qjs_eval_bytecode(at, bytecode.length);
		new Uint8Array(exports.memory.buffer, at, bytecode.length).fill(0);
		exports.wasm_free(at);
		const ended = new JSValueHandle(vm, result);
		try {
			if (exports.qjs_is_exception(result) !== 0) throw new Error(this.takeException());
			vm.executePendingJobs();
			if (ended.promiseState === fulfilled) return;
			const reason = new JSValueHandle(vm, exports.qjs_promise_result(result));
			throw new Error(reason.consume((handle) => handle.toString()));
		} finally {
			ended.dispose();
		}
	}

	/** Evaluates a script under a file name; a new box. Throws the guest's error. */
	evaluate(source: string, fileName: string): number {
		return this.vm.evalCode(source, fileName).ptr;
	}

	/** True when the source compiles. */
	compiles(source: string, fileName: string, asModule: boolean): boolean {
		try {
			const kind = asModule ? EvalFlags.TYPE_MODULE : EvalFlags.TYPE_GLOBAL;
			this.vm.evalCode(source, fileName, kind | EvalFlags.COMPILE_ONLY).dispose();
			return true;
		} catch (error) {
			if (!(error instanceof JSException)) throw error;
			error.handle.dispose();
			return false;
		}
	}

	/** Target (0) or handler (1) of a Proxy as a new box; undefined for anything else. */
	proxyPart(value: number, part: number): number | undefined {
		const handle = this.#borrowed(value);
		if (!handle.isProxy) return undefined;
		return part === 0 ? handle.getProxyTarget().ptr : handle.getProxyHandler().ptr;
	}

	/** Calls a function of the guest with texts and gives its result as text. Throws the guest's error. */
	ask(fn: number, self: number, args: readonly string[]): string {
		const handles = args.map((text) => this.vm.newString(text));
		try {
			return this.vm
				.callFunction(this.#borrowed(fn), this.#borrowed(self), ...handles)
				.consume((handle) => handle.toString());
		} finally {
			for (const handle of handles) handle.dispose();
		}
	}

	/** Makes the guest's call of a host function throw. Gives what `hostCall` has to give. */
	throwIntoGuest(error: unknown): 0 {
		const handle = this.vm.newError(error instanceof Error ? error : String(error));
		this.exports.qjs_throw(handle.ptr);
		handle.dispose();
		if (error instanceof JSException) error.handle.dispose();
		return 0;
	}

	/** What the guest threw when it was stopped. */
	takeException(): string {
		return this.vm.getException().consume((handle) => handle.toString());
	}

	/** Bytes of the guest's heap in use. Walks the heap. */
	heapBytesUsed(): number {
		return this.vm.getMemoryUsage().mallocSize;
	}

	#borrowed(pointer: number): JSValueHandle {
		return new JSValueHandle(this.vm, pointer, false, true);
	}
}

/** Bounds the engine itself keeps. */
export interface EngineLimits {
	readonly heapBytesMax: number;
	readonly stackBytesMax: number;
}

/** State of a promise. */
const fulfilled = 1;
const wasmPageBytes = 65_536;
/** Pages of the host's memory are this small, or larger. */
const hostPageBytes = 4096;

/** The same memory, looked through for pages that hold nothing but zeros. */
export function withStretches(frozen: FrozenMemory): FrozenMemory {
	const { bytes } = frozen;
	const filled: [from: number, to: number][] = [];
	for (let from = 0; from < bytes.length; from += hostPageBytes) {
		const to = Math.min(from + hostPageBytes, bytes.length);
		if (bytes.subarray(from, to).every((byte) => byte === 0)) continue;
		const last = filled.at(-1);
		if (last?.[1] === from) last[1] = to;
		else filled.push([from, to]);
	}
	return { ...frozen, filled };
}

/** Where the engine finds the pieces of the guest libraries; each begins so in stacks. */
const piecesFolder = 'node:roundtrip/';

/** Where an import of one piece by another leads. */
export const resolvePiece = (specifier: string): string => specifier.replace('./', piecesFolder);

/** An ES module of the guest libraries. */
export interface Piece {
	readonly name: string;
	/** Its text, which imports another piece as `./name.js`, or what that compiles to. */
	readonly code: string | Uint8Array;
}

/**
 * Pieces as bytecode without their text. Those that are not yet are compiled in an engine of its own: what runs them then
 * holds neither the text nor what the parser left behind.
 * @throws Error with the engine's message where a piece does not compile
 */
export async function compilePieces(
	wasm: WebAssembly.Module,
	pieces: readonly Piece[]
): Promise<readonly Uint8Array[]> {
	if (pieces.every(isCompiled)) return pieces.map(({ code }) => code);
	const compiler = await QuickJS.create({
		wasm,
		// To compile a module the engine looks for what it imports, and takes anything.
		moduleLoader: {
			normalize: (_base: string, specifier: string) => resolvePiece(specifier),
			load: () => ''
		}
	});
	const compiled = pieces.map(({ name, code }) => {
		if (typeof code !== 'string') return code;
		const file = resolvePiece(`./${name}.js`);
		return compiler.compile(code, file, EvalFlags.TYPE_MODULE, CompileFlags.STRIP_SOURCE);
	});
	compiler.dispose();
	return compiled;
}

function isCompiled(piece: Piece): piece is Piece & { readonly code: Uint8Array } {
	return typeof piece.code !== 'string';
}

/** Runs the guest until its next poll, which has to stop it. */
export function runToPoll({ vm }: Machine): void {
	try {
		vm.evalCode('for(;;);').dispose();
	} catch (error) {
		if (!(error instanceof JSException)) throw error;
		error.handle.dispose();
	}
}

function optionsOf(
	wasm: WebAssembly.Module,
	box: { readonly machine?: Machine },
	limits?: EngineLimits
) {
	return {
		wasm,
		wasi: (memory: WebAssembly.Memory) => ({
			clock_time_get(_clock: number, _precision: bigint, result: number) {
				const now = box.machine?.tenant?.nowNs() ?? 0n;
				new DataView(memory.buffer).setBigUint64(result, now, true);
				return 0;
			},
			random_get(pointer: number, length: number) {
				new Uint8Array(memory.buffer, pointer, length).fill(7);
				return 0;
			},
			// The engine writes to a file only when it aborts.
			fd_write: () => 8
		}),
		...(limits && { memoryLimit: limits.heapBytesMax, maxStackSize: limits.stackBytesMax }),
		interruptHandler: () => box.machine?.tenant?.onPoll() ?? false,
		onUnhandledRejection(promise: JSValueHandle, reason: JSValueHandle, isHandled: boolean) {
			box.machine?.tenant?.reportRejection(promise.ptr, reason.ptr, isHandled);
		},
		moduleLoader: {
			normalize: (base: string, specifier: string) =>
				box.machine?.tenant?.resolveImport(base, specifier) ?? '',
			load: (name: string) => box.machine?.tenant?.importSource(name) ?? ''
		},
		timezoneOffset: 0
	};
}
