// Virtual time: an integer number of microseconds since a run began. Nothing here knows a real clock.

/** Virtual time or a span of it, in whole microseconds. */
export type Micros = number;

/** One millisecond in microseconds. */
export const MS: Micros = 1000;

/** One second in microseconds. */
export const SECOND: Micros = 1_000_000;

/** Whole microseconds for a span given in milliseconds (fractions are rounded to the nearest microsecond). */
export function microsFromMs(ms: number): Micros {
	return Math.round(ms * MS);
}

/** Milliseconds (with fraction) for a span in microseconds. */
export function msFromMicros(us: Micros): number {
	return us / MS;
}
