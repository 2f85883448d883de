// The check of a whole scenario, which brings the schema along: only who changes one has to load it.
import { parseScenario, type Problem, type Scenario } from '#scenario';

/** Everything wrong with a scenario; empty when it can be run. */
export function problemsOf(scenario: Scenario): readonly Problem[] {
	const parsed = parseScenario(scenario);
	return parsed.ok ? [] : parsed.problems;
}
