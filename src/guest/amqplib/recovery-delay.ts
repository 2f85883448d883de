// How long to wait before a lost connection is tried again, and how often: the options of `recovery` with their defaults.
// Source: amqplib README ("Opt-in recovery") and index.d.ts (RecoveryOptions); CHANGELOG 2.2.0 (the cap on jitter).

import { hostRandomBytes } from '../runtime/host.ts';
import { MathFloor, MathMax, MathMin } from '../runtime/primordials.ts';

/** The options as the program gave them. */
export interface RecoverySettings {
	readonly initialDelay: number;
	readonly maxDelay: number;
	readonly factor: number;
	readonly jitter: number;
	readonly maxRetries: number;
	readonly initialMaxRetries: number;
	readonly waitForConnect: boolean;
	readonly calculateDelay: ((attempt: number) => number) | undefined;
	/** Called with the model and, if it takes a second argument, a callback; else a promise may be given back. */
	readonly setup: ((model: unknown, done: (error?: unknown) => void) => unknown) | undefined;
}

/** Reads the `recovery` option; `true` means all defaults. */
export function recoverySettings(given: unknown): RecoverySettings {
	const o = (typeof given === 'object' && given !== null ? given : {}) as Readonly<
		Record<string, unknown>
	>;
	const initialDelay = MathMax(0, finite(o['initialDelay'], 100));
	const maxRetries = retries(o['maxRetries'], Infinity);
	return {
		initialDelay,
		maxDelay: MathMax(initialDelay, finite(o['maxDelay'], 30_000)),
		factor: MathMax(1, finite(o['factor'], 2)),
		jitter: MathMin(1, MathMax(0, finite(o['jitter'], 0.2))),
		maxRetries,
		initialMaxRetries: retries(o['initialMaxRetries'], maxRetries),
		waitForConnect: o['waitForConnect'] !== false,
		calculateDelay: isFunction(o['calculateDelay'])
			? (o['calculateDelay'] as RecoverySettings['calculateDelay'])
			: undefined,
		setup: isFunction(o['setup']) ? (o['setup'] as RecoverySettings['setup']) : undefined
	};
}

function finite(value: unknown, otherwise: number): number {
	return typeof value === 'number' && value - value === 0 ? value : otherwise;
}

function isFunction(value: unknown): boolean {
	return typeof value === 'function';
}

function retries(value: unknown, otherwise: number): number {
	return typeof value === 'number' && value >= 0 ? MathFloor(value) : otherwise;
}

/** Milliseconds before the attempt with this number (from 1). Throws when the program's own strategy gives no usable number. */
export function delayBefore(attempt: number, settings: RecoverySettings): number {
	if (settings.calculateDelay !== undefined) {
		const custom: unknown = settings.calculateDelay(attempt);
		if (typeof custom === 'number' && custom >= 0 && custom < Infinity) return custom;
		throw new Error(
			`calculateDelay must return a finite, non-negative number of milliseconds (got ${String(custom)})`
		);
	}
	// The base stays low enough that the whole range of the jitter fits below the maximum.
	const cap = settings.maxDelay / (1 + settings.jitter);
	let base = settings.initialDelay;
	for (let step = 1; step < attempt && base < cap; step++) base *= settings.factor;
	base = MathMin(base, cap);
	return MathFloor(base * (1 + settings.jitter * (2 * chance() - 1)));
}

/** From 0 to below 1, of the process' own generator. */
function chance(): number {
	const bytes = hostRandomBytes(2);
	return ((bytes[0] as number) * 256 + (bytes[1] as number)) / 65536;
}
