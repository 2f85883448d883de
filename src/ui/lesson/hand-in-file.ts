// The file a student hands in: named after the lesson, with what counts of the files as they are now. Loaded when it is wanted.
import { handedInFiles, handInText, type Lesson } from '#lesson';
import { download } from '../shared/download.ts';

/**
 * Gives the browser the hand-in to keep.
 * @param seed of the run the student last saw
 * @returns the file's name
 */
export function saveHandIn(
	lesson: Lesson,
	files: Readonly<Record<string, string>>,
	seed: number
): string {
	const name = `${lesson.id}.hand-in.json`;
	const text = handInText({ lesson: lesson.id, files: handedInFiles(lesson, files), seed });
	download(new Blob([text], { type: 'application/json' }), name);
	return name;
}
