// Marks one hand-in on disk: reads it, finds its lesson, runs it.
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { gradeHandIn, readHandIn, type ComputeRun, type Grade, type Lesson } from '#lesson';

/** One file's marks, or why it could not be marked. */
export type Marks = {
	readonly file: string;
	/** Who handed it in, as they wrote it; else the file's name. */
	readonly name: string;
} & ({ readonly grade: Grade } | { readonly problems: readonly string[] });

/** Bytes beyond which a file is not even opened. */
const fileBytesMax = 4_000_000;

/** Marks a file. `onBegin` is told the lesson once the file can be marked, before anything is run. */
export async function markFile(
	file: string,
	lessonOf: (id: string) => Lesson | undefined,
	compute: ComputeRun,
	onBegin: (name: string, lesson: Lesson) => void
): Promise<Marks> {
	const name = basename(file, '.json');
	const text = readText(file);
	if (typeof text !== 'string') return { file, name, ...text };
	const handIn = readHandIn(text);
	if (!('lesson' in handIn)) return { file, name, problems: handIn };
	const lesson = lessonOf(handIn.lesson);
	if (lesson === undefined) {
		return { file, name, problems: [`there is no lesson called ${handIn.lesson}`] };
	}
	const who = handIn.name ?? name;
	onBegin(who, lesson);
	return { file, name: who, grade: await gradeHandIn(lesson, handIn, compute) };
}

function readText(file: string): string | { readonly problems: readonly string[] } {
	try {
		const { size } = statSync(file);
		if (size > fileBytesMax) return { problems: [`the file has ${String(size)} bytes`] };
		return readFileSync(file, 'utf8');
	} catch (error) {
		return {
			problems: [
				`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`
			]
		};
	}
}
