// What stands on the stage, placed: figures, lines and titled boxes with their positions. Types and sizes only.
import type { ActorId } from '#kernel/events';
import { snapToGrid, type Rect } from './edge-router.ts';
import type { Point, Polyline } from './polyline.ts';
import { placeBadges } from './queue-badges.ts';
import type { StageEdge, StageNode } from './stage-topology.ts';
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

export const processSize: Extent = { width: 168, height: 64 };
export const masterSize: Extent = { width: 112, height: 32 };
export const exchangeSize: Extent = { width: 64, height: 80 };

const queueWidth = 160;
/** Where the badges begin, from the top of a queue: below its name and tube. */
export const badgesTop = 51;
export const badgeRow = 17;
/** Height of the shelf of one consumer. */
export const shelfRow = 22;
/** Shelves of a queue at most; further consumers share the last one. */
export const shelvesMax = 4;

/** The size of a figure. */
export function sizeOf(node: StageNode): Extent {
	if (node.kind === 'exchange') return exchangeSize;
	if (node.kind === 'queue') return { width: queueWidth, height: queueHeight(node) };
	return node.role === 'master' ? masterSize : processSize;
}

function queueHeight({ holders, badges }: StageNode): number {
	const height = shelvesTop(badges) + Math.min(holders.length, shelvesMax) * shelfRow;
	return snapToGrid(height + 7);
}

/** Where the shelves begin, from the top of a queue: below its badges. */
export function shelvesTop(badges: readonly string[]): number {
	const rows = placeBadges(badges, queueWidth).at(-1)?.row ?? -1;
	return badgesTop + (rows + 1) * badgeRow;
}

/** Figures and boxes with their places; lines come after. */
export interface Placement {
	readonly size: Extent;
	readonly nodes: ReadonlyMap<ActorId, PlacedNode>;
	readonly groups: readonly PlacedGroup[];
}

/** Which way the layers follow each other: left to right, or top to bottom. */
export type Direction = 'across' | 'down';
