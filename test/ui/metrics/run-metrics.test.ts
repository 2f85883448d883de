import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtIn } from '#lesson';
import { Trace } from '#trace';
import { simulate } from '../../support/simulate.ts';
import { binsOf, percentile, runMetrics, valueAt } from '../../../src/ui/metrics/run-metrics.ts';
import { stepsData } from '../../../src/ui/metrics/plot-data.ts';
import { eventList, type MadeEvent } from '../../support/event-list.ts';

function started(name: string, role: string, at: number): MadeEvent {
	const data = { file: 'a.js', args: [], env: {}, role, serverType: null, pollUs: 100 };
	return { kind: 'process.started', actor: `process:${name}`, data, at };
}

function call(number: number, what: string, at: number, data: object = {}): MadeEvent {
	return { kind: `call.${what}`, actor: `call:${String(number)}`, data, at };
}

const trace = eventList(
	started('s1', 'server', 0),
	started('s2', 'server', 0),
	started('c', 'client', 0),
	call(1, 'started', 1000),
	call(2, 'started', 1000),
	call(1, 'received', 2000, { server: 's1' }),
	{ kind: 'turn.began', actor: 'process:s1', data: { delivery: ['main'], waitedUs: 0 }, at: 2000 },
	{ kind: 'turn.ended', actor: 'process:s1', data: { polls: 5, operations: [] }, at: 4000 },
	call(1, 'answered', 5000, { server: 's1' }),
	call(2, 'received', 5000, { server: 's2' }),
	{ kind: 'process.killed', actor: 'process:s2', at: 6000 },
	call(2, 'orphaned', 8000, { why: 'gone' }),
	{ kind: 'run.ended', actor: 'run:main', data: { why: 'quiet' }, at: 10_000 }
);

describe('the metrics of a run', () => {
	const metrics = runMetrics(trace);

	test('latency is from request to reply, of answered calls only', () => {
		expect(metrics.latencies).toEqual([4000]);
	});

	test('calls over time: started, answered, failed', () => {
		const at = (us: number) =>
			[metrics.started, metrics.answered, metrics.failed].map((steps) => valueAt(steps, us));
		expect(at(999)).toEqual([0, 0, 0]);
		expect(at(1000)).toEqual([2, 0, 0]);
		expect(at(5000)).toEqual([2, 1, 0]);
		expect(at(8000)).toEqual([2, 1, 1]);
	});

	test('a server’s load is what it computed and had in hand of the time it lived, and the calls it got', () => {
		expect(metrics.servers).toEqual([
			{ name: 's1', busyUs: 2000, workUs: 3000, aliveUs: 10_000, calls: 1, messages: 0 },
			{ name: 's2', busyUs: 0, workUs: 1000, aliveUs: 6000, calls: 1, messages: 0 }
		]);
	});

	test('what is left of a run that is still computed is not counted', () => {
		const begun = runMetrics(trace, 4);
		expect(begun.started.values).toEqual([1]);
		expect(begun.latencies).toEqual([]);
		expect(runMetrics(eventList())).toMatchObject({ latencies: [], queues: [], endUs: 0 });
	});
});

test('workers of a queue have work from each delivery to its acknowledgement', async () => {
	const scenario = builtIn.scenario('amqp-work-queues');
	if (scenario === undefined) throw new Error('no such scenario');
	const work = new Trace();
	work.append((await simulate(scenario)).events);
	const { servers } = runMetrics(work);
	expect(servers.map(({ name }) => name)).toEqual(['worker-1', 'worker-2', 'worker-3']);
	for (const { workUs, aliveUs, busyUs, messages } of servers) {
		expect(messages).toBeGreaterThan(0);
		expect(workUs).toBeGreaterThan(busyUs);
		expect(workUs).toBeLessThan(aliveUs);
	}
	const deliveries = work.seqsOfKind('queue.delivered').length;
	expect(servers.reduce((sum, { messages }) => sum + messages, 0)).toBe(deliveries);
});

test('a percentile is a value that was measured, by the nearest rank', () => {
	const values = Array.from({ length: 100 }, (_, index) => index + 1);
	expect([0.5, 0.95, 0.99, 1].map((share) => percentile(values, share))).toEqual([50, 95, 99, 100]);
	expect(percentile([7], 0.5)).toBe(7);
	expect(percentile([], 0.5)).toBeNull();
});

test('bins have one round width, follow each other and hold every value', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(50_000_000), { minLength: 1, maxLength: 60 }), (values) => {
			const ascending = values.toSorted((a, b) => a - b);
			const bins = binsOf(ascending);
			expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
			expect(bins.length).toBeLessThanOrEqual(18);
			for (const [place, { from, to, count }] of bins.entries()) {
				expect(ascending.filter((value) => value >= from && value < to)).toHaveLength(count);
				if (place > 0) expect(from).toBe(bins[place - 1]?.to);
			}
		})
	);
	expect(binsOf([])).toEqual([]);
});

test('lines of a chart share their times, and reach the end of the run', () => {
	const line = (times: number[], values: number[]) => ({
		name: 'x',
		colour: '--ok',
		steps: { times, values }
	});
	const { xs, series, xRange } = stepsData(
		[line([1000, 3000], [1, 2]), line([2000], [5])],
		1000,
		9000
	);
	expect(xs).toEqual([0, 1, 2, 8]);
	expect(series.map(({ values }) => values)).toEqual([
		[1, 1, 2, 2],
		[0, 5, 5, 5]
	]);
	expect(xRange).toEqual([0, 8]);
});
