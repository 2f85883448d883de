import { expect, test } from 'vitest';
import { measureDepths } from './recursion-depths.ts';
import { recursionDepths } from './recursion-programs.ts';
import { testSandbox } from './run-program.ts';

// The same list is held against a browser's worker by test/browser/sandbox-stack.test.ts.
test('recursion of every kind ends in the guest at a fixed depth', async () => {
	expect(await measureDepths(await testSandbox())).toEqual(recursionDepths);
});
