import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Scenario } from '../../../src/scenario/index.ts';
import type { RunSummary } from '../../../src/simulation/index.ts';
import type { KeyValueStore } from '../../../src/ui/state/preferences.svelte.ts';
import {
	Workspace,
	type RunEngine,
	type RunListener
} from '../../../src/ui/state/workspace.svelte.ts';
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

function memoryStore(): KeyValueStore {
	const map = new Map<string, string>();
	return {
		get: (key) => map.get(key) ?? null,
		set: (key, value) => void map.set(key, value),
		remove: (key) => void map.delete(key)
	};
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

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('the workspace', () => {
	test('computes a scenario when it is opened', () => {
		const engine = new FakeEngine();
		new Workspace(engine, memoryStore()).open(scenario, 'play/x');
		expect(engine.started).toHaveLength(1);
	});

	test('waits a moment after an edit, then computes once', () => {
		const engine = new FakeEngine();
		const workspace = new Workspace(engine, memoryStore());
		workspace.open(scenario, 'play/x');
		workspace.edit('a.js', 'o');
		workspace.edit('a.js', 'other');
		vi.advanceTimersByTime(249);
		expect(engine.started).toHaveLength(1);
		vi.advanceTimersByTime(1);
		expect(engine.started).toHaveLength(2);
		expect(engine.started[1]?.files['a.js']).toBe('other');
	});

	test('keeps edits for next time, forgets them on reset, and takes a reset back', () => {
		const store = memoryStore();
		const workspace = new Workspace(new FakeEngine(), store);
		workspace.open(scenario, 'play/x');
		workspace.edit('a.js', 'other');
		const again = new Workspace(new FakeEngine(), store);
		again.open(scenario, 'play/x');
		expect(again.files['a.js']).toBe('other');
		expect(again.editedFiles).toEqual(['a.js']);
		again.resetCode();
		expect(again.files['a.js']).toBe('one');
		again.undoReset();
		expect(again.files['a.js']).toBe('other');
	});

	test('shows the old run until the new one has reached the time looked at', () => {
		const engine = new FakeEngine();
		const workspace = new Workspace(engine, memoryStore());
		workspace.heldTimeUs = () => 10_000;
		workspace.open(scenario, 'play/x');
		engine.listener?.events(traceOf(['zero', 0], ['note', 20_000]).events);
		const old = workspace.trace;
		workspace.run();
		engine.listener?.events(traceOf(['zero', 0], ['note', 9000]).events);
		expect(workspace.trace).toBe(old);
		engine.listener?.events(traceOf(['zero', 0], ['note', 9000], ['note', 11_000]).events.slice(2));
		expect(workspace.trace).not.toBe(old);
		expect(workspace.horizon).toBe(3);
	});

	test('tells how the outcome of an edit differs', () => {
		const engine = new FakeEngine();
		const workspace = new Workspace(engine, memoryStore());
		workspace.open(scenario, 'play/x');
		engine.listener?.finished(summary('1', 'server-1'));
		expect(workspace.change).toBeNull();
		workspace.run();
		engine.listener?.finished(summary('2', 'server-2'));
		expect(workspace.change?.rows).toEqual([
			{ label: 'Answered by server-1', before: '1', after: '0' },
			{ label: 'Answered by server-2', before: '0', after: '1' }
		]);
	});

	test('forks the run when something is done in its past, and drops what was done later', () => {
		const engine = new FakeEngine();
		const workspace = new Workspace(engine, memoryStore());
		workspace.open(scenario, 'play/x');
		engine.listener?.finished(summary('1', 's', 100));
		expect(workspace.intervene({ at: 60, do: 'kill', process: 'a' })).toBe(true);
		engine.listener?.finished(summary('2', 's', 100));
		expect(workspace.intervene({ at: 40, do: 'kill', process: 'a' })).toBe(true);
		expect(workspace.interventions).toEqual([{ at: 40, do: 'kill', process: 'a' }]);
		expect(workspace.forkedAt).toBe(40);
		workspace.dropInterventions();
		expect(engine.started.at(-1)?.interventions).toEqual([]);
	});
});
