// The lines of a placed stage: where each may leave and enter a figure, which run together, and where labels stand.
import { spur, standsOf, type Anchor } from './anchors.ts';
import { labelRoom, labelRoomAbove, withLabels } from './edge-labels.ts';
import { doorPorts, doorway, isPast, portsIn, portsOut } from './edge-ports.ts';
import { EdgeRouter, gridStep, snapToGrid, type Port, type Rect } from './edge-router.ts';
import {
	captionMax,
	type Direction,
	type PlacedEdge,
	type Placement,
	type PlacedNode,
	type PlacedWay
} from './placed.ts';
import { polyline, withoutStraights, type Point } from './polyline.ts';
import type { StageEdge } from './stage-graph.ts';
import { trunkLines, type TrunkMember } from './trunk-lines.ts';

/** More cells times lines than this: lines take a plain way through the gutters instead of being searched for. */
const routeBudget = 2_500_000;
/** What is written below an exchange: how far from its top, and how wide a letter is. */
const captionTop = 48;
const captionLetter = 7;
/** Letters below the default exchange, which has no name. */
const defaultCaption = 'by queue name'.length;
/** How far from a figure a plain way turns. */
const turnAfter = 24;

export interface Routes {
	/** Lines that are drawn, by their ids. */
	readonly edges: ReadonlyMap<string, PlacedEdge>;
	/** Every line of the topology that can be seen, by its id: what messages fly along. */
	readonly ways: ReadonlyMap<string, PlacedWay>;
}

/** Finds the way of every line between what was placed. Pure. */
export function routeAll(
	placement: Placement,
	edges: readonly StageEdge[],
	direction: Direction
): Routes {
	const { size, nodes, cards, groups } = placement;
	const stands = standsOf(placement);
	const broker = groups.find((group) => group.kind === 'broker');
	const bundled = groups.filter(({ isBundled }) => isBundled);
	const open = groups.filter(({ isBundled }) => !isBundled);
	const titles = open.map(({ x, y, title }) => ({
		x: x + 8,
		y: y + 8,
		width: snapToGrid(title.length * 7 + 8),
		height: 16
	}));
	const standing = [...nodes.values(), ...cards.values(), ...bundled];
	const figures = [...standing, ...titles, ...captions(nodes.values())];
	const router = new EdgeRouter(size.width, size.height, figures, open);
	const cells = (size.width / gridStep) * (size.height / gridStep);
	const trunks = [...trunkLines(edges, stands)].sort((a, b) => byImportance(a.edge, b.edge));
	const isSearched = cells * trunks.length < routeBudget;
	const routes = new Map<string, PlacedEdge>();
	const ways = new Map<string, PlacedWay>();
	// All bindings branch off before the longest of their labels, so that none of them crosses one.
	const room = Math.max(0, ...edges.map(labelRoom));
	for (const trunk of trunks) {
		const { edge, from, to, members } = trunk;
		const points =
			to === null
				? toDoor(from, broker, direction, router, standing)
				: between(from, to, edge, direction, isSearched ? router : null, room);
		if (points.length < 2) continue;
		const count = members.length;
		routes.set(edge.id, { edge, line: polyline(points), label: null, count });
		for (const member of members) {
			const line = polyline(wayOf(member, points));
			const { isReverse } = member;
			ways.set(member.edge.id, { edge: member.edge, line, drawn: edge.id, isReverse });
		}
	}
	return { edges: withLabels(routes, { figures, size }), ways };
}

/** Where names and kinds of exchanges stand: below the hexagon, and wider than it. */
function captions(nodes: Iterable<PlacedNode>): readonly Rect[] {
	return [...nodes].flatMap(({ node, x, y, width, height }) => {
		if (node.kind !== 'exchange') return [];
		const letters = node.name === '' ? defaultCaption : node.name.length;
		const room = snapToGrid(Math.min(letters * captionLetter, captionMax));
		return [
			{ x: x + (width - room) / 2, y: y + captionTop, width: room, height: height - captionTop }
		];
	});
}

/** The trunk's way, from and to the figures inside their boxes. */
function wayOf({ from, to, isReverse }: TrunkMember, trunk: readonly Point[]): readonly Point[] {
	const points = isReverse ? trunk.toReversed() : trunk;
	const first = points[0];
	const last = points.at(-1);
	if (first === undefined || last === undefined) return points;
	const out = spur(from, first);
	const into = to === null ? [last] : spur(to, last).toReversed();
	return withoutStraights([...out, ...points.slice(1, -1), ...into]);
}

/** A connection: straight to the broker's wall, round whatever stands in the way. */
function toDoor(
	from: Anchor,
	broker: Rect | undefined,
	direction: Direction,
	router: EdgeRouter,
	figures: readonly Rect[]
): readonly Point[] {
	if (broker === undefined) return [];
	const straight = doorway(from, broker, direction);
	if (!figures.some((figure) => !isSame(figure, from) && isPast(straight, figure))) return straight;
	return router.route(...doorPorts(from, broker, direction), `door ${from.id}`);
}

function isSame(a: Rect, b: Rect): boolean {
	return a.x === b.x && a.y === b.y;
}

/**
 * The way between two figures; without a router out into the gutter, along it, and in.
 * @param room length of the last stretch before a queue that a labelled line enters from the side
 */
function between(
	from: Anchor,
	to: Anchor,
	line: StageEdge,
	direction: Direction,
	router: EdgeRouter | null,
	room: number
): readonly Point[] {
	const out = portsOut(from, to, line, direction);
	const into = portsIn(to, from, line, direction);
	if (router === null) return plainWay(out[0], into.at(-1), direction);
	const hasRoom = to.kind === 'queue' && labelRoom(line) > 0;
	if (!hasRoom) return router.route(out, into, trunkOf(line, from, to));
	// The last stretch stays free for the label.
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
function trunkOf(line: StageEdge, from: Anchor, to: Anchor): string {
	if (line.kind === 'publish') return `in ${to.id} ${from.x < to.x ? 'left' : 'right'}`;
	const runsAlone = line.kind === 'talk' || line.kind === 'dead' || line.kind === 'alternate';
	return runsAlone ? line.id : `out ${from.id}`;
}
