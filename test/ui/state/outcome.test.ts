// What two runs came to, side by side, and where they part.
import { describe, expect, test } from 'vitest';
import type { RunSummary } from '../../../src/simulation/index.ts';
import { Trace, type TraceEvent } from '../../../src/trace/index.ts';
import { Comparison } from '../../../src/ui/state/comparison.svelte.ts';
import {
	differs,
	nearestRank,
	outcomeOf,
	outcomeRows,
	verdict
} from '../../../src/ui/state/outcome.ts';
import { firstDifference, firstOtherStory } from '../../../src/ui/state/run-parting.ts';
import { traceOf } from '../trace-builder.ts';

type Call = RunSummary['calls'][number];

function summary(calls: readonly Partial<Call>[], digest = '1'): RunSummary {
	return {
		seed: 1,
		virtualMs: 100,
		events: 0,
		digest,
		timeZeroUs: 0,
		processes: {},
		calls: calls.map((call, index) => ({
			id: String(index),
			protocol: 'amqp',
			caller: 'client',
			target: 'q',
			server: 's1',
			status: 'answered',
			latencyMs: 20,
			...call
		}))
	};
}

function traceWith(...events: readonly (readonly [kind: string, actor: string, data?: object])[]) {
	const trace = new Trace();
	trace.append(
		events.map(
			([kind, actor, data = {}], seq) =>
				({ seq, at: seq, actor, cause: -1, kind, data }) as unknown as TraceEvent
		)
	);
	return trace;
}

describe('an outcome', () => {
	const trace = traceWith(
		['call.received', 'call:1', { server: 's1' }],
		['call.received', 'call:2', { server: 's2' }],
		['call.received', 'call:1', { server: 's2' }],
		['link.duplicated', 'link:1>'],
		['link.dropped', 'link:1>'],
		['queue.dropped', 'queue:q'],
		['call.stray-reply', 'call:stray'],
		['process.exited', 'process:a', { reason: 'uncaught' }],
		['process.exited', 'process:b', { reason: null }],
		['process.killed', 'process:c']
	);

	test('counts answers, deliveries to each server, losses, doubles, strays and failures', () => {
		const calls = [{ latencyMs: 10 }, { status: 'timed out', latencyMs: null } as const];
		expect(outcomeOf(trace, summary(calls))).toEqual({
			calls: 2,
			answered: 1,
			timedOut: 1,
			orphaned: 0,
			p50Ms: 10,
			lastPrintMs: null,
			p95Ms: 10,
			load: new Map([
				['s1', 1],
				['s2', 2]
			]),
			lost: 2,
			duplicates: 2,
			strays: 1,
			crashed: 2
		});
	});

	test.each([
		[50, 10],
		[95, 19],
		[100, 20]
	])('has the nearest rank as its percentile: %d of 1 to 20 is %d', (percent, value) => {
		const values = Array.from({ length: 20 }, (_, index) => index + 1);
		expect(nearestRank(values, percent)).toBe(value);
	});

	test('of no calls has no latency', () => {
		expect(nearestRank([], 50)).toBeNull();
	});

	test('beside another one is judged where more is better or worse, and only over as many calls', () => {
		const empty = traceWith();
		const before = outcomeOf(empty, summary([{}, { status: 'orphaned', latencyMs: null }]));
		const after = outcomeOf(trace, summary([{ latencyMs: 30 }, { latencyMs: 30 }]));
		const judged = outcomeRows(before, after)
			.filter(differs)
			.map((row) => [row.topic + row.server, row.before, row.after, verdict(row)]);
		expect(judged).toEqual([
			['answered', 1, 2, 'better'],
			['orphaned', 1, 0, 'better'],
			['p50Ms', 20, 30, 'worse'],
			['p95Ms', 20, 30, 'worse'],
			['loads1', 0, 1, 'neither'],
			['loads2', 0, 2, 'neither'],
			['lost', 0, 2, 'worse'],
			['duplicates', 0, 2, 'worse'],
			['strays', 0, 1, 'worse'],
			['crashed', 0, 2, 'worse']
		]);
		const [answered] = outcomeRows(before, outcomeOf(empty, summary([{}, {}, {}])));
		expect(answered && [differs(answered), verdict(answered)]).toEqual([true, 'neither']);
	});
});

describe('two runs', () => {
	const before = traceOf(['zero', 0], ['send', 10], ['deliver', 20], ['end', 30]);

	test('that are the same do not part', () => {
		const after = traceOf(['zero', 0], ['send', 10], ['deliver', 20], ['end', 30]);
		expect(firstDifference(before, after)).toBeNull();
	});

	test('part at the first event that is another one, or later, or missing', () => {
		const later = traceOf(['zero', 0], ['send', 11], ['deliver', 20], ['end', 30]);
		expect(firstDifference(before, later)?.after?.at).toBe(11);
		const shorter = traceOf(['zero', 0], ['send', 10]);
		expect(firstDifference(before, shorter)).toEqual({ before: before.event(2), after: null });
		expect(firstDifference(shorter, before)).toEqual({ before: null, after: before.event(2) });
	});

	test('part where the bytes of a message differ', () => {
		const sent = (last: number) =>
			traceWith(['link.sent', 'link:1>', { payload: ['a', new Uint8Array([1, last])] }]);
		expect(firstDifference(sent(2), sent(2))).toBeNull();
		expect(firstDifference(sent(2), sent(3))?.after?.seq).toBe(0);
	});

	test('tell another story where something else happens, not where only times differ', () => {
		const tell = (event: TraceEvent) => `${event.actor} ${event.kind}`;
		const later = traceOf(['zero', 0], ['send', 11], ['deliver', 22], ['end', 33]);
		expect(firstOtherStory(before, later, 1, tell)).toBeNull();
		const other = traceOf(['zero', 0], ['send', 11], ['send', 22], ['end', 33]);
		expect(firstOtherStory(before, other, 1, tell)).toEqual({
			before: before.event(2),
			after: other.event(2)
		});
		const over = traceOf(['zero', 0], ['send', 11]);
		expect(firstOtherStory(before, over, 1, tell)?.after).toBeNull();
	});
});

describe('a comparison', () => {
	const run = (digest: string) => ({ trace: new Trace(), summary: summary([], digest) });
	const digests = ({ before, now }: Comparison) => [before?.summary.digest, now?.summary.digest];

	test('is with the run before, until one is kept as the baseline', () => {
		const comparison = new Comparison();
		comparison.add(run('1'));
		expect(comparison.isShown).toBe(false);
		comparison.add(run('2'));
		expect(digests(comparison)).toEqual(['1', '2']);
		comparison.keepAsBaseline();
		comparison.add(run('3'));
		comparison.add(run('4'));
		expect(digests(comparison)).toEqual(['2', '4']);
		comparison.dropBaseline();
		comparison.add(run('5'));
		expect(digests(comparison)).toEqual(['4', '5']);
	});

	test('that was put away comes back with the next run, not with another scenario', () => {
		const comparison = new Comparison();
		comparison.add(run('1'));
		comparison.add(run('2'));
		comparison.dismiss();
		expect(comparison.isShown).toBe(false);
		comparison.add(run('3'));
		expect(comparison.isShown).toBe(true);
		comparison.clear();
		comparison.add(run('4'));
		expect(comparison.isShown).toBe(false);
	});
});
