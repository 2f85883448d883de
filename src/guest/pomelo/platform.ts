// What the framework needs of the machine it runs on: files, sockets, timers, a clock, a log. Types only.
// In a run index.ts fills it from the guest runtime; unit tests fill it with fakes, several processes in one.

import type { Listener, Socket, SocketHandlers } from '../runtime/sockets.ts';
import type { Fact } from '../runtime/facts.ts';

export type { Fact, Listener, Socket, SocketHandlers };

/** Any function of student code. */
export type Callback = (...args: unknown[]) => unknown;

/** What is used of Node.js' EventEmitter. */
export interface Emitter {
	on(event: string, listener: Callback): unknown;
	emit(event: string, ...args: unknown[]): boolean;
}

/** A pending timer; only good for `clearTimer`. */
export type TimerHandle = unknown;

export interface Platform {
	/** As `process.argv`: the engine, the main file, `key=value` words. */
	argv(): readonly string[];
	env(name: string): string | undefined;
	/** Absolute path of the main file, e.g. `/app/game-server/app.js`. */
	mainPath(): string;
	pid(): number;
	exit(code: number): void;
	/** Milliseconds since 1970, virtual. */
	nowMs(): number;
	/** Evenly from 0 (included) to 1 (excluded), seeded. */
	random(): number;
	nextTick(fn: () => void): void;
	setTimer(fn: () => void, delayMs: number): TimerHandle;
	setRepeatingTimer(fn: () => void, periodMs: number): TimerHandle;
	clearTimer(timer: TimerHandle): void;
	connect(host: string, port: number, protocol: string, handlers: SocketHandlers): Socket;
	listen(
		host: string,
		port: number,
		protocol: string,
		onAccept: (socket: Socket) => SocketHandlers
	): Listener;
	/** Absolute paths of all files, sorted. */
	listFiles(): readonly string[];
	/** Loads a module or JSON file by absolute path, as the program's own `require` does (shared cache). */
	require(path: string): unknown;
	/** The same, but runs the file again although it was loaded before. */
	requireFresh(path: string): unknown;
	/** As `path.join`. */
	join(...parts: string[]): string;
	createEmitter(): Emitter;
	/** As `util.format`. */
	readonly format: (...args: unknown[]) => string;
	/** Signed CRC-32 as the package `crc` 0.2.0 computes it. */
	crc32(text: string): number;
	/** MD5 of the text's UTF-8 bytes, hexadecimal unless it says otherwise. */
	md5(text: string, encoding?: 'hex' | 'base64'): string;
	/** The framework's own log: one line or several, never on stdout. */
	log(text: string): void;
	/** A fact for the trace. */
	note(kind: string, fact: Fact): void;
}
