// A folder on disk as plain text files: what scenario/ reads scenarios from.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderFiles } from '#scenario';
import { UsageError } from './usage-error.ts';

/** Text larger than this is left out: nothing a program of ours would read. */
const fileBytesMax = 1024 * 1024;
const filesMax = 2000;

/** Is there a folder at this path? */
export function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * All text files below a folder, by relative path with forward slashes, in the order of their names.
 * Left out: hidden files, node_modules, binary files, files over 1 MB.
 *
 * @throws UsageError when there are more than 2,000
 */
export function readFolder(folder: string): FolderFiles {
	const files: [string, string][] = [];
	const visit = (below: string): void => {
		const entries = readdirSync(join(folder, below), { withFileTypes: true });
		entries.sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const entry of entries) {
			if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
			const path = below === '' ? entry.name : `${below}/${entry.name}`;
			const found = statSync(join(folder, path), { throwIfNoEntry: false });
			if (found?.isDirectory() === true) visit(path);
			else if (found?.isFile() === true && found.size <= fileBytesMax) {
				const text = readFileSync(join(folder, path), 'utf8');
				if (!text.includes('\0')) files.push([path, text]);
			}
			if (files.length > filesMax) {
				throw new UsageError(`${folder} holds more than ${filesMax} text files`);
			}
		}
	};
	visit('');
	return Object.fromEntries(files);
}
