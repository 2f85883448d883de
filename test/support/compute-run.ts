// Computes a scenario in this process: what checks of lessons ask for.
import type { ComputeRun } from '#lesson';
import { runScenario } from '#simulation';
import { Trace } from '#trace';
import { testSandbox } from './engine.ts';

export const computeRun: ComputeRun = async (scenario) => {
	const { events } = await runScenario(scenario, { sandbox: await testSandbox() });
	const trace = new Trace();
	trace.append(events);
	return trace;
};
