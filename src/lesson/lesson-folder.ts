// A lesson from the files of its folder: lesson.md, scenario.json, start/ and solution/. A lesson's scenario.json may
// build on another folder's (`extends`) and look its listed files up in a sub-folder (`base`).
import { parseScenario, scenarioFromFolder, type FolderFiles, type Scenario } from '#scenario';
import { resolveCode } from './code-reference.ts';
import type { Lesson } from './lesson-schema.ts';
import { parseLessonText } from './parse-lesson.ts';
import { ProblemList, type Problem } from './problems.ts';

/** Everything under lessons/, by folder path (`scenarios/amqp-rpc`) to the files in it. */
export type Folders = ReadonlyMap<string, FolderFiles>;

export type ReadLesson =
	| { readonly lesson: Lesson; readonly problems: readonly [] }
	| { readonly lesson: undefined; readonly problems: readonly Problem[] };

/** Reads one lesson; every problem at once. `path` is its folder's path, e.g. `02-amqp/01-callback-queue`. */
export function readLesson(path: string, folders: Folders): ReadLesson {
	const folder = folders.get(path) ?? {};
	const problems = new ProblemList();
	const text = parseLessonText('lesson.md', folder['lesson.md'] ?? '', problems);
	const scenario = readScenario(path, folder, folders, problems);
	const solution = filesUnder(folder, 'solution/');
	if (Object.keys(solution).length === 0) {
		problems.add('solution', 0, 'expected the files that the solution changes, found none');
	}
	if (scenario !== undefined) {
		for (const file of Object.keys(solution)) {
			if (!Object.hasOwn(scenario.files, file)) {
				problems.add(`solution/${file}`, 0, 'expected a file that the scenario has too');
			}
		}
		for (const step of text?.steps ?? []) {
			for (const reference of step.lines) {
				if (resolveCode(reference, scenario.files) !== undefined) continue;
				const end = reference.to === null ? '' : ` ... "${reference.to}"`;
				problems.add(
					'lesson.md',
					step.line,
					`"${reference.from}"${end} is not in ${reference.file}`
				);
			}
		}
		if (text !== undefined && !Object.hasOwn(scenario.files, text.file)) {
			problems.add('lesson.md', 1, `file: ${text.file} is not among the scenario's files`);
		}
	}
	if (!problems.isEmpty || text === undefined || scenario === undefined) {
		return { lesson: undefined, problems: problems.all };
	}
	return {
		lesson: { ...text, scenario: { ...scenario, id: text.id, title: text.title }, solution },
		problems: []
	};
}

/** The scenario with the lesson's start files, or undefined with problems added. */
function readScenario(
	path: string,
	folder: FolderFiles,
	folders: Folders,
	problems: ProblemList
): Scenario | undefined {
	const file = 'scenario.json';
	let data: unknown;
	try {
		data = JSON.parse(folder[file] ?? '');
	} catch (error) {
		problems.add(
			file,
			0,
			`expected JSON: ${error instanceof Error ? error.message : String(error)}`
		);
		return undefined;
	}
	if (typeof data !== 'object' || data === null) {
		problems.add(file, 0, 'expected an object');
		return undefined;
	}
	const { extends: parent, base, files: listed, ...own } = data as Record<string, unknown>;
	const inherited = parent === undefined ? undefined : readParent(path, parent, folders, problems);
	const files = readListed(folder, base, listed, problems);
	if (files === undefined || (parent !== undefined && inherited === undefined)) return undefined;
	// The lesson's own files first: they are the first tabs in the editor.
	const merged = { ...inherited, ...own, files: { ...files, ...inherited?.files, ...files } };
	const parsed = parseScenario(merged);
	if (parsed.ok) return parsed.value;
	for (const { path: where, expected, found } of parsed.problems) {
		problems.add(file, 0, `${where}: expected ${expected}, found ${found}`);
	}
	return undefined;
}

function readParent(
	path: string,
	parent: unknown,
	folders: Folders,
	problems: ProblemList
): Scenario | undefined {
	const target = typeof parent === 'string' ? joinPath(path, parent) : '';
	const folder = folders.get(target);
	if (folder === undefined) {
		problems.add(
			'scenario.json',
			0,
			`extends: expected a folder with a scenario.json, found ${String(parent)}`
		);
		return undefined;
	}
	const parsed = scenarioFromFolder(folder);
	if (parsed.ok) return parsed.value;
	problems.add('scenario.json', 0, `extends: ${target} cannot be read itself`);
	return undefined;
}

function readListed(
	folder: FolderFiles,
	base: unknown,
	listed: unknown,
	problems: ProblemList
): Record<string, string> | undefined {
	const prefix = typeof base === 'string' && base !== '' ? `${base}/` : '';
	if (!Array.isArray(listed)) {
		problems.add('scenario.json', 0, 'files: expected a list of paths');
		return undefined;
	}
	const files: Record<string, string> = {};
	for (const path of listed as unknown[]) {
		const text = typeof path === 'string' ? folder[prefix + path] : undefined;
		if (text !== undefined) files[path as string] = text;
		else problems.add('scenario.json', 0, `files: ${prefix}${String(path)} is not in the folder`);
	}
	return files;
}

/** The files below a sub-folder, by their path in it. */
function filesUnder(folder: FolderFiles, prefix: string): Record<string, string> {
	return Object.fromEntries(
		Object.entries(folder).flatMap(([path, text]) =>
			path.startsWith(prefix) ? [[path.slice(prefix.length), text]] : []
		)
	);
}

/** `a/b` and `../../c/d` make `c/d`. */
function joinPath(from: string, relative: string): string {
	const parts = from.split('/');
	for (const part of relative.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
}
