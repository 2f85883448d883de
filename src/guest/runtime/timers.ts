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
import { uncaughtInCallback } from './uncaught.ts';

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
	// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- whatever the student gave
	const delay = Number(delayMs as number);
	return delay >= 1 && delay <= delayMaxMs ? MathTrunc(delay) : 1;
}

type Callback = (...args: unknown[]) => unknown;

/** What setTimeout and setInterval give. The fields are those people see when they print one. */
export class Timeout {
	_idleTimeout: number;
	_idleStart: number;
	_onTimeout: Callback | null;
	_timerArgs: unknown[] | undefined;
	_repeat: number | null;
	_destroyed = false;
	declare private rawId: number;
	declare private isRef: boolean;

	constructor(callback: Callback, delayMs: unknown, args: unknown[], repeats: boolean) {
		const delay = effectiveDelay(delayMs);
		this._idleTimeout = delay;
		this._idleStart = MathFloor(hostNowUs() / 1000);
		this._onTimeout = callback;
		this._timerArgs = args.length === 0 ? undefined : args;
		this._repeat = repeats ? delay : null;
		ObjectDefineProperty(this, 'isRef', { value: true, writable: true, enumerable: false });
		ObjectDefineProperty(this, 'rawId', {
			value: this.arm(true),
			writable: true,
			enumerable: false
		});
	}

	private arm(keepsAlive: boolean): number {
		return armTimer(this._idleTimeout, this._repeat !== null, () => {
			fire(this);
		}, keepsAlive);
	}

	/** Starts counting anew from now. */
	refresh(): this {
		if (this._onTimeout === null) return this;
		disarmTimer(this.rawId);
		this._idleStart = MathFloor(hostNowUs() / 1000);
		this.rawId = this.arm(this.isRef);
		this._destroyed = false;
		return this;
	}

	ref(): this {
		this.isRef = true;
		setTimerRef(this.rawId, true);
		return this;
	}

	unref(): this {
		this.isRef = false;
		setTimerRef(this.rawId, false);
		return this;
	}

	hasRef(): boolean {
		return this.isRef;
	}

	close(): this {
		clearTimeout(this);
		return this;
	}

	/** Private to timers: takes it away for good. */
	destroy(): void {
		disarmTimer(this.rawId);
		this._destroyed = true;
		this._idleTimeout = -1;
		this._onTimeout = null;
	}

	get id(): number {
		return this.rawId;
	}
}
