// Prints the table of measured figures as ratios in one run: `npm run bench`. Nothing here is a test; machines differ,
// ratios on one machine differ less. Rows whose other side is not on this machine say so.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '#scenario';
import { runScenario } from '#simulation';
import { Trace } from '#trace';
import { loadEngine } from '../../src/cli/engine.ts';
import { markAll } from '../../src/cli/marker-pool.ts';
import { builtIn } from '../../src/lesson/built-in.ts';
import { busyChat } from '../support/busy-chat.ts';
import { classHandIns, injustice } from '../support/class-hand-ins.ts';
import { fakeAmqplibRate, rabbitmqRate } from './other-brokers.ts';

const calls = 20_000;
const inFlight = 200;

const program = (name: string) =>
	readFileSync(new URL(`../../test/bench/programs/${name}`, import.meta.url), 'utf8');

/** A server and a client that makes `total` calls, `window` at a time. */
function rpcScenario(total: number, window: number): Scenario {
	return {
		version: 1,
		files: { 'server.cjs': program('server.cjs'), 'client.cjs': program('client.cjs') },
		processes: [
			{ name: 'server', file: 'server.cjs' },
			{ name: 'client', file: 'client.cjs', args: [String(total), String(window)], startAt: 100 }
		],
		links: { latencyMs: 0.2 },
		durationMs: 3_600_000
	};
}

interface Row {
	readonly what: string;
	readonly measured: string;
	readonly reach: string;
}

const perSecond = (rate: number) =>
	`${String(Math.round(rate)).replace(/\B(?=(\d{3})+$)/g, ',')}/s`;
const ms = (value: number) => `${value.toFixed(1)} ms`;

const sandbox = await loadEngine(fileURLToPath(new URL('quickjs.wasm', import.meta.url)));

async function timed(scenario: Scenario) {
	const startedAt = performance.now();
	const run = await runScenario(scenario, { sandbox });
	return { run, elapsedMs: performance.now() - startedAt };
}

