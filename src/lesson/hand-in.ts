// A hand-in: what a student sends to the teacher, a small file with the lesson's id and the files that were changed.
// Untrusted: whatever it holds, reading it is safe, and only files the lesson lets students change are taken over.
import * as v from 'valibot';
import { problemLines, shapeProblems } from '#scenario';

/** Characters of a hand-in's whole text. */
const textMax = 1_000_000;
const filesMax = 50;

const handInSchema = v.strictObject({
	roundtrip: v.literal('hand-in'),
	version: v.literal(1),
	lesson: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/, 'the id of a lesson')),
	/** Who hands it in, as they wrote it. */
	name: v.optional(v.pipe(v.string(), v.maxLength(200, 'at most 200 characters'))),
	/** The seed the student last saw; the marking uses the lesson's own. */
	seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))),
	files: v.pipe(
		v.custom<Readonly<Record<string, string>>>((files) => !Array.isArray(files), 'files by path'),
		v.record(v.pipe(v.string(), v.maxLength(250)), v.string()),
		v.check((files) => Object.keys(files).length <= filesMax, `at most ${String(filesMax)} files`)
	)
});

export type HandIn = v.InferOutput<typeof handInSchema>;

/** A hand-in's text; the same for page and tests. */
export function handInText(handIn: Omit<HandIn, 'roundtrip' | 'version'>): string {
	return JSON.stringify({ roundtrip: 'hand-in', version: 1, ...handIn }, null, '\t');
}

/** @returns the hand-in, or sentences about what is wrong with the file */
export function readHandIn(text: string): HandIn | readonly string[] {
	if (text.length > textMax) {
		return [`the file has ${String(text.length)} characters, expected at most ${String(textMax)}`];
	}
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		return [`expected JSON: ${error instanceof Error ? error.message : String(error)}`];
	}
	const read = v.safeParse(handInSchema, data);
	if (read.success) return read.output;
	return problemLines(shapeProblems(read.issues));
}
