import { describe, expect, it } from 'vitest';
import { forkSeed, hashText, Random } from '#kernel';

describe('Random', () => {
	it('draws the same numbers from the same seed', () => {
		const draw = (seed: number) => {
			const random = Random.seeded(seed);
			return Array.from({ length: 5 }, () => random.uint32());
		};
		expect(draw(7)).toEqual(draw(7));
		expect(draw(7)).not.toEqual(draw(8));
	});

	it('goes on from a kept state as if it had never stopped', () => {
		const whole = Random.seeded(1);
		const first = Random.seeded(1);
		whole.uint32();
		first.uint32();
		const resumed = new Random(first.state);
		expect([resumed.uint32(), resumed.uint32()]).toEqual([whole.uint32(), whole.uint32()]);
	});

	it('spreads draws over the whole range below a bound', () => {
		const random = Random.seeded(3);
		const seen = new Set(Array.from({ length: 500 }, () => random.below(10)));
		expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
	});

	it('gives each name its own seed', () => {
		expect(forkSeed(1, 'link:1/c')).not.toBe(forkSeed(1, 'link:1/s'));
		expect(forkSeed(1, 'a')).not.toBe(forkSeed(2, 'a'));
		expect(hashText('')).toBe(0x811c9dc5);
	});
});
