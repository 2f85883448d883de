import { Trace } from '#trace';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CursorFollower, scrollTopFor } from '../../../src/ui/sequence/cursor-follower.ts';
import { usualOrder } from '../../../src/ui/sequence/lifelines.ts';
import { layOutSequence } from '../../../src/ui/sequence/sequence-layout.ts';
import type { SequenceModel } from '../../../src/ui/sequence/sequence-model.svelte.ts';
import { SequenceRows } from '../../../src/ui/sequence/sequence-rows.ts';
import type { SequenceView } from '../../../src/ui/sequence/sequence-view.svelte.ts';
import type { PageState } from '../../../src/ui/state/index.ts';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
	vi.useRealTimers();
});

/** A diagram whose cursor is moved by hand, and where it was scrolled to. */
function followed() {
	const options = { scale: 1, arrangement: usualOrder, isFolded: true, exceptions: [] };
	const layout = layOutSequence(new SequenceRows(new Trace(), 'messages'), options);
	const model = { cursorY: 0, layout: { ...layout, height: 100_000 }, columnPx: 100, roomPx: 500 };
	const moves: number[] = [];
	const view = {
		scrollTop: 0,
		scrollLeft: 0,
		height: 500,
		scrollTo(top: number) {
			view.scrollTop = top;
			moves.push(top);
		}
	};
	const follower = new CursorFollower(
		{ playback: { cursor: 0, isFutureHidden: false } } as unknown as PageState,
		model as unknown as SequenceModel,
		view as unknown as SequenceView
	);
	const moveTo = (y: number) => {
		model.cursorY = y;
		follower.follow();
	};
	return {
		follower,
		moves,
		moveTo,
		isInView: () => scrollTopFor(model.cursorY, view.scrollTop, 400, false) === null
	};
}

test('a cursor that jumps once is followed at once', () => {
	const { moves, moveTo, isInView } = followed();
	moveTo(5000);
	expect(moves).toHaveLength(1);
	expect(isInView()).toBe(true);
});

test('a cursor that moves on and on is followed in strides, and to where it comes to rest', () => {
	const { moves, moveTo, isInView } = followed();
	for (let move = 1; move <= 100; move++) {
		moveTo(move * 900);
		vi.advanceTimersByTime(16);
	}
	expect(moves.length).toBeGreaterThan(3);
	expect(moves.length).toBeLessThan(8);
	vi.runAllTimers();
	expect(isInView()).toBe(true);
});

test('a diagram that is gone does not move', () => {
	const { follower, moves, moveTo } = followed();
	moveTo(5000);
	moveTo(9000);
	follower.stop();
	vi.runAllTimers();
	expect(moves).toHaveLength(1);
});

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
