import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headersMatch } from '../../src/broker/headers-match.ts';
import type { Table } from '../../src/broker/table.ts';
import { topicMatches } from '../../src/broker/topic-pattern.ts';

test.each([
	['kern.*', 'kern.disk', true],
	['kern.*', 'kern.disk.full', false],
	['kern.#', 'kern', true],
	['kern.#', 'kern.disk.full', true],
	['#', '', true],
	['*', '', false],
	['*', 'a', true],
	['a.*', 'a.', true],
	['#.#', '', true],
	['#.b.#', 'a.b.c', true],
	['#.b.#', 'a.c', false],
	['*.#.*', 'a', false],
	['*.#.*', 'a.b', true],
	['a.b*', 'a.bc', false],
	['a.b*', 'a.b*', true],
	['#a', 'a', false],
	['**', 'a', false],
	['A', 'a', false]
] as const)('the pattern %s and the key %s: %s', (pattern, key, matches) => {
	expect(topicMatches(pattern, key)).toBe(matches);
});

test('a pattern made from a key by hiding words matches that key', () => {
	const word = fc.constantFrom('a', 'b', 'cc', '');
	const words = fc.array(fc.tuple(word, fc.constantFrom('same', 'star', 'hash')), {
		minLength: 2,
		maxLength: 6
	});
	fc.assert(
		fc.property(words, (parts) => {
			const key = parts.map(([text]) => text).join('.');
			const pattern = parts
				.map(([text, how]) => (how === 'same' ? text : how === 'star' ? '*' : '#'))
				.join('.');
			return topicMatches(pattern, key);
		})
	);
});

const message: Table = [
	['colour', 'S', 'red'],
	['size', 'I', 100000],
	['x-secret', 't', true],
	['tags', 'A', [['S', 'a']]]
];

test.each<[string, Table, boolean]>([
	[
		'all by default',
		[
			['colour', 'S', 'red'],
			['size', 'd', 100000]
		],
		true
	],
	[
		'all, one differs',
		[
			['colour', 'S', 'red'],
			['size', 'b', 1]
		],
		false
	],
	[
		'any',
		[
			['x-match', 'S', 'any'],
			['colour', 'S', 'blue'],
			['size', 'l', 100000]
		],
		true
	],
	[
		'any, none',
		[
			['x-match', 'S', 'any'],
			['colour', 'S', 'blue']
		],
		false
	],
	['empty all', [], true],
	['empty any', [['x-match', 'S', 'any']], false],
	['x- keys ignored', [['x-secret', 't', false]], true],
	[
		'x- keys asked for',
		[
			['x-match', 'S', 'all-with-x'],
			['x-secret', 't', false]
		],
		false
	],
	['null asks for presence', [['colour', 'V', null]], true],
	['null, absent', [['shape', 'V', null]], false],
	['text is not a number', [['size', 'S', '100000']], false],
	['arrays in order', [['tags', 'A', [['S', 'a']]]], true]
])('headers: %s', (_, binding, matches) => {
	expect(headersMatch(binding, message)).toBe(matches);
});
