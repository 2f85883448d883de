import { expect, test } from 'vitest';
import { scrollTopFor } from '../../../src/ui/sequence/cursor-follower.ts';

test('the diagram stays where it is while the cursor is well in view', () => {
	expect(scrollTopFor(300, 100, 400, false)).toBeNull();
});

test('a cursor that leaves the view is brought back, with room below for what comes next', () => {
	for (const y of [90, 105, 470, 5000]) {
		const top = scrollTopFor(y, 100, 400, false) ?? NaN;
		expect(scrollTopFor(y, top, 400, false)).toBeNull();
		expect(top + 400 - y).toBeGreaterThan(100);
	}
});

test('nothing is scrolled above the beginning', () => {
	expect(scrollTopFor(5, 100, 400, false)).toBe(0);
});

test('where nothing is shown below the cursor, what happened before takes the room', () => {
	const top = scrollTopFor(120, 100, 400, true);
	expect(top).toBe(0);
	expect(scrollTopFor(1000, 990, 400, true)).toBe(760);
	expect(scrollTopFor(1000, 760, 400, true)).toBeNull();
});
