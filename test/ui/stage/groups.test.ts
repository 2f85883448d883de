// Groups of like figures: who belongs together, when they fold, where their lines run.
import { describe, expect, test } from 'vitest';
import type { ActorId } from '../../../src/kernel/events.ts';
import type { World } from '../../../src/trace/world.ts';
import type { Rect } from '../../../src/ui/stage/edge-router.ts';
import { queueTotals } from '../../../src/ui/stage/group-look.ts';
import { likeGroups } from '../../../src/ui/stage/like-groups.ts';
import type { Point } from '../../../src/ui/stage/polyline.ts';
import type { GroupChoice } from '../../../src/ui/stage/stage-form.ts';
import { layoutStage, type StageLayout } from '../../../src/ui/stage/stage-layout.ts';
import {
	edgeId,
	type EdgeKind,
	type StageEdge,
	type StageNode
} from '../../../src/ui/stage/stage-graph.ts';
import { fits } from '../../../src/ui/stage/view-transform.ts';

const pane = { width: 880, height: 432 };

function server(name: string, type: string, role: StageNode['role'] = 'server'): StageNode {
	return {
		id: `process:${name}`,
		kind: 'process',
		name,
		role,
		serverType: type,
		file: 'app.js',
		holders: [],
		badges: []
	};
}

function program(name: string, file: string): StageNode {
	return { ...server(name, '', 'client'), serverType: null, file };
}

function talk(from: ActorId, to: ActorId): StageEdge {
	const kind: EdgeKind = 'talk';
	return { id: edgeId(kind, from, to), kind, from, to, labels: [], latencyUs: 2000 };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

/** A chat: users of three connectors, which talk to three chat servers; one of those pushes back. */
function chat(users: number) {
	const clients = range(users).map((n) => program(`user-${n}`, 'clients/user.js'));
	const connectors = range(3).map((n) => server(`connector-${n}`, 'connector', 'front'));
	const servers = range(3).map((n) => server(`chat-${n}`, 'chat'));
	const edges = [
		...clients.map(({ id }, index) => talk(id, connectors[index % 3]?.id ?? id)),
		...connectors.flatMap(({ id }) => servers.map((other) => talk(id, other.id)))
	];
	return { nodes: [...clients, ...connectors, ...servers], edges };
}

function laidOut(users: number, choices: readonly (readonly [string, GroupChoice])[] = []) {
	const { nodes, edges } = chat(users);
	return layoutStage(nodes, edges, { direction: 'across', pane, choices: new Map(choices) });
}

/** Figures and cards a line passes through, its ends not counted. */
function crossed({ nodes, cards }: StageLayout, points: readonly Point[]): readonly Rect[] {
	const isInside = ({ x, y }: Point, box: Rect) =>
		x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
	const walked = points.flatMap((b, index) => {
		const a = points[index - 1];
		if (a === undefined) return [];
		const steps = Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 2);
		return range(steps).map((n) => ({
			x: a.x + ((b.x - a.x) * Number(n)) / steps,
			y: a.y + ((b.y - a.y) * Number(n)) / steps
		}));
	});
	return [...nodes.values(), ...cards.values()].filter((box) =>
		walked.some((point) => isInside(point, box))
	);
}

describe('like figures', () => {
	test('are programs of a file and servers of a type; a few programs stand by themselves', () => {
		const many = range(5).map((n) => program(`user-${n}`, 'clients/user.js'));
		const few = [program('admin', 'admin.js')];
		const [free, group] = likeGroups([...few, ...many], 'clients', 'clients');
		expect(free).toEqual({ group: null, nodes: few });
		expect(group?.group).toMatchObject({ id: 'clients user.js', title: 'user.js' });
		const types = likeGroups([server('gate-1', 'gate')], 'servers', 'servers');
		expect(types[0]?.group?.title).toBe('gate');
	});
});

describe('the form of a run', () => {
	test('shows everybody as long as that can be read', () => {
		const layout = laidOut(3);
		expect(layout.cards.size).toBe(0);
		expect(layout.nodes.size).toBe(9);
	});

	test.each([50, 200])('%i users fold to one card that can be read', (users) => {
		const layout = laidOut(users);
		expect(layout.cards.get('clients user.js')?.members.length).toBe(users);
		expect(layout.nodes.size).toBe(6);
		expect(fits(layout.size, pane)).toBe(true);
	});

	test('a group somebody opened stays open, one somebody folded stays folded', () => {
		const opened = laidOut(50, [['clients user.js', 'open']]);
		expect(opened.nodes.has('process:user-50')).toBe(true);
		const folded = laidOut(3, [['servers chat', 'folded']]);
		expect(folded.cards.get('servers chat')?.members.length).toBe(3);
	});

	test('some members may stand beside the card of the others', () => {
		const layout = laidOut(50, [['clients user.js', ['process:user-7', 'process:user-9']]]);
		expect(layout.nodes.has('process:user-7')).toBe(true);
		expect(layout.nodes.has('process:user-8')).toBe(false);
		expect(layout.cards.get('clients user.js')?.members.length).toBe(48);
	});
});

describe('the lines of a group', () => {
	test('run together, and every message still has its way', () => {
		const { edges } = chat(50);
		const layout = laidOut(50);
		expect(layout.edges.size).toBe(3 + 9);
		expect([...layout.ways.keys()].sort()).toEqual(edges.map(({ id }) => id).sort());
		const counts = [...layout.edges.values()].map(({ count }) => count);
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(edges.length);
	});

	test.each([
		['folded', [['clients user.js', 'folded']]],
		['in a grid', [['clients user.js', 'open']]],
		['partly shown', [['clients user.js', ['process:user-7', 'process:user-9']]]]
	] as const)('pass through no figure when it is %s', (_, choices) => {
		const layout = laidOut(50, choices);
		for (const { line } of layout.ways.values()) {
			expect(crossed(layout, line.points)).toEqual([]);
			line.points.forEach((b, index) => {
				const a = line.points[index - 1];
				if (a !== undefined) expect(a.x === b.x || a.y === b.y).toBe(true);
			});
		}
	});
});

test('servers beside a grid keep their whole names where there is room to the sides', () => {
	const { nodes, edges } = chat(7);
	const layout = layoutStage(nodes, edges, {
		direction: 'across',
		pane: { width: 900, height: 340 },
		choices: new Map()
	});
	expect(layout.nodes.get('process:user-1')).toMatchObject({ form: 'chip' });
	expect(layout.nodes.get('process:connector-1')).toMatchObject({ form: 'compact' });
});

test('of queues together those that are not there are told apart from those that are empty', () => {
	const queues = ['a', 'b', 'c'].map((name): StageNode => ({
		...server(name, ''),
		id: `queue:${name}`,
		kind: 'queue'
	}));
	const actors = new Map([['queue:b', { readyCount: 2, unacked: new Map([[1, 'x']]) }]]);
	const world = { actors } as unknown as World;
	expect(queueTotals(queues, world)).toEqual({ ready: 2, unacked: 1, absent: 2 });
});
