// One test per recorded case. The cases that do not pass yet are listed in known-failures.json; a listed case that
// passes fails its test as an unlisted one that does not pass: the list stays exact.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseNames } from '../../src/cli/conformance-command.ts';
import { runCase } from '../../src/cli/conformance-case.ts';
import { testSandbox } from '../support/engine.ts';
import knownFailures from './known-failures.json' with { type: 'json' };

/** Declare the tests of one corpus. */
export function conformanceSuite(corpus: keyof typeof knownFailures): void {
	const folder = join(import.meta.dirname, corpus);
	const listed = new Set<string>(knownFailures[corpus]);
	const names = caseNames(folder);

	describe(`conformance of ${corpus}`, () => {
		test('known failures are cases that exist, each once', () => {
			expect([...listed].filter((name) => !names.includes(name))).toEqual([]);
			expect(listed.size).toBe(knownFailures[corpus].length);
		});

		test.each(names.filter((name) => !listed.has(name)))('%s passes', async (name) => {
			const { problems } = await runCase(name, join(folder, name), await testSandbox());
			expect(problems.join('\n')).toBe('');
		});

		test.each(names.filter((name) => listed.has(name)))('%s does not pass yet', async (name) => {
			const { passed } = await runCase(name, join(folder, name), await testSandbox());
			expect(passed, 'it passes now: take it off test/conformance/known-failures.json').toBe(false);
		});
	});
}
