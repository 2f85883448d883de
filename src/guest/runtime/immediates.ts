// setImmediate: callbacks that run after the events that are already due, each with its own ticks and promise jobs.
// Source: Node.js lib/internal/timers.js, processImmediate.

import { hostOp } from './host.ts';
import { countLive } from './liveness.ts';
import { validateFunction } from './node-error.ts';
import { ReflectApply } from './primordials.ts';

type Callback = (...args: unknown[]) => unknown;

let armed: Immediate[] = [];
let batch: Immediate[] = [];
let next = 0;

/** What setImmediate gives. */
export class Immediate {
	_onImmediate: Callback | null;
	_argv: unknown[] | undefined;
	_destroyed = false;
	#isRef = true;

	constructor(callback: Callback, args: unknown[]) {
		this._onImmediate = callback;
		this._argv = args.length === 0 ? undefined : args;
		if (armed.length === 0) hostOp('immediate');
		armed[armed.length] = this;
		countLive(1);
	}

	ref(): this {
		this.#isRef = true;
		return this;
	}

	/** Differs: an unref'd immediate still keeps the process alive until it has run; it runs in the same instant. */
	unref(): this {
		this.#isRef = false;
		return this;
	}

	hasRef(): boolean {
		return this.#isRef;
	}
}

/** The global setImmediate. */
export function setImmediate(callback: Callback, ...args: unknown[]): Immediate {
	validateFunction(callback, 'callback');
	return new Immediate(callback, args);
}

/** The global clearImmediate; anything but a waiting Immediate is ignored. */
export function clearImmediate(immediate?: unknown): void {
	if (!(immediate instanceof Immediate) || immediate._destroyed) return;
	immediate._destroyed = true;
	immediate._onImmediate = null;
	countLive(-1);
}

/** The host calls for the immediates armed up to now. Private to the event loop. */
export function beginImmediates(): void {
	batch = armed;
	next = 0;
	armed = [];
}

/** Runs the next immediate of the batch; false when none is left. Private to the event loop. */
export function runNextImmediate(): boolean {
	while (next < batch.length) {
		const immediate = batch[next] as Immediate;
		next += 1;
		const callback = immediate._onImmediate;
		if (callback === null) continue;
		immediate._destroyed = true;
		countLive(-1);
		immediate._onImmediate = null;
		ReflectApply(callback, immediate, immediate._argv ?? []);
		return true;
	}
	batch = [];
	next = 0;
	return false;
}
