// A scenario from the files of a folder: what is read from disk by the command line and bundled for the page.
// Three kinds of folder: one with scenario.json, one with case.json (case-file.ts), a bare Pomelo application.
import { parseScenario } from './parse-scenario.ts';
import { bad, describeValue, parseJson, type Parsed, type Problem } from './problem.ts';
import type { Scenario } from './scenario.ts';

/** The files of a folder: path relative to it (forward slashes) to text. */
export type FolderFiles = Readonly<Record<string, string>>;

/**
 * Read a folder with a scenario.json. Its `files` hold source texts by path, or list paths of files beside it, which
 * are read in that order.
 *
 * @param folder the folder's files, scenario.json among them; not mutated
 */
export function scenarioFromFolder(folder: FolderFiles): Parsed<Scenario> {
	const json = parseJson(folder['scenario.json'] ?? '', 'scenario.json');
	if (!json.ok) return json;
	const data = json.value;
	if (
		typeof data !== 'object' ||
		data === null ||
		!('files' in data) ||
		!Array.isArray(data.files)
	) {
		return parseScenario(data);
	}
	const missing: Problem[] = [];
	const files: [string, string][] = [];
	data.files.forEach((path: unknown, index) => {
		const text = typeof path === 'string' && Object.hasOwn(folder, path) ? folder[path] : undefined;
		if (text !== undefined) files.push([path as string, text]);
		else {
			const expected = 'the path of a file in the folder of scenario.json';
			missing.push({ path: `files[${index}]`, expected, found: describeValue(path) });
		}
	});
	const parsed = parseScenario({ ...data, files: Object.fromEntries(files) });
	if (missing.length === 0) return parsed;
	return bad([...missing, ...(parsed.ok ? [] : parsed.problems)]);
}

/**
 * Read a bare Pomelo application (`app.js`, `config/servers.json`): the cluster boots, nobody calls it yet.
 *
 * @param dir folder of the application within `folder`, '' for the folder itself
 */
export function scenarioFromPomeloFolder(folder: FolderFiles, dir = ''): Parsed<Scenario> {
	return parseScenario({
		version: 1,
		files: folder,
		processes: [],
		pomelo: { dir, env: 'development' }
	});
}
