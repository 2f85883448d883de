// `roundtrip lessons`: check lessons, begin a new one, pack them for a page that loads them at run time.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
	checkLessons,
	newLessonFiles,
	packCourse,
	problemText,
	readCourse,
	type LessonProblem
} from '#lesson';
import type { CommandContext } from './command-context.ts';
import { computeIn } from './compute-run.ts';
import { globPattern } from './glob-pattern.ts';
import { builtInLessons, loadLessons } from './load-lessons.ts';
import { readFolder } from './read-folder.ts';
import { UsageError } from './usage-error.ts';

export interface LessonsCheckOptions {
	readonly json?: boolean;
	/** Ids of lessons, `*` for any letters. */
	readonly only?: string;
}

/** Check every lesson of a folder, or the built-in ones. Exit status 1 when something is wrong. */
export async function lessonsCheckCommand(
	folder: string | undefined,
	options: LessonsCheckOptions,
	context: CommandContext
): Promise<number> {
	const catalogue = loadLessons(folder ?? builtInLessons(context.root), context.root);
	const wanted = options.only === undefined ? null : globPattern(options.only);
	const { lessons, problems } = await checkLessons(catalogue, {
		compute: computeIn(await context.sandbox()),
		only: (id) => wanted === null || wanted.test(id),
		onLesson: (path) => {
			context.note(`checking ${path}`);
		}
	});
	if (lessons === 0) throw new UsageError(`--only ${options.only ?? ''}: no lesson is called that`);
	const bad = new Set(problems.map((problem) => problem.folder)).size;
	if (options.json === true) context.print(JSON.stringify({ lessons, problems }, null, '\t'));
	else {
		for (const line of lessonProblemLines(problems)) context.print(line);
		context.print(`${String(Math.max(0, lessons - bad))} passed, ${String(bad)} failed`);
	}
	return problems.length === 0 ? 0 : 1;
}

function lessonProblemLines(problems: readonly LessonProblem[]): string[] {
	return problems.map((problem) => `${problem.folder}/${problemText(problem)}`);
}

/** Write a small lesson that passes its check, to be changed into another. */
export function lessonsNewCommand(
	path: string,
	options: { readonly folder?: string },
	context: CommandContext
): number {
	const [track, lesson, ...more] = path.split('/');
	const isName = (name: string | undefined): name is string =>
		name !== undefined && /^[a-z0-9][a-z0-9-]*$/.test(name);
	if (!isName(track) || !isName(lesson) || more.length > 0) {
		throw new UsageError(
			`${path}: expected <track>/<lesson> in lower-case letters, digits and hyphens, e.g. 09-mine/01-first`
		);
	}
	const root = options.folder ?? builtInLessons(context.root);
	const target = join(root, track, lesson);
	if (existsSync(target)) throw new UsageError(`${target}: it exists already`);
	const files: [string, string][] = Object.entries(newLessonFiles(lesson)).map(([file, text]) => [
		join(target, file),
		text
	]);
	const trackFile = join(root, track, 'track.json');
	if (!existsSync(trackFile)) {
		const words = { title: track, summary: 'What the lessons of this track are about.' };
		files.push([trackFile, `${JSON.stringify(words, null, '\t')}\n`]);
	}
	for (const [file, text] of files) {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		context.print(file);
	}
	return 0;
}

/** Put a folder of lessons into one file that the page can load. Exit status 1 when it would refuse it. */
export function lessonsPackCommand(
	folder: string,
	file: string,
	options: { readonly title?: string },
	context: CommandContext
): number {
	const catalogue = loadLessons(folder, context.root);
	const title = options.title ?? basename(resolve(folder));
	const text = packCourse(title, readFolder(folder), catalogue);
	const read = readCourse(text);
	if (!('catalogue' in read)) {
		for (const line of read) context.print(line);
		return 1;
	}
	writeFileSync(file, text);
	const { length } = read.catalogue.lessons;
	context.print(`${file}: ${title}, ${String(length)} lessons, ${String(text.length)} characters`);
	return 0;
}
