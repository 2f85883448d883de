// Reads an untrusted scenario: all of it, or every problem at once. First the shape (scenario-schema.ts), then what
// concerns several fields: names that must be unique, files and processes that must exist.
import * as v from 'valibot';
import { readPomeloServers } from './pomelo-folder.ts';
import { bad, describeValue, good, type Parsed, type Problem } from './problem.ts';
import { shapeProblems } from './shape-problems.ts';
import { scenarioSchema } from './scenario-schema.ts';
import type { ProcessSpec, Scenario } from './scenario.ts';

/** Problems with names: each once, none that means something else on the stage. */
function nameProblems(
	specs: readonly (readonly [path: string, spec: ProcessSpec])[],
	serverIds: readonly string[]
): Problem[] {
	const taken = new Set(['broker', ...serverIds]);
	return specs.flatMap(([path, spec]) => {
		if (!taken.has(spec.name)) {
			taken.add(spec.name);
			return [];
		}
		const expected = 'a name no other process, server or the broker has';
		return [{ path: `${path}.name`, expected, found: describeValue(spec.name) }];
	});
}

function fileProblems(
	specs: readonly (readonly [path: string, spec: ProcessSpec])[],
	files: Scenario['files']
): Problem[] {
	return specs.flatMap(([path, spec]) => {
		const problems: Problem[] = [];
		if (!Object.hasOwn(files, spec.file)) {
			const expected = 'the path of one of the files';
			problems.push({ path: `${path}.file`, expected, found: describeValue(spec.file) });
		}
		if (spec.killAt !== undefined && spec.killAt < (spec.startAt ?? 0)) {
			const expected = `at least startAt (${spec.startAt ?? 0})`;
			problems.push({ path: `${path}.killAt`, expected, found: String(spec.killAt) });
		}
		return problems;
	});
}

function interventionProblems(scenario: Scenario, names: ReadonlySet<string>): Problem[] {
	const unknown = (path: string, name: string, known: ReadonlySet<string>): Problem[] =>
		known.has(name)
			? []
			: [{ path, expected: `one of ${[...known].join(', ')}`, found: describeValue(name) }];
	const machines = new Set([...names, 'broker']);
	return (scenario.interventions ?? []).flatMap((intervention, index) => {
		const path = `interventions[${index}]`;
		switch (intervention.do) {
			case 'start':
				return [];
			case 'broker':
				return intervention.downMs === undefined || intervention.what === 'restart'
					? []
					: [
							{
								path: `${path}.downMs`,
								expected: 'nothing but with "what": "restart"',
								found: String(intervention.downMs)
							}
						];
			case 'restart':
			case 'kill':
			case 'pause':
			case 'continue':
			case 'slow':
			case 'request':
				return unknown(`${path}.process`, intervention.process, names);
			case 'link':
			case 'message':
				return [
					...unknown(`${path}.from`, intervention.from, machines),
					...unknown(`${path}.to`, intervention.to, machines)
				];
		}
	});
}

/** What the schema cannot say. */
function meaningProblems(scenario: Scenario): Problem[] {
	const servers =
		scenario.pomelo === undefined ? good([]) : readPomeloServers(scenario.files, scenario.pomelo);
	const serverIds = servers.ok ? servers.value.map((server) => server.id) : [];
	const specs = [
		...scenario.processes.map((spec, index) => [`processes[${index}]`, spec] as const),
		...(scenario.interventions ?? []).flatMap((intervention, index) =>
			intervention.do === 'start'
				? [[`interventions[${index}].process`, intervention.process] as const]
				: []
		)
	];
	const names = new Set([...serverIds, ...specs.map(([, spec]) => spec.name)]);
	const startDate = scenario.startDate;
	return [
		...(servers.ok ? [] : servers.problems),
		...nameProblems(specs, serverIds),
		...fileProblems(specs, scenario.files),
		// With an unreadable cluster every server would look unknown.
		...(servers.ok ? interventionProblems(scenario, names) : []),
		...(startDate !== undefined && Number.isNaN(Date.parse(startDate))
			? [{ path: 'startDate', expected: 'a date that exists', found: describeValue(startDate) }]
			: [])
	];
}

/**
 * Check plain data against the scenario format.
 *
 * @param input anything, e.g. what JSON.parse gave; not mutated
 * @returns the scenario, or every problem found; nothing is half-loaded
 */
export function parseScenario(input: unknown): Parsed<Scenario> {
	const shape = v.safeParse(scenarioSchema, input);
	if (!shape.success) return bad(shapeProblems(shape.issues));
	const { $schema: _, ...rest } = shape.output;
	// The schema's output differs from Scenario only in saying `| undefined` where a field may be absent.
	const scenario = rest as Scenario;
	const problems = meaningProblems(scenario);
	return problems.length > 0 ? bad(problems) : good(scenario);
}
