// Runs a program in the guest and in the Node.js that runs the tests: both must print the same.
import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import { runProgram } from '../../sandbox/run-program.ts';

/** True where the comparison means something: the guest is a Node.js 20. */
export const isNode20 = process.versions.node.startsWith('20.');

/** `program` prints lines to standard output; equal ones are not shown when the test fails. */
export async function expectSameAsNode(program: string): Promise<void> {
	const expected = execFileSync(process.execPath, ['-e', program], {
		env: { TZ: 'UTC', NO_COLOR: '1' },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const { stdout } = await runProgram(program);
	expect(stdout.split('\n')).toEqual(expected.split('\n'));
}
