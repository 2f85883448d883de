// Which rows of a long list are in view. Pure; all rows have one height.

/** Rows drawn beyond each end of the view. */
const overscan = 6;

export interface RowWindow {
	/** First row drawn, from 0. */
	readonly first: number;
	/** Behind the last row drawn. */
	readonly end: number;
	/** Empty room above and below, pixels. */
	readonly abovePx: number;
	readonly belowPx: number;
}

/** The rows to draw of `count` rows for a scroll position. */
export function rowWindow(
	scrollTop: number,
	heightPx: number,
	rowPx: number,
	count: number
): RowWindow {
	const first = Math.min(Math.max(0, Math.floor(scrollTop / rowPx) - overscan), count);
	const end = Math.min(count, Math.ceil((scrollTop + heightPx) / rowPx) + overscan);
	return {
		first,
		end: Math.max(first, end),
		abovePx: first * rowPx,
		belowPx: Math.max(0, count - Math.max(first, end)) * rowPx
	};
}

/** Rows drawn at most at a time. */
export function elementsNeeded(heightPx: number, rowPx: number): number {
	return Math.ceil(heightPx / rowPx) + 1 + 2 * overscan;
}

/**
 * The scroll position that shows a row, as near as possible to where it is now.
 *
 * @param headPx height of what covers the top of the view
 */
export function scrollToShow(
	row: number,
	scrollTop: number,
	heightPx: number,
	rowPx: number,
	headPx: number
): number {
	const top = row * rowPx;
	const room = heightPx - headPx;
	if (top < scrollTop) return Math.max(0, top - rowPx);
	if (top + rowPx > scrollTop + room) return Math.max(0, top + 2 * rowPx - room);
	return scrollTop;
}
