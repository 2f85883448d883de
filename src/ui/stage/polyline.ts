// Paths of straight pieces: their length, a point along them, and the SVG path with rounded corners. Pure geometry.

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A path with what is needed to find points on it quickly. */
export interface Polyline {
	readonly points: readonly Point[];
	/** Distance from the start to each point. */
	readonly distances: readonly number[];
	readonly length: number;
}

export function polyline(points: readonly Point[]): Polyline {
	const distances: number[] = [];
	let length = 0;
	points.forEach((point, index) => {
		const before = points[index - 1];
		if (before !== undefined) length += Math.hypot(point.x - before.x, point.y - before.y);
		distances.push(length);
	});
	return { points, distances, length };
}

/** The point at a part (0 to 1) of the way. */
export function pointAt(line: Polyline, part: number): Point {
	const { points, distances, length } = line;
	const want = Math.min(Math.max(part, 0), 1) * length;
	for (let index = 1; index < points.length; index++) {
		const end = distances[index] ?? 0;
		if (end < want && index < points.length - 1) continue;
		const start = distances[index - 1] ?? 0;
		const a = points[index - 1] ?? { x: 0, y: 0 };
		const b = points[index] ?? a;
		const share = end === start ? 0 : (want - start) / (end - start);
		return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
	}
	return points[0] ?? { x: 0, y: 0 };
}

/** The SVG path, corners rounded by at most `radius`. */
export function roundedPath(points: readonly Point[], radius: number): string {
	const [first, ...rest] = points;
	if (first === undefined) return '';
	const parts = [`M${String(first.x)} ${String(first.y)}`];
	rest.forEach((point, index) => {
		const before = points[index] ?? point;
		const after = points[index + 2];
		if (after === undefined) {
			parts.push(`L${text(point)}`);
			return;
		}
		const into = towards(point, before, radius);
		const out = towards(point, after, radius);
		parts.push(`L${text(into)}Q${text(point)} ${text(out)}`);
	});
	return parts.join('');
}

/** Leaves out the points in the middle of straight stretches. */
export function withoutStraights(points: readonly Point[]): Point[] {
	return points.filter((point, index) => {
		const before = points[index - 1];
		const after = points[index + 1];
		if (before === undefined || after === undefined) return true;
		const isLevel = before.y === point.y && point.y === after.y;
		const isUpright = before.x === point.x && point.x === after.x;
		return !isLevel && !isUpright;
	});
}

/** A point from `corner` towards `to`, at most half the way. */
function towards(corner: Point, to: Point, distance: number): Point {
	const whole = Math.hypot(to.x - corner.x, to.y - corner.y);
	const share = whole === 0 ? 0 : Math.min(distance, whole / 2) / whole;
	return { x: corner.x + (to.x - corner.x) * share, y: corner.y + (to.y - corner.y) * share };
}

function text({ x, y }: Point): string {
	return `${String(Math.round(x * 10) / 10)} ${String(Math.round(y * 10) / 10)}`;
}
