// Where everything stands: columns by role, laid out once for a whole run. Clients left, front-end servers next, the
// broker in the middle (exchanges and queues read by clients on its left, other queues on its right), servers right.
import type { ActorId } from '#kernel/events';
import { EdgeRouter, gridStep, type Port, type Rect } from './edge-router.ts';
import { polyline, type Point, type Polyline } from './polyline.ts';
import { brokerId, type StageEdge, type StageNode } from './stage-topology.ts';
import type { Extent } from './view-transform.ts';

export interface PlacedNode extends Rect {
	readonly node: StageNode;
	/** Of a queue: the side its head is on, where its consumers are. */
	readonly head: 'left' | 'right';
}

export interface PlacedEdge {
	readonly edge: StageEdge;
	readonly line: Polyline;
	/** Where its label stands; null without labels. */
	readonly labelAt: Point | null;
}

/** A titled box around figures: the broker, or the servers of one type. */
export interface PlacedGroup extends Rect {
	readonly title: string;
	readonly kind: 'broker' | 'servers';
}

export interface StageLayout {
	readonly size: Extent;
	readonly nodes: ReadonlyMap<ActorId, PlacedNode>;
	readonly edges: ReadonlyMap<string, PlacedEdge>;
	readonly groups: readonly PlacedGroup[];
}

export const processSize: Extent = { width: 168, height: 64 };
export const masterSize: Extent = { width: 112, height: 32 };
export const queueSize: Extent = { width: 144, height: 72 };
export const exchangeSize: Extent = { width: 64, height: 64 };

const columnGap = 64;
const innerGap = 64;
const rowGap = 32;
const groupPad = 16;
const groupTitle = 24;
const groupGap = 32;
const edge = 16;
/** More cells times lines than this: lines are drawn straight instead of searched for. */
const routeBudget = 1_500_000;

type ColumnName = 'client' | 'front' | 'brokerLeft' | 'brokerRight' | 'server';
const columnNames: readonly ColumnName[] = [
	'client',
	'front',
	'brokerLeft',
	'brokerRight',
	'server'
];

interface Block {
	readonly title: string | null;
	readonly nodes: readonly StageNode[];
}

/** Lays out a run. Pure: the same nodes and lines give the same picture. */
export function layoutStage(nodes: readonly StageNode[], edges: readonly StageEdge[]): StageLayout {
	const columns = columnsOf(nodes, edges);
	const heights = columnNames.map((name) => heightOf(columns[name], inBroker(name)));
	const innerHeight = Math.max(...heights, 0);
	const hasBroker = columns.brokerLeft.length + columns.brokerRight.length > 0;
	const masters = nodes.filter((node) => node.role === 'master');
	const top =
		edge + (masters.length > 0 ? masterSize.height + 16 : 0) + (hasBroker ? groupTitle + 8 : 0);
	const placed = new Map<ActorId, PlacedNode>();
	const groups: PlacedGroup[] = [];
	let x = edge;
	let brokerFrom = 0;
	columnNames.forEach((name, index) => {
		const blocks = columns[name];
		if (blocks.length === 0 && !(inBroker(name) && hasBroker)) return;
		if (name === 'brokerLeft') {
			brokerFrom = x;
			x += groupPad + 8;
		}
		const width = widthOf(blocks, name);
		if (blocks.length > 0) {
			const y = top + snap((innerHeight - (heights[index] ?? 0)) / 2);
			placeColumn(blocks, { x, y, width }, name, placed, groups);
			x += width;
		}
		if (name === 'brokerLeft' && blocks.length > 0)
			x += columns.brokerRight.length > 0 ? innerGap : 0;
		if (name === 'brokerRight') {
			x += groupPad + 8;
			const box = { x: brokerFrom, y: top - groupTitle - 8, width: x - brokerFrom };
			groups.unshift({
				title: 'Broker',
				kind: 'broker',
				...box,
				height: innerHeight + groupTitle + 24
			});
		}
		if (name !== 'brokerLeft') x += columnGap;
	});
	const width = Math.max(x - columnGap, 160) + edge;
	masters.forEach((node, index) => {
		const at = { x: width - edge - (index + 1) * (masterSize.width + 8) + 8, y: edge };
		placed.set(node.id, { node, head: 'right', ...at, ...masterSize });
	});
	const size = {
		width: snap(width),
		height: snap(top + innerHeight + edge + (hasBroker ? 16 : 0))
	};
	return { size, nodes: placed, groups, edges: routeAll(size, placed, edges, groups) };
}

