// A scenario of the person's own with its saved versions, as the browser keeps it and as one file holds it: JSON with the
// number of its format. Older formats are read for ever; what a newer page wrote is left where it is. Pure.

/** One saved state. */
export interface KeptVersion {
	/** Milliseconds since 1970; 0: before the page noted times. */
	readonly savedAt: number;
	/** What the person called it; '' for no name. */
	readonly name: string;
	/** The scenario as the text of a share link. */
	readonly text: string;
}

export interface KeptScenario {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	/** Oldest first, at least one. */
	readonly versions: readonly KeptVersion[];
}

/** Format 1 was a list and one text each in local storage (see `fromFormat1`); format 2 is this. */
const format = 2;
const mark = 'kept scenario';
/** Versions kept of one scenario; the oldest go. */
const versionsMax = 200;

/** The text to keep, or to write to a file. */
export function keptText(kept: KeptScenario): string {
	return JSON.stringify({ roundtrip: mark, format, ...kept });
}

/** Reads a kept text; null when it is none, is damaged, or is of a newer page. */
export function readKept(text: string): KeptScenario | null {
	const data = fieldsOf(parsed(text));
	if (data === null || data['roundtrip'] !== mark || data['format'] !== format) return null;
	const { id, title, description, versions } = data;
	if (typeof id !== 'string' || typeof title !== 'string' || !Array.isArray(versions)) return null;
	if (versions.length === 0 || !versions.every(isVersion)) return null;
	return { id, title, description: textOr(description), versions };
}

/** Is this a file of a kept scenario, whatever its format? */
export function isKeptFile(text: string): boolean {
	return fieldsOf(parsed(text))?.['roundtrip'] === mark;
}

/** One entry of the list of format 1 with its text; null when it is damaged. */
export function fromFormat1(entry: unknown, text: string | null): KeptScenario | null {
	const { id, title, description } = fieldsOf(entry) ?? {};
	if (typeof id !== 'string' || typeof title !== 'string' || text === null) return null;
	const version = { savedAt: 0, name: '', text };
	return { id, title, description: textOr(description), versions: [version] };
}

/** With one more version; the same text as the newest one only gets its name. */
export function withVersion(kept: KeptScenario, version: KeptVersion): KeptScenario {
	const newest = kept.versions.at(-1);
	const before =
		newest?.text === version.text && newest.name === ''
			? kept.versions.slice(0, -1)
			: kept.versions;
	return { ...kept, versions: [...before, version].slice(-versionsMax) };
}

/** `My chat!` is `my-chat`, or `my-chat-2` when that is taken. */
export function freeId(title: string, taken: readonly string[]): string {
	const wanted = title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-|-$/g, '');
	const base = wanted === '' ? 'scenario' : wanted;
	for (let number = 1; ; number++) {
		const id = number === 1 ? base : `${base}-${String(number)}`;
		if (!taken.includes(id)) return id;
	}
}

type Fields = Readonly<Record<string, unknown>>;

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function fieldsOf(value: unknown): Fields | null {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Fields)
		: null;
}

function isVersion(value: unknown): value is KeptVersion {
	const { savedAt, name, text } = fieldsOf(value) ?? {};
	return typeof savedAt === 'number' && typeof name === 'string' && typeof text === 'string';
}
