// A block: figures of one layer that stand together in rows and columns, with or without a titled box around them.
import type { ActorId } from '#kernel/events';
import { snapToGrid } from './edge-router.ts';
import type { LikeGroup } from './like-groups.ts';
import {
	cardSize,
	chipHeight,
	chipWidth,
	sizeOf,
	type FigureForm,
	type PlacedCard,
	type PlacedGroup,
	type PlacedNode
} from './placed.ts';
import type { StageNode } from './stage-graph.ts';
import type { Extent } from './view-transform.ts';

export interface Block {
	/** null: figures that belong to no group. */
	readonly group: LikeGroup | null;
	/** Figures shown one by one. */
	readonly nodes: readonly StageNode[];
	/** Members behind the card of a folded group; none when all are shown. */
	readonly folded: readonly StageNode[];
	readonly form: FigureForm;
	readonly columns: number;
	readonly gapX: number;
	readonly gapY: number;
	/** Lines end at the wall of the box. */
	readonly isBundled: boolean;
}

/** What blocks put on the stage. */
export interface PlacedPieces {
	readonly nodes: Map<ActorId, PlacedNode>;
	readonly cards: Map<string, PlacedCard>;
	readonly groups: PlacedGroup[];
}

export function noPieces(): PlacedPieces {
	return { nodes: new Map(), cards: new Map(), groups: [] };
}

export const boxTitle = 24;
const boxPad = 16;

/** Does a box with a title stand around it? A group that is folded altogether is just its card. */
export function isBoxed({ group, nodes }: Block): boolean {
	return group !== null && nodes.length > 0;
}

/** The size of a block, its box included. */
export function extentOf(block: Block): Extent {
	const rows = rowsOf(block);
	const width = Math.max(0, ...rows.map((row) => rowWidth(row, block)));
	const height =
		rows.reduce((sum, row) => sum + rowHeight(row), 0) + block.gapY * Math.max(rows.length - 1, 0);
	if (!isBoxed(block)) return { width, height };
	return { width: width + 2 * boxPad, height: height + boxTitle + boxPad + 8 };
}

/**
 * Places a block.
 * @param width of the box at least; rows stand in its middle
 */
export function placeBlock(
	block: Block,
	at: { readonly x: number; readonly y: number; readonly width: number },
	head: 'left' | 'right',
	into: PlacedPieces
): void {
	const { group } = block;
	if (group !== null && isBoxed(block)) {
		const { title, kind } = group;
		const { height } = extentOf(block);
		into.groups.push({ title, kind, group, isBundled: block.isBundled, ...at, height });
	}
	let y = at.y + (isBoxed(block) ? boxTitle + 8 : 0);
	for (const row of rowsOf(block)) {
		const width = block.isBundled ? extentOf(block).width - 2 * boxPad : rowWidth(row, block);
		let x = snapToGrid(at.x + (at.width - width) / 2);
		for (const piece of row) {
			const { size } = piece;
			if (piece.node === null) {
				if (group === null) continue;
				into.cards.set(group.id, { group, members: block.folded, head, x, y, ...size });
			} else {
				const { node } = piece;
				into.nodes.set(node.id, { node, form: block.form, head, x, y, ...size });
			}
			x += size.width + block.gapX;
		}
		y += rowHeight(row) + block.gapY;
	}
}

interface Piece {
	/** null: the card of those that are folded. */
	readonly node: StageNode | null;
	readonly size: Extent;
}

function rowsOf(block: Block): readonly (readonly Piece[])[] {
	const chip = block.form === 'chip' ? { width: chipWidth(block.nodes), height: chipHeight } : null;
	const figures = block.nodes.map((node) => ({ node, size: chip ?? sizeOf(node, block.form) }));
	const rows: Piece[][] = block.folded.length === 0 ? [] : [[{ node: null, size: cardSize }]];
	for (let first = 0; first < figures.length; first += block.columns) {
		rows.push(figures.slice(first, first + block.columns));
	}
	return rows;
}

function rowWidth(row: readonly Piece[], { gapX }: Block): number {
	return row.reduce((sum, { size }) => sum + size.width, gapX * (row.length - 1));
}

function rowHeight(row: readonly Piece[]): number {
	return Math.max(...row.map(({ size }) => size.height));
}
