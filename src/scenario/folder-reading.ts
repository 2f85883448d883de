// Which files of a folder are read, the same on disk and in the browser: source text of a bearable size. What is left
// out is told with its reason, never dropped in silence.
import type { FolderFiles } from './scenario-folder.ts';

/** A file or folder that was not read. */
export interface LeftOut {
	/** Relative to the folder; a folder ends in a slash. */
	readonly path: string;
	/** In a few words, e.g. `installed packages`. */
	readonly why: string;
}

/** What came of reading a folder. */
export interface FolderReading {
	/** In the order of their paths. */
	readonly files: FolderFiles;
	readonly leftOut: readonly LeftOut[];
}

/** Larger files are left out, bytes: nothing a program of ours would read. */
export const fileBytesMax = 1024 * 1024;
/** A folder with more text files than this is not read. */
export const filesMax = 2000;
/** Longer paths cannot be in a scenario, characters. */
const pathCharactersMax = 250;

const installed = ['node_modules', 'bower_components', 'jspm_packages'];
const lockFiles = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock'];

/** Why a folder is not looked into, by its name; null when it is. */
export function whyFolderIsSkipped(name: string): string | null {
	if (installed.includes(name)) return 'installed packages';
	return name.startsWith('.') ? 'hidden' : null;
}

/** Why a file is not read, before its text is known; null when it is. `path` is relative to the folder. */
export function whyFileIsSkipped(path: string, bytes: number): string | null {
	const name = path.slice(path.lastIndexOf('/') + 1);
	if (name.startsWith('.')) return 'hidden';
	if (lockFiles.includes(name)) return 'a list of installed packages';
	if (bytes > fileBytesMax) return `larger than ${fileBytesMax / 1024 / 1024} MB`;
	if (path.includes('\\')) return 'a backslash in its name';
	return path.length > pathCharactersMax ? `a path over ${pathCharactersMax} characters` : null;
}

/** Is this no text at all? A text has no NUL character. */
export const isBinary = (text: string): boolean => text.includes('\0');

/** Left-out files for a person: folders and files with reasons, at most `linesMax` of them and the number of the others. */
export function leftOutLines(leftOut: readonly LeftOut[], linesMax = 8): string[] {
	const lines = leftOut.slice(0, linesMax).map(({ path, why }) => `${path} (${why})`);
	const more = leftOut.length - lines.length;
	return more > 0 ? [...lines, `and ${more} more`] : lines;
}
