// What the live region and the timeline say about a cursor position, in words.
import { liveWords } from '../text/live.ts';
import { formatMicros } from './format-time.ts';

/**
 * Time and event in words, e.g. `12.00 ms, event 48 of 120: client sent its request`.
 * @param us time since the scenario's time 0
 */
export function cursorText(us: number, cursor: number, length: number, sentence: string): string {
	const words = liveWords.now;
	const place = cursor === 0 ? words.beforeFirst : words.eventOf(cursor, length);
	return words.line(formatMicros(us), place, sentence);
}
