// The `key: value` lines at the top of lesson.md.
import * as v from 'valibot';
import { frontMatterSchema, type FrontMatter } from './lesson-schema.ts';
import type { ProblemList } from './problems.ts';

export interface ReadFrontMatter {
	/** undefined when there were problems. */
	readonly values: FrontMatter | undefined;
	/** Index of the first line behind it, from 0. */
	readonly end: number;
}

/** Reads the front matter at the top of the file's lines. */
export function readFrontMatter(
	file: string,
	lines: readonly string[],
	problems: ProblemList
): ReadFrontMatter {
	if (lines[0]?.trim() !== '---') {
		problems.add(file, 1, 'expected front matter: a line ---, lines "key: value", a line ---');
		return { values: undefined, end: 0 };
	}
	const close = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
	if (close < 0) {
		problems.add(file, 1, 'expected a second line --- that ends the front matter, found none');
		return { values: undefined, end: lines.length };
	}
	const values: Record<string, unknown> = {};
	const lineOf = new Map<string, number>();
	lines.slice(1, close).forEach((line, index) => {
		if (line.trim() === '') return;
		const match = /^([a-z]+):\s*(.*)$/.exec(line);
		const key = match?.[1];
		if (key === undefined) {
			problems.add(file, index + 2, `expected "key: value", found "${line.trim()}"`);
			return;
		}
		lineOf.set(key, index + 2);
		values[key] = valueOf(key, (match?.[2] ?? '').trim());
	});
	const read = v.safeParse(frontMatterSchema, values);
	if (read.success) return { values: read.output, end: close + 1 };
	for (const issue of read.issues) {
		const first: unknown = issue.path?.[0].key;
		const key = typeof first === 'string' ? first : '';
		const place = lineOf.get(key) ?? close + 1;
		problems.add(
			file,
			place,
			`${key}: ${place > close ? 'expected it in the front matter' : issue.message}`
		);
	}
	return { values: undefined, end: close + 1 };
}

function valueOf(key: string, text: string): unknown {
	if (key === 'seeds') return text.split(',').map(Number);
	return key === 'minutes' ? Number(text) : text;
}
