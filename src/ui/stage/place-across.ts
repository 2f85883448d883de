// The stage across: layers as columns from left to right, for panes that are wider than high.
import { boxTitle, extentOf, noPieces, placeBlock, type Block } from './block.ts';
import { snapToGrid, type Rect } from './edge-router.ts';
import { isInBroker, layerNames, type Layers } from './layers.ts';
import { masterSize, type PlacedGroup, type PlacedNode, type Placement } from './placed.ts';
import type { StageNode } from './stage-graph.ts';

const columnGap = 56;
const innerGap = 56;
const brokerPad = 16;
const groupGap = 24;
const edge = 16;

/**
 * Places layers as columns.
 * @param masters stand small in a corner
 * @param labelRoom width of the longest binding label: kept free before the queues
 */
export function placeAcross(
	columns: Layers<Block>,
	masters: readonly StageNode[],
	labelRoom: number
): Placement {
	const heights = layerNames.map((name) => heightOf(columns[name]));
	const innerHeight = Math.max(...heights, 0);
	const hasBroker = columns.brokerNear.length + columns.brokerFar.length > 0;
	const top = edge + (hasBroker ? boxTitle + 8 : 0);
	const pieces = noPieces();
	const { groups } = pieces;
	const brokers: PlacedGroup[] = [];
	let x = edge;
	let brokerFrom = 0;
	layerNames.forEach((name, index) => {
		const blocks = columns[name];
		if (blocks.length === 0 && !(isInBroker(name) && hasBroker)) return;
		if (name === 'brokerNear') {
			brokerFrom = x;
			x += brokerPad;
		}
		const width = Math.max(0, ...blocks.map((block) => extentOf(block).width));
		let y = top + snapToGrid((innerHeight - (heights[index] ?? 0)) / 2);
		for (const block of blocks) {
			placeBlock(block, { x, y, width }, name === 'brokerNear' ? 'left' : 'right', pieces);
			y += extentOf(block).height + groupGap;
		}
		x += width;
		if (name === 'brokerNear' && blocks.length > 0)
			x += columns.brokerFar.length > 0 ? innerGap + labelRoom : 0;
		if (name === 'brokerFar') {
			x += brokerPad;
			brokers.push({
				title: 'Broker',
				kind: 'broker',
				group: null,
				isBundled: false,
				x: brokerFrom,
				y: top - boxTitle - 8,
				width: x - brokerFrom,
				height: innerHeight + boxTitle + 24
			});
		}
		if (name !== 'brokerNear') x += columnGap;
	});
	groups.unshift(...brokers);
	const size = {
		width: snapToGrid(Math.max(x - columnGap, 160) + edge),
		height: snapToGrid(top + innerHeight + edge + (hasBroker ? 16 : 0))
	};
	return withMasters({ size, ...pieces }, masters);
}

function heightOf(blocks: readonly Block[]): number {
	const heights = blocks.reduce((sum, block) => sum + extentOf(block).height, 0);
	return heights + groupGap * Math.max(blocks.length - 1, 0);
}

/** Masters in the upper right or left corner where it is free, else above everything. */
function withMasters(placement: Placement, masters: readonly StageNode[]): Placement {
	if (masters.length === 0) return placement;
	const { width: full } = placement.size;
	const width = masters.length * (masterSize.width + 8) - 8;
	const others = [...placement.nodes.values(), ...placement.cards.values(), ...placement.groups];
	const corner = [full - edge - width, edge].find(
		(x) => !others.some((other) => isNear({ x, y: edge, width, height: masterSize.height }, other))
	);
	const shifted = corner === undefined ? movedDown(placement, masterSize.height + 16) : placement;
	const nodes = new Map(shifted.nodes);
	masters.forEach((node, index) => {
		const x = (corner ?? full - edge - width) + index * (masterSize.width + 8);
		const placed: PlacedNode = { node, form: 'full', head: 'right', x, y: edge, ...masterSize };
		nodes.set(node.id, placed);
	});
	return { ...shifted, nodes };
}

function isNear(a: Rect, b: Rect): boolean {
	return (
		a.x < b.x + b.width + 16 &&
		b.x < a.x + a.width + 16 &&
		a.y < b.y + b.height + 16 &&
		b.y < a.y + a.height + 16
	);
}

function movedDown({ size, nodes, cards, groups }: Placement, by: number): Placement {
	const down = <T extends Rect>(rect: T): T => ({ ...rect, y: rect.y + by });
	return {
		size: { ...size, height: size.height + by },
		nodes: new Map([...nodes].map(([id, placed]) => [id, down(placed)])),
		cards: new Map([...cards].map(([id, placed]) => [id, down(placed)])),
		groups: groups.map(down)
	};
}
