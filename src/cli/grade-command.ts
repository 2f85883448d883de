// `roundtrip grade`: mark hand-ins by running them again.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gradeHandIn, readHandIn, type ComputeRun, type Grade, type Lesson } from '#lesson';
import type { CommandContext } from './command-context.ts';
import { computeIn } from './compute-run.ts';
import { builtInLessons, loadLessons } from './load-lessons.ts';
import { isFolder } from './read-folder.ts';
import { UsageError } from './usage-error.ts';

export interface GradeOptions {
	readonly json?: boolean;
	/** File for a table, one row a task. */
	readonly csv?: string;
	/** Folder of lessons. Default: the built-in ones. */
	readonly lessons?: string;
}

/** One file's marks, or why it could not be marked. */
type Result =
	| { readonly file: string; readonly name: string; readonly grade: Grade }
	| { readonly file: string; readonly name: string; readonly problems: readonly string[] };

/** Characters beyond which a file is not even opened. */
const fileBytesMax = 4_000_000;

/** Mark files, and all `.json` files of folders. Exit status 1 when one could not be marked. */
export async function gradeCommand(
	targets: readonly string[],
	options: GradeOptions,
	context: CommandContext
): Promise<number> {
	const files = targets.flatMap(handInFiles);
	if (files.length === 0) throw new UsageError(`${targets.join(', ')}: no .json file to mark`);
	const catalogue = loadLessons(options.lessons ?? builtInLessons(context.root), context.root);
	const compute = computeIn(await context.sandbox());
	const lessons = new Map<string, Lesson | undefined>();
	const lessonOf = (id: string) => {
		if (!lessons.has(id)) lessons.set(id, catalogue.lesson(id));
		return lessons.get(id);
	};
	const began = performance.now();
	const results: Result[] = [];
	for (const file of files) {
		const result = await mark(file, lessonOf, compute);
		results.push(result);
		if (options.json !== true) for (const line of resultLines(result)) context.print(line);
	}
	const seconds = (performance.now() - began) / 1000;
	const marked = results.filter((result) => 'grade' in result).length;
	const rate = `${(files.length / seconds).toFixed(1)} hand-ins per second`;
	if (options.csv !== undefined) writeFileSync(options.csv, csvText(results));
	if (options.json === true) context.print(JSON.stringify({ results }, null, '\t'));
	else context.print(`${String(marked)} of ${String(files.length)} marked, ${rate}`);
	context.note(`${String(files.length)} files in ${seconds.toFixed(1)} s: ${rate}`);
	return marked === files.length ? 0 : 1;
}

function handInFiles(target: string): string[] {
	if (!isFolder(target)) {
		if (statSync(target, { throwIfNoEntry: false }) === undefined)
			throw new UsageError(`${target}: no such file or folder`);
		return [target];
	}
	const names = readdirSync(target).filter((name) => name.endsWith('.json'));
	return names.sort().map((name) => join(target, name));
}

async function mark(
	file: string,
	lessonOf: (id: string) => Lesson | undefined,
	compute: ComputeRun
): Promise<Result> {
	const name = basename(file, '.json');
	const size = statSync(file).size;
	if (size > fileBytesMax) return { file, name, problems: [`the file has ${String(size)} bytes`] };
	const handIn = readHandIn(readFileSync(file, 'utf8'));
	if (!('lesson' in handIn)) return { file, name, problems: handIn };
	const lesson = lessonOf(handIn.lesson);
	if (lesson === undefined) {
		return { file, name, problems: [`there is no lesson called ${handIn.lesson}`] };
	}
	return { file, name: handIn.name ?? name, grade: await gradeHandIn(lesson, handIn, compute) };
}

function resultLines(result: Result): string[] {
	if (!('grade' in result)) {
		return result.problems.map((problem) => `-/-  ${result.file}: ${problem}`);
	}
	const { points, of, lesson, tasks, ignored } = result.grade;
	const lines = [`${String(points)}/${String(of)}  ${result.name}  ${lesson}`];
	for (const task of tasks.filter(({ passed }) => !passed)) {
		const plan = task.plan === null ? '' : `, ${task.plan}`;
		lines.push(`       ${task.title}: ${task.because} (seed ${String(task.seed)}${plan})`);
	}
	if (ignored.length > 0)
		lines.push(`       not used, not part of the task: ${ignored.join(', ')}`);
	return lines;
}

function csvText(results: readonly Result[]): string {
	const rows = [['file', 'name', 'lesson', 'task', 'points', 'of', 'because']];
	for (const result of results) {
		const { file, name } = result;
		if (!('grade' in result)) {
			rows.push([file, name, '', '', '0', '', result.problems.join('; ')]);
			continue;
		}
		for (const task of result.grade.tasks) {
			const { title, points, of, because } = task;
			rows.push([file, name, result.grade.lesson, title, String(points), String(of), because]);
		}
	}
	return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Quoted where needed; a cell that a spreadsheet would take for a formula becomes text. */
function csvCell(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
