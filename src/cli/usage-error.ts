// Bad usage or bad input: exit status 2, told in words (and as JSON where that was asked for).
import { problemLines, type Problem } from '#scenario';

/** What a person asked for cannot be done as asked; not our bug. */
export class UsageError extends Error {
	readonly code = 'usage';
	readonly problems: readonly Problem[];

	constructor(message: string, problems: readonly Problem[] = []) {
		super([message, ...problemLines(problems).map((line) => `  ${line}`)].join('\n'));
		this.name = 'UsageError';
		this.problems = problems;
	}
}
