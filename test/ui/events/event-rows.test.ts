import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	between,
	hitFrom,
	hitPlace,
	rowAtCursor,
	rowsByKey,
	textParts
} from '../../../src/ui/events/event-rows.ts';
import { elementsNeeded, rowWindow, scrollToShow } from '../../../src/ui/events/row-window.ts';

test('the current row is the last one that has happened', () => {
	expect(rowAtCursor([2, 5, 9], 0)).toBe(-1);
	expect(rowAtCursor([2, 5, 9], 3)).toBe(0);
	expect(rowAtCursor([2, 5, 9], 9)).toBe(1);
	expect(rowAtCursor([2, 5, 9], 10)).toBe(2);
});

test('of a long table only the rows in view are drawn, and the rest is room', () => {
	const window = rowWindow(28_000, 280, 28, 100_000);
	expect(window.first).toBe(994);
	expect(window.end).toBe(1016);
	expect(window.abovePx + window.belowPx + (window.end - window.first) * 28).toBe(2_800_000);
	expect(rowWindow(0, 280, 28, 3)).toEqual({ first: 0, end: 3, abovePx: 0, belowPx: 0 });
	expect(rowWindow(5000, 280, 28, 0)).toEqual({ first: 0, end: 0, abovePx: 0, belowPx: 0 });
});

test('a row out of view is scrolled to, one in view is left where it is', () => {
	expect(scrollToShow(10, 0, 200, 20, 20)).toBe(60);
	expect(scrollToShow(5, 60, 200, 20, 20)).toBe(60);
	expect(scrollToShow(1, 60, 200, 20, 20)).toBe(0);
});

test('the next hit is the one behind the cursor, and after the last comes the first', () => {
	expect(hitFrom([2, 5, 9], 3, 1)).toBe(5);
	expect(hitFrom([2, 5, 9], 10, 1)).toBe(2);
	expect(hitFrom([2, 5, 9], 6, -1)).toBe(2);
	expect(hitFrom([2, 5, 9], 8, -1)).toBe(5);
	expect(hitFrom([2, 5, 9], 0, -1)).toBe(9);
	expect(hitFrom([], 3, 1)).toBeUndefined();
});

test('a text is cut where it holds what was looked for, whatever the case', () => {
	expect(textParts('Queue of a queue', ' queue ')).toEqual([
		{ part: 'Queue', isHit: true },
		{ part: ' of a ', isHit: false },
		{ part: 'queue', isHit: true }
	]);
	expect(textParts('abc', '')).toEqual([{ part: 'abc', isHit: false }]);
});

test('the place among the hits is told on a hit alone', () => {
	expect(hitPlace([2, 5, 9], 6)).toBe(2);
	expect(hitPlace([2, 5, 9], 7)).toBe(0);
	expect(hitPlace([], 0)).toBe(0);
});

test('values between two others are found, both included', () => {
	expect(between([2, 5, 9, 12], 5, 11)).toEqual([5, 9]);
	expect(between([2, 5], 6, 8)).toEqual([]);
});

test('a page is a row less than what is in view', () => {
	expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'].map((key) => rowsByKey(key, 10))).toEqual([
		1, -1, 9, -9
	]);
	expect(rowsByKey('PageDown', 1)).toBe(1);
	expect(rowsByKey('Home', 10)).toBeUndefined();
});

test('wherever the table is scrolled to, there are elements for all rows drawn', () => {
	fc.assert(
		fc.property(
			fc.double({ min: 0, max: 1e6, noNaN: true }),
			fc.integer({ min: 1, max: 2000 }),
			fc.constantFrom(28, 46),
			(scrollTop, heightPx, rowPx) => {
				const { first, end } = rowWindow(scrollTop, heightPx, rowPx, 1e6);
				expect(end - first).toBeLessThanOrEqual(elementsNeeded(heightPx, rowPx));
			}
		)
	);
});
