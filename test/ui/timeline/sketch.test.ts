// The timeline's drawing of a run: nothing in it tells what comes next while a question about that is open.
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import type { PageState } from '../../../src/ui/state/index.ts';
import { Playback } from '../../../src/ui/state/playback.svelte.ts';
import type { Bookmarks } from '../../../src/ui/timeline/bookmarks.svelte.ts';
import { Sketch } from '../../../src/ui/timeline/sketch.svelte.ts';
import { traceOf } from '../trace-builder.ts';

const trace = traceOf(
	['zero', 0],
	['send', 0],
	['drop', 0],
	['send', 10_000],
	['drop', 20_000],
	['send', 30_000]
);

/** The drawing with the cursor behind the second request, whose loss comes next. */
function sketched(isAsked: boolean): { readonly playback: Playback; readonly sketch: Sketch } {
	const playback = new Playback();
	playback.askedAt = () => (isAsked ? 4 : null);
	playback.load(trace, 30_000, true);
	playback.complete();
	playback.seek(4);
	flushSync();
	const page = { playback, workspace: { live: { status: 'complete' } } } as unknown as PageState;
	return { playback, sketch: new Sketch(page, { list: [] } as unknown as Bookmarks) };
}

test('while what comes next is hidden, what will go wrong has no mark and is no stop', () => {
	const { playback, sketch } = sketched(false);
	const lossAt = playback.partOf(5) - 0.001;
	expect(sketch.marks.map(({ seq }) => seq)).toEqual([2, 4]);
	expect(sketch.cursorNear(lossAt, 0.01)).toBe(5);

	const { sketch: hidden } = sketched(true);
	expect(hidden.marks.map(({ seq }) => seq)).toEqual([2]);
	expect(hidden.cursorNear(lossAt, 0.01)).toBe(playback.cursorAtPart(lossAt));
});

test('while what comes next is hidden, messages to come are not drawn, and those before are as high as ever', () => {
	const { playback, sketch } = sketched(false);
	const { sketch: hidden } = sketched(true);
	const end = Math.ceil(playback.partOf(4) * sketch.density.length);
	expect(hidden.density.slice(0, end)).toEqual(sketch.density.slice(0, end));
	expect(sketch.density.slice(end).some((part) => part > 0)).toBe(true);
	expect(hidden.density.slice(end).some((part) => part > 0)).toBe(false);
});
