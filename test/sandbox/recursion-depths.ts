// How deep each recursion program comes in this host; a limit's name instead when it had to be stopped.
import { defaultLimits } from '#kernel';
import type { Sandbox } from '#sandbox';
import { recursionPrograms } from './recursion-programs.ts';

/** Depth by program. */
export async function measureDepths(sandbox: Sandbox): Promise<Record<string, number | string>> {
	const depths: Record<string, number | string> = {};
	for (const [name, program] of Object.entries(recursionPrograms)) {
		const vm = await sandbox.start({
			name: 'test',
			file: 'main.js',
			args: [],
			env: {},
			files: { 'main.js': program },
			seed: 1,
			startTimeMs: 0,
			limits: defaultLimits,
			pollUs: 100
		});
		const { ops, limit } = vm.turn(['main'], 0);
		vm.dispose();
		const printed = ops.find((op) => op[0] === 'print');
		depths[name] = limit ?? Number(printed?.[2]);
	}
	return depths;
}
