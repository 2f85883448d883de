// Computes runs for lessons: checks and marking want a trace, nothing else.
import type { ComputeRun } from '#lesson';
import type { Sandbox } from '#sandbox';
import { runScenario } from '#simulation';
import { Trace } from '#trace';

/** A function that computes a scenario in this process. */
export function computeIn(sandbox: Sandbox): ComputeRun {
	return async (scenario) => {
		const { events } = await runScenario(scenario, { sandbox });
		const trace = new Trace();
		trace.append(events);
		return trace;
	};
}
