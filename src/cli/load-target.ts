// What `run` can be pointed at: a folder of one of four kinds, a scenario file, or the id of a built-in scenario.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	importFolder,
	leftOutLines,
	pomeloServers,
	scenarioFromFolder,
	unsupportedLine,
	unsupportedUses,
	withProcesses,
	type ImportedFolder,
	type LeftOut,
	type Parsed,
	type ProcessSpec,
	type ReadFolder,
	type Scenario
} from '#scenario';
import { inspectFolder, isFolder, readFolder } from './read-folder.ts';
import { startOptions } from './start-option.ts';
import { UsageError } from './usage-error.ts';

/** What is run, and what a person should know about how it was read. */
export interface Target {
	readonly scenario: Scenario;
	/** Lines for a terminal: programs chosen for the person, what is not available here, what was left out. */
	readonly notes: readonly string[];
}

/** Folders below lessons/scenarios are the built-in scenarios; the folder's name is the id. */
function builtInFolder(root: string, id: string): string | null {
	if (!/^[a-z0-9-]+$/.test(id)) return null;
	const folder = join(root, 'lessons', 'scenarios', id);
	return isFolder(folder) ? folder : null;
}

function orThrow<T>(what: string, parsed: Parsed<T>): T {
	if (parsed.ok) return parsed.value;
	throw new UsageError(`${what} is not a scenario that can be run:`, parsed.problems);
}

/** `server (server.js), client (client.js 20) at 300 ms` */
const startText = ({ name, file, args = [], startAt = 0 }: ProcessSpec): string =>
	`${name} (${[file, ...args].join(' ')})${startAt === 0 ? '' : ` at ${startAt} ms`}`;

/** Named by `--start`, or for a folder of programs those that look like it. */
function programsToStart(
	what: string,
	{ kind, scenario, programs }: ImportedFolder,
	starts: readonly string[]
): { readonly processes: readonly ProcessSpec[]; readonly notes: readonly string[] } {
	if (starts.length > 0) {
		const taken = [
			'broker',
			...scenario.processes.map((spec) => spec.name),
			...(scenario.pomelo === undefined
				? []
				: pomeloServers(scenario.files, scenario.pomelo).map((server) => server.id))
		];
		return { processes: startOptions(starts, scenario.files, taken), notes: [] };
	}
	if (kind !== 'programs') return { processes: [], notes: [] };
	const processes = programs.filter(({ chosen }) => chosen).map(({ process }) => process);
	if (processes.length === 0) {
		const offered = programs.slice(0, 8).map(({ process }) => process.file);
		throw new UsageError(
			`${what}: which program? --start "file.js" (here: ${offered.join(', ')}). None of them uses amqplib, and no ` +
				'package.json starts one.'
		);
	}
	return {
		processes,
		notes: [`started: ${processes.map(startText).join(', ')}; --start chooses others`]
	};
}

/** Left-out files worth a line: everybody has installed packages and hidden files. */
const isWorthTelling = ({ why }: LeftOut): boolean =>
	why !== 'hidden' && !why.includes('installed packages');

/** Reads what a scenario.json extends: a folder by its path relative to that one. */
function folderBeside(folder: string): ReadFolder {
	return (relative) => {
		const path = join(folder, relative);
		return isFolder(path) ? readFolder(path) : undefined;
	};
}

function loadFolder(what: string, starts: readonly string[]): Target {
	const { files, leftOut } = inspectFolder(what);
	const folder = orThrow(what, importFolder(files, folderBeside(what)));
	const { processes, notes } = programsToStart(what, folder, starts);
	const scenario = orThrow(what, withProcesses(folder.scenario, processes));
	if (folder.kind === 'case') return { scenario, notes };
	const told = leftOut.filter(isWorthTelling);
	return {
		scenario,
		notes: [
			...notes,
			...unsupportedUses(scenario).map((use) => `not available here: ${unsupportedLine(use)}`),
			...leftOutLines(told).map((line) => `left out: ${line}`)
		]
	};
}

function loadScenario(what: string, starts: readonly string[], parsed: Parsed<Scenario>): Target {
	const scenario = orThrow(what, parsed);
	const folder = { kind: 'scenario', scenario, programs: [] } as const;
	const { processes } = programsToStart(what, folder, starts);
	return { scenario: orThrow(what, withProcesses(scenario, processes)), notes: [] };
}

/**
 * The scenario to run.
 *
 * @param what path of a folder or of a scenario file, or the id of a built-in scenario
 * @param starts the `--start` options, added to the processes of whatever is run
 * @param root the repository, where the built-in scenarios are
 * @throws UsageError with every problem when nothing can be run
 */
export function loadTarget(what: string, starts: readonly string[], root: string): Target {
	if (!existsSync(what)) {
		const builtIn = builtInFolder(root, what);
		if (builtIn === null) throw new UsageError(`${what}: no such folder or built-in scenario`);
		return loadScenario(
			what,
			starts,
			scenarioFromFolder(readFolder(builtIn), folderBeside(builtIn))
		);
	}
	if (isFolder(what)) return loadFolder(what, starts);
	const file = { 'scenario.json': readFileSync(what, 'utf8') };
	return loadScenario(what, starts, scenarioFromFolder(file));
}
