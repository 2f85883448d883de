// The built-in content itself: every scenario can be read and runs, every lesson passes the check of lessons, and a run is
// the same twice.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtIn, checkLessons, problemText } from '#lesson';
import type { Scenario } from '#scenario';
import { runScenario } from '#simulation';
import { readScenarioWords } from '../src/lesson/scenario-words.ts';
import { computeRun } from './support/compute-run.ts';
import { testSandbox } from './support/engine.ts';

async function digestOf(scenario: Scenario): Promise<string> {
	const { summary } = await runScenario(scenario, { sandbox: await testSandbox() });
	return summary.digest;
}

test('every scenario and every group of scenarios has its words in Chinese, and no others do', () => {
	const words = readScenarioWords(
		readFileSync(join(import.meta.dirname, '../lessons/scenarios/words.zh.json'), 'utf8')
	);
	const ids = builtIn.scenarios.map(({ id }) => id);
	expect(Object.keys(words.scenarios).toSorted()).toEqual(ids.toSorted());
	const groups = new Set(builtIn.scenarios.map(({ group }) => group));
	expect(Object.keys(words.groups).toSorted()).toEqual([...groups].toSorted());
});

test('every track and every lesson has its words in Chinese', () => {
	const untold = [...builtIn.tracks, ...builtIn.lessons].filter(
		({ translations }) => translations.zh === undefined
	);
	expect(untold.map(({ id }) => id)).toEqual([]);
});

test.each(builtIn.lessons)(
	'the fault plans of lesson $id have their titles in Chinese',
	({ id }) => {
		const plans = builtIn.lesson(id)?.steps.flatMap(({ task }) => task?.plans ?? []) ?? [];
		const untold = plans.filter(({ translations }) => translations.zh === undefined);
		expect(untold.map(({ name }) => name)).toEqual([]);
	}
);

test.each(builtIn.lessons)(
	'what the scripts of lesson $id say, they say in Chinese too',
	({ id }) => {
		const scripts = Object.entries(builtIn.lesson(id)?.scripts ?? {});
		const sayings = (text: string, tag: string) => text.split(`${tag}: `).length - 1;
		for (const [name, text] of scripts) {
			expect(sayings(text, 'en'), name).toBeGreaterThan(0);
			expect(sayings(text, 'zh'), name).toBe(sayings(text, 'en'));
		}
		// Nothing said in one language alone: no text is returned, nor given as the reason, as it is.
		expect(scripts.filter(([, text]) => /(?:return|because:|\|\|)\s+['`]/.test(text))).toEqual([]);
	}
);

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

test.each(builtIn.lessons)(
	'lesson $id says the same when it came to the page as JSON',
	({ id }) => {
		const lesson = builtIn.lesson(id);
		expect(JSON.parse(JSON.stringify(lesson))).toStrictEqual(lesson);
	}
);

test.each(builtIn.lessons)('lesson $id has notes for the teacher', ({ id }) => {
	expect(builtIn.teacher(id)).toContain('<h2>Questions</h2>');
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

describe.each(builtIn.lessons)('lesson $id', ({ id }) => {
	test('passes the check of lessons', async () => {
		const { lessons, problems } = await checkLessons(builtIn, {
			compute: computeRun,
			only: (one) => one === id
		});
		expect(lessons).toBe(1);
		expect(problems.map(problemText)).toEqual([]);
	}, 60_000);

	test('asks for a prediction and sets a task with two hints and a known wrong answer', () => {
		const steps = builtIn.lesson(id)?.steps ?? [];
		expect(steps.some(({ prediction }) => prediction !== null)).toBe(true);
		const tasks = steps.flatMap(({ task }) => task ?? []);
		expect(tasks.length).toBeGreaterThan(0);
		for (const { hints, wrong } of tasks) {
			expect(hints.length).toBeGreaterThanOrEqual(2);
			expect(wrong.length).toBeGreaterThanOrEqual(1);
		}
	});
});
