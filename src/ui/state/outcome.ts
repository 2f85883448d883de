// What changed between two runs of a scenario, in the few numbers a person asks for after an edit.
import type { RunSummary } from '#simulation';

/** One number of an outcome before and after. */
export interface OutcomeRow {
	readonly label: string;
	readonly before: string;
	readonly after: string;
}

export interface OutcomeChange {
	/** The two runs were the same, event by event. */
	readonly same: boolean;
	/** Only the rows that differ. */
	readonly rows: readonly OutcomeRow[];
}

/** Compares two finished runs: calls answered, not answered, typical latency, and who answered how many. */
export function compareOutcomes(before: RunSummary, after: RunSummary): OutcomeChange {
	const rows = [
		row('Calls answered', answeredText(before), answeredText(after)),
		row('Median latency', latencyText(before), latencyText(after)),
		...balanceRows(before, after)
	];
	return {
		same: before.digest === after.digest,
		rows: rows.filter((candidate) => candidate.before !== candidate.after)
	};
}

function row(label: string, before: string, after: string): OutcomeRow {
	return { label, before, after };
}

function answeredText(run: RunSummary): string {
	const answered = run.calls.filter((call) => call.status === 'answered').length;
	return `${String(answered)} of ${String(run.calls.length)}`;
}

function latencyText(run: RunSummary): string {
	const latencies = run.calls
		.flatMap((call) => (call.latencyMs === null ? [] : [call.latencyMs]))
		.sort((a, b) => a - b);
	const middle = latencies[latencies.length >> 1];
	return middle === undefined ? 'none' : `${middle.toFixed(2)} ms`;
}

function balanceRows(before: RunSummary, after: RunSummary): OutcomeRow[] {
	const old = answersByServer(before);
	const now = answersByServer(after);
	const servers = [...new Set([...old.keys(), ...now.keys()])].sort();
	return servers.map((server) =>
		row(`Answered by ${server}`, String(old.get(server) ?? 0), String(now.get(server) ?? 0))
	);
}

function answersByServer(run: RunSummary): Map<string, number> {
	const counts = new Map<string, number>();
	for (const call of run.calls) {
		if (call.server === null) continue;
		counts.set(call.server, (counts.get(call.server) ?? 0) + 1);
	}
	return counts;
}
