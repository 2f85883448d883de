// What a finished run came to, in the numbers a person asks for after a change, and two such outcomes side by side. Pure;
// the words for the rows are in text/comparison.ts.
import type { RunSummary } from '#simulation';
import type { Trace } from '#trace';

export interface Outcome {
	readonly calls: number;
	readonly answered: number;
	readonly timedOut: number;
	/** Nobody is left to answer. */
	readonly orphaned: number;
	/** Latency of answered calls, milliseconds; null when none was. */
	readonly p50Ms: number | null;
	readonly p95Ms: number | null;
	/** When a program printed for the last time, milliseconds after time 0; null when none printed. */
	readonly lastPrintMs: number | null;
	/** Requests that reached a server, by its name; each time one came. */
	readonly load: ReadonlyMap<string, number>;
	/** Messages lost on a wire, and by queues (expired, over their length, gone with a queue or the broker). */
	readonly lost: number;
	/** Requests that reached a server another time, and messages a wire doubled. */
	readonly duplicates: number;
	/** Replies that matched no call. */
	readonly strays: number;
	/** Processes that ended by an error, a limit or a kill. */
	readonly crashed: number;
}

/** What is compared, in the order it is shown; `load` has a row for each server. */
export type OutcomeTopic = Exclude<keyof Outcome, 'calls'>;

/** One number of an outcome before and after. */
export interface OutcomeRow {
	readonly topic: OutcomeTopic;
	/** The server, of rows about load; else ''. */
	readonly server: string;
	/** Null: there is none, e.g. no latency without an answer. */
	readonly before: number | null;
	readonly after: number | null;
	/** Of how many; null where that means nothing. */
	readonly beforeOf: number | null;
	readonly afterOf: number | null;
	/** Is more of it better, worse, or neither? */
	readonly more: 'better' | 'worse' | 'neither';
}

/** Reads an outcome off a finished run. */
export function outcomeOf(trace: Trace, summary: RunSummary): Outcome {
	const { calls } = summary;
	const having = (status: string): number => calls.filter((call) => call.status === status).length;
	const latencies = calls
		.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [latencyMs]))
		.sort((a, b) => a - b);
	const { load, again } = loadIn(trace);
	return {
		calls: calls.length,
		answered: having('answered'),
		timedOut: having('timed out'),
		orphaned: having('orphaned'),
		p50Ms: nearestRank(latencies, 50),
		p95Ms: nearestRank(latencies, 95),
		lastPrintMs: lastPrintMs(trace, summary.timeZeroUs),
		load,
		lost: trace.seqsOfKind('link.dropped').length + trace.seqsOfKind('queue.dropped').length,
		duplicates: again + trace.seqsOfKind('link.duplicated').length,
		strays: trace.seqsOfKind('call.stray-reply').length,
		crashed: crashesIn(trace)
	};
}

/** The smallest value that at least `percent` of all values do not exceed; null of none. */
export function nearestRank(sorted: readonly number[], percent: number): number | null {
	return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? null;
}

const topics: Readonly<Record<OutcomeTopic, OutcomeRow['more']>> = {
	answered: 'better',
	timedOut: 'worse',
	orphaned: 'worse',
	p50Ms: 'worse',
	p95Ms: 'worse',
	load: 'neither',
	lost: 'worse',
	duplicates: 'worse',
	strays: 'worse',
	crashed: 'worse',
	lastPrintMs: 'neither'
};

/** All rows in order, equal ones too. */
export function outcomeRows(before: Outcome, after: Outcome): readonly OutcomeRow[] {
	return (Object.keys(topics) as OutcomeTopic[]).flatMap((topic): readonly OutcomeRow[] => {
		const more = topics[topic];
		const plain = { topic, more, server: '', beforeOf: null, afterOf: null };
		if (topic === 'load') return loadRows(before, after);
		const row = { ...plain, before: before[topic], after: after[topic] };
		return [topic === 'answered' ? { ...row, beforeOf: before.calls, afterOf: after.calls } : row];
	});
}

/** Does a row show a difference? */
export const differs = (row: OutcomeRow): boolean =>
	row.before !== row.after || row.beforeOf !== row.afterOf;

/** Is the later outcome of a row better or worse than the earlier one? */
export function verdict(row: OutcomeRow): 'better' | 'worse' | 'neither' {
	const { before, after, more, beforeOf, afterOf } = row;
	if (more === 'neither' || before === null || after === null || before === after) return 'neither';
	if (beforeOf !== afterOf) return 'neither';
	return after > before === (more === 'better') ? 'better' : 'worse';
}

function loadRows(before: Outcome, after: Outcome): OutcomeRow[] {
	const servers = [...new Set([...before.load.keys(), ...after.load.keys()])].sort();
	return servers.map((server) => ({
		topic: 'load',
		more: 'neither',
		server,
		before: before.load.get(server) ?? 0,
		after: after.load.get(server) ?? 0,
		beforeOf: null,
		afterOf: null
	}));
}

function loadIn(trace: Trace): { load: Map<string, number>; again: number } {
	const load = new Map<string, number>();
	const seen = new Set<string>();
	let again = 0;
	for (const seq of trace.seqsOfKind('call.received')) {
		const event = trace.event(seq);
		if (event.kind !== 'call.received') continue;
		const { server } = event.data;
		load.set(server, (load.get(server) ?? 0) + 1);
		if (seen.has(event.actor)) again += 1;
		seen.add(event.actor);
	}
	return { load, again };
}

function lastPrintMs(trace: Trace, timeZeroUs: number): number | null {
	const seq = trace.seqsOfKind('process.output').findLast((printed) => {
		const event = trace.event(printed);
		return event.kind === 'process.output' && event.data.stream !== 'log';
	});
	return seq === undefined ? null : (trace.event(seq).at - timeZeroUs) / 1000;
}

function crashesIn(trace: Trace): number {
	const failed = trace.seqsOfKind('process.exited').filter((seq) => {
		const event = trace.event(seq);
		return event.kind === 'process.exited' && event.data.reason !== null;
	});
	return failed.length + trace.seqsOfKind('process.killed').length;
}
