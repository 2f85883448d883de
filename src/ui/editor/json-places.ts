// Where things stand in a JSON text: the offset of a value by its path, and where the text stops being JSON. Reads only as
// much as it takes; JSON.parse stays the judge of what the text means. Pure.

/** Levels deep at which this stops looking. */
const depthMax = 200;

class NotJson extends Error {
	readonly offset: number;

	constructor(offset: number) {
		super('not JSON');
		this.offset = offset;
	}
}

/** Offset of the first character that cannot be part of JSON; null when the whole text is. */
export function jsonFaultAt(text: string): number | null {
	try {
		const end = skipSpace(text, skipValue(text, skipSpace(text, 0), 0));
		return end < text.length ? end : null;
	} catch (error) {
		if (error instanceof NotJson) return error.offset;
		throw error;
	}
}

/**
 * Offset of the value a path leads to, or of the deepest part of the path that is there.
 * @param keys names of fields and positions in lists, outermost first
 */
export function jsonValueAt(text: string, keys: readonly (string | number)[]): number {
	let at = skipSpace(text, 0);
	try {
		for (const key of keys) {
			const next = childOf(text, at, key);
			if (next === null) return at;
			at = next;
		}
	} catch (error) {
		if (!(error instanceof NotJson)) throw error;
	}
	return at;
}

/** Line and column, both from 1, of an offset. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset);
	const line = before.split('\n').length;
	return { line, column: offset - before.lastIndexOf('\n') };
}

/** Offset of one field's or position's value within the object or list at an offset; null when there is none. */
function childOf(text: string, at: number, key: string | number): number | null {
	const isObject = text[at] === '{';
	if (!isObject && text[at] !== '[') return null;
	let found: number | null = null;
	eachChild(text, at, 0, (name, valueAt) => {
		// Of two fields of one name the last one counts.
		if (name === key) found = valueAt;
	});
	return found;
}

/** Visits the values of the object or list at an offset. @returns the offset behind it */
function eachChild(
	text: string,
	from: number,
	depth: number,
	visit: (key: string | number, valueAt: number) => void
): number {
	const isObject = text[from] === '{';
	const end = isObject ? '}' : ']';
	let at = skipSpace(text, from + 1);
	if (text[at] === end) return at + 1;
	for (let position = 0; ; position++) {
		let key: string | number = position;
		if (isObject) {
			const keyEnd = skipString(text, at);
			key = textOf(text, at, keyEnd);
			at = expect(text, skipSpace(text, keyEnd), ':');
			at = skipSpace(text, at);
		}
		visit(key, at);
		at = skipSpace(text, skipValue(text, at, depth + 1));
		if (text[at] === end) return at + 1;
		at = skipSpace(text, expect(text, at, ','));
	}
}

function textOf(text: string, from: number, to: number): string {
	try {
		return String(JSON.parse(text.slice(from, to)));
	} catch {
		throw new NotJson(from);
	}
}

function expect(text: string, at: number, character: string): number {
	if (text[at] !== character) throw new NotJson(at);
	return at + 1;
}

const skipped = (text: string, at: number, pattern: RegExp): number => {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : -1;
};

const skipSpace = (text: string, at: number): number => skipped(text, at, /[ \t\r\n]*/y);

function skipString(text: string, at: number): number {
	// eslint-disable-next-line no-control-regex -- JSON forbids exactly these in strings
	const end = skipped(text, at, /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
	if (end < 0) throw new NotJson(at);
	return end;
}

function skipValue(text: string, at: number, depth: number): number {
	if (depth > depthMax) throw new NotJson(at);
	if (text[at] === '{' || text[at] === '[') return eachChild(text, at, depth, () => undefined);
	if (text[at] === '"') return skipString(text, at);
	const end = skipped(
		text,
		at,
		/(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y
	);
	if (end < 0) throw new NotJson(at);
	return end;
}
