// Differences a person reads, and patterns for names.
import { expect, test } from 'vitest';
import { globPattern } from '../../src/cli/glob-pattern.ts';
import { lineDiff } from '../../src/lesson/line-diff.ts';

test('equal lines stand between those missing and those too many', () => {
	expect(lineDiff(['a', 'b', 'c', 'd'], ['a', 'c', 'x', 'd'])).toEqual([
		'  a',
		'- b',
		'  c',
		'+ x',
		'  d'
	]);
});

test('lines in another order are one missing and one too many', () => {
	expect(lineDiff(['a', 'b'], ['b', 'a'])).toEqual(['- a', '  b', '+ a']);
});

test('nothing printed is all missing', () => {
	expect(lineDiff(['a'], [])).toEqual(['- a']);
	expect(lineDiff([], ['a'])).toEqual(['+ a']);
});

test('very long outputs are cut', () => {
	const many = Array.from({ length: 1000 }, (_, n) => String(n));
	expect(lineDiff(many, []).at(-1)).toBe('  (600 more lines not compared here)');
});

test.each([
	['rpc-*', 'rpc-basic', true],
	['rpc-*', 'x-rpc-basic', false],
	['rpc-{chain,order}', 'rpc-order', true],
	['rpc-{chain,order}', 'rpc-other', false],
	['a.b', 'axb', false],
	['?-b', 'a-b', true]
])('%s on %s: %s', (glob, name, matches) => {
	expect(globPattern(glob).test(name)).toBe(matches);
});
