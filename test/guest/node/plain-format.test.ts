// The short way of console.log and util.format, held against Node.js' own format.
import { format } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainFormat } from '../../../src/guest/node/plain-format.ts';

const piece = fc.constantFrom('%s', '%d', '%%', '%', '%x', ' ', 'a', 'é', '\n', '%i', '%o', '%j');
const template = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const value = fc.oneof(
	template,
	fc.double(),
	fc.integer(),
	fc.constantFrom(-0, 0, NaN, '12.5', '', true, false, null, undefined)
);

test('whatever it takes on reads as in Node.js', () => {
	fc.assert(
		fc.property(template, fc.array(value, { maxLength: 4 }), (first, rest) => {
			const text = plainFormat([first, ...rest]);
			if (text !== undefined) expect(text).toBe(format(first, ...rest));
		}),
		{ numRuns: 2000 }
	);
});

test('what students print goes this way', () => {
	expect(plainFormat([' [x] Sent %s', 'hello'])).toBe(' [x] Sent hello');
	expect(plainFormat(['answered %d calls in %d ms', 3, 20])).toBe('answered 3 calls in 20 ms');
	expect(plainFormat(['100%', 'done', 5, true])).toBe('100% done 5 true');
});

test('objects, symbols and other placeholders take the long way', () => {
	for (const args of [
		['a', {}],
		['%s', {}],
		['%s', Symbol('s')],
		['%j', 'x'],
		['%d', 5n],
		[{}],
		[]
	]) {
		expect(plainFormat(args)).toBeUndefined();
	}
});
