import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Problem, Scenario } from '../../../src/scenario/index.ts';
import type { RunSummary } from '../../../src/simulation/index.ts';
import type { RunEngine, RunListener } from '../../../src/ui/state/run-engine.ts';
import { Workspace } from '../../../src/ui/state/workspace.svelte.ts';
import { storeOf } from './key-value-store.ts';
import { traceOf } from '../trace-builder.ts';

const scenario: Scenario = {
	version: 1,
	files: { 'a.js': 'one', 'b.js': 'two' },
	processes: [{ name: 'a', file: 'a.js' }]
};

class FakeEngine implements RunEngine {
	readonly started: Scenario[] = [];
	listener: RunListener | undefined;
	cancelled = 0;

	start(started: Scenario, listener: RunListener): void {
		this.started.push(started);
		this.listener = listener;
	}

	cancel(): void {
		this.cancelled += 1;
	}
}

function summary(digest: string, server: string, virtualMs = 100): RunSummary {
	return {
		seed: 1,
		virtualMs,
		events: 3,
		digest,
		timeZeroUs: 0,
		processes: {},
		calls: [
			{
				id: '1',
				protocol: 'amqp',
				caller: 'a',
				target: 'q',
				server,
				status: 'answered',
				latencyMs: 20
			}
		]
	};
}

