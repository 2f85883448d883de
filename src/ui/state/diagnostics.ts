// Errors of guest programs as the editor shows them: file, line and what the program said. Read from the trace.
import type { Trace } from '#trace';

export interface Diagnostic {
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** From 1. */
	readonly column: number;
	readonly message: string;
	/** Name of the process that failed. */
	readonly process: string;
	/** The event that tells of it. */
	readonly seq: number;
}

/** The failures among the first `length` events, in the order they happened. */
export function diagnosticsIn(trace: Trace, length: number): readonly Diagnostic[] {
	const found: Diagnostic[] = [];
	for (const seq of trace.seqsOfKind('process.exited')) {
		if (seq >= length) break;
		const event = trace.event(seq);
		if (event.kind !== 'process.exited') continue;
		const { file, line, column, message } = event.data;
		if (file === null || line === null) continue;
		found.push({
			// Programs see their files below /app.
			file: file.replace(/^\/app\//, ''),
			line,
			column: column ?? 1,
			message: message ?? 'The program failed here.',
			process: event.actor.slice(event.actor.indexOf(':') + 1),
			seq
		});
	}
	return found;
}
