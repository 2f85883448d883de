import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stopAfter, stopBefore } from '../../../src/ui/timeline/stops.ts';

const length = 60;
const events = fc
	.uniqueArray(fc.integer({ min: 0, max: length - 1 }))
	.map((seqs) => seqs.sort((a, b) => a - b));
const cursor = fc.integer({ min: 0, max: length });

test('steps forward stop behind every event, in order, and then at the end', () => {
	fc.assert(
		fc.property(events, (seqs) => {
			const stops: number[] = [];
			for (let at = 0; at < length; at = stopAfter(seqs, at, length)) stops.push(at);
			expect(stops.slice(1)).toEqual(seqs.map((seq) => seq + 1).filter((stop) => stop < length));
		})
	);
});

test('a step back from a stop undoes the step that led there from the stop before', () => {
	fc.assert(
		fc.property(events, (seqs) => {
			for (const seq of seqs) {
				const next = stopAfter(seqs, seq + 1, length);
				if (next > seq + 1 && seqs.includes(next - 1)) expect(stopBefore(seqs, next)).toBe(seq + 1);
			}
		})
	);
});

test('a step always moves on unless the cursor is at that end of the run, and never leaves the run', () => {
	fc.assert(
		fc.property(events, cursor, (seqs, at) => {
			const next = stopAfter(seqs, at, length);
			const previous = stopBefore(seqs, at);
			if (at < length) expect(next).toBeGreaterThan(at);
			else expect(next).toBe(length);
			if (at > 0) expect(previous).toBeLessThan(at);
			else expect(previous).toBe(0);
		})
	);
});
