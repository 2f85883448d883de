import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../src/kernel/event-queue.ts';

describe('EventQueue', () => {
	it('gives items back by time, and at equal times in the order they were added', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(20)), (times) => {
				const queue = new EventQueue<number>();
				times.forEach((at, index) => queue.add(at, index));
				const taken: { at: number; item: number }[] = [];
				for (let entry = queue.take(); entry !== undefined; entry = queue.take()) taken.push(entry);
				const expected = times
					.map((at, index) => ({ at, index }))
					.sort((a, b) => a.at - b.at || a.index - b.index)
					.map(({ index }) => index);
				expect(taken.map(({ item }) => item)).toEqual(expected);
			})
		);
	});

	it('keeps entries of a series that fall on one time together, each series in its order', () => {
		const entry = fc.record({ at: fc.nat(3), series: fc.constantFrom('', 'a', 'b') });
		fc.assert(
			fc.property(fc.array(entry), fc.nat(5), (entries, takenFirst) => {
				const queue = new EventQueue<number>();
				const taken: { at: number; item: number; series: string }[] = [];
				const takeSome = (count: number) => {
					for (let left = count; left > 0; left--) {
						const next = queue.take();
						if (next === undefined) return;
						taken.push(next);
					}
				};
				entries.forEach(({ at, series }, index) => queue.add(at + 10, index, series));
				takeSome(takenFirst);
				const now = taken.at(-1)?.at ?? 10;
				entries.forEach(({ at, series }, index) => queue.add(now + at, 1000 + index, series));
				takeSome(Infinity);
				expect(taken).toHaveLength(2 * entries.length);
				const times = taken.map(({ at }) => at);
				expect(times).toEqual(times.toSorted((a, b) => a - b));
				for (const name of ['', 'a', 'b']) {
					const orders = taken
						.filter(({ series }) => series === name)
						.map(({ at, item }) => at * 2000 + item);
					expect(orders).toEqual(orders.toSorted((a, b) => a - b));
				}
			})
		);
	});

	it('takes the second message of a socket before the first of another that arrives at the same time', () => {
		const queue = new EventQueue<string>();
		queue.add(5, 'a1', 'a');
		queue.add(5, 'b1', 'b');
		queue.add(7, 'late');
		queue.add(5, 'a2', 'a');
		queue.add(6, 'a3', 'a');
		queue.add(5, 'b2', 'b');
		const cancelled = queue.add(5, 'b3', 'b');
		queue.add(5, 'b4', 'b');
		cancelled.cancelled = true;
		const taken: string[] = [];
		for (let entry = queue.take(); entry !== undefined; entry = queue.take())
			taken.push(entry.item);
		expect(taken).toEqual(['a1', 'a2', 'b1', 'b2', 'b4', 'a3', 'late']);
	});

	it('skips what was cancelled, at the top and below', () => {
		const queue = new EventQueue<string>();
		const first = queue.add(1, 'first');
		queue.add(2, 'second');
		const third = queue.add(3, 'third');
		first.cancelled = true;
		third.cancelled = true;
		expect(queue.peek()?.item).toBe('second');
		expect(queue.take()?.item).toBe('second');
		expect(queue.take()).toBeUndefined();
	});
});
