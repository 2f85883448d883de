import { describe, expect, test } from 'vitest';
import type { ActorId } from '../../../src/kernel/events.ts';
import type { PlacedNode } from '../../../src/ui/stage/placed.ts';
import { labelHeight } from '../../../src/ui/stage/edge-labels.ts';
import type { Rect } from '../../../src/ui/stage/edge-router.ts';
import { endlessRoom, layoutStage, type StageRoom } from '../../../src/ui/stage/stage-layout.ts';
import {
	brokerId,
	edgeId,
	type EdgeKind,
	type StageEdge,
	type StageNode
} from '../../../src/ui/stage/stage-graph.ts';
import type { Point } from '../../../src/ui/stage/polyline.ts';

function node(
	id: ActorId,
	role: StageNode['role'] = 'server',
	serverType: string | null = null
): StageNode {
	const [kind, name] = id.split(':') as [StageNode['kind'], string];
	return { id, kind, name, role, serverType, file: null, holders: [], badges: [] };
}

function edge(kind: EdgeKind, from: ActorId, to: ActorId, ...labels: string[]): StageEdge {
	return { id: edgeId(kind, from, to), kind, from, to, labels, latencyUs: null };
}

function towards(direction: StageRoom['direction']): StageRoom {
	return { ...endlessRoom, direction };
}

const rpcNodes = [
	node('process:client', 'client'),
	node('process:server-1'),
	node('process:server-2'),
	node('exchange:'),
	node('queue:rpc_queue'),
	node('queue:amq.gen-1')
];
const rpcEdges = [
	edge('connect', 'process:client', brokerId),
	edge('connect', 'process:server-1', brokerId),
	edge('publish', 'process:client', 'exchange:'),
	edge('publish', 'process:server-1', 'exchange:'),
	edge('publish', 'process:server-2', 'exchange:'),
	edge('bind', 'exchange:', 'queue:rpc_queue'),
	edge('bind', 'exchange:', 'queue:amq.gen-1'),
	edge('consume', 'queue:rpc_queue', 'process:server-1'),
	edge('consume', 'queue:rpc_queue', 'process:server-2'),
	edge('consume', 'queue:amq.gen-1', 'process:client')
];

function isInside({ x, y }: Point, box: PlacedNode): boolean {
	return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

function centred({ x, y }: Point, width: number): Rect {
	return { x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight };
}

const dot = ({ x, y }: Point): Rect => ({ x, y, width: 0, height: 0 });

function areOver(a: Rect, b: Rect): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Points along a path, one every two units. */
function walk(points: readonly Point[]): Point[] {
	return points.flatMap((b, index) => {
		const a = points[index - 1];
		if (a === undefined) return [];
		const steps = Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 2);
		return Array.from({ length: steps + 1 }, (_, n) => ({
			x: a.x + ((b.x - a.x) * n) / steps,
			y: a.y + ((b.y - a.y) * n) / steps
		}));
	});
}

describe.each(['across', 'down'] as const)('the stage laid out %s', (direction) => {
	const layout = layoutStage(rpcNodes, rpcEdges, towards(direction));

	test('turns the head of a queue to its consumers', () => {
		expect(layout.nodes.get('queue:rpc_queue')?.head).toBe('right');
		expect(layout.nodes.get('queue:amq.gen-1')?.head).toBe('left');
	});

	test('draws every line, and none through a figure', () => {
		expect(layout.edges.size).toBe(rpcEdges.length);
		for (const { line } of layout.edges.values()) {
			for (const point of walk(line.points)) {
				for (const box of layout.nodes.values()) expect(isInside(point, box)).toBe(false);
			}
		}
	});

	test('draws no line through what is written below an exchange', () => {
		const exchange = layout.nodes.get('exchange:');
		const caption = {
			x: (exchange?.x ?? 0) + 32 - 44,
			y: (exchange?.y ?? 0) + 48,
			width: 88,
			height: 30
		};
		for (const { line } of layout.edges.values()) {
			expect(walk(line.points).filter((point) => areOver(caption, dot(point)))).toEqual([]);
		}
	});

	test('bends lines at right angles only', () => {
		for (const { line } of layout.edges.values()) {
			line.points.forEach((b, index) => {
				const a = line.points[index - 1];
				if (a !== undefined) expect(a.x === b.x || a.y === b.y).toBe(true);
			});
		}
	});

	test('keeps figures apart and inside the drawing', () => {
		const boxes = [...layout.nodes.values()];
		for (const a of boxes) {
			expect(a.x).toBeGreaterThanOrEqual(0);
			expect(a.x + a.width).toBeLessThanOrEqual(layout.size.width);
			expect(a.y + a.height).toBeLessThanOrEqual(layout.size.height);
			for (const b of boxes) {
				if (a === b) continue;
				const apart =
					a.x + a.width <= b.x ||
					b.x + b.width <= a.x ||
					a.y + a.height <= b.y ||
					b.y + b.height <= a.y;
				expect(apart).toBe(true);
			}
		}
	});

	test('is the same for the same run', () => {
		expect(layoutStage(rpcNodes, rpcEdges, towards(direction))).toEqual(layout);
	});
});

