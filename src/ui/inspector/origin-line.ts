// The line of a program that an event began with: the nearest cause for which the code tells its line. Pure.
import { causesOf, type EventList } from '#trace';
import { workLine } from '../editor/work-lines.ts';

export interface OriginLine {
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** The event that came of that line. */
	readonly seq: number;
}

/**
 * @param files path to text
 * @param mainFiles process name to the file it runs
 * @returns null when no line of no cause is told apart from the others
 */
export function originLine(
	trace: EventList,
	seq: number,
	files: Readonly<Record<string, string>>,
	mainFiles: ReadonlyMap<string, string>
): OriginLine | null {
	for (const cause of [seq, ...causesOf(trace, seq).toReversed()]) {
		const found = workLine(trace, cause + 1, files, mainFiles);
		if (found !== null) return { file: found.file, line: found.from, seq: cause };
	}
	return null;
}