/** A workspace whose check is at hand and finds these problems. */
function workspaceWith(
	engine: RunEngine,
	store = storeOf(),
	problems: () => readonly Problem[] = () => []
): Workspace {
	return new Workspace(engine, store, () => problems);
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('the workspace', () => {
	test('computes a scenario when it is opened', () => {
		const engine = new FakeEngine();
		workspaceWith(engine).open(scenario, 'play/x');
		expect(engine.started).toHaveLength(1);
	});

	test('waits a moment after an edit, then computes once', async () => {
		const engine = new FakeEngine();
		const workspace = workspaceWith(engine);
		workspace.open(scenario, 'play/x');
		workspace.edit('a.js', 'o');
		workspace.edit('a.js', 'other');
		await vi.advanceTimersByTimeAsync(249);
		expect(engine.started).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(1);
		expect(engine.started).toHaveLength(2);
		expect(engine.started[1]?.files['a.js']).toBe('other');
	});

	test('keeps edits for next time, forgets them on reset, and takes a reset back', () => {
		const store = storeOf();
		const workspace = workspaceWith(new FakeEngine(), store);
		workspace.open(scenario, 'play/x');
		workspace.edit('a.js', 'other');
		const again = workspaceWith(new FakeEngine(), store);
		again.open(scenario, 'play/x');
		expect(again.files['a.js']).toBe('other');
		expect(again.draft.editedFiles).toEqual(['a.js']);
		again.draft.resetFiles('Reset code');
		expect(again.files['a.js']).toBe('one');
		expect(again.history.undo()).toBe('Reset code');
		expect(again.files['a.js']).toBe('other');
	});

	test('knows whether a reload would lose what the person did', () => {
		const kept = workspaceWith(new FakeEngine());
		const shared = workspaceWith(new FakeEngine());
		const full = workspaceWith(new FakeEngine(), { ...storeOf(), set: () => undefined });
		kept.open(scenario, 'play/a');
		shared.open(scenario, '');
		full.open(scenario, 'play/a');
		const all = [kept, shared, full];
		expect(all.map((workspace) => workspace.isKeptOver)).toEqual([true, true, true]);
		for (const workspace of all) workspace.edit('a.js', 'changed');
		expect(all.map((workspace) => workspace.isKeptOver)).toEqual([true, false, false]);
		for (const workspace of all) workspace.draft.forget();
		for (const workspace of all)
			workspace.interventions.add({ at: 1, do: 'kill', process: 'a' }, 'kill', 1, false);
		expect(all.map((workspace) => workspace.isKeptOver)).toEqual([true, false, true]);
	});

	test('runs no changes that make no scenario: says what is wrong and keeps the picture', async () => {
		const engine = new FakeEngine();
		const problem = { path: 'config/servers.json', expected: 'JSON', found: 'x' };
		let problems = [problem];
		const workspace = workspaceWith(engine, storeOf(), () => problems);
		workspace.open(scenario, 'play/x');
		engine.listener?.events(traceOf(['zero', 0], ['note', 20_000]).events);
		const old = workspace.live.trace;
		workspace.edit('a.js', 'other');
		await vi.advanceTimersByTimeAsync(250);
		expect(engine.started).toHaveLength(1);
		expect(workspace.live.status).toBe('refused');
		expect(workspace.problems).toEqual([problem]);
		expect(workspace.live.trace).toBe(old);
		problems = [];
		workspace.edit('a.js', 'more');
		await vi.advanceTimersByTimeAsync(250);
		expect(engine.started).toHaveLength(2);
		expect(workspace.problems).toEqual([]);
	});

	test('gives up the run under way as soon as somebody types', () => {
		const engine = new FakeEngine();
		const workspace = workspaceWith(engine);
		workspace.open(scenario, 'play/x');
		workspace.edit('a.js', 'other');
		expect(engine.cancelled).toBe(1);
	});

	test('shows the old run until the new one has reached the time looked at', () => {
		const engine = new FakeEngine();
		const workspace = workspaceWith(engine);
		workspace.live.isFarEnough = (trace) => trace.event(trace.length - 1).at > 10_000;
		workspace.open(scenario, 'play/x');
		engine.listener?.events(traceOf(['zero', 0], ['note', 20_000]).events);
		const old = workspace.live.trace;
		workspace.run();
		engine.listener?.events(traceOf(['zero', 0], ['note', 9000]).events);
		vi.advanceTimersByTime(1000);
		expect(workspace.live.trace).toBe(old);
		engine.listener?.events(traceOf(['zero', 0], ['note', 9000], ['note', 11_000]).events.slice(2));
		vi.advanceTimersByTime(1000);
		expect(workspace.live.trace).not.toBe(old);
		expect(workspace.live.horizon).toBe(3);
	});

	test('shows a run computed anew as a whole when it ends soon', () => {
		const engine = new FakeEngine();
		const workspace = workspaceWith(engine);
		workspace.open(scenario, 'play/x');
		engine.listener?.finished(summary('1', 'server-1'));
		const shown: number[] = [];
		workspace.live.onTrace = (trace) => shown.push(trace.length);
		workspace.live.onGrown = (length) => shown.push(length);
		workspace.run();
		const { events } = traceOf(['zero', 0], ['note', 1000], ['note', 2000]);
		for (const event of events) engine.listener?.events([event]);
		expect(shown).toEqual([]);
		engine.listener?.finished(summary('2', 'server-1'));
		vi.advanceTimersByTime(1000);
		expect(shown).toEqual([3]);
	});

	test('keeps the run before beside the new one', () => {
		const engine = new FakeEngine();
		const workspace = workspaceWith(engine);
		workspace.open(scenario, 'play/x');
		engine.listener?.finished(summary('1', 'server-1'));
		expect(workspace.comparison.isShown).toBe(false);
		workspace.run();
		engine.listener?.finished(summary('2', 'server-2'));
		expect(workspace.comparison.isShown).toBe(true);
		expect(workspace.comparison.before?.summary.digest).toBe('1');
		expect(workspace.comparison.now?.summary.digest).toBe('2');
	});

	test('computes the run with what is done to it, and knows when that changes what was computed', () => {
		const engine = new FakeEngine();
		const workspace = workspaceWith(engine);
		workspace.open(scenario, 'play/x');
		engine.listener?.finished(summary('1', 's', 100));
		const kill = { at: 60, do: 'kill', process: 'a' } as const;
		expect(workspace.intervene(kill, 'Kill').forkedAt).toBe(60);
		expect(engine.started.at(-1)?.interventions).toEqual([kill]);
		expect(workspace.forkedAt).toBe(60);
		workspace.history.undo();
		expect(engine.started.at(-1)?.interventions ?? []).toEqual([]);
		expect(workspace.forkedAt).toBeNull();
		expect(workspace.intervene({ ...kill, at: 200 }, 'Kill').forkedAt).toBeNull();
	});
});
