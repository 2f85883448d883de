// From one stop of the cursor to the next. A stop is the position just behind an event. Pure.
import { firstAtLeast } from '../shared/ascending.ts';

/**
 * The first stop behind a cursor position.
 * @param seqs the events stopped at, ascending
 * @param length where the run ends: that is the stop when there is no other
 */
export function stopAfter(seqs: readonly number[], cursor: number, length: number): number {
	const seq = seqs[firstAtLeast(seqs, cursor)];
	return seq === undefined || seq >= length ? length : seq + 1;
}

/** The last stop before a cursor position; 0 when there is none. */
export function stopBefore(seqs: readonly number[], cursor: number): number {
	const seq = seqs[firstAtLeast(seqs, cursor - 1) - 1];
	return seq === undefined ? 0 : seq + 1;
}
