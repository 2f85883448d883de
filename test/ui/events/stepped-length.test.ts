import { expect, test } from 'vitest';
import { steppedLength } from '../../../src/ui/events/stepped-length.ts';

test('a finished run and a short one are followed to the last event', () => {
	expect(steppedLength(123_456, false)).toBe(123_456);
	expect(steppedLength(1999, true)).toBe(1999);
});

test('a long run under way changes its length only a few dozen times', () => {
	const seen = new Set<number>();
	for (let length = 2000; length < 2_000_000; length += 500) {
		const stepped = steppedLength(length, true);
		expect(stepped).toBeLessThanOrEqual(length);
		expect(stepped).toBeGreaterThan(length * 0.79);
		seen.add(stepped);
	}
	expect(seen.size).toBeLessThan(40);
});
