// Several markers at work: each file goes to the next free one. A marker that does not come back in time is ended, and its file
// gets no points and a reason; so is one that died.
import { fork, type ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import type { Marks } from './mark-file.ts';
import type { MarkerMessage, MarkRequest } from './marker-messages.ts';

export interface MarkerPoolOptions {
	/** The program that is a marker, and its arguments. */
	readonly program: string;
	readonly args: readonly string[];
	/** Markers at a time. */
	readonly jobs: number;
	/** Seconds a marker may take for one file. */
	readonly patienceSeconds: number;
}

/** Starts marking. @returns the marks of each file, in the order of the files */
export function markAll(
	files: readonly string[],
	options: MarkerPoolOptions
): readonly Promise<Marks>[] {
	const jobs: { readonly file: string; readonly done: (marks: Marks) => void }[] = [];
	const marking = files.map(
		(file) =>
			new Promise<Marks>((done) => {
				jobs.push({ file, done });
			})
	);
	const waiting = jobs.values();
	const work = async (): Promise<void> => {
		let marker: ChildProcess | null = null;
		for (const { file, done } of waiting) {
			marker ??= fork(options.program, options.args, { serialization: 'advanced' });
			done(await askMarker(marker, file, options.patienceSeconds));
			if (!marker.connected) marker = null;
		}
		marker?.disconnect();
	};
	for (let job = 0; job < Math.min(options.jobs, files.length); job++) void work();
	return marking;
}

/** Marks one file. A marker that fails is not connected any more afterwards. */
function askMarker(marker: ChildProcess, file: string, patienceSeconds: number): Promise<Marks> {
	return new Promise((resolve) => {
		let begun: Extract<MarkerMessage, { type: 'begun' }> | null = null;
		const done = (marks: Marks): void => {
			clearTimeout(impatience);
			marker.off('message', hear).off('exit', died);
			resolve(marks);
		};
		const giveUp = (because: string): void => {
			marker.kill('SIGKILL');
			if (marker.connected) marker.disconnect();
			if (begun === null) {
				done({ file, name: basename(file, '.json'), problems: [because] });
				return;
			}
			const { name, lesson } = begun;
			const tasks = begun.tasks.map((task) => ({ ...task, ...lost, because }));
			const of = tasks.reduce((sum, task) => sum + task.of, 0);
			done({ file, name, grade: { lesson, points: 0, of, tasks, ignored: [] } });
		};
		const hear = (message: MarkerMessage): void => {
			if (message.type === 'marked') done(message.marks);
			else {
				begun = message;
				impatience.refresh();
			}
		};
		const died = (): void => {
			giveUp('its programs took the marking process down');
		};
		const impatience = setTimeout(() => {
			const longer = `--patience ${String(patienceSeconds * 5)} gives it longer`;
			giveUp(`still computing after ${String(patienceSeconds)} s, and stopped: ${longer}`);
		}, patienceSeconds * 1000);
		marker.on('message', hear).on('exit', died);
		marker.send({ file } satisfies MarkRequest);
	});
}

/** What is known of a task whose run did not come to an end. */
const lost = { points: 0, passed: false, seed: null, plan: null } as const;
