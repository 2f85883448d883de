// A run told to a person in a terminal: what the programs printed, in order, then the calls, then one line of figures.
// Pure text, no colours: output may be a file.
import type { CallSummary, RunSummary } from '#simulation';
import type { TraceEvent } from '#trace';

const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

/** Columns padded to their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
	const widths = (rows[0] ?? []).map((_, column) =>
		rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0)
	);
	return rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd()
	);
}

const streamMark = { stdout: '|', stderr: '!', log: '~' } as const;

/** Every line the programs printed, as it is, behind the program's name: `|` stdout, `!` stderr, `~` the framework's log. */
export function outputLines(events: readonly TraceEvent[], names: readonly string[]): string[] {
	const width = names.reduce((longest, name) => Math.max(longest, name.length), 0);
	return events.flatMap((event) => {
		if (event.kind !== 'process.output') return [];
		const name = event.actor.slice('process:'.length).padEnd(width);
		const { stream, text } = event.data;
		return text.split('\n').map((line) => `${name} ${streamMark[stream]} ${line}`);
	});
}

function exitText({ code, reason }: { code: number | null; reason: string | null }): string {
	if (code !== null) return reason === null ? `exit ${code}` : `exit ${code} (${reason})`;
	return reason ?? 'running';
}

function callRow(call: CallSummary): string[] {
	const latency = call.latencyMs === null ? '-' : milliseconds(call.latencyMs);
	return [
		call.id,
		call.protocol,
		call.caller,
		call.target,
		call.server ?? '-',
		call.status,
		latency
	];
}

/** How each process ended, the calls as a table, and the figures of the run. */
export function summaryLines(summary: RunSummary): string[] {
	const processes = Object.entries(summary.processes).map(([name, { exit, steps }]) => [
		name,
		exitText(exit),
		`${steps} steps`
	]);
	const header = ['call', 'protocol', 'caller', 'target', 'server', 'status', 'latency'];
	const answered = summary.calls.filter((call) => call.status === 'answered').length;
	return [
		...table(processes),
		'',
		...(summary.calls.length === 0 ? [] : [...table([header, ...summary.calls.map(callRow)]), '']),
		`${summary.events} events in ${milliseconds(summary.virtualMs)} of virtual time, ` +
			`${answered} of ${summary.calls.length} calls answered, ` +
			`seed ${summary.seed}, digest ${summary.digest}`
	];
}
