// The global `process`, as a Node.js 20 program on Linux sees it.
// Source: https://nodejs.org/docs/latest-v20.x/api/process.html.
// Differs: memory and processor figures are fixed, signals only reach listeners, standard input is empty.

import { builtinExports } from './builtin-modules.ts';
import { defineGlobal } from './globals.ts';
import { hostNowUs } from './host.ts';
import { describeReceived, nodeError, validateFunction } from './node-error.ts';
import { printLine, writeText, type OutputStream } from './output.ts';
import { exitNow, setProcessEvents } from './process-life.ts';
import { onProcessStart } from './process-start.ts';
import {
	ArrayPrototypePush,
	MathFloor,
	NumberIsInteger,
	ObjectCreate,
	ObjectDefineProperty,
	ObjectKeys,
	ObjectSetPrototypeOf,
	ReflectApply,
	SymbolToStringTag
} from './primordials.ts';
import { queueTick } from './tick-queue.ts';

interface BufferClass {
	from(
		buffer: ArrayBufferLike,
		offset: number,
		length: number
	): { toString(encoding: string): string };
}

interface Emitter {
	emit(event: string, ...args: unknown[]): boolean;
	listenerCount(event: string): number;
}

const root = '/app';
const version = 'v20.20.2';
let startedAtUs = 0;
let exitCode: number | string | undefined;
let uncaughtCapture: ((error: unknown) => void) | null = null;

/** The object itself. Listener methods come from the module `events` once that is loaded. */
export const guestProcess: Record<string, unknown> = {
	title: 'node',
	version,
	versions: { node: '20.20.2', v8: '11.3.244.8-node.32', modules: '115', uv: '1.46.0' },
	arch: 'x64',
	platform: 'linux',
	release: { name: 'node', lts: 'Iron' },
	argv: ['/usr/local/bin/node'],
	argv0: 'node',
	execArgv: [],
	execPath: '/usr/local/bin/node',
	env: {},
	pid: 1,
	ppid: 0,
	debugPort: 9229,
	features: {},
	config: { variables: {} },
	stdout: outputStream('stdout', 1),
	stderr: outputStream('stderr', 2),
	stdin: inputStream(),
	nextTick,
	exit(code?: number | string) {
		exitNow(code === undefined ? undefined : checkedCode(code));
	},
	reallyExit(code?: number) {
		exitNow(code);
	},
	abort() {
		exitNow(134);
	},
	kill,
	cwd: () => root,
	chdir() {
		throw nodeError(
			Error,
			'ERR_FEATURE_UNAVAILABLE',
			'process.chdir() is not part of this simulator'
		);
	},
	umask: () => 18,
	uptime: () => (hostNowUs() - startedAtUs) / 1e6,
	hrtime,
	memoryUsage,
	cpuUsage: () => ({ user: MathFloor(hostNowUs() - startedAtUs), system: 0 }),
	resourceUsage: () => ({ userCPUTime: MathFloor(hostNowUs() - startedAtUs), systemCPUTime: 0 }),
	emitWarning,
	getuid: () => 1000,
	geteuid: () => 1000,
	getgid: () => 1000,
	getegid: () => 1000,
	setUncaughtExceptionCaptureCallback(fn: ((error: unknown) => void) | null) {
		uncaughtCapture = fn;
	},
	hasUncaughtExceptionCaptureCallback: () => uncaughtCapture !== null
};

/** Puts the object on the global object and makes it an emitter as soon as `events` is known. */
export function installProcess(): void {
	ObjectDefineProperty(guestProcess, SymbolToStringTag, { value: 'process', configurable: true });
	ObjectDefineProperty(guestProcess, 'exitCode', {
		get: () => exitCode,
		set(code: unknown) {
			exitCode = code === undefined || code === null ? undefined : checkedCode(code);
		},
		configurable: true,
		enumerable: true
	});
	defineGlobal('process', guestProcess);
	onProcessStart((facts) => {
		startedAtUs = facts.startedAtUs;
		const argv = ['/usr/local/bin/node', facts.mainPath];
		for (let index = 0; index < facts.args.length; index++)
			ArrayPrototypePush(argv, facts.args[index]);
		guestProcess['argv'] = argv;
		const env: Record<string, string> = {
			PATH: '/usr/local/bin:/usr/bin:/bin',
			HOME: '/home/node',
			PWD: root
		};
		const names = ObjectKeys(facts.env);
		for (let index = 0; index < names.length; index++) {
			const name = names[index] as string;
			env[name] = facts.env[name] as string;
		}
		guestProcess['env'] = env;
		guestProcess['pid'] = facts.pid;
		guestProcess['ppid'] = 1;
	});
}

/** Gives the object its listener methods. `EventEmitter` is the class the module `events` exports. */
export function makeProcessEmitter(EventEmitter: { prototype: Emitter }): void {
	const methods = EventEmitter.prototype;
	// eslint-disable-next-line @typescript-eslint/unbound-method -- called on the process object below
	const { emit, listenerCount } = methods;
	const prototype = ObjectCreate(methods) as object;
	// Node.js has a constructor of this name; printing `process` shows it, nobody calls it.
	const constructor = function process() {};
	constructor.prototype = prototype;
	ObjectDefineProperty(prototype, 'constructor', {
		value: constructor,
		writable: true,
		configurable: true
	});
	ObjectSetPrototypeOf(guestProcess, prototype);
	setProcessEvents({
		emit(event, ...args) {
			if (event === 'uncaughtException' && uncaughtCapture !== null) {
				uncaughtCapture(args[0]);
				return true;
			}
			const all: unknown[] = [event];
			for (let index = 0; index < args.length; index++) all[index + 1] = args[index];
			return ReflectApply(emit, guestProcess, all as [string]);
		},
		listenerCount: (event) =>
			ReflectApply(listenerCount, guestProcess, [event]) +
			(event === 'uncaughtException' && uncaughtCapture !== null ? 1 : 0),
		getExitCode: () => (exitCode === undefined ? undefined : +exitCode),
		setExitCode(code) {
			exitCode = code;
		}
	});
}

