// Timers and immediates: the raw API for libraries and the globals student code calls.
// The host keeps the clock; here is only who to call.
// Source: Node.js lib/internal/timers.js and lib/timers.js.

import { hostNowUs, hostOp } from './host.ts';
import { countLive } from './liveness.ts';
import { validateFunction } from './node-error.ts';
import {
	MapPrototypeDelete,
	MapPrototypeGet,
	MapPrototypeHas,
	MapPrototypeSet,
	MathFloor,
	MathTrunc,
	ObjectDefineProperty,
	ReflectApply,
	SymbolToPrimitive
} from './primordials.ts';

let destroyTimeout: (timeout: Timeout) => void;
const delayMaxMs = 2 ** 31 - 1;

interface RawTimer {
	readonly callback: () => void;
	readonly repeats: boolean;
	keepsAlive: boolean;
}

const timers = new Map<number, RawTimer>();
let lastTimerId = 0;

/**
 * Arms a timer and gives its id (from 1). `delayMs` as in setTimeout: not a number, below 1 or above 2^31-1 count as 1.
 * `keepsAlive` false is an unref'd timer. The callback runs as a turn of its own.
 */
export function armTimer(
	delayMs: unknown,
	repeats: boolean,
	callback: () => void,
	keepsAlive = true
): number {
	lastTimerId += 1;
	const id = lastTimerId;
	MapPrototypeSet(timers, id, { callback, repeats, keepsAlive });
	hostOp('timer', id, effectiveDelay(delayMs), repeats);
	if (keepsAlive) countLive(1);
	else hostOp('reftimer', id, false);
	return id;
}

/** Takes a timer away; unknown ids are fine. */
export function disarmTimer(id: number): void {
	const timer = MapPrototypeGet(timers, id) as RawTimer | undefined;
	if (timer === undefined) return;
	MapPrototypeDelete(timers, id);
	if (timer.keepsAlive) countLive(-1);
	hostOp('cleartimer', id);
}

/** Says whether the timer keeps the process alive. */
export function setTimerRef(id: number, keepsAlive: boolean): void {
	const timer = MapPrototypeGet(timers, id) as RawTimer | undefined;
	if (timer === undefined || timer.keepsAlive === keepsAlive) return;
	timer.keepsAlive = keepsAlive;
	countLive(keepsAlive ? 1 : -1);
	hostOp('reftimer', id, keepsAlive);
}

/** True while the timer will still fire. */
export function isTimerArmed(id: number): boolean {
	return MapPrototypeHas(timers, id);
}

/** A timer is due. Private to the event loop. */
export function timerFired(id: number): void {
	const timer = MapPrototypeGet(timers, id) as RawTimer | undefined;
	if (timer === undefined) return;
	if (!timer.repeats) {
		MapPrototypeDelete(timers, id);
		if (timer.keepsAlive) countLive(-1);
	}
	timer.callback();
}

/** The delay that counts, in whole milliseconds from 1 to 2^31-1. */
export function effectiveDelay(delayMs: unknown): number {
	const delay = Number(delayMs);
	return delay >= 1 && delay <= delayMaxMs ? MathTrunc(delay) : 1;
}

type Callback = (...args: unknown[]) => unknown;

const timeoutsById = new Map<number, Timeout>();

/** What setTimeout and setInterval give. The fields are those people see when they print one. */
export class Timeout {
	_idleTimeout: number;
	_idleStart: number;
	_onTimeout: Callback | null;
	_timerArgs: unknown[] | undefined;
	_repeat: number | null;
	_destroyed = false;
	#id = 0;
	#isRef = true;

	constructor(callback: Callback, delayMs: unknown, args: unknown[], repeats: boolean) {
		const delay = effectiveDelay(delayMs);
		this._idleTimeout = delay;
		this._idleStart = MathFloor(hostNowUs() / 1000);
		this._onTimeout = callback;
		this._timerArgs = args.length === 0 ? undefined : args;
		this._repeat = repeats ? delay : null;
		this.#arm();
	}

	#arm(): void {
		this.#id = armTimer(
			this._idleTimeout,
			this._repeat !== null,
			() => {
				this.#fire();
			},
			this.#isRef
		);
		MapPrototypeSet(timeoutsById, this.#id, this);
	}

	#fire(): void {
		const callback = this._onTimeout;
		if (callback === null) return;
		const id = this.#id;
		try {
			ReflectApply(callback, this, this._timerArgs ?? []);
		} finally {
			if (!isTimerArmed(id)) {
				MapPrototypeDelete(timeoutsById, id);
				if (this.#id === id) this._destroyed = true;
			}
		}
	}

	/** Starts counting anew from now, also after it has fired. */
	refresh(): this {
		if (this._onTimeout === null) return this;
		disarmTimer(this.#id);
		MapPrototypeDelete(timeoutsById, this.#id);
		this._idleStart = MathFloor(hostNowUs() / 1000);
		this._destroyed = false;
		this.#arm();
		return this;
	}

	ref(): this {
		this.#isRef = true;
		setTimerRef(this.#id, true);
		return this;
	}

	unref(): this {
		this.#isRef = false;
		setTimerRef(this.#id, false);
		return this;
	}

	hasRef(): boolean {
		return this.#isRef;
	}

	close(): this {
		destroyTimeout(this);
		return this;
	}

	static {
		destroyTimeout = (timeout) => {
			disarmTimer(timeout.#id);
			MapPrototypeDelete(timeoutsById, timeout.#id);
			timeout._destroyed = true;
			timeout._idleTimeout = -1;
			timeout._onTimeout = null;
		};
		ObjectDefineProperty(Timeout.prototype, SymbolToPrimitive, {
			value(this: Timeout) {
				return this.#id;
			},
			writable: true,
			configurable: true
		});
	}
}

/** The global setTimeout. Throws ERR_INVALID_ARG_TYPE when `callback` is no function. */
export function setTimeout(callback: Callback, delayMs?: unknown, ...args: unknown[]): Timeout {
	validateFunction(callback, 'callback');
	return new Timeout(callback, delayMs, args, false);
}

/** The global setInterval. */
export function setInterval(callback: Callback, delayMs?: unknown, ...args: unknown[]): Timeout {
	validateFunction(callback, 'callback');
	return new Timeout(callback, delayMs, args, true);
}

/** The global clearTimeout: takes a Timeout, its number or that number as text; anything else is ignored. */
export function clearTimeout(timer?: unknown): void {
	if (timer instanceof Timeout) {
		destroyTimeout(timer);
		return;
	}
	if (typeof timer !== 'number' && typeof timer !== 'string') return;
	const timeout = MapPrototypeGet(timeoutsById, +timer) as Timeout | undefined;
	if (timeout !== undefined) destroyTimeout(timeout);
}

/** The global clearInterval: the same as clearTimeout, as in Node.js. */
export function clearInterval(timer?: unknown): void {
	clearTimeout(timer);
}
