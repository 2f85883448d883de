// The lines of a placed stage: where each may leave and enter a figure, which run together, and where labels stand.
import { labelRoom, labelRoomAbove, withLabels } from './edge-labels.ts';
import { doorPorts, doorway, isPast, portsIn, portsOut } from './edge-ports.ts';
import { EdgeRouter, gridStep, snapToGrid, type Port, type Rect } from './edge-router.ts';
import type { Direction, PlacedEdge, Placement, PlacedNode } from './placed.ts';
import { polyline, withoutStraights, type Point } from './polyline.ts';
import { brokerId, type StageEdge } from './stage-topology.ts';

/** More cells times lines than this: lines take a plain way through the gutters instead of being searched for. */
const routeBudget = 2_500_000;
/** How far from a figure a plain way turns. */
const turnAfter = 24;

/** Finds the way of every line between placed figures. Pure. */
export function routeAll(
	{ size, nodes: placed, groups }: Placement,
	edges: readonly StageEdge[],
	direction: Direction
): ReadonlyMap<string, PlacedEdge> {
	const broker = groups.find((group) => group.kind === 'broker');
	const titles = groups.map(({ x, y, title }) => ({
		x: x + 8,
		y: y + 8,
		width: snapToGrid(title.length * 7 + 8),
		height: 16
	}));
	const figures = [...placed.values(), ...titles];
	const router = new EdgeRouter(size.width, size.height, figures, groups);
	const cells = (size.width / gridStep) * (size.height / gridStep);
	const isSearched = cells * edges.length < routeBudget;
	const routes = new Map<string, PlacedEdge>();
	for (const line of [...edges].sort(byImportance)) {
		const from = placed.get(line.from);
		const to = placed.get(line.to);
		if (from === undefined) continue;
		const points =
			line.to === brokerId
				? toDoor(from, broker, direction, router, [...placed.values()])
				: to === undefined
					? []
					: between(from, to, line, direction, isSearched ? router : null);
		if (points.length < 2) continue;
		routes.set(line.id, { edge: line, line: polyline(points), labelAt: null });
	}
	return withLabels(routes, { figures, size });
}

/** A connection: straight to the broker's wall, round whatever stands in the way. */
function toDoor(
	from: PlacedNode,
	broker: Rect | undefined,
	direction: Direction,
	router: EdgeRouter,
	figures: readonly Rect[]
): readonly Point[] {
	if (broker === undefined) return [];
	const straight = doorway(from, broker, direction);
	if (!figures.some((figure) => figure !== from && isPast(straight, figure))) return straight;
	return router.route(...doorPorts(from, broker, direction), `door ${from.node.id}`);
}

/** The way between two figures; without a router out into the gutter, along it, and in. */
function between(
	from: PlacedNode,
	to: PlacedNode,
	line: StageEdge,
	direction: Direction,
	router: EdgeRouter | null
): readonly Point[] {
	const out = portsOut(from, to, line, direction);
	const into = portsIn(to, from, line, direction);
	if (router === null) return plainWay(out[0], into.at(-1), direction);
	const hasRoom = to.node.kind === 'queue' && labelRoom(line) > 0;
	if (!hasRoom) return router.route(out, into, trunkOf(line, from, to));
	// The last stretch stays free for the label.
	const room = labelRoom(line);
	const early = into.map((port) =>
		port.side === 'top'
			? { ...port, y: port.y - labelRoomAbove }
			: { ...port, x: port.x + (port.side === 'left' ? -room : room) }
	);
	const way = router.route(out, early, trunkOf(line, from, to));
	return withoutStraights([...way, ...into.slice(0, 1).map(({ x, y }) => ({ x, y }))]);
}

function plainWay(
	a: Port | undefined,
	b: Port | undefined,
	direction: Direction
): readonly Point[] {
	if (a === undefined || b === undefined) return [];
	if (direction === 'across') {
		const x = a.x + (a.side === 'left' ? -turnAfter : turnAfter);
		return withoutStraights([a, { x, y: a.y }, { x, y: b.y }, b]);
	}
	const y = a.y + (a.side === 'top' ? -turnAfter : turnAfter);
	return withoutStraights([a, { x: a.x, y }, { x: b.x, y }, b]);
}

const importance: Readonly<Record<StageEdge['kind'], number>> = {
	bind: 0,
	consume: 1,
	publish: 2,
	alternate: 3,
	dead: 4,
	talk: 5,
	connect: 6
};

function byImportance(a: StageEdge, b: StageEdge): number {
	return importance[a.kind] - importance[b.kind] || (a.id < b.id ? -1 : 1);
}

/** Lines that fan out from a queue or exchange, or in to an exchange from one side, run together. */
function trunkOf(line: StageEdge, from: Rect, to: Rect): string {
	if (line.kind === 'publish') return `in ${line.to} ${from.x < to.x ? 'left' : 'right'}`;
	const runsAlone = line.kind === 'talk' || line.kind === 'dead' || line.kind === 'alternate';
	return runsAlone ? line.id : `out ${line.from}`;
}
