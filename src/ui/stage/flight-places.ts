// Where messages in flight are on the drawing at a time; those about one place stand beside each other. Pure.
import type { DrawnFlight } from './flight-plan.ts';
import { pointAt } from './polyline.ts';

/** Messages nearer than this are drawn beside each other, drawing units. */
const besides = 15;
/** More than this at one place are drawn over each other. */
const fanMax = 5;

export interface FlightPlace {
	readonly flight: DrawnFlight;
	readonly x: number;
	readonly y: number;
}

/** Where each flight is on the drawing now; a flight that has not set out or has landed is left out. */
export function placesOf(
	flights: readonly DrawnFlight[],
	clockUs: number,
	isStill = false
): FlightPlace[] {
	const places: FlightPlace[] = [];
	/** How many are about a place already: by cells as large as the distance kept. */
	const crowds = new Map<number, number>();
	for (const flight of flights) {
		if (clockUs < flight.fromUs || clockUs > flight.toUs) continue;
		const whole = Math.max(flight.toUs - flight.fromUs, 1);
		const done = flight.isLost || isStill ? 0.5 : (clockUs - flight.fromUs) / whole;
		const { x, y } = pointAt(flight.line, flight.isReverse ? 1 - done : done);
		const cell = Math.round(x / besides) * 4096 + Math.round(y / besides);
		const crowd = crowds.get(cell) ?? 0;
		crowds.set(cell, crowd + 1);
		places.push({ flight, x, y: y + fan(crowd % fanMax) });
	}
	return places;
}

/** Places beside the line in turn: on it, below, above, further below, ... */
function fan(place: number): number {
	return Math.ceil(place / 2) * besides * (place % 2 === 1 ? 1 : -1);
}
