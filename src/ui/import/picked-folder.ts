// A folder chosen in the browser's dialog or dropped on the page, read to text. Nothing leaves the browser; installed
// packages, hidden, binary and very large files are left out (scenario/folder-reading.ts), skipped folders not even listed.
import {
	fileBytesMax,
	filesMax,
	isBinary,
	whyFileIsSkipped,
	whyFolderIsSkipped,
	type FolderReading,
	type LeftOut
} from '#scenario';
import { importWords } from '../text/import.ts';

/** A folder as it was read. */
export interface PickedFolder extends FolderReading {
	/** The folder's name; of a single file, the file's. */
	readonly name: string;
}

/** What a person picked: the files of the browser's dialog, or what was dropped. */
export type Picked =
	| { readonly from: 'dialog'; readonly files: readonly File[] }
	| { readonly from: 'drop'; readonly entries: readonly FileSystemEntry[] }
	/** A file of this site, by its address relative to the page. */
	| { readonly from: 'address'; readonly address: string };

/** A single file may be a whole course, bytes. */
const courseBytesMax = 8 * fileBytesMax;

interface Found {
	readonly path: string;
	readonly file: File;
}

/** Why a chosen path is not read: one of its folders is skipped. Gives that folder's path. */
function skippedFolderOf(path: string): LeftOut | null {
	const steps = path.split('/').slice(0, -1);
	for (let depth = 0; depth < steps.length; depth++) {
		const why = whyFolderIsSkipped(steps[depth] ?? '');
		if (why !== null) return { path: `${steps.slice(0, depth + 1).join('/')}/`, why };
	}
	return null;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
	new Promise((resolve, reject) => {
		entry.file(resolve, reject);
	});

/** All entries of a folder; a browser gives them in pieces of a hundred. */
async function entriesOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = entry.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
			reader.readEntries(resolve, reject);
		});
		if (some.length === 0) return all;
		all.push(...some);
	}
}

const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
	entry.isDirectory;

/** Everything below the dropped entries that is not in a skipped folder. */
async function walk(
	entries: readonly FileSystemEntry[],
	below: string,
	leftOut: LeftOut[]
): Promise<Found[]> {
	const found: Found[] = [];
	for (const entry of entries) {
		const path = `${below}${entry.name}`;
		if (!isFolderEntry(entry)) {
			found.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
			continue;
		}
		const why = whyFolderIsSkipped(entry.name);
		if (why !== null) leftOut.push({ path: `${path}/`, why });
		else found.push(...(await walk(await entriesOf(entry), `${path}/`, leftOut)));
		if (found.length > filesMax * 4) throw tooMany();
	}
	return found;
}

const tooMany = (): Error => new Error(importWords.now.tooMany(filesMax.toLocaleString('en')));

async function findFiles(
	picked: Picked,
	leftOut: LeftOut[]
): Promise<{ name: string; found: Found[] }> {
	if (picked.from === 'address') {
		const file = await fileAt(picked.address);
		return { name: file.name, found: [topFile(file)] };
	}
	if (picked.from === 'dialog') {
		const [first] = picked.files;
		const name = first?.webkitRelativePath.split('/')[0] ?? '';
		if (name === '') return { name: first?.name ?? '', found: picked.files.map(topFile) };
		return {
			name,
			found: picked.files.map((file) => ({
				path: file.webkitRelativePath.slice(name.length + 1),
				file
			}))
		};
	}
	const [only] = picked.entries;
	if (picked.entries.length === 1 && only !== undefined && isFolderEntry(only)) {
		return { name: only.name, found: await walk(await entriesOf(only), '', leftOut) };
	}
	return { name: only?.name ?? '', found: await walk(picked.entries, '', leftOut) };
}

/** The file at an address of this site; of an address that ends in a slash, the course.json below it. */
async function fileAt(address: string): Promise<File> {
	const url = new URL(address.endsWith('/') ? `${address}course.json` : address, document.baseURI);
	// What another site holds is not for this page to fetch, and the browser would not let it.
	if (url.origin !== location.origin) throw new Error(importWords.now.elsewhere(url.origin));
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(importWords.now.notThere(url.href, answer.status));
	const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
	return new File([await answer.blob()], name);
}

const topFile = (file: File): Found => ({ path: file.name, file });

/**
 * Read what was picked. A single .json file counts as a scenario.json, as the page exports it.
 *
 * @throws Error in words for a person when there are too many files or the browser refuses to read one
 */
export async function readPicked(picked: Picked): Promise<PickedFolder> {
	const leftOut: LeftOut[] = [];
	const { name, found } = await findFiles(picked, leftOut);
	const files: [string, string][] = [];
	const skipped = new Set<string>();
	for (const { path, file } of found.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
		const folder = skippedFolderOf(path);
		if (folder !== null) {
			if (!skipped.has(folder.path)) leftOut.push(folder);
			skipped.add(folder.path);
			continue;
		}
		const isCourse = found.length === 1 && path.endsWith('.json') && file.size <= courseBytesMax;
		const why = isCourse ? null : whyFileIsSkipped(path, file.size);
		if (why !== null) {
			leftOut.push({ path, why });
			continue;
		}
		const text = await file.text();
		if (isBinary(text)) leftOut.push({ path, why: 'not text' });
		else files.push([path, text]);
		if (files.length > filesMax) throw tooMany();
	}
	const [only] = files;
	const isScenario = found.length === 1 && only?.[0].endsWith('.json') === true;
	return {
		name: name.replace(/(?:\.scenario)?\.json$/, ''),
		files: isScenario ? { 'scenario.json': only[1] } : Object.fromEntries(files),
		leftOut
	};
}
