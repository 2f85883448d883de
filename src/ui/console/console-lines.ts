// What the processes printed up to a cursor, line by line, with how they ended, in the language of the page.
import type { EventList } from '#trace';
import { isCaught } from '../state/index.ts';
import { consoleWords } from '../text/console.ts';

export interface ConsoleLine {
	/** Unique: event number and position in its text. */
	readonly key: string;
	readonly seq: number;
	/** Virtual microseconds. */
	readonly at: number;
	readonly process: string;
	/** `ended`: the notice of how the process ended. */
	readonly stream: 'stdout' | 'stderr' | 'log' | 'ended';
	readonly text: string;
}

/** All lines of a trace in order. Lines of one event keep their order. */
export function consoleLines(trace: EventList): readonly ConsoleLine[] {
	const lines: ConsoleLine[] = [];
	/** Processes that caught an error nobody handled, in the life they lead. */
	const troubled = new Set<string>();
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		const process = event.actor.slice('process:'.length);
		if (event.kind === 'process.started') troubled.delete(process);
		else if (isCaught(event)) troubled.add(process);
		else if (event.kind === 'process.output') {
			const { stream, text } = event.data;
			text.split('\n').forEach((line, part) => {
				lines.push({ key: `${seq}/${part}`, seq, at: event.at, process, stream, text: line });
			});
		} else if (event.kind === 'process.exited' || event.kind === 'process.killed') {
			const text =
				event.kind === 'process.killed'
					? consoleWords.now.killed
					: exitText(event.data, troubled.has(process));
			lines.push({ key: `${seq}/0`, seq, at: event.at, process, stream: 'ended', text });
		}
	}
	return lines;
}

/**
 * How a process ended, in words.
 * @param hasCaught it caught errors that nobody handled before it ended
 */
export function exitText(
	exit: { readonly code: number | null; readonly reason: string | null },
	hasCaught = false
): string {
	const words = consoleWords.now;
	if (exit.reason === null && hasCaught) return words.exitedAfterError(String(exit.code));
	if (exit.reason === null) return words.exited(String(exit.code));
	if (exit.reason === 'uncaught') return words.crashed(String(exit.code));
	return exit.reason === 'killed' ? words.killed : words.stopped(exit.reason);
}

/** The lines that have been printed at a cursor: how many of the list. */
export function printedCount(lines: readonly ConsoleLine[], cursor: number): number {
	let low = 0;
	let high = lines.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((lines[middle]?.seq ?? 0) < cursor) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Which processes have a line, in the order of their first one. `framework`: there are lines of the framework's own. */
export function speakers(lines: readonly ConsoleLine[]): {
	readonly processes: readonly string[];
	readonly framework: boolean;
} {
	const processes = new Set<string>();
	let framework = false;
	for (const line of lines) {
		if (line.stream === 'log') framework = true;
		else processes.add(line.process);
	}
	return { processes: [...processes], framework };
}

/** What is listed: everything programs print, one process, or the framework's own log. */
export type ConsoleFilter =
	| { readonly show: 'all' }
	| { readonly show: 'process'; readonly name: string }
	| { readonly show: 'framework' };

/** The lines a filter lets through. The framework's log stands apart from what programs print. */
export function filterLines(
	lines: readonly ConsoleLine[],
	filter: ConsoleFilter
): readonly ConsoleLine[] {
	switch (filter.show) {
		case 'all':
			return lines.filter((line) => line.stream !== 'log');
		case 'process':
			return lines.filter((line) => line.stream !== 'log' && line.process === filter.name);
		case 'framework':
			return lines.filter((line) => line.stream === 'log');
	}
}
