// Finds the lines a lesson speaks of in a file as it is now.
import type { CodeReference } from './lesson-schema.ts';

/** Lines from 1, both ends included. */
export interface LineRange {
	readonly file: string;
	readonly from: number;
	readonly to: number;
}

/** The lines a reference means; undefined when the file or one of the texts is not there (any more). */
export function resolveCode(
	reference: CodeReference,
	files: Readonly<Record<string, string>>
): LineRange | undefined {
	const lines = files[reference.file]?.split('\n');
	if (lines === undefined) return undefined;
	const from = lines.findIndex((line) => line.includes(reference.from));
	if (from < 0) return undefined;
	if (reference.to === null) return { file: reference.file, from: from + 1, to: from + 1 };
	const end = reference.to;
	const to = lines.findIndex((line, index) => index >= from && line.includes(end));
	return to < 0 ? undefined : { file: reference.file, from: from + 1, to: to + 1 };
}

/** The text of some lines, without the indentation they share. */
export function quoteLines(range: LineRange, files: Readonly<Record<string, string>>): string {
	const lines = (files[range.file] ?? '').split('\n').slice(range.from - 1, range.to);
	const indents = lines
		.filter((line) => line.trim() !== '')
		.map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
	const shared = indents.length === 0 ? 0 : Math.min(...indents);
	return lines.map((line) => line.slice(shared)).join('\n');
}
