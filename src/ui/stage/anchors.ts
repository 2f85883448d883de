// What lines of the stage end at: a figure, the card of a folded group, or the wall of a box whose figures stand in a grid.
// And the way from such a wall to a figure inside: through the gaps of the grid, never through another figure. Pure.
import type { ActorId } from '#kernel/events';
import type { Rect } from './edge-router.ts';
import type { Placement, PlacedNode } from './placed.ts';
import type { Point } from './polyline.ts';
import type { NodeKind } from './stage-graph.ts';

export interface Anchor extends Rect {
	/** Id of the actor or of the group. */
	readonly id: string;
	/** Where lines may meet it: all along a process or a group, at one place of the others. */
	readonly kind: NodeKind;
	readonly head: PlacedNode['head'];
}

/** Where a line to an actor ends, and the figure inside when that is a box. */
export interface Stand {
	readonly anchor: Anchor;
	readonly inside: Rect | null;
}

/** Free space inside the wall of a box, for the way to its figures. */
const margin = 8;

/** Actors to where their lines end. */
export function standsOf({ nodes, cards, groups }: Placement): ReadonlyMap<ActorId, Stand> {
	const stands = new Map<ActorId, Stand>();
	for (const placed of nodes.values()) {
		const { id, kind } = placed.node;
		const { x, y, width, height, head } = placed;
		stands.set(id, { anchor: { id, kind, head, x, y, width, height }, inside: null });
	}
	for (const [id, card] of cards) {
		const kind = card.group.kind === 'queues' ? 'queue' : 'process';
		const { x, y, width, height, head } = card;
		const anchor: Anchor = { id: `group:${id}`, kind, head, x, y, width, height };
		for (const member of card.members) stands.set(member.id, { anchor, inside: null });
	}
	for (const { group, isBundled, x, y, width, height } of groups) {
		if (group === null || !isBundled) continue;
		const id = `group:${group.id}`;
		const anchor: Anchor = { id, kind: 'process', head: 'right', x, y, width, height };
		const card = cards.get(group.id) ?? null;
		for (const member of group.members) {
			stands.set(member.id, { anchor, inside: nodes.get(member.id) ?? card });
		}
	}
	return stands;
}

/** From a figure in a grid to a point on the wall of its box; just that point for other figures. */
export function spur({ anchor, inside }: Stand, wall: Point): readonly Point[] {
	if (inside === null) return [wall];
	const middle = inside.y + inside.height / 2;
	const isLevel = wall.x <= anchor.x || wall.x >= anchor.x + anchor.width;
	const toRight = isLevel
		? wall.x > inside.x
		: anchor.x + anchor.width - inside.x > inside.width * 1.5;
	const side = toRight ? inside.x + inside.width : inside.x;
	const gap = toRight ? side + margin : side - margin;
	const lane = inside.y + inside.height + 4;
	const start: Point[] = [
		{ x: side, y: middle },
		{ x: gap, y: middle }
	];
	if (isLevel) {
		const edge = toRight ? anchor.x + anchor.width - margin : anchor.x + margin;
		return [...start, { x: gap, y: lane }, { x: edge, y: lane }, { x: edge, y: wall.y }, wall];
	}
	const edge = wall.y <= anchor.y ? anchor.y + margin : anchor.y + anchor.height - margin;
	return [...start, { x: gap, y: edge }, { x: wall.x, y: edge }, wall];
}
