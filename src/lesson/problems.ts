// Everything wrong with a lesson or a scenario folder, at once: each problem names its file and line.

export interface Problem {
	/** Path below the lesson's or scenario's own folder. */
	readonly file: string;
	/** From 1; 0 when the file as a whole is meant. */
	readonly line: number;
	/** What was expected and what was found. */
	readonly message: string;
}

/** A list of problems while something is being read. */
export class ProblemList {
	readonly #problems: Problem[] = [];

	add(file: string, line: number, message: string): void {
		this.#problems.push({ file, line, message });
	}

	/** In order of file and line. */
	get all(): readonly Problem[] {
		return this.#problems.toSorted(
			(a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line
		);
	}

	get isEmpty(): boolean {
		return this.#problems.length === 0;
	}
}

/** Thrown when a lesson or scenario folder cannot be used. The message lists every problem, one a line. */
export class LessonError extends Error {
	readonly code = 'bad-lesson';
	readonly problems: readonly Problem[];

	constructor(what: string, problems: readonly Problem[]) {
		super([`${what} cannot be read:`, ...problems.map(problemText)].join('\n'));
		this.name = 'LessonError';
		this.problems = problems;
	}
}

/** One line for people: `lesson.md:12: ...`. */
export function problemText(problem: Problem): string {
	const place = problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file;
	return `${place}: ${problem.message}`;
}
