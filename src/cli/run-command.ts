// `roundtrip run`: compute one scenario and say what came of it.
import { runScenario, type RunSummary } from '#simulation';
import type { Scenario } from '#scenario';
import type { CommandContext } from './command-context.ts';
import { loadTarget } from './load-target.ts';
import { outputLines, summaryLines } from './report.ts';
import { writeTraceFile } from './trace-file.ts';

export interface RunOptions {
	readonly json?: boolean;
	readonly seed?: number;
	/** Milliseconds after time 0. */
	readonly until?: number;
	readonly trace?: string;
	readonly start: readonly string[];
}

/** The contract's JSON: the summary without what only the page needs. */
export function runJson({ timeZeroUs: _, ...contract }: RunSummary): string {
	return JSON.stringify(contract, null, '\t');
}

/** Run it. Exit status 0 whenever the run was computed, whatever the programs' own exit codes. */
export async function runCommand(
	what: string,
	options: RunOptions,
	context: CommandContext
): Promise<number> {
	const { scenario: loaded, notes } = loadTarget(what, options.start, context.root);
	for (const note of notes) context.note(note);
	const scenario: Scenario =
		options.seed === undefined ? loaded : { ...loaded, seed: options.seed };
	const sandbox = await context.sandbox();
	const { until: untilMs } = options;
	const run = await runScenario(scenario, {
		sandbox,
		...(untilMs === undefined ? {} : { untilMs })
	});
	if (options.trace !== undefined) writeTraceFile(options.trace, run.events);
	if (options.json === true) {
		context.print(runJson(run.summary));
		return 0;
	}
	const names = Object.keys(run.summary.processes);
	for (const line of outputLines(run.events, names)) context.print(line);
	context.print('');
	for (const line of summaryLines(run.summary)) context.print(line);
	return 0;
}