function inBroker(name: ColumnName): boolean {
	return name === 'brokerLeft' || name === 'brokerRight';
}

function columnsOf(
	nodes: readonly StageNode[],
	edges: readonly StageEdge[]
): Record<ColumnName, readonly Block[]> {
	const clients = new Set(nodes.filter((node) => node.role === 'client').map((node) => node.id));
	const processes = nodes.filter((node) => node.kind === 'process');
	const queues = nodes.filter((node) => node.kind === 'queue');
	const isReadByClients = (queue: StageNode): boolean => {
		const readers = edges.filter((line) => line.kind === 'consume' && line.from === queue.id);
		return readers.length > 0 && readers.every((line) => clients.has(line.to));
	};
	const exchanges = nodes.filter((node) => node.kind === 'exchange');
	const replyQueues = queues.filter(isReadByClients);
	const left = [...exchanges, ...replyQueues];
	const rightQueues = queues.filter((queue) => !isReadByClients(queue));
	return {
		client: single(processes.filter((node) => node.role === 'client')),
		front: byType(processes.filter((node) => node.role === 'front')),
		brokerLeft: single(left),
		brokerRight: single(rightQueues),
		server: byType(processes.filter((node) => node.role === 'server'))
	};
}

function single(nodes: readonly StageNode[]): readonly Block[] {
	return nodes.length === 0 ? [] : [{ title: null, nodes }];
}

/** Pomelo servers stand together by type; other programs without a title. */
function byType(nodes: readonly StageNode[]): readonly Block[] {
	const types = [...new Set(nodes.map((node) => node.serverType))];
	return types.map((title) => ({
		title,
		nodes: nodes.filter((node) => node.serverType === title)
	}));
}

function sizeOf(node: StageNode): Extent {
	if (node.kind === 'exchange') return exchangeSize;
	return node.kind === 'queue' ? queueSize : processSize;
}

function widthOf(blocks: readonly Block[], name: ColumnName): number {
	const nodes = blocks.flatMap((block) => block.nodes);
	const widest = Math.max(...nodes.map((node) => sizeOf(node).width), 0);
	return (
		widest + (!inBroker(name) && blocks.some((block) => block.title !== null) ? 2 * groupPad : 0)
	);
}

function blockHeight(block: Block, tight: boolean): number {
	const gap = tight ? 24 : rowGap;
	const heights = block.nodes.reduce((sum, node) => sum + sizeOf(node).height, 0);
	return (
		heights +
		gap * (block.nodes.length - 1) +
		(block.title === null ? 0 : groupTitle + 2 * groupPad - 8)
	);
}

function heightOf(blocks: readonly Block[], tight: boolean): number {
	const heights = blocks.reduce((sum, block) => sum + blockHeight(block, tight), 0);
	return heights + groupGap * Math.max(blocks.length - 1, 0);
}

function placeColumn(
	blocks: readonly Block[],
	at: { readonly x: number; readonly y: number; readonly width: number },
	name: ColumnName,
	placed: Map<ActorId, PlacedNode>,
	groups: PlacedGroup[]
): void {
	let y = at.y;
	for (const block of blocks) {
		const height = blockHeight(block, inBroker(name));
		if (block.title !== null) {
			groups.push({ title: block.title, kind: 'servers', x: at.x, y, width: at.width, height });
		}
		let nodeY = y + (block.title === null ? 0 : groupTitle + groupPad - 8);
		for (const node of block.nodes) {
			const size = sizeOf(node);
			const x = at.x + snap((at.width - size.width) / 2);
			const head = name === 'brokerLeft' ? 'left' : 'right';
			placed.set(node.id, { node, head, x, y: nodeY, ...size });
			nodeY += size.height + (inBroker(name) ? 24 : rowGap);
		}
		y += height + groupGap;
	}
}

