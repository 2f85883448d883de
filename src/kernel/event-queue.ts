// What is due when: a binary heap ordered by (virtual time, order of scheduling), never by time alone. Entries of one series
// that fall on the same time stay together, as what arrives on one socket at one moment is read at one go.
import type { Micros } from './time.ts';

/** An entry of the queue. `cancelled` entries are skipped when they come up. */
export interface Scheduled<T> {
	readonly at: Micros;
	readonly order: number;
	readonly item: T;
	/** Of which series it is; '' for none. */
	readonly series: string;
	/** The next one of its series, at the same time. */
	follower: Scheduled<T> | undefined;
	cancelled: boolean;
}

export class EventQueue<T> {
	readonly #heap: Scheduled<T>[] = [];
	/** Of each series the entry that was scheduled last, while it waits. */
	readonly #lastOf = new Map<string, Scheduled<T>>();
	/** Comes before everything in the heap: it follows the entry taken last. */
	#following: Scheduled<T> | undefined;
	#order = 0;

	/**
	 * Adds an item; the returned entry can be cancelled. With a series it comes right behind the one of the same series that
	 * was added last, if that is due at the same time.
	 */
	add(at: Micros, item: T, series = ''): Scheduled<T> {
		const order = this.#order++;
		const entry: Scheduled<T> = { at, order, item, series, follower: undefined, cancelled: false };
		if (series === '') {
			this.#siftUp(entry);
			return entry;
		}
		const last = this.#lastOf.get(series);
		this.#lastOf.set(series, entry);
		if (last?.at === at) last.follower = entry;
		else this.#siftUp(entry);
		return entry;
	}

	/** The earliest entry that still stands, without taking it. */
	peek(): Scheduled<T> | undefined {
		for (;;) {
			const first = this.#following ?? this.#heap[0];
			if (first === undefined || !first.cancelled) return first;
			this.#remove(first);
		}
	}

	/** Takes the earliest entry that still stands. */
	take(): Scheduled<T> | undefined {
		const first = this.peek();
		if (first !== undefined) this.#remove(first);
		return first;
	}

	/** Takes off the first entry, which may be a cancelled one. */
	#remove(first: Scheduled<T>): void {
		if (first !== this.#following) this.#takeTop();
		this.#following = first.follower;
		if (first.series !== '' && this.#lastOf.get(first.series) === first)
			this.#lastOf.delete(first.series);
	}

	#siftUp(entry: Scheduled<T>): void {
		const heap = this.#heap;
		let index = heap.length;
		heap.push(entry);
		while (index > 0) {
			const parent = (index - 1) >> 1;
			const above = heap[parent] as Scheduled<T>;
			if (!before(entry, above)) break;
			heap[index] = above;
			index = parent;
		}
		heap[index] = entry;
	}

	#takeTop(): void {
		const heap = this.#heap;
		const last = heap.pop();
		if (last === undefined || heap.length === 0) return;
		let index = 0;
		for (;;) {
			let child = 2 * index + 1;
			if (child >= heap.length) break;
			const right = child + 1;
			if (right < heap.length && before(heap[right] as Scheduled<T>, heap[child] as Scheduled<T>)) {
				child = right;
			}
			const below = heap[child] as Scheduled<T>;
			if (!before(below, last)) break;
			heap[index] = below;
			index = child;
		}
		heap[index] = last;
	}
}

function before<T>(a: Scheduled<T>, b: Scheduled<T>): boolean {
	return a.at < b.at || (a.at === b.at && a.order < b.order);
}
