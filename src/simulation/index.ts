// The door of the simulation: compute a run from a scenario.
export { describeIntervention } from './intervention-words.ts';
export { loadSteps, loadStepsAhead, needsSteps } from './load-steps.ts';
export type { CallSummary, ProcessSummary, RunSummary } from './run-summary.ts';
export {
	defaultDurationMs,
	runScenario,
	Simulation,
	type Run,
	type SimulationOptions
} from './simulation.ts';
