// The words for why a binding took a message agree with what routing does.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTopic, explainBindings } from '../../src/broker/explain-bindings.ts';
import type { Binding } from '../../src/broker/definitions.ts';
import type { Message } from '../../src/broker/message.ts';
import { tableText, type Table } from '../../src/broker/table.ts';
import { topicMatches } from '../../src/broker/topic-pattern.ts';

function binding(key: string, table: Table = []): Binding {
	return { source: 'x', destination: 'queue:q', key, arguments: tableText(table) };
}

function message(routingKey: string, headers: Table = []): Message {
	return {
		id: 1,
		exchange: 'x',
		routingKey,
		blindKeys: null,
		properties: { headers: tableText(headers) },
		body: new Uint8Array(),
		publisher: 'channel:1/1',
		publishedAt: 0,
		deadLetterOf: null
	};
}

const word = fc.constantFrom('a', 'b', 'c');
const key = fc.array(word, { maxLength: 4 }).map((words) => words.join('.'));
const pattern = fc
	.array(fc.oneof(word, fc.constantFrom('*', '#')), { maxLength: 4 })
	.map((words) => words.join('.'));

test('a key fits a pattern exactly when every piece of it fits', () => {
	fc.assert(
		fc.property(pattern, key, (asked, given) => {
			const compared = compareTopic(asked, given);
			const isWhole = compared.map(({ found }) => found).filter((found) => found !== '');
			if (topicMatches(asked, given)) {
				expect(compared.every(({ fits }) => fits)).toBe(true);
				expect(isWhole.join('.')).toBe(given);
			} else if (!asked.includes('#')) {
				expect(compared.every(({ fits }) => fits)).toBe(false);
			}
		})
	);
});

test.each([
	['*.*.smoke', 'north.2.smoke', ['north', '2', 'smoke']],
	['north.#', 'north.2.smoke', ['north', '2.smoke']],
	['#.smoke', 'smoke', ['', 'smoke']]
])('%s takes the words of %s in this order', (asked, given, found) => {
	expect(compareTopic(asked, given).map((piece) => piece.found)).toEqual(found);
});

test.each([
	['*.*.smoke', 'south.smoke', 'nothing stands where it asks for "smoke"'],
	['north.#', 'south.1', 'it asks for "north" where the key has "south"'],
	['*', 'a.b', '"b" is one word too many'],
	['a.b', 'a', 'nothing stands where it asks for "b"'],
	['#.a.#', 'b.c', 'it asks for "a"']
])('%s says why %s does not fit', (asked, given, part) => {
	const [verdict] = explainBindings('topic', [binding(asked)], [given], message(given));
	expect(verdict?.matched).toBe(false);
	expect(verdict?.why).toContain(part);
});

test('headers are compared one by one, with the value the message has', () => {
	const asked = binding('', [
		['x-match', 'S', 'all'],
		['format', 'S', 'pdf'],
		['pages', 'I', 2]
	]);
	const given = message('', [['format', 'S', 'pdf']]);
	const [verdict] = explainBindings('headers', [asked], [''], given);
	expect(verdict?.compared).toEqual([
		{ wanted: 'format = pdf', found: 'pdf', fits: true },
		{ wanted: 'pages = 2', found: '', fits: false }
	]);
	expect(verdict?.why).toBe('Missing or different: "pages".');
});