function percentile(values: readonly number[], part: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

async function rpcRows(): Promise<readonly Row[]> {
	await timed(rpcScenario(2000, inFlight));
	const { run, elapsedMs } = await timed(rpcScenario(calls, inFlight));
	const answered = run.summary.calls.filter(({ status }) => status === 'answered').length;
	const ours = (1000 * answered) / elapsedMs;
	const rows: Row[] = [
		{
			what: `RPC round trips, ${String(inFlight)} in flight, traced (${String(answered)} answered)`,
			measured: `${perSecond(ours)}, ${String(Math.round(run.events.length / answered))} events a call`,
			reach: ''
		}
	];
	const rabbit = await rabbitmqRate(calls, inFlight);
	rows.push({
		what: 'ratio to a local RabbitMQ with amqplib',
		measured:
			rabbit === null
				? 'no RabbitMQ on localhost:5672'
				: `${(ours / rabbit).toFixed(1)}x (it: ${perSecond(rabbit)})`,
		reach: '>= 5x now, 10x next'
	});
	const fake = await fakeAmqplibRate(program('server.cjs'), program('client.cjs'), calls, inFlight);
	rows.push({
		what: 'ratio to @onify/fake-amqplib (no sandbox, no trace)',
		measured: `${(ours / fake).toFixed(2)}x (it: ${perSecond(fake)})`,
		reach: '>= 1x'
	});
	return rows;
}

async function pictureRow(): Promise<Row> {
	const scenario = rpcScenario(250, 20);
	const times: number[] = [];
	for (let round = 0; round < 15; round++) {
		const startedAt = performance.now();
		const { events } = await runScenario(scenario, { sandbox });
		const trace = new Trace();
		trace.append(events);
		trace.worldAt(trace.length);
		times.push(performance.now() - startedAt);
	}
	return {
		what: 'edit to new picture, 1,000 messages (run and world, without drawing)',
		measured: `${ms(percentile(times, 0.5))} median`,
		reach: '<= 100 ms'
	};
}

async function seekRow(): Promise<Row> {
	const { run } = await timed(rpcScenario(4500, inFlight));
	const trace = new Trace();
	trace.append(run.events);
	const foldStart = performance.now();
	trace.worldAt(trace.length);
	const fold = performance.now() - foldStart;
	const times: number[] = [];
	for (let seek = 0; seek < 1000; seek++) {
		const cursor = (seek * 7919) % trace.length;
		const startedAt = performance.now();
		trace.worldAt(cursor);
		times.push(performance.now() - startedAt);
	}
	return {
		what: `seek in a trace of ${String(trace.length)} events (first fold ${ms(fold)})`,
		measured: `${ms(percentile(times, 0.99))} p99`,
		reach: '<= 16 ms p99'
	};
}

async function runawayRow(): Promise<Row> {
	const { run, elapsedMs } = await timed({
		version: 1,
		files: { 'loop.js': 'for (;;) {}' },
		processes: [{ name: 'loop', file: 'loop.js' }]
	});
	const loop = run.summary.processes['loop'];
	return {
		what: 'run-away guest',
		measured: `${loop?.exit.reason ?? 'not stopped'} after ${String(loop?.steps)} polls, ${ms(elapsedMs)}`,
		reach: 'stopped by steps'
	};
}

const pageBytes = 4096;

/** Microseconds this machine takes for the first touch of a page of memory; tenths on most, many on some virtual ones. */
function firstTouchUs(): number {
	const { buffer } = new WebAssembly.Memory({ initial: 1024 });
	const bytes = new Uint8Array(buffer);
	const startedAt = performance.now();
	for (let at = 0; at < bytes.length; at += pageBytes) bytes[at] = 1;
	return (1000 * (performance.now() - startedAt) * pageBytes) / bytes.length;
}

async function chatRow(): Promise<Row> {
	const size = { users: 200, rooms: 20, messages: 10 };
	const folder = new URL('../../test/samples/busy-chat/', import.meta.url);
	const pagesBefore = process.resourceUsage().minorPageFault;
	const { run, elapsedMs } = await timed(busyChat(size, folder));
	const pages = process.resourceUsage().minorPageFault - pagesBefore;
	// Starting 208 processes is mostly that.
	const touched = `${String(pages)} pages touched first, ${firstTouchUs().toFixed(1)} us each here`;
	const users = Object.entries(run.summary.processes).filter(([name]) => name.startsWith('user-'));
	const heard = users.reduce((sum, [, { stdout }]) => sum + stdout.length, 0);
	const rate = `${perSecond((1000 * size.users * size.messages) / elapsedMs)} said`;
	return {
		what: 'Pomelo chat: 200 users, 20 rooms, 3 connectors, 3 chat servers, 10 messages each',
		measured: `${ms(elapsedMs)}, ${String(heard)} heard, ${rate}, ${String(run.events.length)} events, ${touched}`,
		reach: '<= 5000 ms'
	};
}

/** Cost per message when so many are queued before the first is taken, as a ratio to a thousand. */
async function backlogRows(): Promise<readonly Row[]> {
	const once = async (total: number): Promise<number> => {
		const before = process.cpuUsage();
		const { run } = await timed({
			version: 1,
			files: { 'backlog.cjs': program('backlog.cjs') },
			processes: [{ name: 'client', file: 'backlog.cjs', args: [String(total)] }],
			links: { latencyMs: 0.2 },
			limits: { eventsMax: 20_000_000, traceBytesMax: 4_000_000_000, turnsMax: 10_000_000 },
			durationMs: 3_600_000
		});
		const exit = run.summary.processes['client']?.exit;
		if (exit?.code !== 0)
			throw new Error(`a backlog of ${String(total)} ended: ${String(exit?.reason)}`);
		const { user, system } = process.cpuUsage(before);
		return (user + system) / total;
	};
	/** The best of some rounds, of processor time: small runs are mostly noise. */
	const costOf = async (total: number): Promise<number> => {
		let best = Infinity;
		for (let round = 0; round < 20_000 / total; round++) best = Math.min(best, await once(total));
		return best;
	};
	const base = await costOf(1000);
	const rows: Row[] = [];
	for (const total of [1000, 10_000, 100_000]) {
		const cost = total === 1000 ? base : await costOf(total);
		rows.push({
			what: `cost per message with ${String(total)} queued and run`,
			measured: `${(cost / base).toFixed(2)}x (${cost.toFixed(0)} us)`,
			reach: 'no growth'
		});
	}
	return rows;
}

/** A class's hand-ins, hostile ones among them, marked by the command line as it is installed. */
async function gradeRow(): Promise<Row> {
	const handIns = classHandIns(builtIn, 200);
	const folder = mkdtempSync(join(tmpdir(), 'roundtrip-hand-ins-'));
	try {
		const files = handIns.map(({ name, text }) => {
			const file = join(folder, `${name}.json`);
			writeFileSync(file, text);
			return file;
		});
		const program = fileURLToPath(new URL('../roundtrip.js', import.meta.url));
		const jobs = availableParallelism();
		const options = { program, args: ['marker'], jobs, patienceSeconds: 60 };
		// One that says no more than that it cannot mark would say so two hundred times.
		const [trial] = await Promise.all(markAll(files.slice(1, 2), options));
		if (trial === undefined || 'problems' in trial)
			throw new Error(`${program} cannot mark: ${trial?.problems.join() ?? 'nothing came back'}`);
		const startedAt = performance.now();
		const marks = await Promise.all(markAll(files, options));
		const seconds = (performance.now() - startedAt) / 1000;
		const right = handIns.filter((handIn, index) => injustice(handIn, marks[index]) === '').length;
		const rate = `${(files.length / seconds).toFixed(1)}/s with ${String(jobs)} markers`;
		return {
			what: 'hand-ins marked, of 200 with 20 hostile ones',
			measured: `${rate}, ${String(right)} as they deserve`,
			reach: 'all as they deserve'
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const rows = [
	...(await rpcRows()),
	await chatRow(),
	await pictureRow(),
	await seekRow(),
	await runawayRow(),
	await gradeRow(),
	...(await backlogRows())
];
const width = Math.max(...rows.map(({ what }) => what.length));
const middle = Math.max(...rows.map(({ measured }) => measured.length));
for (const { what, measured, reach } of rows) {
	console.log(`${what.padEnd(width)}  ${measured.padEnd(middle)}  ${reach}`);
}
