// `roundtrip grade` as a teacher runs it: a folder of honest and hostile hand-ins, several at a time. The program is the built one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtIn } from '../../src/lesson/built-in.ts';
import type { Marks } from '../../src/cli/mark-file.ts';
import {
	honestHandIns,
	hostileHandIn,
	hostileHandIns,
	injustice,
	type ClassHandIn
} from '../support/class-hand-ins.ts';
import { unstoppableProgram } from '../support/hostile-hand-ins.ts';

const root = join(import.meta.dirname, '../..');

interface Graded {
	readonly status: number | null;
	readonly stdout: string;
	readonly csv: string;
}

/** Writes hand-ins to a folder and has the command line mark it. */
function grade(handIns: readonly ClassHandIn[], ...options: readonly string[]): Graded {
	const folder = mkdtempSync(join(tmpdir(), 'roundtrip-hand-ins-'));
	try {
		for (const { name, text } of handIns) writeFileSync(join(folder, `${name}.json`), text);
		const csv = join(folder, 'marks.csv');
		const program = join(root, '.roundtrip/roundtrip.js');
		const args = [program, 'grade', folder, '--csv', csv, ...options];
		const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
		return { status, stdout, csv: readFileSync(csv, 'utf8') };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test('honest and hostile hand-ins are each marked as they deserve', { timeout: 240_000 }, () => {
	const handIns = [...honestHandIns(builtIn).slice(0, 20), ...hostileHandIns()];
	const { status, stdout, csv } = grade(handIns, '--json');
	const { results } = JSON.parse(stdout) as { results: readonly Marks[] };
	const byFile = new Map(results.map((marks) => [marks.file, marks]));
	const injustices = handIns.map((handIn) => {
		const file = [...byFile.keys()].find((path) => path.endsWith(`/${handIn.name}.json`)) ?? '';
		return injustice(handIn, byFile.get(file));
	});
	expect(injustices.filter((said) => said !== '')).toEqual([]);
	expect(results.map(({ file }) => file)).toEqual([...byFile.keys()].toSorted());
	expect(csv.split('\r\n')[0]).toBe('file,name,lesson,task,points,of,because');
	expect(csv.split('\r\n')).toHaveLength(handIns.length + 2);
	expect(status).toBe(1);
});

test(
	'a program the engine cannot stop gets no points, and those behind it are marked',
	{
		timeout: 120_000
	},
	() => {
		const honest = honestHandIns(builtIn).slice(0, 2);
		const handIns = [hostileHandIn(unstoppableProgram), ...honest];
		const { status, stdout } = grade(handIns, '--jobs', '1', '--patience', '15');
		expect(status).toBe(0);
		expect(stdout).toContain('still computing after 15 s, and stopped');
		expect(stdout).toContain('3 of 3 marked');
	}
);
