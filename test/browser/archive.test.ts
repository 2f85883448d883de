// The archive for a teacher's web server holds the built site, all of it, unchanged, and a text that says how to host it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from './page-journey.ts';

const repository = join(import.meta.dirname, '../..');
const dist = join(repository, 'dist');

function pack(): Uint8Array {
	const folder = mkdtempSync(join(tmpdir(), 'roundtrip-archive-'));
	try {
		execFileSync(process.execPath, [join(repository, '.ci/archive.mjs'), folder]);
		const [file = ''] = readdirSync(folder);
		expect(file).toMatch(/^roundtrip-\d+\.\d+\.\d+\.zip$/);
		return new Uint8Array(readFileSync(join(folder, file)));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test('the archive holds every file of the site, byte for byte, in one folder', () => {
	const archive = pack();
	const { 'roundtrip/HOW-TO-HOST.txt': text, ...files } = unzipSync(archive);
	const names = readdirSync(dist, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));
	expect(
		Object.keys(files)
			.filter((name) => !name.endsWith('/'))
			.sort()
	).toEqual(names.map((name) => `roundtrip/${name.replaceAll('\\', '/')}`).sort());
	for (const name of names) {
		const packed = files[`roundtrip/${name.replaceAll('\\', '/')}`] ?? new Uint8Array();
		expect(Buffer.compare(packed, readFileSync(join(dist, name))), name).toBe(0);
	}
	expect(new TextDecoder().decode(text)).toContain('Copy the folder to any web server');
	expect(Buffer.compare(pack(), archive)).toBe(0);
});
