import fc from 'fast-check';
import { expect, test } from 'vitest';
import { densityOf, foldsOf, marksOf, nearestStop } from '../../../src/ui/timeline/sketch-shape.ts';

const evenly = (length: number) => (cursor: number) => cursor / length;

test('the fullest slice of the density is 1, an empty one 0, and only the events drawn count', () => {
	const seqs = [0, 1, 2, 3, 500, 501, 990];
	const density = densityOf(seqs, 900, evenly(1000));
	expect(Math.max(...density)).toBe(1);
	expect(density.filter((part) => part > 0)).toHaveLength(2);
	expect(densityOf([], 0, () => 0).every((part) => part === 0)).toBe(true);
});

test('however many events stand out, there are only as many marks as can be told apart', () => {
	const seqs = Array.from({ length: 100_000 }, (_, seq) => seq);
	const marks = marksOf((kind) => (kind === 'lost' ? seqs : []), 100_000, evenly(100_000));
	expect(marks.length).toBeGreaterThan(100);
	expect(marks.length).toBeLessThanOrEqual(251);
	expect(marks[0]).toEqual({ seq: 0, at: 1e-5, kind: 'lost' });
});

test('the nearest stop is found within the tolerance only', () => {
	const partOf = evenly(100);
	expect(nearestStop([10, 20, 30], 0.21, 0.02, partOf)).toBe(20);
	expect(nearestStop([10, 20, 30], 0.25, 0.02, partOf)).toBeUndefined();
});

test('labels of folds never overlap, and the longest fold always has one', () => {
	const gaps = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1 }).chain((seqs) =>
		fc
			.array(fc.integer({ min: 1, max: 60_000_000 }), {
				minLength: seqs.length,
				maxLength: seqs.length
			})
			.map((spans) => seqs.map((seq, index) => ({ seq, fromUs: 0, toUs: spans[index] ?? 1 })))
	);
	fc.assert(
		fc.property(gaps, (list) => {
			const folds = foldsOf(
				list,
				(cursor) => cursor * 6,
				() => 30,
				600
			);
			const labelled = folds.filter((fold) => fold.isLabelled).map((fold) => fold.labelX);
			for (const x of labelled) expect(Math.min(x, 600 - x)).toBeGreaterThanOrEqual(15);
			labelled.sort((a, b) => a - b);
			for (const [index, x] of labelled.entries())
				if (index > 0) expect(x - (labelled[index - 1] ?? 0)).toBeGreaterThanOrEqual(38);
			expect(folds[0]?.isLabelled).toBe(true);
			expect(folds[0]?.us).toBe(Math.max(...list.map((gap) => gap.toUs)));
		})
	);
});
