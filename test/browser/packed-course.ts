// A course of one lesson as a teacher makes it: begun and packed by the command line.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

function roundtrip(...args: readonly string[]): void {
	const program = join(root, '.roundtrip/roundtrip.js');
	const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
		cwd: root,
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(stderr);
}

/** Writes the course to a file; its tracks are left in a folder beside it. Its lesson has the id of a built-in one. */
export function packCourse(file: string, title: string): void {
	const tracks = join(file, '../tracks');
	// The id of a built-in lesson: it must not come in its way.
	roundtrip('lessons', 'new', '01-mine/01-watch-a-call', '--folder', tracks);
	roundtrip('lessons', 'pack', tracks, file, '--title', title);
}
