// `roundtrip grade`: mark hand-ins by running them again, several at a time.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CommandContext } from './command-context.ts';
import { builtInLessons, loadLessons } from './load-lessons.ts';
import type { Marks } from './mark-file.ts';
import { markAll } from './marker-pool.ts';
import { csvText, marksLines } from './marks-report.ts';
import { isFolder } from './read-folder.ts';
import { UsageError } from './usage-error.ts';

export interface GradeOptions {
	readonly json?: boolean;
	/** File for a table, one row a task. */
	readonly csv?: string;
	/** Folder of lessons. Default: the built-in ones. */
	readonly lessons?: string;
	/** Hand-ins at a time. Default: one a processor. */
	readonly jobs?: number;
	/** Seconds one hand-in may take. */
	readonly patience: number;
}

/** Mark files, and all `.json` files of folders. Exit status 1 when one could not be marked. */
export async function gradeCommand(
	targets: readonly string[],
	options: GradeOptions,
	context: CommandContext
): Promise<number> {
	const files = targets.flatMap(handInFiles);
	if (files.length === 0) throw new UsageError(`${targets.join(', ')}: no .json file to mark`);
	// A folder without lessons is told before anybody begins to mark.
	loadLessons(options.lessons ?? builtInLessons(context.root), context.root);
	const began = performance.now();
	const marking = markAll(files, {
		program: context.program,
		args: ['marker', ...(options.lessons === undefined ? [] : ['--lessons', options.lessons])],
		jobs: options.jobs ?? availableParallelism(),
		patienceSeconds: options.patience
	});
	const results: Marks[] = [];
	for (const marked of marking) {
		const marks = await marked;
		results.push(marks);
		if (options.json !== true) for (const line of marksLines(marks)) context.print(line);
	}
	const seconds = (performance.now() - began) / 1000;
	const marked = results.filter((marks) => 'grade' in marks).length;
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