function checkedCode(code: unknown): number {
	const number = typeof code === 'string' && code !== '' ? +code : code;
	if (typeof number === 'number' && NumberIsInteger(number)) return number & 255;
	throw nodeError(
		TypeError,
		'ERR_INVALID_ARG_TYPE',
		`The "code" argument must be of type number. Received ${describeReceived(code)}`
	);
}

function nextTick(callback: (...args: unknown[]) => unknown, ...args: unknown[]): void {
	validateFunction(callback, 'callback');
	queueTick(callback, args);
}

function kill(pid: number, signal: unknown = 'SIGTERM'): boolean {
	if (signal === 0) return true;
	const name = typeof signal === 'string' ? signal : 'SIGTERM';
	if (pid !== guestProcess['pid']) {
		throw nodeError(Error, 'ESRCH', 'kill ESRCH', { errno: -3, syscall: 'kill' });
	}
	queueTick(() => {
		const { emit } = guestProcess as { emit?: Emitter['emit'] };
		const isHeard = emit !== undefined && ReflectApply(emit, guestProcess, [name, name]);
		if (!isHeard) exitNow(name === 'SIGINT' ? 130 : 143);
	}, []);
	return true;
}

function hrtime(previous?: readonly [number, number]): [number, number] {
	const now = hostNowUs();
	let seconds = MathFloor(now / 1e6);
	let nanoseconds = MathFloor((now - seconds * 1e6) * 1000);
	if (previous !== undefined) {
		seconds -= previous[0];
		nanoseconds -= previous[1];
		if (nanoseconds < 0) {
			seconds -= 1;
			nanoseconds += 1e9;
		}
	}
	return [seconds, nanoseconds];
}
hrtime.bigint = () => BigInt(MathFloor(hostNowUs())) * 1000n;

function memoryUsage(): Record<string, number> {
	const megabyte = 1048576;
	return {
		rss: 48 * megabyte,
		heapTotal: 8 * megabyte,
		heapUsed: 5 * megabyte,
		external: megabyte,
		arrayBuffers: 16384
	};
}
memoryUsage.rss = () => memoryUsage()['rss'];

function emitWarning(warning: unknown, kind?: unknown): void {
	const options =
		typeof kind === 'object' && kind !== null ? (kind as { type?: string; code?: string }) : {};
	const type = typeof kind === 'string' ? kind : (options.type ?? 'Warning');
	let error: Error;
	if (warning instanceof Error) {
		error = warning;
	} else {
		error = new Error(String(warning));
		error.name = type;
	}
	queueTick(() => {
		printLine(
			'stderr',
			`(node:${guestProcess['pid'] as number}) ${options.code === undefined ? '' : `[${options.code}] `}${error.name}: ${error.message}`
		);
		const { emit } = guestProcess as { emit?: Emitter['emit'] };
		if (emit !== undefined) ReflectApply(emit, guestProcess, ['warning', error]);
	}, []);
}

function textOf(chunk: unknown): string {
	if (typeof chunk === 'string') return chunk;
	if (chunk instanceof Uint8Array) {
		const { Buffer } = builtinExports('buffer') as { Buffer: BufferClass };
		return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('utf8');
	}
	throw nodeError(
		TypeError,
		'ERR_INVALID_ARG_TYPE',
		`The "chunk" argument must be of type string or an instance of Buffer or Uint8Array. Received ${describeReceived(chunk)}`
	);
}

type WriteCallback = (error?: Error | null) => void;

function outputStream(stream: OutputStream, fd: number): Record<string, unknown> {
	const self: Record<string, unknown> = {
		fd,
		writable: true,
		isTTY: undefined,
		write(chunk: unknown, encoding?: unknown, callback?: unknown) {
			writeText(stream, textOf(chunk));
			const done = typeof encoding === 'function' ? encoding : callback;
			if (typeof done === 'function') queueTick(done as WriteCallback, []);
			return true;
		},
		end(chunk?: unknown) {
			if (chunk !== undefined) writeText(stream, textOf(chunk));
		},
		cork() {},
		uncork() {},
		hasColors: () => false,
		getColorDepth: () => 1
	};
	addIdleListeners(self);
	return self;
}

function inputStream(): Record<string, unknown> {
	const self: Record<string, unknown> = {
		fd: 0,
		readable: true,
		isTTY: undefined,
		read: () => null
	};
	for (const name of ['setEncoding', 'resume', 'pause', 'ref', 'unref', 'pipe'] as const) {
		self[name] = () => self;
	}
	addIdleListeners(self);
	return self;
}

/** Streams of this process never emit anything: listeners are accepted and forgotten. */
function addIdleListeners(self: Record<string, unknown>): void {
	const names = [
		'on',
		'once',
		'off',
		'addListener',
		'removeListener',
		'removeAllListeners',
		'setMaxListeners'
	];
	for (const name of names) self[name] = () => self;
	self['emit'] = () => false;
	self['listenerCount'] = () => 0;
}
