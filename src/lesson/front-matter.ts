// The `key: value` lines at the top of a lesson's text.
import * as v from 'valibot';
import type { ProblemList } from './problems.ts';

/** How a key's text becomes a value. Keys not named stay text. */
export interface FieldKinds {
	readonly numbers?: readonly string[];
	/** Lists with commas. */
	readonly words?: readonly string[];
	readonly numberLists?: readonly string[];
}

export interface ReadFrontMatter<T> {
	/** undefined when there were problems. */
	readonly values: T | undefined;
	/** Index of the first line behind it, from 0. */
	readonly end: number;
}

/** Reads the front matter at the top of the file's lines and holds it against a schema; each problem at its line. */
export function readFrontMatter<Schema extends v.GenericSchema>(
	file: string,
	lines: readonly string[],
	schema: Schema,
	kinds: FieldKinds,
	problems: ProblemList
): ReadFrontMatter<v.InferOutput<Schema>> {
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
		const match = /^([a-z][a-z-]*):\s*(.*)$/.exec(line);
		const key = match?.[1];
		if (key === undefined) {
			problems.add(file, index + 2, `expected "key: value", found "${line.trim()}"`);
			return;
		}
		if (lineOf.has(key)) problems.add(file, index + 2, `${key}: it stands here a second time`);
		lineOf.set(key, index + 2);
		values[key] = valueOf(key, (match?.[2] ?? '').trim(), kinds);
	});
	const read = v.safeParse(schema, values);
	if (read.success) return { values: read.output, end: close + 1 };
	for (const issue of read.issues) {
		const first: unknown = issue.path?.[0].key;
		const key = typeof first === 'string' ? first : '';
		const line = lineOf.get(key);
		const message = line === undefined ? 'expected it in the front matter' : messageOf(issue);
		problems.add(file, line ?? close + 1, `${key}: ${message}`);
	}
	return { values: undefined, end: close + 1 };
}

function messageOf(issue: v.BaseIssue<unknown>): string {
	return issue.expected === 'never' ? 'there is no such key' : issue.message;
}

function valueOf(key: string, text: string, kinds: FieldKinds): unknown {
	const list = () => (text === '' ? [] : text.split(',').map((one) => one.trim()));
	if (kinds.numberLists?.includes(key))
		return list().map((one) => (one === '' ? NaN : Number(one)));
	if (kinds.words?.includes(key)) return list();
	return kinds.numbers?.includes(key) ? Number(text) : text;
}
