// A conformance case (case.json beside its programs) as a scenario, and the record beside it (expected.json) as data.
// The format is described in test/conformance/README.md; what a case means for time and links is set here.
import * as v from 'valibot';
import { parseScenario } from './parse-scenario.ts';
import { bad, good, parseJson, type Parsed } from './problem.ts';
import { shapeProblems } from './shape-problems.ts';
import type { FolderFiles } from './scenario-folder.ts';
import type { Scenario } from './scenario.ts';

/** Cases are written for a machine whose loopback answers within a millisecond. */
const caseLatencyMs = 0.2;

const order = v.picklist(['ordered', 'unordered']);
const at = v.pipe(v.number(), v.minValue(0, 'at least 0'));

const caseSchema = v.object({
	title: v.optional(v.string(), ''),
	topics: v.optional(v.array(v.string()), []),
	processes: v.array(
		v.object({
			name: v.string(),
			file: v.string(),
			args: v.optional(v.array(v.string()), []),
			startAt: v.optional(at, 0),
			killAt: v.optional(at),
			stderrContains: v.optional(v.array(v.string()), [])
		})
	),
	pomelo: v.optional(v.object({ dir: v.string(), env: v.optional(v.string(), 'development') })),
	actions: v.optional(
		v.array(v.object({ at, do: v.picklist(['kill', 'start']), process: v.string() })),
		[]
	),
	durationMs: v.optional(at),
	compare: v.optional(v.union([order, v.record(v.string(), order)]), 'ordered'),
	needs: v.optional(v.array(v.string()), [])
});

const expectedSchema = v.object({
	processes: v.record(
		v.string(),
		v.object({
			stdout: v.array(v.string()),
			exit: v.object({ code: v.nullable(v.number()) }),
			stderrContains: v.optional(v.array(v.string()), [])
		})
	)
});

export type CaseOrder = 'ordered' | 'unordered';

/** What a case says besides its scenario. */
export interface ConformanceCase {
	readonly scenario: Scenario;
	readonly title: string;
	readonly topics: readonly string[];
	/** Features a simulator may lack. */
	readonly needs: readonly string[];
	/** One word for all processes, or one by process name (default ordered). */
	readonly compare: CaseOrder | Readonly<Record<string, CaseOrder>>;
	/** Texts each process must have written to stderr, by process name. */
	readonly stderrContains: Readonly<Record<string, readonly string[]>>;
}

/** What was observed on the real system. */
export interface ExpectedProcess {
	readonly stdout: readonly string[];
	/** null: killed, or still running when the case ended. */
	readonly exitCode: number | null;
	readonly stderrContains: readonly string[];
}

/**
 * Read a case folder.
 *
 * @param folder the folder's files, case.json among them; case.json and expected.json are not part of the scenario
 */
export function caseFromFolder(folder: FolderFiles): Parsed<ConformanceCase> {
	const json = parseJson(folder['case.json'] ?? '', 'case.json');
	if (!json.ok) return json;
	const shape = v.safeParse(caseSchema, json.value);
	if (!shape.success) return bad(shapeProblems(shape.issues));
	const { processes, actions, pomelo, durationMs, compare, needs, title, topics } = shape.output;
	const { 'case.json': _case, 'expected.json': _expected, ...files } = folder;
	const scenario = parseScenario({
		version: 1,
		title,
		files,
		processes: processes.map(({ stderrContains: _, ...spec }) => spec),
		...(pomelo === undefined ? {} : { pomelo }),
		links: { latencyMs: caseLatencyMs },
		interventions: actions.map((action) => ({
			at: action.at,
			do: action.do === 'start' ? 'restart' : 'kill',
			process: action.process
		})),
		...(durationMs === undefined ? {} : { durationMs })
	});
	if (!scenario.ok) return scenario;
	return good({
		scenario: scenario.value,
		title,
		topics,
		needs,
		compare,
		stderrContains: Object.fromEntries(processes.map((p) => [p.name, p.stderrContains]))
	});
}

/** Read an expected.json: what each process printed and how it ended, by process name. */
export function parseExpected(text: string): Parsed<Readonly<Record<string, ExpectedProcess>>> {
	const json = parseJson(text, 'expected.json');
	if (!json.ok) return json;
	const shape = v.safeParse(expectedSchema, json.value);
	if (!shape.success) return bad(shapeProblems(shape.issues));
	return good(
		Object.fromEntries(
			Object.entries(shape.output.processes).map(([name, { stdout, exit, stderrContains }]) => [
				name,
				{ stdout, exitCode: exit.code, stderrContains }
			])
		)
	);
}
