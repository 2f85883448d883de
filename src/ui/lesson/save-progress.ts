// Saves progress in all lessons as a file. Loaded when somebody wants that.
import { download } from '../shared/download.ts';
import { browserStore } from '../state/browser-store.ts';
import type { LessonProgress } from './lesson-progress.svelte.ts';
import { progressText } from './progress-file.ts';

/** @returns the file's name */
export function saveProgress(progress: LessonProgress): string {
	const name = 'roundtrip.progress.json';
	const text = progressText(progress, browserStore);
	download(new Blob([text], { type: 'application/json' }), name);
	return name;
}
