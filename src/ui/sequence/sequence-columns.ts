// Widths of the sequence diagram: its margin, its columns, and which of them are in view. Pure.
import type { Lifeline } from './lifelines.ts';

/** Width of the margin with the times, and height of the names, pixels. */
export const gutterPx = 80;
export const headPx = 40;

const columnPxMin = 84;
const columnPxMax = 200;
/** A name has two lines of characters this wide. */
const characterPx = 7.4;
const insetPx = 14;
/** Columns drawn beyond each side of the view. */
const overscan = 1;

/** Width of each column: all names fit on two lines, and the columns fill the room. */
export function columnWidth(columns: readonly Lifeline[], roomPx: number): number {
	const longest = Math.max(...columns.map(({ node }) => node.length), 0);
	const forName = Math.ceil(longest / 2) * characterPx + insetPx;
	const least = Math.min(Math.max(forName, columnPxMin), columnPxMax);
	return Math.max(least, roomPx / Math.max(columns.length, 1));
}

/** The columns in view, from `first` up to (without) `end`. */
export function columnsBetween(
	scrollLeft: number,
	roomPx: number,
	columnPx: number,
	count: number
): { readonly first: number; readonly end: number } {
	const first = Math.max(0, Math.floor(scrollLeft / columnPx) - overscan);
	const end = Math.min(count, Math.ceil((scrollLeft + roomPx) / columnPx) + overscan);
	return { first, end: Math.max(first, end) };
}
