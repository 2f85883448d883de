import { expect, test } from 'vitest';
import { rowAtCursor, shownEvents } from '../../../src/ui/events/event-rows.ts';
import { rowWindow, scrollToShow } from '../../../src/ui/events/row-window.ts';
import { eventList } from '../../support/event-list.ts';

test('only events of the chosen level have a row', () => {
	const trace = eventList(
		{ kind: 'process.killed', actor: 'process:a' },
		{ kind: 'process.timer-due', actor: 'process:a', data: { timer: 1 } },
		{ kind: 'process.output', actor: 'process:a', data: { stream: 'stdout', text: 'x' } }
	);
	expect(shownEvents(trace, 'calls')).toEqual([0]);
	expect(shownEvents(trace, 'messages')).toEqual([0, 2]);
	expect(shownEvents(trace, 'everything')).toEqual([0, 1, 2]);
});

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
