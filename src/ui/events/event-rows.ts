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
