// When a recorded case passes: the rules of test/conformance/README.md.
import { describe, expect, test } from 'vitest';
import type { ConformanceCase } from '#scenario';
import type { RunSummary } from '#simulation';
import { compareCase } from '../../src/cli/compare-case.ts';
import { oneProgram } from '../support/scenarios.ts';

const aCase = (overrides: Partial<ConformanceCase> = {}): ConformanceCase => ({
	scenario: oneProgram(''),
	title: '',
	topics: [],
	needs: [],
	compare: 'ordered',
	stderrContains: {},
	...overrides
});
const summary = (stdout: string[], code: number | null = 0, stderr: string[] = []): RunSummary => ({
	seed: 1,
	virtualMs: 0,
	events: 0,
	digest: '',
	timeZeroUs: 0,
	processes: { main: { stdout, stderr, log: [], exit: { code, reason: null }, steps: 0 } },
	calls: []
});
const expected = (stdout: string[], exitCode: number | null = 0) => ({
	main: { stdout, exitCode, stderrContains: [] }
});

describe('a case passes', () => {
	test('with the same lines and the same exit code', () => {
		expect(compareCase(aCase(), expected(['a', 'b']), summary(['a', 'b']))).toEqual([]);
	});

	test('with lines in another order, where the order is open', () => {
		const run = summary(['b', 'a', 'a']);
		expect(compareCase(aCase({ compare: 'unordered' }), expected(['a', 'a', 'b']), run)).toEqual(
			[]
		);
		expect(
			compareCase(aCase({ compare: { main: 'unordered' } }), expected(['a', 'a', 'b']), run)
		).toEqual([]);
	});

	test('with a cluster whose unmarked lines are left out', () => {
		const scenario = { ...oneProgram(''), pomelo: { dir: '', env: 'development' } };
		const run = summary(['noise', '[x] fact', ' [x] noise']);
		expect(compareCase(aCase({ scenario }), expected(['[x] fact']), run)).toEqual([]);
	});
});

describe('a case fails', () => {
	test('with a line missing, told as a difference', () => {
		expect(compareCase(aCase(), expected(['a', 'b']), summary(['a']))).toEqual([
			'main: stdout (ordered)',
			'    a',
			'  - b'
		]);
	});

	test('with one of two equal lines missing, where the order is open', () => {
		const problems = compareCase(
			aCase({ compare: 'unordered' }),
			expected(['a', 'a']),
			summary(['a'])
		);
		expect(problems).not.toEqual([]);
	});

	test('with another order, for a process the case does not name', () => {
		const problems = compareCase(
			aCase({ compare: { other: 'unordered' } }),
			expected(['a', 'b']),
			summary(['b', 'a'])
		);
		expect(problems[0]).toBe('main: stdout (ordered)');
	});

	test('with another exit code, and then shows what stderr said', () => {
		expect(compareCase(aCase(), expected([], 1), summary([], null, ['Error: x']))).toEqual([
			'main: exit code 1 expected, found null',
			'main: stderr was',
			'  ! Error: x'
		]);
	});

	test('with a required text missing from stderr', () => {
		const problems = compareCase(
			aCase({ stderrContains: { main: ['boom'] } }),
			expected([]),
			summary([])
		);
		expect(problems).toEqual(['main: stderr lacks "boom"']);
	});

	test('with a process that never ran', () => {
		const run = { ...summary([]), processes: {} };
		expect(compareCase(aCase(), expected([]), run)).toEqual(['main: never ran']);
	});
});
