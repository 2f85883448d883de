// What followed from an event, as far as a person sees it at a level of detail: the nearest events that it led to. Pure.
import { detailOf, type EventList } from '#trace';

/** Followed at most; an event that led to more says so. */
export const consequencesMax = 12;

/** Sequence numbers of the nearest telling events an event led to, ascending, at most `consequencesMax` + 1. */
export function consequences(trace: EventList, seq: number): readonly number[] {
	const led = new Set([seq]);
	const found: number[] = [];
	for (let later = seq + 1; later < trace.length; later++) {
		const event = trace.event(later);
		if (!led.has(event.cause)) continue;
		// What only moves things along inside a machine is passed through.
		if (detailOf(event) === 'everything') led.add(later);
		else if (found.push(later) > consequencesMax) break;
	}
	return found;
}
