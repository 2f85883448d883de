// Reading untrusted scenarios: everything wrong is told at once, nothing is half-loaded.
import { describe, expect, test } from 'vitest';
import { parseScenario, type Problem } from '#scenario';
import { oneProgram, pomeloConfig } from '../support/scenarios.ts';

const problemsOf = (input: unknown): readonly Problem[] => {
	const parsed = parseScenario(input);
	return parsed.ok ? [] : parsed.problems;
};
const pathsOf = (input: unknown): string[] => problemsOf(input).map((problem) => problem.path);

describe('a scenario that is right', () => {
	test('comes back as it was', () => {
		const scenario = oneProgram('console.log(1)', {
			id: 'one',
			title: 'One',
			seed: 4_294_967_295,
			pollUs: 20_000,
			startDate: '2024-02-29T00:00:00+02:00',
			durationMs: 12.5,
			limits: { turnPollsMax: 100 },
			links: { latencyMs: 0.2, jitterMs: 1, between: [{ a: 'main', b: 'broker', latencyMs: 5 }] },
			interventions: [
				{ at: 10, do: 'kill', process: 'main' },
				{ at: 20, do: 'restart', process: 'main' },
				{ at: 30, do: 'start', process: { name: 'second', file: 'main.js', args: ['x'] } },
				{ at: 40, do: 'link', from: 'second', to: 'broker', fault: 'drop', count: 2 },
				{ at: 50, do: 'request', process: 'second', route: 'gate.a.b', message: { n: [1] } }
			]
		});
		expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });
	});

	test('may name its schema, which is no part of the run', () => {
		const scenario = oneProgram('1');
		expect(parseScenario({ $schema: './x.json', ...scenario })).toEqual({
			ok: true,
			value: scenario
		});
	});
});

describe('a scenario that is wrong', () => {
	test('has every problem told, with place, expectation and finding', () => {
		const problems = problemsOf({
			version: 2,
			files: { '../up.js': '1', 'n.js': 7 },
			processes: [{ file: 'n.js', startAt: -1, color: 'red' }],
			seed: 1.5
		});
		expect(problems).toEqual(
			expect.arrayContaining([
				{ path: 'version', expected: '1', found: '2' },
				{
					path: 'files["../up.js"]',
					expected: 'a path with forward slashes, not leaving the folder',
					found: '"../up.js"'
				},
				{ path: 'files["n.js"]', expected: 'string', found: '7' },
				{
					path: 'processes[0].name',
					expected: 'a value (the field is required)',
					found: 'nothing'
				},
				{ path: 'processes[0].startAt', expected: 'at least 0', found: '-1' },
				{ path: 'processes[0].color', expected: 'no such field', found: '"color"' },
				{ path: 'seed', expected: 'a whole number', found: '1.5' }
			])
		);
		expect(problems).toHaveLength(7);
	});

	test.each([
		['null', null, ['']],
		['a list', [], ['version', 'files', 'processes']],
		['nothing in it', {}, ['version', 'files', 'processes']]
	])('is refused whole: %s', (_what, input, paths) => {
		expect(pathsOf(input)).toEqual(paths);
	});

	test('has a process whose file is not among the files', () => {
		const scenario = { ...oneProgram('1'), processes: [{ name: 'a', file: 'b.js' }] };
		expect(problemsOf(scenario)).toEqual([
			{ path: 'processes[0].file', expected: 'the path of one of the files', found: '"b.js"' }
		]);
	});

	test('uses a name twice, or a name with a meaning of its own', () => {
		const spec = { name: 'a', file: 'main.js' };
		const processes = [spec, spec, { name: 'broker', file: 'main.js' }];
		expect(pathsOf({ ...oneProgram('1'), processes })).toEqual([
			'processes[1].name',
			'processes[2].name'
		]);
	});

	test('kills a process before it starts', () => {
		const processes = [{ name: 'a', file: 'main.js', startAt: 5, killAt: 4 }];
		expect(pathsOf({ ...oneProgram('1'), processes })).toEqual(['processes[0].killAt']);
	});

	test('touches a process that does not exist, in any kind of intervention', () => {
		const interventions = [
			{ at: 0, do: 'kill', process: 'nobody' },
			{ at: 0, do: 'link', from: 'main', to: 'nobody', fault: 'cut' }
		];
		expect(pathsOf({ ...oneProgram('1'), interventions })).toEqual([
			'interventions[0].process',
			'interventions[1].to'
		]);
	});

	test('starts on a day that does not exist', () => {
		expect(pathsOf(oneProgram('1', { startDate: '2025-13-01T00:00:00Z' }))).toEqual(['startDate']);
	});

	test('wants the broker down for a while without restarting it', () => {
		const interventions = [
			{ at: 0, do: 'broker', what: 'memory-alarm', downMs: 5 },
			{ at: 0, do: 'broker', what: 'restart', downMs: 5 },
			{ at: 0, do: 'broker', what: 'explode' }
		];
		const broken = { ...oneProgram('1'), interventions };
		expect(pathsOf(broken)).toEqual(['interventions[2].what']);
		const [alarm, restart] = interventions;
		expect(pathsOf({ ...broken, interventions: [restart, alarm] })).toEqual([
			'interventions[1].downMs'
		]);
	});

	test('asks for a release of RabbitMQ that is not known', () => {
		expect(pathsOf({ ...oneProgram('1'), brokerVersion: '2.8' })).toEqual(['brokerVersion']);
	});
});

describe('a Pomelo scenario', () => {
	const pomelo = { dir: '', env: 'development' };

	test('knows its servers by their ids', () => {
		const interventions = [{ at: 1, do: 'kill', process: 'time-server-1' }];
		const scenario = { version: 1, files: pomeloConfig, processes: [], pomelo, interventions };
		expect(parseScenario(scenario).ok).toBe(true);
	});

	test('has a client called like a server', () => {
		const processes = [{ name: 'time-server-1', file: 'app.js' }];
		const scenario = { version: 1, files: pomeloConfig, processes, pomelo };
		expect(pathsOf(scenario)).toEqual(['processes[0].name']);
	});

	test('lacks every file of the application', () => {
		const scenario = { version: 1, files: {}, processes: [], pomelo: { ...pomelo, dir: 'game' } };
		expect(problemsOf(scenario).map((problem) => problem.expected)).toEqual([
			'the file game/app.js',
			'the file game/config/master.json or game/config/development/master.json',
			'the file game/config/servers.json or game/config/development/servers.json'
		]);
	});
});
