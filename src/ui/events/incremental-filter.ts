// The values of a list that pass a question, found a little at a time: what filtering the list at once would give, in its order.
// Pure; who has how much time is the caller's matter.

/** Values looked at between two questions for the time. */
const stride = 64;

export class IncrementalFilter {
	readonly #passes: (value: number) => boolean;
	readonly #found: number[] = [];
	#read = 0;

	constructor(passes: (value: number) => boolean) {
		this.#passes = passes;
	}

	/** What has passed so far. Not to be kept: it grows in place. */
	get found(): readonly number[] {
		return this.#found;
	}

	/** How many values have been looked at. */
	get read(): number {
		return this.#read;
	}

	/**
	 * Looks at the values up to (without) a place, some at least, until the time is up.
	 *
	 * @returns true when all of them have been looked at
	 */
	readOn(length: number, valueAt: (place: number) => number, isTimeUp: () => boolean): boolean {
		while (this.#read < length) {
			const end = Math.min(this.#read + stride, length);
			for (; this.#read < end; this.#read++) {
				const value = valueAt(this.#read);
				if (this.#passes(value)) this.#found.push(value);
			}
			if (isTimeUp()) break;
		}
		return this.#read >= length;
	}
}
