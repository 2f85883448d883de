// A machine for framework tests: several processes in one, a clock that moves when told, files as an object, sockets
// that deliver one millisecond after sending. What is sent on a socket is copied, as a wire would.
import { EventEmitter } from 'node:events';
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { format } from 'node:util';
import type { WirePayload } from '../../../src/sandbox/turn-batch.ts';
import type { Fact, Platform, Socket, SocketHandlers } from '../../../src/guest/pomelo/platform.ts';
import { crc32Signed } from './crc32.ts';

interface Due {
	readonly atMs: number;
	readonly order: number;
	readonly run: () => void;
	isCancelled: boolean;
}

/** The world the processes of a test share. */
export class FakeMachine {
	nowMs = 0;
	readonly sent: { readonly from: string; readonly payload: WirePayload }[] = [];
	readonly #listeners = new Map<number, (socket: Socket) => SocketHandlers>();
	#due: Due[] = [];
	#order = 0;

	/** Lets time pass and runs what becomes due, in order. */
	advance(ms: number): void {
		const untilMs = this.nowMs + ms;
		for (;;) {
			const next = this.#due
				.filter((each) => !each.isCancelled && each.atMs <= untilMs)
				.sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
			if (next === undefined) break;
			this.#due = this.#due.filter((each) => each !== next);
			this.nowMs = Math.max(this.nowMs, next.atMs);
			next.run();
		}
		this.nowMs = untilMs;
	}

	after(ms: number, run: () => void): Due {
		const due = { atMs: this.nowMs + ms, order: this.#order++, run, isCancelled: false };
		this.#due.push(due);
		return due;
	}

	listen(port: number, onAccept: (socket: Socket) => SocketHandlers): void {
		this.#listeners.set(port, onAccept);
	}

	/** Nobody listens there any more. */
	closePort(port: number): void {
		this.#listeners.delete(port);
	}

	connect(from: string, port: number, handlers: SocketHandlers): FakeSocket {
		const near = new FakeSocket(this, from, handlers);
		this.after(1, () => {
			const onAccept = this.#listeners.get(port);
			if (onAccept === undefined) {
				near.isOpen = false;
				this.after(1, () => handlers.onRefused?.('ECONNREFUSED'));
				return;
			}
			const far = new FakeSocket(this, `port ${String(port)}`, { onData: () => undefined }, from);
			near.other = far;
			far.other = near;
			far.handlers = onAccept(far);
			this.after(1, () => handlers.onConnect?.());
		});
		return near;
	}
}

/** One end of a connection. Sends before it stands are lost. */
export class FakeSocket implements Socket {
	readonly id = 1;
	readonly peer: string;
	isOpen = true;
	other: FakeSocket | undefined;
	handlers: SocketHandlers;
	readonly #machine: FakeMachine;
	readonly #owner: string;

	constructor(machine: FakeMachine, owner: string, handlers: SocketHandlers, peer = '') {
		this.#machine = machine;
		this.#owner = owner;
		this.handlers = handlers;
		this.peer = peer;
	}

	send(payload: WirePayload): void {
		const { other } = this;
		if (!this.isOpen || other === undefined) return;
		const copy = [...payload];
		this.#machine.sent.push({ from: this.#owner, payload: copy });
		this.#machine.after(1, () => {
			if (other.isOpen) other.handlers.onData(copy);
		});
	}

	sendMade(operation: WirePayload): void {
		this.send(operation.slice(2));
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		const { other } = this;
		this.#machine.after(1, () => {
			if (other?.isOpen !== true) return;
			other.isOpen = false;
			other.handlers.onClose?.();
		});
	}

	ref(): void {
		// Nothing here ends by itself.
	}

	unref(): void {
		// Nothing here ends by itself.
	}
}

/** What a process left behind. */
export interface FakePlatform extends Platform {
	readonly logLines: string[];
	readonly facts: { readonly kind: string; readonly fact: Fact }[];
	readonly exits: number[];
}

/** A process of that machine. `modules`: absolute path to what the file exports (made anew by a function for fresh loads). */
export function fakePlatform(
	machine: FakeMachine,
	name: string,
	modules: Readonly<Record<string, () => unknown>> = {},
	args: readonly string[] = []
): FakePlatform {
	const logLines: string[] = [];
	const facts: { kind: string; fact: Fact }[] = [];
	const exits: number[] = [];
	const loaded = new Map<string, unknown>();
	const load = (path: string): unknown => {
		if (!loaded.has(path)) loaded.set(path, modules[path]?.());
		return loaded.get(path);
	};
	return {
		logLines,
		facts,
		exits,
		argv: () => ['node', '/app/app.js', ...args],
		env: () => undefined,
		mainPath: () => '/app/app.js',
		pid: () => 4711,
		exit: (code) => {
			exits.push(code);
		},
		nowMs: () => machine.nowMs,
		random: () => 0.5,
		nextTick: (fn) => {
			machine.after(0, fn);
		},
		setTimer: (fn, delayMs) => machine.after(delayMs, fn),
		setRepeatingTimer: (fn, periodMs) => {
			const handle = { isCancelled: false };
			const again = (): void => {
				if (handle.isCancelled) return;
				fn();
				machine.after(periodMs, again);
			};
			machine.after(periodMs, again);
			return handle;
		},
		clearTimer: (timer) => {
			if (timer !== undefined && timer !== null)
				(timer as { isCancelled: boolean }).isCancelled = true;
		},
		connect: (_host, port, _protocol, handlers) => machine.connect(name, port, handlers),
		listen: (_host, port, _protocol, onAccept) => {
			machine.listen(port, onAccept);
			return {
				port,
				close: () => {
					machine.closePort(port);
				}
			};
		},
		listFiles: () => Object.keys(modules).sort(),
		require: load,
		requireFresh: (path) => {
			loaded.delete(path);
			return load(path);
		},
		join: (...parts) => posix.join(...parts),
		createEmitter: () => new EventEmitter(),
		format: (...values) => format(...values),
		crc32: crc32Signed,
		md5: (text, encoding = 'hex') => createHash('md5').update(text).digest(encoding),
		log: (text) => {
			logLines.push(text);
		},
		note: (kind, fact) => {
			facts.push({ kind, fact });
		}
	};
}
