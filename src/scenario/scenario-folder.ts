// A scenario from the files of a folder: what is read from disk by the command line and bundled for the page.
// Three kinds of folder: one with scenario.json, one with case.json (case-file.ts), a bare Pomelo application.
import { parseScenario } from './parse-scenario.ts';
import { bad, describeValue, parseJson, type Parsed, type Problem } from './problem.ts';
import type { Scenario } from './scenario.ts';

/** The files of a folder: path relative to it (forward slashes) to text. */
export type FolderFiles = Readonly<Record<string, string>>;

/** The files of another folder by its path relative to this one (`../base`); undefined when there is none. */
export type ReadFolder = (relative: string) => FolderFiles | undefined;

/**
 * Read a folder with a scenario.json. Its `files` hold source texts by path, or list paths of files beside it (below
 * `base`, when it names a sub-folder), which are read in that order. `extends` names another folder with a scenario.json:
 * what that one says holds unless said otherwise, and its files come behind the own ones.
 *
 * @param folder the folder's files, scenario.json among them; not mutated
 * @param readFolder how the folder named by `extends` is read; without it, nothing can be extended
 */
export function scenarioFromFolder(folder: FolderFiles, readFolder?: ReadFolder): Parsed<Scenario> {
	const json = parseJson(folder['scenario.json'] ?? '', 'scenario.json');
	if (!json.ok) return json;
	const data = json.value;
	if (typeof data !== 'object' || data === null) return parseScenario(data);
	const { extends: parent, base, files: given, ...own } = data as Record<string, unknown>;
	const problems: Problem[] = [];
	const inherited = parent === undefined ? undefined : readParent(parent, readFolder, problems);
	const files =
		given === undefined && inherited !== undefined ? {} : readFiles(folder, base, given, problems);
	if (typeof files !== 'object' || files === null) return parseScenario(data);
	// The own files first: they are the first tabs in the editor.
	const merged = { ...inherited, ...own, files: { ...files, ...inherited?.files, ...files } };
	if (parent !== undefined && inherited === undefined) return bad(problems);
	const parsed = parseScenario(merged);
	if (problems.length === 0) return parsed;
	return bad([...problems, ...(parsed.ok ? [] : parsed.problems)]);
}

/** The scenario that `extends` names, or undefined with a problem added. */
function readParent(
	parent: unknown,
	readFolder: ReadFolder | undefined,
	problems: Problem[]
): Scenario | undefined {
	const expected = 'the path of another folder with a scenario.json that can be read';
	const folder = typeof parent === 'string' ? readFolder?.(parent) : undefined;
	const parsed = folder === undefined ? undefined : scenarioFromFolder(folder);
	if (parsed?.ok === true) return parsed.value;
	problems.push({ path: 'extends', expected, found: describeValue(parent) });
	return undefined;
}

/** Texts of listed files by path; what is no list is given back as it is. */
function readFiles(
	folder: FolderFiles,
	base: unknown,
	given: unknown,
	problems: Problem[]
): unknown {
	if (!Array.isArray(given)) return given;
	const prefix = typeof base === 'string' && base !== '' ? `${base}/` : '';
	const files: Record<string, string> = {};
	given.forEach((path: unknown, index) => {
		const place = prefix + String(path);
		const text =
			typeof path === 'string' && Object.hasOwn(folder, place) ? folder[place] : undefined;
		if (text !== undefined) files[path as string] = text;
		else {
			const below = prefix === '' ? '' : ` below ${prefix}`;
			const expected = `the path of a file in the folder of scenario.json${below}`;
			problems.push({ path: `files[${index}]`, expected, found: describeValue(path) });
		}
	});
	return files;
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
