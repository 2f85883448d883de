// Folders as browsers hand them over: chosen in the dialog, or dropped as a tree of entries.
import { describe, expect, test } from 'vitest';
import { readPicked } from '../../../src/ui/import/picked-folder.ts';

/** A file of the browser's folder dialog. */
function chosen(path: string, text: string): File {
	const file = new File([text], path.slice(path.lastIndexOf('/') + 1));
	Object.defineProperty(file, 'webkitRelativePath', { value: path });
	return file;
}

/** A dropped file or folder; a folder gives its entries in two pieces, as browsers do with large ones. */
function dropped(name: string, content: string | readonly FileSystemEntry[]): FileSystemEntry {
	const base = {
		name,
		isDirectory: typeof content !== 'string',
		isFile: typeof content === 'string'
	};
	if (typeof content === 'string') {
		return {
			...base,
			file: (done: (file: File) => void) => {
				done(new File([content], name));
			}
		} as unknown as FileSystemEntry;
	}
	const pieces = [content.slice(0, 1), content.slice(1), []];
	return {
		...base,
		createReader: () => ({
			readEntries: (done: (entries: readonly FileSystemEntry[]) => void) => {
				done(pieces.shift() ?? []);
			}
		})
	} as unknown as FileSystemEntry;
}

describe('a folder', () => {
	const expected = {
		name: 'shop',
		files: { 'lib/a.js': 'A', 'server.js': 'S' },
		leftOut: [
			{ path: 'lib/.git/', why: 'hidden' },
			{ path: 'logo.png', why: 'not text' },
			{ path: 'node_modules/', why: 'installed packages' }
		]
	};

	test('of the dialog loses its own name and what no program reads', async () => {
		const files = [
			chosen('shop/server.js', 'S'),
			chosen('shop/node_modules/x/index.js', 'x'),
			chosen('shop/node_modules/y/index.js', 'y'),
			chosen('shop/lib/.git/config', ''),
			chosen('shop/logo.png', '\u0089PNG\0'),
			chosen('shop/lib/a.js', 'A')
		];
		expect(await readPicked({ from: 'dialog', files })).toEqual(expected);
	});

	test('that was dropped gives the same, skipped folders not even looked into', async () => {
		const forbidden = {
			name: 'node_modules',
			isDirectory: true,
			createReader() {
				throw new Error('not to be read');
			}
		} as unknown as FileSystemEntry;
		const lib = dropped('lib', [dropped('.git', []), dropped('a.js', 'A')]);
		const entries = [
			dropped('shop', [
				dropped('server.js', 'S'),
				forbidden,
				dropped('logo.png', '\u0089PNG\0'),
				lib
			])
		];
		const folder = await readPicked({ from: 'drop', entries });
		const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
		expect({ ...folder, leftOut: folder.leftOut.toSorted(byPath) }).toEqual(expected);
	});
});

test('a single file of JSON is a scenario, as the page exports it', async () => {
	const entries = [dropped('my-chat.scenario.json', '{}')];
	expect(await readPicked({ from: 'drop', entries })).toEqual({
		name: 'my-chat',
		files: { 'scenario.json': '{}' },
		leftOut: []
	});
});
