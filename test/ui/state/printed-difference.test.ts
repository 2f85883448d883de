import { expect, test } from 'vitest';
import { printedDifferently } from '../../../src/ui/state/printed-difference.ts';
import { eventList } from '../../support/event-list.ts';

function prints(...said: readonly [process: string, text: string, stream?: 'stdout' | 'log'][]) {
	return eventList(
		...said.map(([process, text, stream = 'stdout']) => ({
			kind: 'process.output' as const,
			actor: `process:${process}` as const,
			data: { stream, text }
		}))
	);
}

test('names who prints something else, in whatever order they take turns', () => {
	const before = prints(['a', 'one'], ['b', 'two'], ['a', 'three']);
	expect(printedDifferently(before, prints(['b', 'two'], ['a', 'one'], ['a', 'three']))).toEqual(
		[]
	);
	expect(printedDifferently(before, prints(['a', 'one'], ['b', 'TWO'], ['a', 'three']))).toEqual([
		'b'
	]);
	expect(printedDifferently(before, prints(['a', 'one'], ['c', 'new'], ['b', 'two']))).toEqual([
		'a',
		'c'
	]);
});

test("the framework's log does not count", () => {
	expect(printedDifferently(prints(['a', 'x', 'log']), prints(['a', 'y', 'log']))).toEqual([]);
});
