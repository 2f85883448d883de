// Lessons packed in one file: what a page loads at run time, from its own site or from the reader's disk.
import { Catalogue } from './catalogue.ts';

/** Characters of a course file. */
const textMax = 8_000_000;

/** Files by path below the folder of tracks, with the built-in scenarios that its lessons build on. */
export function packCourse(files: Readonly<Record<string, string>>, catalogue: Catalogue): string {
	const needed = { ...files };
	for (const folder of catalogue.folders.keys()) {
		if (!folder.startsWith('scenarios/')) continue;
		const isExtended = Object.values(files).some((text) => text.includes(`../${folder}"`));
		if (!isExtended) continue;
		for (const [path, text] of Object.entries(catalogue.folders.get(folder) ?? {})) {
			needed[`${folder}/${path}`] = text;
		}
	}
	return JSON.stringify({ roundtrip: 'course', version: 1, files: needed });
}

/** The catalogue in a course file. Throws an Error in words when it is none. */
export function readCourse(text: string): Catalogue {
	if (text.length > textMax) {
		throw new Error(
			`The course has ${String(text.length)} characters, at most ${String(textMax)} are read.`
		);
	}
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		throw new Error('The file is no course: it is not JSON.', { cause: error });
	}
	const { roundtrip, version, files } = (data ?? {}) as Readonly<Record<string, unknown>>;
	if (roundtrip !== 'course' || typeof files !== 'object' || files === null) {
		throw new Error('The file is no course: `roundtrip lessons pack` makes one.');
	}
	if (version !== 1)
		throw new Error(`The course has version ${String(version)}, this page reads 1.`);
	const texts = Object.entries(files).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string'
	);
	return new Catalogue(Object.fromEntries(texts));
}
