// Scenarios in links: what goes in comes out, and text from strangers does no harm.
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { fromShareText, toShareText } from '#scenario';
import { oneProgram } from '../support/scenarios.ts';

test('any source text survives the way there and back, in letters an address may hold', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (source) => {
			const scenario = oneProgram(source);
			const text = toShareText(scenario);
			expect(text).toMatch(/^[\w-]+$/);
			expect(fromShareText(text)).toEqual({ ok: true, value: scenario });
		})
	);
});

test('a large scenario survives too', () => {
	const source = Array.from({ length: 20_000 }, (_, n) => `console.log(${n * 7919});`).join('\n');
	expect(fromShareText(toShareText(oneProgram(source)))).toEqual({
		ok: true,
		value: oneProgram(source)
	});
});

test.each([
	['nothing', ''],
	['letters outside the alphabet', 'abc$'],
	['a damaged link', 'AAAA'],
	['a link cut short', toShareText(oneProgram('console.log(1)')).slice(0, -9)]
])('%s is refused with a problem, not an exception', (_what, text) => {
	expect(fromShareText(text).ok).toBe(false);
});

test('a link that unpacks to more than 4 MB is refused', () => {
	const bomb = Buffer.from(deflateSync(new Uint8Array(64 * 1024 * 1024))).toString('base64url');
	expect(fromShareText(bomb)).toMatchObject({ ok: false, problems: [{ path: '' }] });
});

test('a link to something that is no scenario names the problems', () => {
	const text = Buffer.from(deflateSync(Buffer.from('{"version":1}'))).toString('base64url');
	const parsed = fromShareText(text);
	expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toEqual([
		'files',
		'processes'
	]);
});

test('a link too long to hold a scenario is refused before it is unpacked', () => {
	expect(fromShareText('A'.repeat(6 * 1024 * 1024 + 1)).ok).toBe(false);
});

test('a stranger’s scenario cannot raise what bounds the memory of a run', () => {
	const limits = { eventsMax: 1e12, stackBytesMax: 1e9, turnPollsMax: 100_000 };
	const scenario = { version: 1 as const, files: {}, processes: [], limits };
	const parsed = fromShareText(toShareText(scenario));
	expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
		'limits.stackBytesMax',
		'limits.eventsMax'
	]);
});
