// The built-in content itself: every scenario and lesson can be read, every event a lesson names happens, the start fails
// the check, the solution passes it with every seed, and a run is the same twice.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtIn, findEvent, readLesson, runChecks, solvedFiles, type Lesson } from '#lesson';
import type { Scenario } from '#scenario';
import { runScenario } from '#simulation';
import { Trace } from '#trace';
import { testSandbox } from './support/engine.ts';

async function compute(scenario: Scenario): Promise<Trace> {
	const { events } = await runScenario(scenario, { sandbox: await testSandbox() });
	const trace = new Trace();
	trace.append(events);
	return trace;
}

async function digestOf(scenario: Scenario): Promise<string> {
	const { summary } = await runScenario(scenario, { sandbox: await testSandbox() });
	return summary.digest;
}

test('every folder of the content is in the catalogue', () => {
	const root = join(import.meta.dirname, '../lessons');
	const folders = (path: string) =>
		readdirSync(join(root, path), { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map((entry) => entry.name);
	const ids = builtIn.scenarios.map(({ id }) => id);
	expect(ids.toSorted()).toEqual(folders('scenarios').toSorted());
	expect(builtIn.scenarios.filter(({ group }) => group === '')).toEqual([]);
	const lessons = folders('')
		.filter((track) => track !== 'scenarios')
		.flatMap((track) => folders(track).map((lesson) => `${track}/${lesson}`));
	expect(builtIn.lessons.map(({ path }) => path)).toEqual(lessons.toSorted());
	expect(new Set(builtIn.lessons.map(({ id }) => id)).size).toBe(lessons.length);
});

function scenarioOf(id: string): Scenario {
	const scenario = builtIn.scenario(id);
	if (scenario === undefined) throw new Error(`no scenario ${id}`);
	return scenario;
}

/** Calls fail in these on purpose; pomelo-failures.test.ts says how. */
const failing = 'Pomelo: a remote call that goes wrong';
const sound = builtIn.scenarios.filter(({ group }) => group !== failing);

test.each(sound.map(({ id }) => id))(
	'scenario %s answers every call and crashes nobody',
	async (id) => {
		const { summary } = await runScenario(scenarioOf(id), { sandbox: await testSandbox() });
		expect(summary.calls.filter(({ status }) => status !== 'answered')).toEqual([]);
		const failed = Object.entries(summary.processes).filter(
			([, { exit, stderr }]) => (exit.code ?? 0) !== 0 || exit.reason !== null || stderr.length > 0
		);
		expect(failed).toEqual([]);
	}
);

test.each(builtIn.scenarios.map(({ id }) => id))(
	'scenario %s is the same run twice, and another with another latency',
	async (id) => {
		const scenario = scenarioOf(id);
		const digest = await digestOf(scenario);
		expect(await digestOf(scenario)).toBe(digest);
		expect(await digestOf({ ...scenario, links: { latencyMs: 11 } })).not.toBe(digest);
	}
);

describe.each(builtIn.lessons)('lesson $id', ({ id, path }) => {
	const lesson = builtIn.lesson(id) as Lesson;
	const task = lesson.steps.at(-1)?.task;

	test('has no problems, at least eight steps, a prediction and a task with hints', () => {
		expect(readLesson(path, builtIn.folders).problems).toEqual([]);
		expect(lesson.steps.length).toBeGreaterThanOrEqual(8);
		expect(lesson.steps.some((step) => step.prediction !== null)).toBe(true);
		expect(task?.hints.length).toBeGreaterThanOrEqual(2);
	});

	test('names only events that happen, whatever the seed', async () => {
		for (const seed of lesson.seeds) {
			const trace = await compute({ ...lesson.scenario, seed });
			for (const step of lesson.steps) {
				for (const selector of [step.cursor, step.prediction?.reveal]) {
					if (!selector) continue;
					const found = findEvent(selector, trace);
					expect(found, `seed ${seed}, "${step.title}": ${selector.text}`).toBeDefined();
				}
			}
		}
	});

	test('fails its check at the start and passes it with the solution, with every seed', async () => {
		if (!task) throw new Error('no task');
		const start = await runChecks(lesson, task, lesson.scenario.files, compute);
		expect(start.passed).toBe(false);
		for (const seed of lesson.seeds) {
			const solved = { ...lesson, seeds: [seed] };
			const report = await runChecks(solved, task, solvedFiles(lesson), compute);
			expect(
				report.verdicts.filter((verdict) => !verdict.passed),
				`seed ${seed}`
			).toEqual([]);
			expect(report.passed).toBe(true);
		}
	});

	test('is the same run twice', async () => {
		expect(await digestOf(lesson.scenario)).toBe(await digestOf(lesson.scenario));
	});
});
