// Everything that is wrong with the files, in one list with the place of each: what keeps the scenario from being run, what
// the checker of the editor finds, what programs failed with. Pure.
import type { Problem } from '#scenario';
import type { Diagnostic } from '../state/index.ts';
import type { EditorWords } from '../text/editor.ts';
import { jsonFaultAt, jsonValueAt, lineAndColumn } from './json-places.ts';

export interface ListedProblem {
	/** Null: it concerns the scenario as a whole (its processes, its settings). */
	readonly file: string | null;
	/** From 1; of a problem without a file, 1. */
	readonly line: number;
	/** From 1. */
	readonly column: number;
	readonly message: string;
	/** From where: what stops the run, the editor's checker, the run. */
	readonly from: 'scenario' | 'checker' | 'run';
}

type Files = Readonly<Record<string, string>>;

/** What keeps the scenario from being run, each at its line. */
export function scenarioProblems(
	problems: readonly Problem[],
	files: Files,
	words: EditorWords
): readonly ListedProblem[] {
	return problems.map((problem) => {
		const { expected, found } = problem;
		const file = fileOf(problem.path, files);
		if (file === null) {
			const message = words.expectedFound(problem.path, expected, found);
			return { file, line: 1, column: 1, message, from: 'scenario' };
		}
		const text = files[file] ?? '';
		const rest = problem.path.slice(problem.path.indexOf('.json') + '.json'.length);
		const fault = expected === 'JSON' ? jsonFaultAt(text) : null;
		const offset = fault ?? jsonValueAt(text, keysOf(rest));
		const message =
			fault === null
				? words.expectedFound(rest.trim(), expected, found)
				: faultText(text, fault, words);
		return { file, ...lineAndColumn(text, offset), message, from: 'scenario' };
	});
}

/** What programs failed with, each where it was thrown. */
export function runProblems(
	diagnostics: readonly Diagnostic[],
	words: EditorWords
): readonly ListedProblem[] {
	return diagnostics.map(({ file, line, column, message, process }) => ({
		file,
		line,
		column,
		message: words.failedIn(process, message.split('\n')[0] ?? ''),
		from: 'run'
	}));
}

/** One list without repetitions: per line and source only the first of one message. */
export function mergeProblems(
	...lists: readonly (readonly ListedProblem[])[]
): readonly ListedProblem[] {
	const seen = new Set<string>();
	return lists.flat().filter(({ file, line, message, from }) => {
		const key = JSON.stringify([file, line, message, from]);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

function faultText(text: string, fault: number, words: EditorWords): string {
	const character = text[fault];
	return character === undefined ? words.jsonEnds : words.notJson(character);
}

/** The file a problem's path begins with: `config/servers.json development.time[0]`, or ends in: `servers.json`. */
function fileOf(path: string, files: Files): string | null {
	const end = path.indexOf('.json');
	if (end < 0) return null;
	const name = path.slice(0, end + '.json'.length);
	return Object.keys(files).find((file) => file === name || file.endsWith(`/${name}`)) ?? null;
}

/** ` development.time[0].id` is `['development', 'time', 0, 'id']`. */
function keysOf(rest: string): readonly (string | number)[] {
	return [...rest.matchAll(/\[(\d+)\]|([^\s.[\]]+)/g)].map(([, position, name]) =>
		position === undefined ? (name ?? '') : Number(position)
	);
}
