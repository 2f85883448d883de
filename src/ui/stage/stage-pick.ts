// What lies at a point of the drawing besides the figures: a message in flight, else a line. Pure.
import { placesOf } from './flight-places.ts';
import type { DrawnFlight } from './flight-plan.ts';
import type { Point } from './polyline.ts';
import type { StageLayout } from './stage-layout.ts';
import type { StageEdge } from './stage-graph.ts';

/** How far from its middle a message and a line can be hit, drawing units. */
const flightReach = 14;
const lineReach = 9;

/** The nearest message in flight at a virtual time; null when none is near. `isStill`: drawn without motion. */
export function flightAt(
	point: Point,
	flights: readonly DrawnFlight[],
	clockUs: number,
	isStill: boolean
): DrawnFlight | null {
	const near = placesOf(flights, clockUs, isStill)
		.map(({ flight, x, y }) => ({ flight, distance: Math.hypot(x - point.x, y - point.y) }))
		.sort((a, b) => a.distance - b.distance)[0];
	return near !== undefined && near.distance < flightReach ? near.flight : null;
}

/** The nearest line; null when none is near. */
export function lineAt(point: Point, { edges }: StageLayout): StageEdge | null {
	const near = [...edges.values()]
		.map(({ edge, line }) => ({ edge, distance: distanceTo(line.points, point) }))
		.sort((a, b) => a.distance - b.distance)[0];
	return near !== undefined && near.distance < lineReach ? near.edge : null;
}

/** Distance from a point to a line of straight stretches. */
function distanceTo(points: readonly Point[], point: Point): number {
	const stretches = points
		.slice(1)
		.map((end, index) => toStretch(points[index] ?? end, end, point));
	return Math.min(Infinity, ...stretches);
}

function toStretch(a: Point, b: Point, { x, y }: Point): number {
	const dx = b.x - a.x;
	const dy = b.y - a.y;
	const whole = dx * dx + dy * dy;
	const share = whole === 0 ? 0 : ((x - a.x) * dx + (y - a.y) * dy) / whole;
	const part = Math.min(Math.max(share, 0), 1);
	return Math.hypot(a.x + dx * part - x, a.y + dy * part - y);
}
