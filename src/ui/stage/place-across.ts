// The stage across: layers as columns from left to right, for panes that are wider than high.
import type { ActorId } from '#kernel/events';
import { snapToGrid } from './edge-router.ts';
import { isInBroker, layerNames, type Block, type LayerName, type Layers } from './layers.ts';
import { masterSize, sizeOf, type PlacedGroup, type PlacedNode, type Placement } from './placed.ts';
import type { StageNode } from './stage-topology.ts';

const columnGap = 56;
const innerGap = 56;
const rowGap = 32;
const groupPad = 16;
const brokerPad = 16;
const groupTitle = 24;
const groupGap = 32;
const edge = 16;

/**
 * Places layers as columns.
 * @param masters stand small in the corner
 * @param labelRoom width of the longest binding label: kept free before the queues
 */
export function placeAcross(
	columns: Layers,
	masters: readonly StageNode[],
	labelRoom: number
): Placement {
	const heights = layerNames.map((name) => heightOf(columns[name], isInBroker(name)));
	const innerHeight = Math.max(...heights, 0);
	const hasBroker = columns.brokerNear.length + columns.brokerFar.length > 0;
	const top =
		edge + (masters.length > 0 ? masterSize.height + 16 : 0) + (hasBroker ? groupTitle + 8 : 0);
	const placed = new Map<ActorId, PlacedNode>();
	const groups: PlacedGroup[] = [];
	let x = edge;
	let brokerFrom = 0;
	layerNames.forEach((name, index) => {
		const blocks = columns[name];
		if (blocks.length === 0 && !(isInBroker(name) && hasBroker)) return;
		if (name === 'brokerNear') {
			brokerFrom = x;
			x += brokerPad;
		}
		const width = widthOf(blocks, name);
		if (blocks.length > 0) {
			const y = top + snapToGrid((innerHeight - (heights[index] ?? 0)) / 2);
			placeColumn(blocks, { x, y, width }, name, placed, groups);
			x += width;
		}
		if (name === 'brokerNear' && blocks.length > 0)
			x += columns.brokerFar.length > 0 ? innerGap + labelRoom : 0;
		if (name === 'brokerFar') {
			x += brokerPad;
			const box = { x: brokerFrom, y: top - groupTitle - 8, width: x - brokerFrom };
			groups.unshift({
				title: 'Broker',
				kind: 'broker',
				...box,
				height: innerHeight + groupTitle + 24
			});
		}
		if (name !== 'brokerNear') x += columnGap;
	});
	const width = Math.max(x - columnGap, 160) + edge;
	masters.forEach((node, index) => {
		const at = { x: width - edge - (index + 1) * (masterSize.width + 8) + 8, y: edge };
		placed.set(node.id, { node, head: 'right', ...at, ...masterSize });
	});
	const size = {
		width: snapToGrid(width),
		height: snapToGrid(top + innerHeight + edge + (hasBroker ? 16 : 0))
	};
	return { size, nodes: placed, groups };
}

function widthOf(blocks: readonly Block[], name: LayerName): number {
	const nodes = blocks.flatMap((block) => block.nodes);
	const widest = Math.max(...nodes.map((node) => sizeOf(node).width), 0);
	return (
		widest + (!isInBroker(name) && blocks.some((block) => block.title !== null) ? 2 * groupPad : 0)
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
	name: LayerName,
	placed: Map<ActorId, PlacedNode>,
	groups: PlacedGroup[]
): void {
	let y = at.y;
	for (const block of blocks) {
		const height = blockHeight(block, isInBroker(name));
		if (block.title !== null) {
			groups.push({ title: block.title, kind: 'servers', x: at.x, y, width: at.width, height });
		}
		let nodeY = y + (block.title === null ? 0 : groupTitle + groupPad - 8);
		for (const node of block.nodes) {
			const size = sizeOf(node);
			const x = at.x + snapToGrid((at.width - size.width) / 2);
			const head = name === 'brokerNear' ? 'left' : 'right';
			placed.set(node.id, { node, head, x, y: nodeY, ...size });
			nodeY += size.height + (isInBroker(name) ? 24 : rowGap);
		}
		y += height + groupGap;
	}
}
