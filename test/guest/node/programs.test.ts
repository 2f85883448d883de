// Programs (test/samples/node) whose output was recorded from Node.js 20 (the .txt beside each): the guest must print the same, character
// for character. Under Node.js 20 itself the records are checked, too. To record again after editing a program:
// TZ=UTC node test/samples/node/x.cjs > test/samples/node/x.txt
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runProgram } from '../../sandbox/run-program.ts';

const folder = fileURLToPath(new URL('../../samples/node/', import.meta.url));
const names = readdirSync(folder)
	.filter((file) => file.endsWith('.cjs'))
	.map((file) => file.slice(0, -4));
const isNode20 = process.versions.node.startsWith('20.');

test.each(names)('%s prints in the guest what it prints in Node.js 20', async (name) => {
	const file = `${name}.cjs`;
	const result = await runProgram({ [file]: readFileSync(folder + file, 'utf8') }, { file });
	expect(result.stdout).toBe(withLastNewline(readFileSync(`${folder}${name}.txt`, 'utf8')));
	expect(result.code).toBe(0);
});

test.runIf(isNode20).each(names)('the record of %s is what this Node.js prints', (name) => {
	const output = execFileSync(process.execPath, [`${folder}${name}.cjs`], {
		env: { TZ: 'UTC', NO_COLOR: '1' },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	});
	expect(output).toBe(readFileSync(`${folder}${name}.txt`, 'utf8'));
});

/** A program may end in the middle of a line; the guest's lines are whole. */
function withLastNewline(text: string): string {
	return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
