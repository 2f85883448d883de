// Does what was picked look like a course? Told without the reader of lessons, which is large.
import type { PickedFolder } from './picked-folder.ts';

export function mayBeCourse({ files }: Pick<PickedFolder, 'files'>): boolean {
	const isFolder = Object.keys(files).some((path) => path.endsWith('/lesson.md'));
	return isFolder || files['scenario.json']?.slice(0, 200).includes('"course"') === true;
}
