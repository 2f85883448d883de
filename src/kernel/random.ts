// The run's only source of chance: 32-bit integer arithmetic (sfc32), so every engine draws the same numbers.
// Forked by name, so that a new draw in one place moves nothing elsewhere.
// Source: sfc32 is Chris Doty-Humphrey's generator from PractRand; the string hash is FNV-1a.

/** Four 32-bit words. Plain data, so it can live in an actor's state. */
export type RandomState = readonly [number, number, number, number];

/** A draw-and-advance view over a RandomState; read `state` afterwards to keep it. */
export class Random {
	#a: number;
	#b: number;
	#c: number;
	#d: number;

	constructor(state: RandomState) {
		[this.#a, this.#b, this.#c, this.#d] = state;
	}

	/** A generator from a 32-bit seed. */
	static seeded(seed: number): Random {
		const random = new Random([0, seed >>> 0, 0x9e3779b9 | 0, 1]);
		for (let round = 0; round < 12; round++) random.uint32();
		return random;
	}

	get state(): RandomState {
		return [this.#a, this.#b, this.#c, this.#d];
	}

	/** An integer from 0 to 2^32 - 1. */
	uint32(): number {
		const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
		this.#d = (this.#d + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = (this.#c << 21) | (this.#c >>> 11);
		this.#c = (this.#c + sum) | 0;
		return sum >>> 0;
	}

	/** An integer from 0 to bound - 1; bound is from 1 to 2^32. Multiplication with the high word; no floats kept. */
	below(bound: number): number {
		return Math.floor((this.uint32() * bound) / 4294967296);
	}
}

/** A 32-bit hash of a text (FNV-1a over UTF-16 units). */
export function hashText(text: string, start = 0x811c9dc5): number {
	let hash = start;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

/** The seed of a named consumer, derived from the run's seed. */
export function forkSeed(seed: number, name: string): number {
	return hashText(name, hashText(String(seed)));
}
