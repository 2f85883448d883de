import { expect, test } from 'vitest';
import { parseDirective, parseWords, textWords } from '../../src/lesson/directive.ts';

test('a directive is a name behind an at sign and words', () => {
	expect(parseDirective('@cursor link.sent from=client nth=2', 7)).toEqual({
		name: 'cursor',
		rest: 'link.sent from=client nth=2',
		line: 7,
		words: [
			{ type: 'text', text: 'link.sent' },
			{ type: 'field', field: 'from', operator: '=', value: 'client' },
			{ type: 'field', field: 'nth', operator: '=', value: '2' }
		]
	});
	expect(parseDirective('an @ in the middle of a line', 1)).toBeUndefined();
});

test('double quotes hold words together, in values and alone', () => {
	expect(parseWords('text~"fib(22) is \\"21\\"" "two words"')).toEqual([
		{ type: 'field', field: 'text', operator: '~', value: 'fib(22) is "21"' },
		{ type: 'text', text: 'two words' }
	]);
	expect(textWords(parseWords('client " [.] a = b" code!=0'))).toEqual(['client', ' [.] a = b']);
});

test('text that only looks like a condition stays text inside quotes', () => {
	expect(textWords(parseWords('file.js "const waiting = [];" "waiting.push({ n });"'))).toEqual([
		'file.js',
		'const waiting = [];',
		'waiting.push({ n });'
	]);
});
