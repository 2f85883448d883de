// Finding one's way among the rows of the events table. Pure.
import { firstAtLeast } from '../shared/ascending.ts';

/** The row of the last shown event that has happened at a cursor; -1 before the first. */
export function rowAtCursor(shown: readonly number[], cursor: number): number {
	return firstAtLeast(shown, cursor) - 1;
}

/** The next (or previous) hit from the event just before a cursor on; past the last one the first, and the other way round. */
export function hitFrom(
	hits: readonly number[],
	cursor: number,
	direction: 1 | -1
): number | undefined {
	const at = rowAtCursor(hits, cursor);
	const isOnHit = hits[at] === cursor - 1;
	const next = direction > 0 ? at + 1 : isOnHit ? at - 1 : at;
	return hits[(next + hits.length) % hits.length];
}

/** Place among the hits, from 1, of the event just before a cursor; 0 when it is none. */
export function hitPlace(hits: readonly number[], cursor: number): number {
	const at = rowAtCursor(hits, cursor);
	return hits[at] === cursor - 1 ? at + 1 : 0;
}

/** The values of an ascending list from one to another, both included. */
export function between(ascending: readonly number[], from: number, to: number): readonly number[] {
	return ascending.slice(firstAtLeast(ascending, from), firstAtLeast(ascending, to + 1));
}

/** By how many rows a key moves the cursor; undefined for other keys. `pageRows`: rows in view. */
export function rowsByKey(key: string, pageRows: number): number | undefined {
	switch (key) {
		case 'ArrowDown':
			return 1;
		case 'ArrowUp':
			return -1;
		case 'PageDown':
			return Math.max(1, pageRows - 1);
		case 'PageUp':
			return -Math.max(1, pageRows - 1);
		default:
			return undefined;
	}
}

/** A piece of a text. */
export interface TextPart {
	readonly part: string;
	readonly isHit: boolean;
}

/** A text cut where it holds another one; case does not matter. */
export function textParts(text: string, wanted: string): readonly TextPart[] {
	const sought = wanted.trim().toLowerCase();
	const lower = text.toLowerCase();
	// Few letters change their length with their case; then nothing can be marked.
	if (sought === '' || lower.length !== text.length) return [{ part: text, isHit: false }];
	const parts: TextPart[] = [];
	let from = 0;
	for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, from)) {
		if (at > from) parts.push({ part: text.slice(from, at), isHit: false });
		from = at + sought.length;
		parts.push({ part: text.slice(at, from), isHit: true });
	}
	if (from < text.length) parts.push({ part: text.slice(from), isHit: false });
	return parts;
}
