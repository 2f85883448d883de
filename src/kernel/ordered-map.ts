// A map from whole numbers to values that never changes: set and delete give a new one. Kept in ascending order of keys.
// Made for delivery tags and positions in a queue: keys mostly grow, and leave mostly from the front.
// A run of entries is copied on change, and the list of runs; the rest is shared. Copies are made as long as they have to
// be (`toSpliced`, `with`): a list grown by an insertion gets half as much again for later ones that never come.

interface Run<V> {
	readonly keys: readonly number[];
	readonly values: readonly V[];
}

/** Entries a run may have: as many as there are runs, so that both copies of a change grow with the root of the size alone. */
function runLengthMax(runs: readonly unknown[]): number {
	return Math.max(16, runs.length);
}

export class OrderedMap<V> {
	readonly #runs: readonly Run<V>[];
	readonly size: number;

	private constructor(runs: readonly Run<V>[], size: number) {
		this.#runs = runs;
		this.size = size;
	}

	static empty<V>(): OrderedMap<V> {
		return new OrderedMap<V>([], 0);
	}

	get(key: number): V | undefined {
		const run = this.#runs[this.#runOf(key)];
		if (run === undefined) return undefined;
		const at = placeOf(run.keys, key);
		return run.keys[at] === key ? run.values[at] : undefined;
	}

	/** With a value under a key, replacing the one that was there. */
	set(key: number, value: V): OrderedMap<V> {
		const index = this.#runOf(key);
		const run = this.#runs[index];
		if (run === undefined) {
			return new OrderedMap([{ keys: [key], values: [value] }], 1);
		}
		const at = placeOf(run.keys, key);
		if (run.keys[at] === key) {
			const changed = { keys: run.keys, values: run.values.with(at, value) };
			return new OrderedMap(this.#runs.with(index, changed), this.size);
		}
		if (at === run.keys.length && at >= runLengthMax(this.#runs)) {
			const added = { keys: [key], values: [value] };
			return new OrderedMap(this.#runs.toSpliced(index + 1, 0, added), this.size + 1);
		}
		const keys = run.keys.toSpliced(at, 0, key);
		const values = run.values.toSpliced(at, 0, value);
		return new OrderedMap(splitRun(this.#runs, index, { keys, values }), this.size + 1);
	}

	/** Without a key; the same map when it is not there. */
	delete(key: number): OrderedMap<V> {
		const index = this.#runOf(key);
		const run = this.#runs[index];
		if (run === undefined) return this;
		const at = placeOf(run.keys, key);
		if (run.keys[at] !== key) return this;
		if (run.keys.length === 1) {
			return new OrderedMap(this.#runs.toSpliced(index, 1), this.size - 1);
		}
		const rest = { keys: run.keys.toSpliced(at, 1), values: run.values.toSpliced(at, 1) };
		return new OrderedMap(this.#runs.with(index, rest), this.size - 1);
	}

	*entries(): IterableIterator<[number, V]> {
		for (const run of this.#runs) {
			for (let at = 0; at < run.keys.length; at++) {
				yield [run.keys[at] as number, run.values[at] as V];
			}
		}
	}

	*values(): IterableIterator<V> {
		for (const run of this.#runs) yield* run.values;
	}

	/** The run a key is in or belongs into: the last one that does not begin after it. */
	#runOf(key: number): number {
		let low = 0;
		let high = this.#runs.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (((this.#runs[middle] as Run<V>).keys[0] as number) <= key) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}

/** Where a key is in an ascending list, or would have to be put in. */
function placeOf(keys: readonly number[], key: number): number {
	let low = 0;
	let high = keys.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((keys[middle] as number) < key) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Puts a run in its place, in two halves when it has grown too long. */
function splitRun<V>(runs: readonly Run<V>[], index: number, run: Run<V>): readonly Run<V>[] {
	if (run.keys.length <= runLengthMax(runs)) return runs.with(index, run);
	const half = run.keys.length >> 1;
	return runs.toSpliced(
		index,
		1,
		{ keys: run.keys.slice(0, half), values: run.values.slice(0, half) },
		{ keys: run.keys.slice(half), values: run.values.slice(half) }
	);
}
