// A first-in first-out list that never changes: push and shift give a new one and share the items.
// The trick: versions share one growing array and each knows its own stretch of it, so both ends cost O(1)
// on the newest version; a push onto an older version copies. Removing from the middle copies.

/** Below this many dead slots at the front an array is not worth copying. */
const compactFrom = 256;

export class PersistentQueue<T> {
	readonly #items: T[];
	readonly #start: number;
	readonly #end: number;

	private constructor(items: T[], start: number, end: number) {
		this.#items = items;
		this.#start = start;
		this.#end = end;
	}

	static empty<T>(): PersistentQueue<T> {
		return new PersistentQueue<T>([], 0, 0);
	}

	static from<T>(items: readonly T[]): PersistentQueue<T> {
		return new PersistentQueue([...items], 0, items.length);
	}

	get length(): number {
		return this.#end - this.#start;
	}

	/** The oldest item. */
	first(): T | undefined {
		return this.at(0);
	}

	/** The newest item. */
	last(): T | undefined {
		return this.at(this.length - 1);
	}

	/** The item at a position from the front; undefined outside. */
	at(index: number): T | undefined {
		if (index < 0 || index >= this.length) return undefined;
		return this.#items[this.#start + index];
	}

	push(item: T): PersistentQueue<T> {
		if (this.#items.length === this.#end && this.#start < compactFrom + this.length) {
			this.#items.push(item);
			return new PersistentQueue(this.#items, this.#start, this.#end + 1);
		}
		const copy = this.#items.slice(this.#start, this.#end);
		copy.push(item);
		return new PersistentQueue(copy, 0, copy.length);
	}

	/** Without the oldest item (an empty queue stays empty). */
	shift(): PersistentQueue<T> {
		if (this.length === 0) return this;
		return new PersistentQueue(this.#items, this.#start + 1, this.#end);
	}

	/** Without the first item the predicate holds for; the same queue when there is none. */
	removeFirst(predicate: (item: T) => boolean): PersistentQueue<T> {
		for (let index = this.#start; index < this.#end; index++) {
			if (!predicate(this.#items[index] as T)) continue;
			if (index === this.#start) return this.shift();
			const copy = this.#items.slice(this.#start, this.#end);
			copy.splice(index - this.#start, 1);
			return new PersistentQueue(copy, 0, copy.length);
		}
		return this;
	}

	/** With items put in before a position (0 = at the front). */
	insert(index: number, ...items: T[]): PersistentQueue<T> {
		const copy = this.#items.slice(this.#start, this.#end);
		copy.splice(index, 0, ...items);
		return new PersistentQueue(copy, 0, copy.length);
	}

	toArray(): T[] {
		return this.#items.slice(this.#start, this.#end);
	}

	*[Symbol.iterator](): IterableIterator<T> {
		for (let index = this.#start; index < this.#end; index++) yield this.#items[index] as T;
	}
}