function routeAll(
	size: Extent,
	placed: ReadonlyMap<ActorId, PlacedNode>,
	edges: readonly StageEdge[],
	groups: readonly PlacedGroup[]
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
				? doorway(from, broker)
				: to === undefined
					? []
					: isSearched
						? router.route(
								portsOut(from, to, line),
								portsIn(to, from, line),
								trunkOf(line, from, to)
							)
						: [portsOut(from, to, line)[0], portsIn(to, from, line)[0]].filter(isPort);
		if (points.length < 2) continue;
		routes.set(line.id, { edge: line, line: polyline(points), labelAt: null });
	}
	return withLabels(routes);
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

/** The tube's middle, from the top of a queue's figure: where lines meet it. */
export const tubeMiddle = 32;

function sidePorts(rect: PlacedNode, side: 'left' | 'right'): Port[] {
	const x = side === 'left' ? rect.x : rect.x + rect.width;
	const { kind } = rect.node;
	if (kind === 'queue') return [{ x, y: rect.y + tubeMiddle, side }];
	if (kind === 'exchange') return [{ x, y: rect.y + 24, side }];
	const ports: Port[] = [];
	for (let y = 16; y <= rect.height - 16; y += 16) ports.push({ x, y: rect.y + y, side });
	return ports;
}

function portsOut(from: PlacedNode, to: PlacedNode, line: StageEdge): readonly Port[] {
	if (from.node.kind === 'queue') return sidePorts(from, from.head);
	if (from.node.kind === 'exchange') {
		if (line.kind === 'consume') return sidePorts(from, 'left');
		return sidePorts(from, 'right');
	}
	return sidePorts(from, facing(from, to));
}

function portsIn(to: PlacedNode, from: PlacedNode, line: StageEdge): readonly Port[] {
	if (to.node.kind === 'queue') return sidePorts(to, to.head === 'left' ? 'right' : 'left');
	if (to.node.kind === 'exchange') {
		const isFromLeft = from.x < to.x;
		if (line.kind === 'publish' && isFromLeft) return sidePorts(to, 'left');
		return [{ x: to.x + 32, y: to.y, side: 'top' }, ...sidePorts(to, 'right')];
	}
	return sidePorts(to, facing(to, from));
}

function facing(rect: Rect, other: Rect): 'left' | 'right' {
	if (other.x > rect.x + rect.width / 2) return 'right';
	return other.x + other.width < rect.x + rect.width / 2 ? 'left' : 'right';
}

/** A connection: straight from the card to the broker's wall. */
function doorway(from: PlacedNode, broker: Rect | undefined): readonly Point[] {
	if (broker === undefined) return [];
	const y = from.y + from.height / 2;
	const isLeft = from.x < broker.x;
	const wall = isLeft ? broker.x : broker.x + broker.width;
	return [
		{ x: isLeft ? from.x + from.width : from.x, y },
		{ x: wall, y }
	];
}

/** Puts labels where no other line passes, on the longest level stretch. */
function withLabels(routes: ReadonlyMap<string, PlacedEdge>): ReadonlyMap<string, PlacedEdge> {
	const labelled = new Map<string, PlacedEdge>();
	for (const [id, route] of routes) {
		const labelAt = route.edge.labels.length === 0 ? null : labelPlace(route, routes);
		labelled.set(id, { ...route, labelAt });
	}
	return labelled;
}

function labelPlace(route: PlacedEdge, routes: ReadonlyMap<string, PlacedEdge>): Point {
	const { points } = route.line;
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

function snap(value: number): number {
	return Math.round(value / gridStep) * gridStep;
}