describe('the layout of the stage', () => {
	test('puts clients first, the broker in the middle, servers last', () => {
		for (const direction of ['across', 'down'] as const) {
			const { nodes } = layoutStage(rpcNodes, rpcEdges, towards(direction));
			const place = (id: ActorId) => nodes.get(id)?.[direction === 'across' ? 'x' : 'y'] ?? NaN;
			expect(place('process:client')).toBeLessThan(place('exchange:'));
			expect(place('exchange:')).toBeLessThan(place('queue:rpc_queue'));
			expect(place('queue:rpc_queue')).toBeLessThan(place('process:server-1'));
		}
	});

	test.each([
		[3, 'across'],
		[3, 'down'],
		[12, 'across'],
		[12, 'down'],
		[50, 'across']
	] as const)(
		'keeps the keys of %i bindings, laid out %s, clear of figures, lines and each other',
		(count, direction) => {
			const queues = Array.from({ length: count }, (_, n): ActorId => `queue:${String(n)}`);
			const nodes = [
				node('process:client', 'client'),
				node('exchange:logs'),
				...queues.map((queue) => node(queue)),
				...queues.map((_, n) => node(`process:reader-${String(n)}`))
			];
			const keys = (n: number) => (n % 3 === 1 ? ['*.critical', 'auth.#'] : [`kern.${String(n)}`]);
			const edges = [
				edge('publish', 'process:client', 'exchange:logs'),
				...queues.map((queue, n) => edge('bind', 'exchange:logs', queue, ...keys(n))),
				...queues.map((queue, n) => edge('consume', queue, `process:reader-${String(n)}`))
			];
			const layout = layoutStage(nodes, edges, towards(direction));
			const labels = [...layout.edges.values()].flatMap(({ edge: labelled, label }) => {
				if (label === null) return [];
				return [{ ...centred(label, label.width), id: labelled.id }];
			});
			const figures = [...layout.nodes.values()];
			expect(labels).toHaveLength(count);
			for (const label of labels) {
				expect(figures.filter((figure) => areOver(label, figure))).toEqual([]);
				expect(labels.filter((other) => other !== label && areOver(label, other))).toEqual([]);
				for (const { edge: other, line } of layout.edges.values()) {
					if (other.id === label.id) continue;
					expect(walk(line.points).filter((point) => areOver(label, dot(point)))).toEqual([]);
				}
			}
		}
	);

	test('has a size before anything has started', () => {
		for (const direction of ['across', 'down'] as const) {
			const { size } = layoutStage([], [], towards(direction));
			expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
		}
	});

	test('stands servers of one type in one titled box', () => {
		const cluster = layoutStage(
			[
				node('process:master', 'master', 'master'),
				node('process:gate-1', 'front', 'gate'),
				node('process:time-1', 'server', 'time'),
				node('process:time-2', 'server', 'time')
			],
			[
				edge('talk', 'process:gate-1', 'process:time-1'),
				edge('talk', 'process:gate-1', 'process:time-2')
			]
		);
		expect(cluster.groups.map((group) => group.title)).toEqual(['gate', 'time']);
		expect(cluster.nodes.get('process:master')?.width).toBeLessThan(
			cluster.nodes.get('process:gate-1')?.width ?? 0
		);
	});

	test('lays out fifty processes around one exchange within a moment', () => {
		const nodes = [...rpcNodes];
		const edges = [...rpcEdges];
		for (let number = 3; number <= 50; number++) {
			const id: ActorId = `process:server-${String(number)}`;
			nodes.push(node(id));
			edges.push(edge('consume', 'queue:rpc_queue', id), edge('publish', id, 'exchange:'));
		}
		expect(layoutStage(nodes, edges).nodes.size).toBe(nodes.length);
	});
});

test('where no form can be read, none says less without being shown larger', () => {
	const servers = [1, 2, 3].map((n) =>
		node(`process:connector-server-${String(n)}`, 'server', 'connector')
	);
	const { nodes } = layoutStage(servers, [], { ...endlessRoom, pane: { width: 900, height: 100 } });
	for (const { id } of servers) expect(nodes.get(id)).toMatchObject({ form: 'compact' });
});
