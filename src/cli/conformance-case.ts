// One conformance case from its folder: run it, compare it, never throw. A case that cannot be run has failed.
import { caseFromFolder, parseExpected, problemLines } from '#scenario';
import type { Sandbox } from '#sandbox';
import { runScenario } from '#simulation';
import { compareCase } from './compare-case.ts';
import { readFolder } from './read-folder.ts';

export interface CaseResult {
	readonly name: string;
	readonly title: string;
	readonly needs: readonly string[];
	readonly passed: boolean;
	/** What differs, line by line; empty when passed. */
	readonly problems: readonly string[];
}

/** Run one case. `folder` holds case.json, expected.json and the programs. */
export async function runCase(name: string, folder: string, sandbox: Sandbox): Promise<CaseResult> {
	const result = (problems: readonly string[], title = '', needs: readonly string[] = []) => ({
		name,
		title,
		needs,
		passed: problems.length === 0,
		problems
	});
	const files = readFolder(folder);
	const parsed = caseFromFolder(files);
	if (!parsed.ok) return result(problemLines(parsed.problems));
	const { title, needs, scenario } = parsed.value;
	const expected = parseExpected(files['expected.json'] ?? '');
	if (!expected.ok) return result(problemLines(expected.problems), title, needs);
	try {
		const { summary } = await runScenario(scenario, { sandbox });
		return result(compareCase(parsed.value, expected.value, summary), title, needs);
	} catch (error) {
		const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return result(['the simulator itself failed:', ...text.split('\n')], title, needs);
	}
}
