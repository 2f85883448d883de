// Many messages on one line become a flow: one thick line with a number instead of a swarm nobody can tell apart (and no
// screen can draw in time). Pure.
import type { DrawnFlight } from './flight-plan.ts';

/** Messages on one drawn line, in one direction. */
export interface Flow {
	/** The id of the drawn line. */
	readonly line: string;
	readonly isReverse: boolean;
	readonly count: number;
	/** The call colour most of them have; null for grey. */
	readonly hue: number | null;
}

/** Up to this many messages in flight each is drawn by itself. */
const singlyMax = 200;
/** Above that a line with more than this becomes a flow. */
const onLineMax = 8;

/** What is drawn one by one, and what flows. `isKept`: messages that stay by themselves, those of the selected call. */
export function flowsOf(
	flights: readonly DrawnFlight[],
	isKept: (flight: DrawnFlight) => boolean
): { readonly singly: readonly DrawnFlight[]; readonly flows: readonly Flow[] } {
	if (flights.length <= singlyMax) return { singly: flights, flows: [] };
	const lines = new Map<string, DrawnFlight[]>();
	const singly: DrawnFlight[] = [];
	for (const flight of flights) {
		if (flight.isLost || isKept(flight)) {
			singly.push(flight);
			continue;
		}
		const key = `${flight.isAgainstDrawn ? '<' : '>'}${flight.drawn}`;
		const others = lines.get(key);
		if (others === undefined) lines.set(key, [flight]);
		else others.push(flight);
	}
	const flows: Flow[] = [];
	for (const [key, together] of lines) {
		if (together.length <= onLineMax) singly.push(...together);
		else {
			flows.push({
				line: key.slice(1),
				isReverse: key.startsWith('<'),
				count: together.length,
				hue: usualHue(together)
			});
		}
	}
	return { singly, flows };
}

function usualHue(flights: readonly DrawnFlight[]): number | null {
	const counts = new Map<number | null, number>();
	for (const { mark } of flights) {
		const hue = mark?.hue ?? null;
		counts.set(hue, (counts.get(hue) ?? 0) + 1);
	}
	let most: number | null = null;
	let highest = 0;
	for (const [hue, count] of counts) {
		if (count > highest) [most, highest] = [hue, count];
	}
	// A flow of many calls is grey: one call's colour would say it is that one's.
	return highest * 2 > flights.length ? most : null;
}
