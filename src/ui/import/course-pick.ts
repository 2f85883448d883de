// A course that somebody picked: a packed file, or the folder of tracks itself. Untrusted: all that is wrong with it is said, and
// then it is not taken.
import { courseOfFiles, isCourseText, packCourse, readCourse, type Catalogue } from '#lesson';
import type { PickedFolder } from './picked-folder.ts';

export type CoursePick =
	| { readonly type: 'course'; title: string; readonly catalogue: Catalogue; readonly text: string }
	| { readonly type: 'bad-course'; readonly problems: readonly string[] };

/** The course in what was picked; null when it is something else. */
export function courseOf({ name, files }: Pick<PickedFolder, 'name' | 'files'>): CoursePick | null {
	const text = files['scenario.json'];
	const isPacked = text !== undefined && Object.keys(files).length === 1 && isCourseText(text);
	const isFolder = Object.keys(files).some((path) => /^[^/]+\/[^/]+\/lesson\.md$/.test(path));
	if (!isPacked && !isFolder) return null;
	const read = isPacked ? readCourse(text) : courseOfFiles(name, files);
	if (!('catalogue' in read)) return { type: 'bad-course', problems: read };
	const title = read.title === '' ? name : read.title;
	const { catalogue } = read;
	return {
		type: 'course',
		title,
		catalogue,
		text: isPacked ? text : packCourse(title, files, catalogue)
	};
}
