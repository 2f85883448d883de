// What is wrong with data that came from outside: every problem at once, so that a person fixes a file in one go.

/** One thing wrong, and where. */
export interface Problem {
	/** Where, e.g. `processes[2].startAt`; '' for the whole. */
	readonly path: string;
	/** What would have been right, in words. */
	readonly expected: string;
	/** What was there, shortened. */
	readonly found: string;
}

/** What reading untrusted data came to: all of it, or nothing and the reasons. */
export type Parsed<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problems: readonly Problem[] };

export const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const bad = <T>(problems: readonly Problem[]): Parsed<T> => ({ ok: false, problems });

/** Something from outside in a few words: JSON, cut after 60 characters. */
export function describeValue(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (typeof value === 'number') return String(value);
	const text: unknown = JSON.stringify(value);
	if (typeof text !== 'string') return typeof value;
	return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Problems as lines for a terminal: `path: expected ..., found ...`. */
export function problemLines(problems: readonly Problem[]): string[] {
	return problems.map(
		({ path, expected, found }) =>
			`${path === '' ? '(whole file)' : path}: expected ${expected}, found ${found}`
	);
}

/** Read JSON; a syntax error becomes a problem at `path`. */
export function parseJson(text: string, path: string): Parsed<unknown> {
	try {
		return good(JSON.parse(text) as unknown);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return bad([{ path, expected: 'JSON', found: why }]);
	}
}
