// Scenarios from the files of a folder: scenario.json with texts or with paths, cases, bare Pomelo applications.
import { describe, expect, test } from 'vitest';
import {
	caseFromFolder,
	parseExpected,
	scenarioFromFolder,
	scenarioFromPomeloFolder
} from '#scenario';
import { pomeloConfig } from '../support/scenarios.ts';

const folder = (json: unknown, files: Record<string, string> = {}): Record<string, string> => ({
	'scenario.json': JSON.stringify(json),
	...files
});
const processes = [{ name: 'a', file: 'a.js' }];

describe('a folder with scenario.json', () => {
	test('may list its files, which are read in that order', () => {
		const json = { version: 1, files: ['b.js', 'a.js'], processes };
		const parsed = scenarioFromFolder(folder(json, { 'a.js': 'A', 'b.js': 'B', 'c.js': 'C' }));
		expect(parsed).toMatchObject({ ok: true, value: { files: { 'b.js': 'B', 'a.js': 'A' } } });
		expect(parsed.ok && Object.keys(parsed.value.files)).toEqual(['b.js', 'a.js']);
	});

	test('may hold the source texts itself', () => {
		const json = { version: 1, files: { 'a.js': 'inside' }, processes };
		expect(scenarioFromFolder(folder(json))).toMatchObject({
			ok: true,
			value: { files: { 'a.js': 'inside' } }
		});
	});

	test('lists a file that is not there, and has another problem besides', () => {
		const parsed = scenarioFromFolder(folder({ version: 1, files: ['a.js', 3], processes, x: 1 }));
		expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toEqual([
			'files[0]',
			'files[1]',
			'x'
		]);
	});

	test('may extend another folder: its own files and words come first', () => {
		const parent = folder(
			{ version: 1, title: 'Parent', files: ['a.js', 'b.js'], processes, seed: 4 },
			{ 'a.js': 'parent A', 'b.js': 'parent B' }
		);
		const json = { extends: '../parent', base: 'start', files: ['b.js'], seed: 5 };
		const child = folder(json, { 'start/b.js': 'own B' });
		const parsed = scenarioFromFolder(child, (path) => (path === '../parent' ? parent : undefined));
		expect(parsed).toMatchObject({
			ok: true,
			value: { title: 'Parent', seed: 5, processes, files: { 'b.js': 'own B', 'a.js': 'parent A' } }
		});
		const bare = scenarioFromFolder(folder({ extends: '../parent', seed: 6 }), () => parent);
		expect(bare).toMatchObject({ ok: true, value: { seed: 6, files: { 'a.js': 'parent A' } } });
	});

	test('extends a folder that cannot be read', () => {
		const json = { version: 1, extends: '../gone', files: [], processes };
		for (const readFolder of [undefined, () => undefined, () => ({ 'scenario.json': '{' })]) {
			expect(scenarioFromFolder(folder(json), readFolder)).toMatchObject({
				ok: false,
				problems: [{ path: 'extends', found: '"../gone"' }]
			});
		}
	});

	test('holds no JSON', () => {
		expect(scenarioFromFolder({ 'scenario.json': '{' })).toMatchObject({
			ok: false,
			problems: [{ path: 'scenario.json', expected: 'JSON' }]
		});
	});
});

test('a bare Pomelo application is a cluster without clients', () => {
	expect(scenarioFromPomeloFolder(pomeloConfig)).toMatchObject({
		ok: true,
		value: { processes: [], pomelo: { dir: '', env: 'development' } }
	});
});

describe('a conformance case', () => {
	const json = {
		title: 'T',
		processes: [{ name: 'a', file: 'a.js', killAt: 900, stderrContains: ['boom'] }],
		actions: [
			{ at: 1, do: 'kill', process: 'a' },
			{ at: 2, do: 'start', process: 'a' }
		],
		durationMs: 3000
	};
	const files = { 'case.json': JSON.stringify(json), 'expected.json': '{}', 'a.js': '1' };

	test('becomes a scenario with links of 200 us, the programs alone as files', () => {
		expect(caseFromFolder(files)).toEqual({
			ok: true,
			value: {
				scenario: {
					version: 1,
					title: 'T',
					files: { 'a.js': '1' },
					processes: [{ name: 'a', file: 'a.js', args: [], startAt: 0, killAt: 900 }],
					links: { latencyMs: 0.2 },
					interventions: [
						{ at: 1, do: 'kill', process: 'a' },
						{ at: 2, do: 'restart', process: 'a' }
					],
					durationMs: 3000
				},
				title: 'T',
				topics: [],
				needs: [],
				compare: 'ordered',
				stderrContains: { a: ['boom'] }
			}
		});
	});

	test('needs no record beside it to be run, and the record is read apart', () => {
		const { 'expected.json': _, ...bare } = files;
		expect(caseFromFolder(bare).ok).toBe(true);
		const text = '{"processes":{"a":{"stdout":["x"],"exit":{"code":null}}}}';
		expect(parseExpected(text)).toEqual({
			ok: true,
			value: { a: { stdout: ['x'], exitCode: null, stderrContains: [] } }
		});
	});

	test('is refused with its problems when it is not one', () => {
		expect(caseFromFolder({ 'case.json': '{"processes":[{"name":1}]}' })).toMatchObject({
			ok: false,
			problems: [{ path: 'processes[0].name' }, { path: 'processes[0].file' }]
		});
	});
});
