import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameMap } from '../../src/broker/name-map.ts';
import { OrderedMap } from '../../src/broker/ordered-map.ts';

const change = (key: fc.Arbitrary<number>) =>
	fc.array(fc.tuple(fc.boolean(), key), { maxLength: 400 });

test('an ordered map holds what an ordinary map holds, in ascending order, and never changes', () => {
	fc.assert(
		fc.property(change(fc.integer({ min: 1, max: 300 })), (changes) => {
			let map = OrderedMap.empty<string>();
			const model = new Map<number, string>();
			for (const [sets, key] of changes) {
				const before = map;
				const entries = [...before.entries()];
				if (sets) {
					map = map.set(key, `value ${String(map.size)}`);
					model.set(key, `value ${String(before.size)}`);
				} else {
					map = map.delete(key);
					model.delete(key);
				}
				expect([...before.entries()]).toEqual(entries);
				expect(map.get(key)).toBe(model.get(key));
			}
			expect(map.size).toBe(model.size);
			expect([...map.entries()]).toEqual([...model].sort(([a], [b]) => a - b));
			expect([...map.values()]).toEqual([...map.entries()].map(([, value]) => value));
		}),
		{ numRuns: 60 }
	);
});

test('an ordered map keeps thousands of growing keys that leave from the front', () => {
	let map = OrderedMap.empty<number>();
	for (let key = 1; key <= 5000; key++) {
		map = map.set(key, key);
		if (key > 300) map = map.delete(key - 300);
	}
	expect([...map.values()]).toEqual(Array.from({ length: 300 }, (_, index) => 4701 + index));
});

test('a name map holds what an ordinary map holds and never changes', () => {
	fc.assert(
		fc.property(change(fc.integer({ min: 1, max: 40 })), (changes) => {
			let map = NameMap.empty<number>();
			const model = new Map<string, number>();
			for (const [index, [sets, key]] of changes.entries()) {
				const name = `amq.gen-${String(key)}`;
				const before = map;
				const was = before.get(name);
				map = sets ? map.set(name, index) : map.delete(name);
				if (sets) model.set(name, index);
				else model.delete(name);
				expect(before.get(name)).toBe(was);
				expect(map.has(name)).toBe(model.has(name));
			}
			expect(map.size).toBe(model.size);
			expect([...map.names()].sort()).toEqual([...model.keys()].sort());
			expect([...map.values()].sort()).toEqual([...model.values()].sort());
		}),
		{ numRuns: 60 }
	);
});
