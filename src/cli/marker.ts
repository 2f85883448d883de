// A marker: a process of its own that marks hand-ins for `roundtrip grade`, one at a time, so that a program which the engine
// cannot stop, or which takes the process down, costs its own marks and nothing else.
import type { Lesson } from '#lesson';
import type { CommandContext } from './command-context.ts';
import { computeIn } from './compute-run.ts';
import { builtInLessons, loadLessons } from './load-lessons.ts';
import { markFile } from './mark-file.ts';
import type { MarkerMessage, MarkRequest } from './marker-messages.ts';
import { UsageError } from './usage-error.ts';

/** Marks what the parent process sends until it hangs up. */
export async function serveMarking(
	folder: string | undefined,
	context: CommandContext
): Promise<number> {
	if (process.send === undefined) throw new UsageError('marker: `roundtrip grade` starts this');
	const tell = (message: MarkerMessage): void => {
		process.send?.(message);
	};
	const catalogue = loadLessons(folder ?? builtInLessons(context.root), context.root);
	const compute = computeIn(await context.sandbox());
	const lessons = new Map<string, Lesson | undefined>();
	const lessonOf = (id: string) => {
		if (!lessons.has(id)) lessons.set(id, catalogue.lesson(id));
		return lessons.get(id);
	};
	process.on('message', ({ file }: MarkRequest) => {
		void markFile(file, lessonOf, compute, (name, { id, steps }) => {
			const tasks = steps.flatMap(({ title, task }) =>
				task === null ? [] : [{ title, of: task.points }]
			);
			tell({ type: 'begun', name, lesson: id, tasks });
		}).then((marks) => {
			tell({ type: 'marked', marks });
		});
	});
	return new Promise((resolve) => {
		process.once('disconnect', () => {
			resolve(0);
		});
	});
}
