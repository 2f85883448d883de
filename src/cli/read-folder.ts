// A folder on disk as plain text files: what scenario/ reads scenarios from.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
	filesMax,
	isBinary,
	whyFileIsSkipped,
	whyFolderIsSkipped,
	type FolderFiles,
	type FolderReading,
	type LeftOut
} from '#scenario';
import { UsageError } from './usage-error.ts';

/** Is there a folder at this path? */
export function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * All text files below a folder, by relative path with forward slashes, in the order of their names, and what was left
 * out: folder-reading.ts of scenario/ says what that is.
 *
 * @throws UsageError when there are more than 2,000
 */
export function inspectFolder(folder: string): FolderReading {
	const files: [string, string][] = [];
	const leftOut: LeftOut[] = [];
	const visit = (below: string): void => {
		const entries = readdirSync(join(folder, below), { withFileTypes: true });
		entries.sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const entry of entries) {
			const path = below === '' ? entry.name : `${below}/${entry.name}`;
			const found = statSync(join(folder, path), { throwIfNoEntry: false });
			if (found === undefined) continue;
			const isBelow = found.isDirectory();
			const why = isBelow ? whyFolderIsSkipped(entry.name) : whyFileIsSkipped(path, found.size);
			if (why !== null) leftOut.push({ path: isBelow ? `${path}/` : path, why });
			else if (isBelow) visit(path);
			else if (found.isFile()) {
				const text = readFileSync(join(folder, path), 'utf8');
				if (isBinary(text)) leftOut.push({ path, why: 'not text' });
				else files.push([path, text]);
			}
			if (files.length > filesMax) {
				throw new UsageError(`${folder} holds more than ${filesMax} text files`);
			}
		}
	};
	visit('');
	return { files: Object.fromEntries(files), leftOut };
}

/** The text files of a folder alone. */
export const readFolder = (folder: string): FolderFiles => inspectFolder(folder).files;
