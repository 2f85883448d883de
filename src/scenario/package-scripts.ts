// The programs a package.json starts: `node file.js args` among its scripts, else its `main`.
import { existingFile, folderOf, isScript, joinPath } from './source-graph.ts';
import type { ProcessSpec } from './scenario.ts';
import type { FolderFiles } from './scenario-folder.ts';

/** What a script starts: a process without a name. */
export type ScriptStart = Pick<ProcessSpec, 'file' | 'args' | 'env'>;

const notPrograms = /^(?:pre|post)|test|lint|format|build|check|coverage|watch|deploy/;
const assignment = /^([A-Za-z_]\w*)=(.*)$/;

/** One command such as `DEBUG=x node --flag src/server.js 3`; null when it starts no file of the folder. */
function startOf(command: string, folder: string, files: FolderFiles): ScriptStart | null {
	const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
		([, double, single, plain]) => double ?? single ?? plain ?? ''
	);
	const env: [string, string][] = [];
	for (let word = words[0] ?? ''; assignment.test(word); word = words[0] ?? '') {
		const [, key = '', value = ''] = assignment.exec(word) ?? [];
		env.push([key, value]);
		words.shift();
	}
	if (!/^(?:node|nodemon)$/.test(words.shift() ?? '')) return null;
	while (words[0]?.startsWith('-') === true) words.shift();
	const path = joinPath(folder, words.shift() ?? '');
	const file = path === null ? null : existingFile(files, path);
	if (file === null || !isScript(file)) return null;
	return { file, args: words, ...(env.length > 0 ? { env: Object.fromEntries(env) } : {}) };
}

function readObject(text: string): Readonly<Record<string, unknown>> {
	try {
		const data: unknown = JSON.parse(text);
		return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

/** The programs one package.json starts; each file once. A file that is no JSON starts nothing. */
function startsOf(path: string, files: FolderFiles): ScriptStart[] {
	const folder = folderOf(path);
	const { scripts, main } = readObject(files[path] ?? '');
	const commands =
		typeof scripts === 'object' && scripts !== null
			? Object.entries(scripts as Record<string, unknown>).flatMap(([name, command]) =>
					typeof command === 'string' && !notPrograms.test(name)
						? command.split(/&&|\|\||[;&|]/)
						: []
				)
			: [];
	const starts = commands.flatMap((command) => startOf(command, folder, files) ?? []);
	if (starts.length > 0 || typeof main !== 'string') return starts;
	const target = joinPath(folder, main);
	const file = target === null ? null : existingFile(files, target);
	return file === null || !isScript(file) ? [] : [{ file, args: [] }];
}

/** The programs the package.json files of a folder start, each file once, outer folders first. */
export function packageStarts(files: FolderFiles): ScriptStart[] {
	const packages = Object.keys(files).filter((path) => /(?:^|\/)package\.json$/.test(path));
	packages.sort((a, b) => a.split('/').length - b.split('/').length);
	const seen = new Set<string>();
	return packages
		.flatMap((path) => startsOf(path, files))
		.filter(({ file }) => {
			if (seen.has(file)) return false;
			seen.add(file);
			return true;
		});
}
