import { expect, test } from 'vitest';
import {
	consoleLines,
	exitText,
	filterLines,
	printedCount,
	speakers
} from '../../../src/ui/console/console-lines.ts';
import { eventList } from '../../support/event-list.ts';

const trace = eventList(
	{ kind: 'process.output', actor: 'process:a', data: { stream: 'stdout', text: 'one\ntwo' } },
	{ kind: 'process.output', actor: 'process:b', data: { stream: 'stderr', text: 'oh' } },
	{ kind: 'process.output', actor: 'process:b', data: { stream: 'log', text: 'framework' } },
	{ kind: 'process.exited', actor: 'process:b', data: { code: 1, reason: 'uncaught' } },
	{ kind: 'process.killed', actor: 'process:a' }
);
const lines = consoleLines(trace);

test('a text with newlines is several lines, and an end is a line too', () => {
	expect(lines.map(({ process, stream, text }) => `${process} ${stream} ${text}`)).toEqual([
		'a stdout one',
		'a stdout two',
		'b stderr oh',
		'b log framework',
		'b ended crashed: uncaught error, exit code 1',
		'a ended killed'
	]);
	expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});

test('only what has been printed at the cursor is counted', () => {
	expect([0, 1, 2, 5].map((cursor) => printedCount(lines, cursor))).toEqual([0, 2, 3, 6]);
});

test("the framework's log stands apart", () => {
	expect(speakers(lines)).toEqual({ processes: ['a', 'b'], framework: true });
	expect(filterLines(lines, { show: 'all' })).toHaveLength(5);
	expect(filterLines(lines, { show: 'framework' }).map(({ text }) => text)).toEqual(['framework']);
	expect(filterLines(lines, { show: 'process', name: 'a' })).toHaveLength(3);
});

test('an end says why', () => {
	expect(exitText({ code: 0, reason: null })).toBe('ended with exit code 0');
	expect(exitText({ code: null, reason: 'out of steps' })).toBe('stopped: out of steps');
	expect(exitText({ code: null, reason: 'killed' })).toBe('killed');
});
