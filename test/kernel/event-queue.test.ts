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
