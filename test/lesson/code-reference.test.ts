import { expect, test } from 'vitest';
import { quoteLines, resolveCode } from '../../src/lesson/code-reference.ts';

const files = { 'a.js': ['first', '\tif (x) {', '\t\ty();', '\t}', 'last }'].join('\n') };

test('lines are found by the text they hold', () => {
	expect(resolveCode({ file: 'a.js', from: 'y()', to: null }, files)).toEqual({
		file: 'a.js',
		from: 3,
		to: 3
	});
	expect(resolveCode({ file: 'a.js', from: 'if (x)', to: '}' }, files)).toEqual({
		file: 'a.js',
		from: 2,
		to: 4
	});
});

test('a text that is gone gives nothing', () => {
	expect(resolveCode({ file: 'a.js', from: 'z()', to: null }, files)).toBeUndefined();
	expect(resolveCode({ file: 'a.js', from: 'last', to: 'first' }, files)).toBeUndefined();
	expect(resolveCode({ file: 'b.js', from: 'first', to: null }, files)).toBeUndefined();
});

test('quoted lines lose the indentation they share', () => {
	expect(quoteLines({ file: 'a.js', from: 2, to: 4 }, files)).toBe('if (x) {\n\ty();\n}');
});
