import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConsoleLine } from '../../../src/ui/console/console-lines.ts';
import { consoleRows } from '../../../src/ui/console/console-rows.ts';

const files = new Set(['server.js', 'game-server/app.js']);

function line(text: string): ConsoleLine {
	return { key: '1/0', seq: 1, at: 0, process: 'a', stream: 'stderr', text };
}

const rowsOf = (text: string, columns: number) =>
	consoleRows([line(text)], columns, files).map(({ pieces }) =>
		pieces.map((piece) => piece.text).join('')
	);

test('a long line goes on in further rows, broken behind a space where one is near', () => {
	expect(rowsOf('one two three four', 10)).toEqual(['one two ', 'three four']);
	expect(rowsOf('0123456789abc', 10)).toEqual(['0123456789', 'abc']);
	expect(rowsOf('', 10)).toEqual(['']);
});

test('ideographs take the room of two letters', () => {
	expect(rowsOf('远程过程调用', 6)).toEqual(['远程过', '程调用']);
});

test('whatever a program prints, rows hold all of it and none is too long', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 30 }), (text, columns) => {
			const rows = rowsOf(text, columns);
			expect(rows.join('')).toBe(text);
			for (const row of rows) expect(row.length).toBeLessThanOrEqual(columns);
			for (const row of rows)
				expect(/^[\udc00-\udfff]/.test(row)).toBe(/^[\udc00-\udfff]/.test(text) && row === rows[0]);
		})
	);
});

test('a place in a file of the scenario is told apart, also over two rows', () => {
	const text = '    at main (/app/server.js:12:7)';
	const place = { file: 'server.js', line: 12 };
	expect(consoleRows([line(text)], 80, files)[0]?.pieces).toEqual([
		{ text: '    at main (', place: null },
		{ text: '/app/server.js:12:7', place },
		{ text: ')', place: null }
	]);
	const cut = consoleRows([line(text)], 20, files);
	expect(cut.flatMap(({ pieces }) => pieces.filter((piece) => piece.place !== null))).toEqual([
		{ text: '/app/se', place },
		{ text: 'rver.js:12:7', place }
	]);
});

test('places in files nobody has, or outside the program, are plain text', () => {
	for (const text of ['at /app/other.js:3:1', 'at node:internal/timers:12:1', 'http://x/a.js:80']) {
		expect(consoleRows([line(text)], 80, files)[0]?.pieces).toEqual([{ text, place: null }]);
	}
});
