// The processes of a scenario as rows of a form, and back. Pure.
import type { ProcessSpec, Scenario } from '#scenario';

/** Arguments as they would be typed into a shell; `splitArguments` reads them again. */
export function joinArguments(args: readonly string[]): string {
	return args
		.map((word) => {
			if (/^[^\s'"]+$/.test(word)) return word;
			return word.includes('"') ? `'${word}'` : `"${word}"`;
		})
		.join(' ');
}

/** Files that can be run: scripts, those that processes run already first. */
export function runnableFiles(scenario: Scenario): readonly string[] {
	const run = scenario.processes.map((process) => process.file);
	const scripts = Object.keys(scenario.files).filter((path) => /\.[cm]?js$/.test(path));
	return [...new Set([...run, ...scripts])];
}

/** The list with one process changed. */
export function withProcess(
	processes: readonly ProcessSpec[],
	index: number,
	change: Partial<ProcessSpec>
): readonly ProcessSpec[] {
	return processes.map((process, other) => (other === index ? { ...process, ...change } : process));
}
