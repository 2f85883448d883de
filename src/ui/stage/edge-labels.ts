// The labels of lines: their text, the room they need, and where they stand: on the last stretch where it was made long
// enough for them, else on the longest stretch that no figure, other label or line comes near.
import { gridStep, type Rect } from './edge-router.ts';
import type { PlacedEdge } from './placed.ts';
import type { Point } from './polyline.ts';
import type { StageEdge } from './stage-topology.ts';
import type { Extent } from './view-transform.ts';

/** Binding keys shown before the rest becomes an ellipsis. */
const keysMax = 3;
/** Width of a letter of the code font at the label's size, drawing units. */
const letter = 7.4;

/** What a label says, piece by piece; `key` is the binding key of a piece, null for what stands between. */
export function labelParts({
	labels
}: StageEdge): readonly { readonly text: string; readonly key: string | null }[] {
	const parts = labels.slice(0, keysMax).map((key, place) => ({
		text: place === 0 ? key : `, ${key}`,
		key
	}));
	return labels.length > keysMax ? [...parts, { text: ' …', key: null }] : parts;
}

/** What a label says. */
function labelText(edge: StageEdge): string {
	return labelParts(edge)
		.map(({ text }) => text)
		.join('');
}

/** Width of a label's pill, drawing units; 0 without a label. */
export function labelWidth(edge: StageEdge): number {
	return edge.labels.length === 0 ? 0 : labelText(edge).length * letter + 16;
}

/** Room a labelled line needs before a queue it enters from the side, in whole steps of the grid; 0 without a label. */
export function labelRoom(edge: StageEdge): number {
	const width = labelWidth(edge);
	return width === 0 ? 0 : Math.ceil((width + 20) / gridStep) * gridStep;
}

/** Room a labelled line needs above a queue it enters from the top. */
export const labelRoomAbove = 40;
/** Height of a label's pill. */
const labelHeight = 18;

/** What labels keep clear of, and the drawing they stay in. */
export interface LabelGround {
	readonly figures: readonly Rect[];
	readonly size: Extent;
}

/** The same lines with a place for the label of each that has one. Pure. */
export function withLabels(
	routes: ReadonlyMap<string, PlacedEdge>,
	{ figures, size }: LabelGround
): ReadonlyMap<string, PlacedEdge> {
	const labelled = new Map<string, PlacedEdge>();
	const taken: Rect[] = [...figures];
	for (const [id, route] of routes) {
		const width = labelWidth(route.edge);
		const labelAt = width === 0 ? null : labelPlace(route, routes, taken, size);
		if (labelAt !== null) taken.push(pill(labelAt, width));
		labelled.set(id, { ...route, labelAt });
	}
	return labelled;
}

function pill({ x, y }: Point, width: number): Rect {
	return { x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight };
}

/** Near the end where the line was given room for it, else where most speaks for it. */
function labelPlace(
	route: PlacedEdge,
	routes: ReadonlyMap<string, PlacedEdge>,
	taken: readonly Rect[],
	size: Extent
): Point {
	const { points } = route.line;
	const width = labelWidth(route.edge);
	const others = [...routes.values()].filter((other) => other !== route);
	const isFree = (point: Point): boolean => {
		const box = pill(point, width);
		const isInside =
			box.x >= 0 && box.y >= 0 && box.x + width <= size.width && box.y + 18 <= size.height;
		return isInside && !taken.some((other) => overlap(box, other));
	};
	const atEnd = beforeEnd(points, width);
	if (atEnd !== null && isFree(atEnd)) return atEnd;
	const candidates: { point: Point; score: number }[] = [];
	points.forEach((b, index) => {
		const a = points[index - 1];
		if (a === undefined) return;
		const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
		for (const share of [0.5, 0.3, 0.7, 0.15, 0.85]) {
			const point = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
			const isNear = others.some((other) => distanceTo(other.line.points, point) < 14);
			const score = length - (isNear ? 1000 : 0) - (isFree(point) ? 0 : 5000);
			candidates.push({ point, score: score + (a.y === b.y ? 20 : 0) });
		}
	});
	candidates.sort((a, b) => b.score - a.score);
	return candidates[0]?.point ?? { x: 0, y: 0 };
}

/** On the last stretch of a line, just before its arrow, when that stretch is long enough. */
function beforeEnd(points: readonly Point[], width: number): Point | null {
	const [before, last] = points.slice(-2);
	if (before === undefined || last === undefined) return null;
	if (before.y === last.y) {
		const room = width + 12;
		if (Math.abs(last.x - before.x) < room) return null;
		return { x: last.x - Math.sign(last.x - before.x) * (room / 2 + 4), y: last.y };
	}
	if (Math.abs(last.y - before.y) < labelRoomAbove - 8) return null;
	return { x: last.x, y: last.y - Math.sign(last.y - before.y) * 20 };
}

function overlap(a: Rect, b: Rect): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
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
