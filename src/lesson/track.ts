// A track: a folder of lessons in order, with a title of its own in track.json.
import * as v from 'valibot';
import { problemLines, shapeProblems } from '#scenario';
import type { LessonLanguage } from './lesson-schema.ts';

const words = {
	title: v.pipe(v.string(), v.nonEmpty()),
	summary: v.pipe(v.string(), v.nonEmpty())
};
const trackSchema = v.strictObject({ ...words, zh: v.optional(v.strictObject(words)) });

export interface Track {
	/** Name of its folder. */
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly translations: Readonly<
		Partial<Record<LessonLanguage, { readonly title: string; readonly summary: string }>>
	>;
}

/** A track from its track.json; one that cannot be read is named by its folder (`trackProblem` says why). */
export function readTrack(id: string, source: string | undefined): Track {
	const read = parse(source);
	if (typeof read === 'string') return { id, title: id, summary: '', translations: {} };
	const { title, summary, zh } = read;
	return { id, title, summary, translations: zh === undefined ? {} : { zh } };
}

/** What is wrong with a track.json; null when it is fine. */
export function trackProblem(source: string | undefined): string | null {
	const read = parse(source);
	return typeof read === 'string' ? read : null;
}

function parse(source: string | undefined): v.InferOutput<typeof trackSchema> | string {
	if (source === undefined) return 'expected a file with "title" and "summary", found none';
	let data: unknown;
	try {
		data = JSON.parse(source);
	} catch (error) {
		return `expected JSON: ${error instanceof Error ? error.message : String(error)}`;
	}
	const read = v.safeParse(trackSchema, data);
	if (read.success) return read.output;
	return problemLines(shapeProblems(read.issues)).join('; ');
}
