// Property: whatever is done to a PersistentQueue, it holds what a plain array would, and older versions never change.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentQueue } from '#kernel';

type Action =
	| { readonly do: 'push'; readonly value: number; readonly on: number }
	| { readonly do: 'shift'; readonly on: number }
	| { readonly do: 'remove'; readonly value: number; readonly on: number }
	| { readonly do: 'insert'; readonly index: number; readonly value: number; readonly on: number };

const action: fc.Arbitrary<Action> = fc.oneof(
	fc.record({ do: fc.constant('push' as const), value: fc.nat(9), on: fc.nat() }),
	fc.record({ do: fc.constant('shift' as const), on: fc.nat() }),
	fc.record({ do: fc.constant('remove' as const), value: fc.nat(9), on: fc.nat() }),
	fc.record({
		do: fc.constant('insert' as const),
		index: fc.nat(5),
		value: fc.nat(9),
		on: fc.nat()
	})
);

interface Version {
	readonly queue: PersistentQueue<number>;
	readonly model: readonly number[];
}

function apply({ queue, model }: Version, act: Action): Version {
	switch (act.do) {
		case 'push':
			return { queue: queue.push(act.value), model: [...model, act.value] };
		case 'shift':
			return { queue: queue.shift(), model: model.slice(1) };
		case 'remove': {
			const index = model.indexOf(act.value);
			return {
				queue: queue.removeFirst((item) => item === act.value),
				model: index < 0 ? model : model.toSpliced(index, 1)
			};
		}
		case 'insert': {
			const index = Math.min(act.index, model.length);
			return {
				queue: queue.insert(index, act.value),
				model: model.toSpliced(index, 0, act.value)
			};
		}
	}
}

describe('PersistentQueue', () => {
	it('agrees with an array in every version, also when old versions are changed again', () => {
		fc.assert(
			fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
				const versions: Version[] = [{ queue: PersistentQueue.empty(), model: [] }];
				for (const act of actions) {
					const base = versions[act.on % versions.length] as Version;
					versions.push(apply(base, act));
				}
				for (const { queue, model } of versions) {
					expect(queue.toArray()).toEqual(model);
					expect([...queue]).toEqual(model);
					expect(queue.length).toBe(model.length);
					expect(queue.first()).toBe(model[0]);
					expect(queue.last()).toBe(model[model.length - 1]);
				}
			})
		);
	});

	it('lets go of items that were shifted out long ago', () => {
		let queue = PersistentQueue.from([0]);
		for (let value = 1; value < 5000; value++) queue = queue.push(value).shift();
		expect(queue.toArray()).toEqual([4999]);
	});
});
