// Lessons packed in one file: what a page loads at run time, from its own site or from the reader's disk. Untrusted: whatever it
// holds, reading it is safe, and everything wrong with it is told at once.
import * as v from 'valibot';
import { problemLines, shapeProblems } from '#scenario';
import { Catalogue } from './catalogue.ts';
import { readProblems } from './check-lessons.ts';
import { problemText } from './problems.ts';
import { noScenarioWords } from './scenario-words.ts';

/** Characters of a course file. */
const textMax = 8_000_000;
const filesMax = 4000;

const courseSchema = v.strictObject({
	roundtrip: v.literal('course'),
	version: v.literal(1),
	title: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100))),
	files: v.pipe(
		v.custom<Readonly<Record<string, string>>>((files) => !Array.isArray(files), 'files by path'),
		v.record(v.pipe(v.string(), v.maxLength(250)), v.string()),
		v.check((files) => Object.keys(files).length <= filesMax, `at most ${String(filesMax)} files`)
	)
});

/** A course as it was read. */
export interface CourseFile {
	/** What the file calls itself; '' when it does not. */
	readonly title: string;
	readonly catalogue: Catalogue;
}

/** Files by path below the folder of tracks, with the built-in scenarios that its lessons build on. */
export function packCourse(
	title: string,
	files: Readonly<Record<string, string>>,
	catalogue: Catalogue
): string {
	const needed = { ...files };
	for (const folder of catalogue.folders.keys()) {
		if (!folder.startsWith('scenarios/')) continue;
		const isExtended = Object.values(files).some((text) => text.includes(`../${folder}"`));
		if (!isExtended) continue;
		for (const [path, text] of Object.entries(catalogue.folders.get(folder) ?? {})) {
			needed[`${folder}/${path}`] = text;
		}
	}
	return JSON.stringify({ roundtrip: 'course', version: 1, title, files: needed });
}

/** Is this the text of a course, sound or not? */
export function isCourseText(text: string): boolean {
	return /"roundtrip"\s*:\s*"course"/.test(text.slice(0, 200));
}

/** @returns the course in a file, or sentences about everything that is wrong with it */
export function readCourse(text: string): CourseFile | readonly string[] {
	if (text.length > textMax) {
		return [
			`the course has ${String(text.length)} characters, at most ${String(textMax)} are read`
		];
	}
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		return [`expected JSON: ${error instanceof Error ? error.message : String(error)}`];
	}
	const read = v.safeParse(courseSchema, data);
	if (!read.success) return problemLines(shapeProblems(read.issues));
	const { title = '', files } = read.output;
	return courseOfFiles(title, files);
}

/** A course of the files of a folder of tracks, by path. */
export function courseOfFiles(
	title: string,
	files: Readonly<Record<string, string>>
): CourseFile | readonly string[] {
	// Groups and words are for the list of scenarios, and a course's scenarios are not listed.
	const catalogue = new Catalogue({
		...files,
		'scenarios/groups.json': '[]',
		'scenarios/words.zh.json': noScenarioWords
	});
	const problems = readProblems(catalogue);
	if (problems.length > 0) {
		return problems.map((problem) => `${problem.folder}/${problemText(problem)}`);
	}
	if (catalogue.lessons.length === 0) {
		return ['it holds no lesson: a folder <track>/<lesson>/ with lesson.md and scenario.json'];
	}
	return { title, catalogue };
}
