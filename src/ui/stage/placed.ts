// What stands on the stage, placed: figures, folded groups, lines and titled boxes with their positions. Types and sizes only.
import type { ActorId } from '#kernel/events';
import { snapToGrid, type Rect } from './edge-router.ts';
import type { LikeGroup } from './like-groups.ts';
import type { Point, Polyline } from './polyline.ts';
import { placeBadges } from './queue-badges.ts';
import type { StageEdge, StageNode } from './stage-graph.ts';
import type { Extent } from './view-transform.ts';

/**
 * How much a figure says: everything; name and state; the same with a shorter name; or, in the grid of a large group, a name
 * and a sign.
 */
export type FigureForm = 'full' | 'compact' | 'narrow' | 'chip';

export interface PlacedNode extends Rect {
	readonly node: StageNode;
	readonly form: FigureForm;
	/** Of a queue: the side its head is on, where its consumers are. */
	readonly head: 'left' | 'right';
}

/** A folded group, or those of a group that are not shown one by one. */
export interface PlacedCard extends Rect {
	readonly group: LikeGroup;
	/** Whom the card stands for. */
	readonly members: readonly StageNode[];
	readonly head: 'left' | 'right';
}

/** A label by its middle. */
export interface PlacedLabel extends Point {
	readonly width: number;
	/** How many of the line's keys there was room for. */
	readonly keys: number;
}

export interface PlacedEdge {
	readonly edge: StageEdge;
	readonly line: Polyline;
	/** null without labels. */
	readonly label: PlacedLabel | null;
	/** Lines of the topology it stands for; more than one between groups. */
	readonly count: number;
}

/** The way of one line of the topology. */
export interface PlacedWay {
	readonly edge: StageEdge;
	readonly line: Polyline;
	/** The line drawn for it: itself, or the one between two groups. */
	readonly drawn: string;
	/** It runs against the direction of the line drawn for it. */
	readonly isReverse: boolean;
}

/** A titled box around figures: the broker, or figures that are alike. */
export interface PlacedGroup extends Rect {
	readonly title: string;
	readonly kind: 'broker' | LikeGroup['kind'];
	/** null for the broker. */
	readonly group: LikeGroup | null;
	/** Lines end at its wall rather than at its figures. */
	readonly isBundled: boolean;
}

/** Figures and boxes with their places; lines come after. */
export interface Placement {
	readonly size: Extent;
	readonly nodes: ReadonlyMap<ActorId, PlacedNode>;
	/** Folded groups by their ids. */
	readonly cards: ReadonlyMap<string, PlacedCard>;
	readonly groups: readonly PlacedGroup[];
}

/** Which way the layers follow each other: left to right, or top to bottom. */
export type Direction = 'across' | 'down';

const processSizes: Readonly<Record<FigureForm, Extent>> = {
	full: { width: 176, height: 64 },
	compact: { width: 176, height: 48 },
	narrow: { width: 144, height: 48 },
	chip: { width: 128, height: 32 }
};
export const chipHeight = processSizes.chip.height;
const chipWidthMin = 80;
/** What a chip needs besides its name, and for each letter of that. */
const chipFrame = 34;
const chipLetter = 7.5;
export const masterSize: Extent = { width: 144, height: 32 };
export const cardSize: Extent = { width: 184, height: 80 };
const exchangeSize: Extent = { width: 64, height: 80 };
/** The name below an exchange takes at most so much: a good deal more than its hexagon. */
export const captionMax = 112;
const queueWidth = 160;
const queueCompact: Extent = { width: queueWidth, height: 48 };

/** Where the badges begin, from the top of a queue: below its name and tube. */
export const badgesTop = 51;
export const badgeRow = 18;
/** Height of the shelf of one consumer. */
export const shelfRow = 22;
/** Shelves of a queue at most; further consumers share the last one. */
export const shelvesMax = 4;

/** The width small cards need for the longest of their names, as far as they may grow. */
export function chipWidth(nodes: readonly StageNode[]): number {
	const letters = Math.max(0, ...nodes.map(({ name }) => name.length));
	const wanted = Math.ceil((chipFrame + letters * chipLetter) / 8) * 8;
	return Math.min(Math.max(wanted, chipWidthMin), processSizes.chip.width);
}

/** The size of a figure. */
export function sizeOf(node: StageNode, form: FigureForm): Extent {
	if (node.kind === 'exchange') return exchangeSize;
	if (node.kind === 'process') return node.role === 'master' ? masterSize : processSizes[form];
	return form === 'full' ? { width: queueWidth, height: queueHeight(node) } : queueCompact;
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
