// Times to live and to expire. Short ones are only in programs with a beat, and end between two beats.
import * as fc from 'fast-check';

/** Short times end 100, 200 or 300 ms after a beat, also when up to three follow each other. */
export const beatMs = 400;
const shortTimes = [500, 900];
const longTime = 60_000;

/** What a program's times can be. */
export interface Times {
	readonly hasBeat: boolean;
	/** Times to live. */
	readonly ttl: fc.Arbitrary<number>;
	/** Times a queue may stay unused. */
	readonly expires: fc.Arbitrary<number>;
}

export const timeless: Times = {
	hasBeat: false,
	ttl: fc.constantFrom(0, longTime, longTime),
	expires: fc.constant(longTime)
};

export const timed: Times = {
	hasBeat: true,
	ttl: fc.constantFrom(...shortTimes, ...shortTimes, 0, longTime),
	expires: fc.constantFrom(...shortTimes, longTime)
};
