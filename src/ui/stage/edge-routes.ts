// The lines of a placed stage: where each may leave and enter a figure, which run together, and where labels stand.
import { withLabels } from './edge-labels.ts';
import { doorPorts, doorway, isPast, portsIn, portsOut } from './edge-ports.ts';
import { EdgeRouter, gridStep, type Port, type Rect } from './edge-router.ts';
import type { Direction, PlacedEdge, Placement, PlacedNode } from './placed.ts';
import { polyline, type Point } from './polyline.ts';
import { brokerId, type StageEdge } from './stage-topology.ts';

/** More cells times lines than this: lines are drawn straight instead of searched for. */
const routeBudget = 1_500_000;

/** Finds the way of every line between placed figures. Pure. */
export function routeAll(
	{ size, nodes: placed, groups }: Placement,
	edges: readonly StageEdge[],
	direction: Direction
): ReadonlyMap<string, PlacedEdge> {
	const broker = groups.find((group) => group.kind === 'broker');
	const router = new EdgeRouter(size.width, size.height, [...placed.values()], groups);
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
					: isSearched
						? router.route(
								portsOut(from, to, line, direction),
								portsIn(to, from, line, direction),
								trunkOf(line, from, to)
							)
						: [
								portsOut(from, to, line, direction)[0],
								portsIn(to, from, line, direction)[0]
							].filter(isPort);
		if (points.length < 2) continue;
		routes.set(line.id, { edge: line, line: polyline(points), labelAt: null });
	}
	return withLabels(routes);
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

function isPort(port: Port | undefined): port is Port {
	return port !== undefined;
}

const importance: Readonly<Record<StageEdge['kind'], number>> = {
	bind: 0,
	consume: 1,
	publish: 2,
	talk: 3,
	connect: 4
};

function byImportance(a: StageEdge, b: StageEdge): number {
	return importance[a.kind] - importance[b.kind] || (a.id < b.id ? -1 : 1);
}

/** Lines that fan out from a queue or exchange, or in to an exchange from one side, run together. */
function trunkOf(line: StageEdge, from: Rect, to: Rect): string {
	if (line.kind === 'publish') return `in ${line.to} ${from.x < to.x ? 'left' : 'right'}`;
	return line.kind === 'talk' ? line.id : `out ${line.from}`;
}
