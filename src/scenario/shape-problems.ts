// Valibot's issues as the project's problems: where, what would have been right, what was there.
import type * as v from 'valibot';
import { describeValue, type Problem } from './problem.ts';

/** `processes[2].startAt`; keys that are no plain words in brackets. */
function pathText(keys: readonly unknown[]): string {
	return keys.reduce<string>((text, key) => {
		if (typeof key === 'number') return `${text}[${key}]`;
		const word = String(key);
		if (!/^[\w$-]+$/.test(word)) return `${text}[${JSON.stringify(word)}]`;
		return text === '' ? word : `${text}.${word}`;
	}, '');
}

function shapeProblem(issue: v.BaseIssue<unknown>): Problem {
	const path = pathText((issue.path ?? []).map((step) => step.key));
	const found = describeValue(issue.input);
	if (issue.expected === 'never') return { path, expected: 'no such field', found };
	if (issue.input === undefined && issue.received === 'undefined') {
		return { path, expected: 'a value (the field is required)', found };
	}
	if (issue.kind === 'validation') return { path, expected: issue.message, found };
	return { path, expected: issue.expected ?? issue.message, found };
}

/** All issues, in the order of the schema. */
export function shapeProblems(issues: readonly v.BaseIssue<unknown>[]): Problem[] {
	return issues.map(shapeProblem);
}
