// A folder somebody has, as a scenario: with scenario.json as it is, a conformance case, a Pomelo application (its own
// folder, or `game-server` beside a web client), or programs of which some are started. Shared by page and command line.
import { caseFromFolder } from './case-file.ts';
import { guessPrograms, type ProgramGuess } from './guess-programs.ts';
import { parseScenario } from './parse-scenario.ts';
import { pomeloServers } from './pomelo-folder.ts';
import { bad, good, type Parsed, type Problem } from './problem.ts';
import {
	scenarioFromFolder,
	scenarioFromPomeloFolder,
	type FolderFiles,
	type ReadFolder
} from './scenario-folder.ts';
import type { ProcessSpec, Scenario } from './scenario.ts';
import { isScript } from './source-graph.ts';

export type FolderKind = 'scenario' | 'case' | 'pomelo' | 'programs';

/** What a folder holds. */
export interface ImportedFolder {
	readonly kind: FolderKind;
	/** The scenario without the programs offered below. */
	readonly scenario: Scenario;
	/** Programs that can be started besides; for a folder of programs, at least one. */
	readonly programs: readonly ProgramGuess[];
}

/** What a person reads about a kind of folder. */
export const folderKindWords: Readonly<Record<FolderKind, string>> = {
	scenario: 'a scenario',
	case: 'a recorded case',
	pomelo: 'a Pomelo application',
	programs: 'Node.js programs'
};

function importScenario(files: FolderFiles, readFolder?: ReadFolder): Parsed<ImportedFolder> {
	const parsed = scenarioFromFolder(files, readFolder);
	return parsed.ok ? good({ kind: 'scenario', scenario: parsed.value, programs: [] }) : parsed;
}

function importCase(files: FolderFiles): Parsed<ImportedFolder> {
	const parsed = caseFromFolder(files);
	if (!parsed.ok) return parsed;
	return good({ kind: 'case', scenario: parsed.value.scenario, programs: [] });
}

/** The folder of the Pomelo application, '' for the top; null when there is none. */
function pomeloDir(files: FolderFiles): string | null {
	// Pomelo's own project template keeps the application beside its web client.
	const dirs = ['', 'game-server/', 'gameserver/', 'server/'];
	const has = (path: string): boolean => Object.hasOwn(files, path);
	const dir = dirs.find(
		(dir) =>
			has(`${dir}app.js`) &&
			(has(`${dir}config/servers.json`) || has(`${dir}config/development/servers.json`))
	);
	return dir === undefined ? null : dir.slice(0, -1);
}

function importPomelo(all: FolderFiles, dir: string): Parsed<ImportedFolder> {
	// Pages of the web client run in no process here.
	const files = programsFirst(
		Object.fromEntries(
			Object.entries(all).filter(([path]) => !path.startsWith('web-server/public/'))
		)
	);
	const parsed = scenarioFromPomeloFolder(files, dir);
	if (!parsed.ok) return parsed;
	const inside = dir === '' ? '' : `${dir}/`;
	const ofApplication = (path: string): boolean =>
		path === `${inside}app.js` ||
		path.startsWith(`${inside}app/`) ||
		path.startsWith(`${inside}config/`);
	const ids = pomeloServers(files, { dir, env: 'development' }).map((server) => server.id);
	const programs = guessPrograms(files, (path) => !ofApplication(path), ids).filter(
		({ process }) => process.file !== 'web-server/app.js'
	);
	return good({ kind: 'pomelo', scenario: parsed.value, programs });
}

/** Why there is nothing to run in a folder, and what to try. */
function nothingToRun(files: FolderFiles): Problem {
	const paths = Object.keys(files);
	const wanted =
		'scenario.json, a Pomelo application (app.js and config/servers.json), or JavaScript programs';
	const typed = paths.filter((path) => /\.[cm]?tsx?$/.test(path) && !path.endsWith('.d.ts'));
	if (typed.length > 0) {
		const found = `TypeScript only (${typed[0] ?? ''}); compile it first and open the folder of .js files`;
		return { path: '', expected: wanted, found };
	}
	const nested = paths.find((path) => /\/(?:scenario\.json|config\/servers\.json)$/.test(path));
	if (nested !== undefined) {
		const folder = nested.replace(/\/(?:config\/servers\.json|scenario\.json)$/, '');
		return { path: '', expected: wanted, found: `only ${nested}; open the folder ${folder}` };
	}
	const some = paths.slice(0, 4).join(', ');
	return { path: '', expected: wanted, found: some === '' ? 'no text files' : `only ${some}` };
}

/** Programs before data before other texts: the order of the editor's tabs. */
function programsFirst(files: FolderFiles): FolderFiles {
	const rank = (path: string): number => (isScript(path) ? 0 : path.endsWith('.json') ? 1 : 2);
	return Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => rank(a) - rank(b)));
}

function importPrograms(all: FolderFiles): Parsed<ImportedFolder> {
	const files = programsFirst(all);
	if (!Object.keys(files).some(isScript)) return bad([nothingToRun(files)]);
	const parsed = parseScenario({ version: 1, files, processes: [] });
	if (!parsed.ok) return parsed;
	return good({ kind: 'programs', scenario: parsed.value, programs: guessPrograms(files) });
}

/**
 * Find out what a folder is.
 *
 * @param files the folder's text files (folder-reading.ts says which); not mutated
 * @param readFolder how a folder that scenario.json extends is read
 * @returns the scenario and what may be started in it, or every problem with its files
 */
export function importFolder(files: FolderFiles, readFolder?: ReadFolder): Parsed<ImportedFolder> {
	if (Object.hasOwn(files, 'scenario.json')) return importScenario(files, readFolder);
	if (Object.hasOwn(files, 'case.json')) return importCase(files);
	const dir = pomeloDir(files);
	return dir === null ? importPrograms(files) : importPomelo(files, dir);
}

/** A scenario with more processes; or what is wrong with them. */
export function withProcesses(
	scenario: Scenario,
	processes: readonly ProcessSpec[]
): Parsed<Scenario> {
	return parseScenario({ ...scenario, processes: [...scenario.processes, ...processes] });
}
