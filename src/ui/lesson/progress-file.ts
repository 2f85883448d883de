// Progress in all lessons with the edits made in them, as one file: to take along to another browser. Untrusted when it is read.
// Merging loses nothing: the further step, all passed tasks; where both sides have edits, this browser's stay in place and the
// file's are given back to whoever merges, to be kept beside them.
import { readStoredEdits } from '../state/stored-edits.ts';
import type { KeyValueStore } from '../state/preferences.svelte.ts';
import { readRecords, type LessonProgress, type LessonRecord } from './lesson-progress.svelte.ts';

export interface ProgressFile {
	readonly records: Readonly<Record<string, LessonRecord>>;
	/** Lesson to its edits, as text of the kept format. */
	readonly edits: Readonly<Record<string, string>>;
}

export interface Merged {
	/** Lessons in which something of the file was taken over. */
	readonly lessons: number;
	/** Lessons with other edits in this browser, and the file's edits. */
	readonly conflicts: readonly { readonly place: string; readonly edits: string }[];
}

const mark = 'progress';
/** Characters of a file. */
const textMax = 8_000_000;
/** What a lesson may be called on the page. */
const placePattern = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/;
const editsKey = (place: string): string => `edits:lesson/${place}`;

/** The file's text. */
export function progressText(progress: LessonProgress, store: KeyValueStore): string {
	const records = progress.all;
	const edits = Object.keys(records).flatMap((place) => {
		const kept = store.get(editsKey(place));
		return kept === null ? [] : [[place, kept] as const];
	});
	const file = { roundtrip: mark, version: 1, lessons: records, edits: Object.fromEntries(edits) };
	return JSON.stringify(file, null, '\t');
}

/** Is this the text of such a file, sound or not? */
export function isProgressText(text: string): boolean {
	return /"roundtrip"\s*:\s*"progress"/.test(text.slice(0, 200));
}

/** The progress in a file; null when it is damaged or of a newer page. */
export function readProgress(text: string): ProgressFile | null {
	const { roundtrip, edits } = fieldsOf(text);
	const records = roundtrip === mark ? readRecords(text) : null;
	if (records === null) return null;
	if (typeof edits !== 'object' || edits === null) return null;
	const all = Object.entries(edits as Record<string, unknown>);
	const isSound = ([place, kept]: [string, unknown]): boolean =>
		placePattern.test(place) && typeof kept === 'string' && readStoredEdits(kept) !== null;
	if (!all.every(isSound)) return null;
	return {
		records: Object.fromEntries(
			Object.entries(records).filter(([place]) => placePattern.test(place))
		),
		edits: edits as Record<string, string>
	};
}

function fieldsOf(text: string): { readonly roundtrip?: unknown; readonly edits?: unknown } {
	if (text.length > textMax) return {};
	try {
		return (JSON.parse(text) ?? {}) as object;
	} catch {
		return {};
	}
}

/** Puts a file's progress to this browser's. */
export function mergeProgress(
	file: ProgressFile,
	progress: LessonProgress,
	store: KeyValueStore
): Merged {
	progress.merge(file.records);
	const conflicts: { place: string; edits: string }[] = [];
	for (const [place, edits] of Object.entries(file.edits)) {
		const own = store.get(editsKey(place));
		if (own === null) store.set(editsKey(place), edits);
		else if (own !== edits) conflicts.push({ place, edits });
	}
	const lessons = new Set([...Object.keys(file.records), ...Object.keys(file.edits)]).size;
	return { lessons, conflicts };
}
