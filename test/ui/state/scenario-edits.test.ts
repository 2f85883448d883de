// Changes of a scenario as data: each patch leads back, and what is stored in any format is read again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/scenario/index.ts';
import {
	applyPatch,
	editedScenario,
	isUntouched,
	noEdits,
	pathFault,
	renamePatch,
	type EditPatch,
	type ScenarioEdits
} from '../../../src/ui/state/scenario-edits.ts';
import { readStoredEdits, storedText } from '../../../src/ui/state/stored-edits.ts';

const scenario: Scenario = {
	version: 1,
	files: { 'a.js': 'one', 'b.js': 'two' },
	processes: [{ name: 'a', file: 'a.js' }],
	links: { latencyMs: 5, between: [{ a: 'a', b: 'broker', latencyMs: 1 }] }
};

const path = fc.constantFrom('a.js', 'b.js', 'c.js', 'constructor');
const processes = fc.constantFrom(null, [], [{ name: 'x', file: 'b.js', args: ['1'] }]);
const settings = fc.record(
	{ latencyMs: fc.nat(), seed: fc.nat(), brokerVersion: fc.constantFrom('3.10', '4.3') },
	{ requiredKeys: [] }
);
const patch: fc.Arbitrary<EditPatch> = fc.record(
	{
		files: fc.dictionary(path, fc.option(fc.option(fc.string()), { nil: undefined })),
		processes,
		settings
	},
	{ requiredKeys: [] }
);
const edits: fc.Arbitrary<ScenarioEdits> = fc.record({
	files: fc.dictionary(path, fc.option(fc.string())),
	processes,
	settings
});

describe('a patch', () => {
	test('is taken back by the one it gives', () => {
		fc.assert(
			fc.property(edits, fc.array(patch), (start, patches) => {
				let now = start;
				const back: EditPatch[] = [];
				for (const one of patches) {
					const applied = applyPatch(now, one);
					now = applied.edits;
					back.unshift(applied.undo);
				}
				for (const one of back) now = applyPatch(now, one).edits;
				expect(now).toEqual(start);
			})
		);
	});

	test('of a new name moves the text and whoever runs the file', () => {
		const typed = applyPatch(noEdits, { files: { 'a.js': 'typed' } }).edits;
		const renamed = applyPatch(typed, renamePatch(scenario, typed, 'a.js', 'lib/z.js')).edits;
		expect(editedScenario(scenario, renamed)).toMatchObject({
			files: { 'b.js': 'two', 'lib/z.js': 'typed' },
			processes: [{ name: 'a', file: 'lib/z.js' }]
		});
		expect(editedScenario(scenario, renamed).files).not.toHaveProperty(['a.js']);
	});

	test('of one wire setting leaves the others as they are', () => {
		const { edits: changed } = applyPatch(noEdits, { settings: { jitterMs: 3, seed: 7 } });
		expect(editedScenario(scenario, changed)).toMatchObject({
			seed: 7,
			links: { latencyMs: 5, jitterMs: 3, between: [{ a: 'a' }] }
		});
		expect(isUntouched(changed)).toBe(false);
		expect(isUntouched(noEdits)).toBe(true);
	});
});

test.each([
	['lib/retry.js', null],
	['.env', null],
	['/a.js', 'form'],
	['lib//a.js', 'form'],
	['../a.js', 'form'],
	['lib/', 'form'],
	['lib\\a.js', 'form'],
	['a.js', 'taken'],
	['a.js/b.js', 'taken'],
	['x'.repeat(251), 'form']
])('a new file called %s has the fault %s', (wanted, fault) => {
	expect(pathFault(wanted, scenario.files)).toBe(fault);
});

test('a file cannot take the place of a folder', () => {
	expect(pathFault('lib', { 'lib/a.js': '' })).toBe('taken');
});

describe('kept edits', () => {
	test('are read as they were written', () => {
		fc.assert(
			fc.property(edits, (kept) => {
				expect(readStoredEdits(storedText(kept))).toEqual(kept);
			})
		);
	});

	test('of format 1, path to text, are read for ever', () => {
		expect(readStoredEdits('{"a.js":"other","format":"text of a file called format"}')).toEqual({
			...noEdits,
			files: { 'a.js': 'other', format: 'text of a file called format' }
		});
	});

	test.each([
		['damaged', '{"a.js":'],
		['of a newer page', '{"format":3,"files":{}}'],
		['of another shape', '{"format":2,"files":{"a.js":1},"processes":null,"settings":{}}'],
		['with strange processes', '{"format":2,"files":{},"processes":[{"name":1}],"settings":{}}'],
		['with strange settings', '{"format":2,"files":{},"processes":null,"settings":{"seed":"x"}}'],
		['a list', '[]']
	])('that are %s are not read', (_, text) => {
		expect(readStoredEdits(text)).toBeNull();
	});
});
