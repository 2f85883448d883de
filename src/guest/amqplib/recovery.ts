// Connections that come back: connects, runs the program's setup, and connects again after a pause when the connection is
// lost. Keeps no channels: the program makes its own anew in `setup` or on `connect`.
// Source: amqplib README ("Opt-in recovery"), index.d.ts (RecoveringChannelModel), CHANGELOG 1.1.0 to 2.2.0.
// Differs: an `error` nobody listens to is dropped here, as `disconnect` tells of it as well.

import { armTimer, disarmTimer } from '../runtime/timers.ts';
import { PromisePrototypeThen } from '../runtime/primordials.ts';
import type { EventEmitter } from './node-modules.ts';
import { delayBefore, recoverySettings, type RecoverySettings } from './recovery-delay.ts';

const toText = String;

/** What both APIs' connection objects share. */
export interface RecoverableModel extends EventEmitter {
	readonly connection: { close(done: (error: Error | null) => void): void };
}

/** Opens one connection. */
type Open<M> = (opened: (error: Error | null, model?: M) => void) => void;
type Waiter<M> = (error: Error | null, model?: M) => void;

export class Recovery<M extends RecoverableModel> {
	readonly settings: RecoverySettings;
	readonly #front: EventEmitter;
	readonly #open: Open<M>;
	#model: M | undefined;
	#waiters: Waiter<M>[] = [];
	/** Reconnect attempts since the last success. */
	#attempt = 0;
	#hasConnected = false;
	#timer: number | undefined;
	/** Why no connection will come any more. */
	#over: Error | undefined;

	constructor(front: EventEmitter, options: unknown, open: Open<M>) {
		this.#front = front;
		this.#open = open;
		this.settings = recoverySettings(options);
	}

	/** Begins the first attempt. */
	start(): void {
		this.#open((error, model) => {
			if (model === undefined) this.#attemptFailed(error);
			else this.#setUp(model);
		});
	}

	/** Calls back with the connection as soon as there is one, or with why there never will be. */
	whenConnected(waiter: Waiter<M>): void {
		if (this.#model !== undefined) waiter(null, this.#model);
		else if (this.#over !== undefined) waiter(this.#over);
		else this.#waiters[this.#waiters.length] = waiter;
	}

	/** Ends recovery and the connection. */
	close(done: () => void): void {
		if (this.#over !== undefined) {
			done();
			return;
		}
		const model = this.#model;
		this.#model = undefined;
		this.#end(new Error('Connection closed'));
		if (model === undefined) done();
		else closeQuietly(model, done);
	}

	#setUp(model: M): void {
		if (this.#over !== undefined) {
			closeQuietly(model, nothing);
			return;
		}
		model.on('error', (error: unknown) => {
			if (this.#front.listenerCount('error') > 0) this.#front.emit('error', error);
		});
		let isDone = false;
		const done = (error?: unknown): void => {
			if (isDone) return;
			isDone = true;
			if (error) {
				closeQuietly(model, nothing);
				this.#attemptFailed(error);
			} else this.#connected(model);
		};
		runSetup(this.settings, model, done);
	}

	#connected(model: M): void {
		if (this.#over !== undefined) {
			closeQuietly(model, nothing);
			return;
		}
		this.#model = model;
		this.#attempt = 0;
		this.#hasConnected = true;
		this.#watch(model);
		const waiters = this.#waiters;
		this.#waiters = [];
		for (let index = 0; index < waiters.length; index++) waiters[index]?.(null, model);
		this.#front.emit('connect', model);
	}

	#watch(model: M): void {
		model.on('close', (error: unknown) => {
			if (this.#model !== model) return;
			this.#model = undefined;
			const reason = errorOf(error, 'Connection closed');
			this.#front.emit('disconnect', reason);
			this.#schedule(reason);
		});
		model.on('blocked', (reason: unknown) => this.#front.emit('blocked', reason));
		model.on('unblocked', () => this.#front.emit('unblocked'));
		model.on('update-secret-ok', () => this.#front.emit('update-secret-ok'));
	}

	#attemptFailed(error: unknown): void {
		if (this.#over !== undefined) return;
		const reason = errorOf(error, 'Connection recovery failed');
		this.#front.emit('connect-failed', reason);
		this.#schedule(reason);
	}

	#schedule(error: Error): void {
		if (this.#over !== undefined || this.#timer !== undefined) return;
		const { maxRetries, initialMaxRetries } = this.settings;
		if (this.#attempt >= (this.#hasConnected ? maxRetries : initialMaxRetries)) {
			this.#abandon(error);
			return;
		}
		let delay: number;
		try {
			delay = delayBefore(this.#attempt + 1, this.settings);
		} catch (failure) {
			this.#abandon(errorOf(failure, 'calculateDelay failed'));
			return;
		}
		this.#attempt += 1;
		this.#front.emit('reconnect-scheduled', { attempt: this.#attempt, delay, error });
		this.#timer = armTimer(delay, false, () => {
			this.#timer = undefined;
			this.start();
		});
	}

	#abandon(error: Error): void {
		this.#end(error);
		this.#front.emit('reconnect-failed', error);
	}

	#end(error: Error): void {
		this.#over = error;
		if (this.#timer !== undefined) disarmTimer(this.#timer);
		this.#timer = undefined;
		const waiters = this.#waiters;
		this.#waiters = [];
		for (let index = 0; index < waiters.length; index++) waiters[index]?.(error);
	}
}

/** A setup with two parameters gets a callback; any other may give a promise. */
function runSetup(
	settings: RecoverySettings,
	model: unknown,
	done: (error?: unknown) => void
): void {
	const { setup } = settings;
	if (setup === undefined) {
		done();
		return;
	}
	if (setup.length >= 2) {
		try {
			setup(model, done);
		} catch (error) {
			done(error ?? new Error('setup failed'));
		}
		return;
	}
	const finished = (async () => {
		await setup(model, nothing);
	})();
	void PromisePrototypeThen(
		finished,
		() => {
			done();
		},
		(error: unknown) => {
			done(error ?? new Error('setup failed'));
		}
	);
}

function closeQuietly(model: RecoverableModel, done: () => void): void {
	try {
		model.connection.close(() => {
			done();
		});
	} catch {
		done();
	}
}

function errorOf(value: unknown, otherwise: string): Error {
	if (value instanceof Error) return value;
	return new Error(value ? toText(value) : otherwise);
}

function nothing(): void {
	// Nobody waits for this.
}
