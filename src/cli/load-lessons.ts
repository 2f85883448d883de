// Lessons from a folder on disk. A folder of somebody's own may build on the built-in scenarios.
import { join } from 'node:path';
import { Catalogue } from '#lesson';
import { isFolder, readFolder } from './read-folder.ts';
import { UsageError } from './usage-error.ts';

/** The lessons of the repository. */
export const builtInLessons = (root: string): string => join(root, 'lessons');

/**
 * The catalogue of a folder of tracks.
 *
 * @throws UsageError when there is no such folder, or no lesson in it
 */
export function loadLessons(folder: string, root: string): Catalogue {
	if (!isFolder(folder)) throw new UsageError(`${folder}: no such folder`);
	const catalogue = new Catalogue({ ...builtInScenarios(root), ...readFolder(folder) });
	const hasLesson = [...catalogue.folders.values()].some((files) => 'lesson.md' in files);
	if (hasLesson) return catalogue;
	throw new UsageError(
		`${folder}: holds no lesson (a folder <track>/<lesson>/ with lesson.md and scenario.json); ` +
			'`roundtrip lessons new` makes one'
	);
}

function builtInScenarios(root: string): Readonly<Record<string, string>> {
	const files = readFolder(join(builtInLessons(root), 'scenarios'));
	return Object.fromEntries(
		Object.entries(files).map(([path, text]) => [`scenarios/${path}`, text])
	);
}
