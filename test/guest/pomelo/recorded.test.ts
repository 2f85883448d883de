// Applications of our own whose lines were recorded on Pomelo 2.2.7, for what the public cases do not cover. The format
// is that of test/conformance.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCase } from '../../../src/cli/conformance-case.ts';
import { caseNames } from '../../../src/cli/conformance-command.ts';
import { testSandbox } from '../../support/engine.ts';

const folder = join(import.meta.dirname, 'programs/recorded');

test.each(caseNames(folder))('%s behaves as recorded', async (name) => {
	const { problems } = await runCase(name, join(folder, name), await testSandbox());
	expect(problems.join('\n')).toBe('');
});
