// A map from names to values that never changes, for the many queues a run may have: set and delete copy a few dozen
// slots whatever the size. Two levels of 64 slots by the name's hash, then short lists. Not in order of anything.
import { hashText } from './random.ts';

interface Entry<V> {
	readonly name: string;
	readonly value: V;
}
type Bucket<V> = readonly Entry<V>[];
type Shelf<V> = readonly (Bucket<V> | undefined)[];

export class NameMap<V> {
	readonly #shelves: readonly (Shelf<V> | undefined)[];
	readonly size: number;

	private constructor(shelves: readonly (Shelf<V> | undefined)[], size: number) {
		this.#shelves = shelves;
		this.size = size;
	}

	static empty<V>(): NameMap<V> {
		return new NameMap<V>([], 0);
	}

	get(name: string): V | undefined {
		const hash = hashText(name);
		const bucket = this.#shelves[hash & 63]?.[(hash >>> 6) & 63];
		if (bucket === undefined) return undefined;
		for (const entry of bucket) if (entry.name === name) return entry.value;
		return undefined;
	}

	has(name: string): boolean {
		return this.get(name) !== undefined;
	}

	/** With a value (never undefined) under a name, replacing the one that was there. */
	set(name: string, value: V): NameMap<V> {
		const hash = hashText(name);
		const bucket = this.#shelves[hash & 63]?.[(hash >>> 6) & 63] ?? [];
		const others = bucket.filter((entry) => entry.name !== name);
		return new NameMap(
			this.#with(hash, [...others, { name, value }]),
			this.size + 1 + others.length - bucket.length
		);
	}

	/** Without a name; the same map when it is not there. */
	delete(name: string): NameMap<V> {
		const hash = hashText(name);
		const bucket = this.#shelves[hash & 63]?.[(hash >>> 6) & 63];
		if (bucket === undefined) return this;
		const others = bucket.filter((entry) => entry.name !== name);
		if (others.length === bucket.length) return this;
		return new NameMap(this.#with(hash, others), this.size - 1);
	}

	*names(): IterableIterator<string> {
		for (const entry of this.#entries()) yield entry.name;
	}

	*values(): IterableIterator<V> {
		for (const entry of this.#entries()) yield entry.value;
	}

	*#entries(): IterableIterator<Entry<V>> {
		for (const shelf of this.#shelves) {
			for (const bucket of shelf ?? []) yield* bucket ?? [];
		}
	}

	#with(hash: number, bucket: Bucket<V>): readonly (Shelf<V> | undefined)[] {
		const shelves = Array.from({ length: 64 }, (_, index) => this.#shelves[index]);
		const old = shelves[hash & 63];
		const shelf = Array.from({ length: 64 }, (_, index) => old?.[index]);
		shelf[(hash >>> 6) & 63] = bucket.length > 0 ? bucket : undefined;
		shelves[hash & 63] = shelf;
		return shelves;
	}
}
