// The labels of lines: their text, the room they need, and where they stand: on the last stretch where it was made long
// enough for them, else on the longest stretch that no other line comes near.
import { gridStep } from './edge-router.ts';
import type { PlacedEdge } from './placed.ts';
import type { Point } from './polyline.ts';
import type { StageEdge } from './stage-topology.ts';

/** Binding keys shown before the rest becomes an ellipsis. */
const keysMax = 3;
/** Width of a letter of the code font at the label's size, drawing units. */
const letter = 6.8;

/** What a label says. */
export function labelText({ labels }: StageEdge): string {
	return labels.slice(0, keysMax).join(', ') + (labels.length > keysMax ? ' …' : '');
}

/** Width of a label's pill, drawing units; 0 without a label. */
export function labelWidth(edge: StageEdge): number {
	return edge.labels.length === 0 ? 0 : labelText(edge).length * letter + 16;
}

/** Room a labelled line needs before a queue, in whole steps of the grid; 0 without a label. */
export function labelRoom(edge: StageEdge): number {
	const width = labelWidth(edge);
	return width === 0 ? 0 : Math.ceil((width + 20) / gridStep) * gridStep;
}

/** The same lines with a place for the label of each that has one. Pure. */
export function withLabels(
	routes: ReadonlyMap<string, PlacedEdge>
): ReadonlyMap<string, PlacedEdge> {
	const labelled = new Map<string, PlacedEdge>();
	for (const [id, route] of routes) {
		const labelAt = route.edge.labels.length === 0 ? null : labelPlace(route, routes);
		labelled.set(id, { ...route, labelAt });
	}
	return labelled;
}

function labelPlace(route: PlacedEdge, routes: ReadonlyMap<string, PlacedEdge>): Point {
	const { points } = route.line;
	const [before, last] = points.slice(-2);
	if (before !== undefined && last !== undefined && before.y === last.y) {
		const length = Math.abs(last.x - before.x);
		const room = labelWidth(route.edge) + 12;
		if (length >= room) {
			const back = Math.sign(last.x - before.x) * (room / 2 + 4);
			return { x: last.x - back, y: last.y };
		}
	}
	const candidates: { point: Point; score: number }[] = [];
	points.forEach((b, index) => {
		const a = points[index - 1];
		if (a === undefined) return;
		const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
		for (const share of [0.5, 0.3, 0.7]) {
			const point = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
			const isNear = [...routes.values()].some(
				(other) => other !== route && distanceTo(other.line.points, point) < 14
			);
			candidates.push({ point, score: length - (isNear ? 1000 : 0) + (a.y === b.y ? 20 : 0) });
		}
	});
	candidates.sort((a, b) => b.score - a.score);
	return candidates[0]?.point ?? { x: 0, y: 0 };
}

function distanceTo(points: readonly Point[], { x, y }: Point): number {
	let least = Infinity;
	points.forEach((b, index) => {
		const a = points[index - 1];
		if (a === undefined) return;
		const dx = Math.max(Math.min(a.x, b.x) - x, 0, x - Math.max(a.x, b.x));
		const dy = Math.max(Math.min(a.y, b.y) - y, 0, y - Math.max(a.y, b.y));
		least = Math.min(least, Math.hypot(dx, dy));
	});
	return least;
}
