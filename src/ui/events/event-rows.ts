// The rows of the events table: the events that are shown at a level of detail. Pure.
import { isShownAt, type DetailLevel, type EventList } from '#trace';

/** Sequence numbers of the events shown at a level, ascending. */
export function shownEvents(trace: EventList, level: DetailLevel): readonly number[] {
	const shown: number[] = [];
	for (let seq = 0; seq < trace.length; seq++) {
		if (isShownAt(level, trace.event(seq))) shown.push(seq);
	}
	return shown;
}

/** The row of the last shown event that has happened at a cursor; -1 before the first. */
export function rowAtCursor(shown: readonly number[], cursor: number): number {
	let low = 0;
	let high = shown.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((shown[middle] ?? 0) < cursor) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
