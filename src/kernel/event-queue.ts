// What is due when: a binary heap ordered by (virtual time, order of scheduling), never by time alone.
import type { Micros } from './time.ts';

/** An entry of the queue. `cancelled` entries are skipped when they come up. */
export interface Scheduled<T> {
	readonly at: Micros;
	readonly order: number;
	readonly item: T;
	cancelled: boolean;
}

export class EventQueue<T> {
	readonly #heap: Scheduled<T>[] = [];
	#order = 0;

	/** Adds an item; the returned entry can be cancelled. */
	add(at: Micros, item: T): Scheduled<T> {
		const entry: Scheduled<T> = { at, order: this.#order++, item, cancelled: false };
		this.#siftUp(entry);
		return entry;
	}

	/** The earliest entry that still stands, without taking it. */
	peek(): Scheduled<T> | undefined {
		for (;;) {
			const top = this.#heap[0];
			if (top === undefined || !top.cancelled) return top;
			this.#takeTop();
		}
	}

	/** Takes the earliest entry that still stands. */
	take(): Scheduled<T> | undefined {
		const top = this.peek();
		if (top !== undefined) this.#takeTop();
		return top;
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
