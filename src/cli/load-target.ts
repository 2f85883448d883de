// What `run` can be pointed at: a folder of one of four kinds, a scenario file, or the id of a built-in scenario.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	caseFromFolder,
	parseScenario,
	pomeloServers,
	scenarioFromFolder,
	scenarioFromPomeloFolder,
	type FolderFiles,
	type Parsed,
	type Scenario
} from '#scenario';
import { isFolder, readFolder } from './read-folder.ts';
import { startOptions } from './start-option.ts';
import { UsageError } from './usage-error.ts';

/** Folders below lessons/scenarios are the built-in scenarios; the folder's name is the id. */
function builtInFolder(root: string, id: string): string | null {
	if (!/^[a-z0-9-]+$/.test(id)) return null;
	const folder = join(root, 'lessons', 'scenarios', id);
	return isFolder(folder) ? folder : null;
}

function orThrow(what: string, parsed: Parsed<Scenario>): Scenario {
	if (parsed.ok) return parsed.value;
	throw new UsageError(`${what} is not a scenario that can be run:`, parsed.problems);
}

function fromFolder(files: FolderFiles, hasStarts: boolean): Parsed<Scenario> | null {
	const has = (path: string): boolean => Object.hasOwn(files, path);
	if (has('scenario.json')) return scenarioFromFolder(files);
	if (has('case.json')) {
		const parsed = caseFromFolder(files);
		return parsed.ok ? { ok: true, value: parsed.value.scenario } : parsed;
	}
	const isPomelo = (dir: string): boolean =>
		has(`${dir}app.js`) &&
		(has(`${dir}config/servers.json`) || has(`${dir}config/development/servers.json`));
	if (isPomelo('')) return scenarioFromPomeloFolder(files);
	// Pomelo's own project template keeps the application beside its web client.
	if (isPomelo('game-server/')) return scenarioFromPomeloFolder(files, 'game-server');
	if (hasStarts) return parseScenario({ version: 1, files, processes: [] });
	return null;
}

/**
 * The scenario to run.
 *
 * @param what path of a folder or of a scenario file, or the id of a built-in scenario
 * @param starts the `--start` options, added to the processes of whatever is run
 * @param root the repository, where the built-in scenarios are
 * @throws UsageError with every problem when nothing can be run
 */
export function loadTarget(what: string, starts: readonly string[], root: string): Scenario {
	const scenario = orThrow(what, loadBase(what, starts.length > 0, root));
	if (starts.length === 0) return scenario;
	const taken = [
		'broker',
		...scenario.processes.map((spec) => spec.name),
		...(scenario.pomelo === undefined
			? []
			: pomeloServers(scenario.files, scenario.pomelo).map((server) => server.id))
	];
	const added = startOptions(starts, scenario.files, taken);
	const all = { ...scenario, processes: [...scenario.processes, ...added] };
	return orThrow(what, parseScenario(all));
}

function loadBase(what: string, hasStarts: boolean, root: string): Parsed<Scenario> {
	if (!existsSync(what)) {
		const builtIn = builtInFolder(root, what);
		if (builtIn === null) throw new UsageError(`${what}: no such folder or built-in scenario`);
		return scenarioFromFolder(readFolder(builtIn));
	}
	if (!isFolder(what)) return scenarioFromFolder({ 'scenario.json': readFileSync(what, 'utf8') });
	const parsed = fromFolder(readFolder(what), hasStarts);
	if (parsed !== null) return parsed;
	throw new UsageError(
		`${what}: expected scenario.json, case.json, a Pomelo application (app.js and config/servers.json), or --start "file.js"`
	);
}
