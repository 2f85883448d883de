// The map of names against the language's own, whatever is put in and taken out, and older versions stay as they were.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameMap } from '../../src/kernel/name-map.ts';

const change = (key: fc.Arbitrary<number>) =>
	fc.array(fc.tuple(fc.boolean(), key), { maxLength: 400 });

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
