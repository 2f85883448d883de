// A lesson from the files of its folder: lesson.md, scenario.json, start/ and solution/.
import { scenarioFromFolder, type FolderFiles, type ReadFolder, type Scenario } from '#scenario';
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
	const parsed = scenarioFromFolder(folder, folderReader(path, folders));
	if (parsed.ok) return parsed.value;
	for (const { path: where, expected, found } of parsed.problems) {
		problems.add('scenario.json', 0, `${where}: expected ${expected}, found ${found}`);
	}
	return undefined;
}

/** Reads folders by their path relative to one of them. */
export function folderReader(path: string, folders: Folders): ReadFolder {
	return (relative) => folders.get(joinPath(path, relative));
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
