// The ordered map against the language's own, whatever is put in and taken out, and older versions stay as they were.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { OrderedMap } from '../../src/kernel/ordered-map.ts';

/** What is done to one key: a value is put under it, or it is taken out. */
const change = fc.record({
	key: fc.integer({ min: 0, max: 400 }),
	value: fc.option(fc.integer())
});

test('holds what was put in and not taken out, by ascending keys', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 700 }),
			fc.array(change, { maxLength: 300 }),
			(ascending, changes) => {
				const plain = new Map<number, number>();
				let map = OrderedMap.empty<number>();
				const put = (key: number, value: number | null) => {
					const [before, size] = [[...map.entries()], map.size];
					const after = value === null ? map.delete(key) : map.set(key, value);
					if (key % 50 === 0) expect([[...map.entries()], map.size]).toEqual([before, size]);
					map = after;
					if (value === null) plain.delete(key);
					else plain.set(key, value);
				};
				for (let key = 0; key < ascending; key++) put(key, -key);
				for (const { key, value } of changes) put(key, value);
				const sorted = [...plain].toSorted(([a], [b]) => a - b);
				expect([...map.entries()]).toEqual(sorted);
				expect([...map.values()]).toEqual(sorted.map(([, value]) => value));
				expect(map.size).toBe(plain.size);
				for (const { key } of changes) expect(map.get(key)).toBe(plain.get(key));
			}
		)
	);
});

test('keeps thousands of growing keys that leave from the front', () => {
	let map = OrderedMap.empty<number>();
	for (let key = 1; key <= 5000; key++) {
		map = map.set(key, key);
		if (key > 300) map = map.delete(key - 300);
	}
	expect([...map.values()]).toEqual(Array.from({ length: 300 }, (_, index) => 4701 + index));
});
