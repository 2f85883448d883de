// Marking one file: what cannot be read is its own problem, not that of the programs in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markFile } from '../../src/cli/mark-file.ts';

test('a file that cannot be read is told with the reason', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'roundtrip-mark-'));
	const unused = () => {
		throw new Error('Nothing is to be run');
	};
	try {
		for (const [file, reason] of [
			[join(folder, 'gone.json'), 'ENOENT'],
			[folder, 'EISDIR']
		] as const) {
			const marks = await markFile(file, unused, unused, unused);
			expect('problems' in marks && marks.problems.join()).toContain(
				`the file cannot be read: ${reason}`
			);
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
});
