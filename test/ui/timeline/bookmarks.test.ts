import { expect, test } from 'vitest';
import { cursorOfBookmark, readList } from '../../../src/ui/timeline/bookmarks.svelte.ts';
import { traceOf } from '../trace-builder.ts';

const run = traceOf(['zero', 0], ['send', 0], ['deliver', 10_000], ['note', 12_000]);

test('a bookmark stands behind its event while that happens at its time', () => {
	expect(cursorOfBookmark({ event: 2, us: 0, name: '' }, run, 4)).toBe(2);
	expect(cursorOfBookmark({ event: 0, us: 0, name: '' }, run, 4)).toBe(0);
});

test('a bookmark of a run that went another way stands at its virtual time', () => {
	expect(cursorOfBookmark({ event: 2, us: 11_000, name: '' }, run, 4)).toBe(3);
});

test('a bookmark the run has yet to reach keeps its event', () => {
	expect(cursorOfBookmark({ event: 40, us: 90_000, name: '' }, run, 4)).toBe(40);
});

test('what is kept is read again, and what is no bookmark is left out', () => {
	const kept = [{ event: 3, us: 10_000, name: 'the reply' }];
	expect(readList(JSON.stringify(kept))).toEqual(kept);
	expect(readList(JSON.stringify([...kept, null, 7, { event: 'x' }, { event: 1 }]))).toEqual(kept);
	for (const broken of [null, '', '{', '{}', '"x"']) expect(readList(broken)).toEqual([]);
});
