// Errors of guest programs as the editor shows them: file, line and what the program said. Read from the trace: those that
// ended a process, and those that a listener of the program kept from ending it.
import { eventField, traceIndex, type Trace, type TraceEvent } from '#trace';

/** Programs see their files below this folder. */
export const programRoot = '/app/';

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
	const seqs = [...trace.seqsOfKind('process.exited'), ...trace.seqsOfKind('process.note')];
	return seqs
		.filter((seq) => seq < length)
		.sort((a, b) => a - b)
		.flatMap((seq) => diagnosticOf(trace.event(seq), trace) ?? []);
}

function diagnosticOf(event: TraceEvent, trace: Trace): Diagnostic | null {
	if (event.kind === 'process.note' && !isCaught(event)) return null;
	const index = traceIndex(trace);
	const field = (name: string): unknown => eventField(event, name, index);
	const [file, line, column] = [field('file'), field('line'), field('column')];
	const message = field('message');
	if (typeof file !== 'string' || typeof line !== 'number') return null;
	return {
		file: file.startsWith(programRoot) ? file.slice(programRoot.length) : file,
		line,
		column: typeof column === 'number' ? column : 1,
		message: typeof message === 'string' ? message : 'The program failed here.',
		process: event.actor.slice(event.actor.indexOf(':') + 1),
		seq: event.seq
	};
}

/** Does a program tell that an error reached the event loop, and a listener of its own kept it alive? */
export function isCaught(event: TraceEvent): boolean {
	return event.kind === 'process.note' && event.data.note === 'process.caught';
}
