// The stage down: layers as rows from top to bottom, for narrow and high panes. Two cards stand side by side.
import type { ActorId } from '#kernel/events';
import { snapToGrid } from './edge-router.ts';
import { isInBroker, layerNames, type LayerName, type Layers } from './layers.ts';
import { masterSize, sizeOf, type PlacedGroup, type PlacedNode, type Placement } from './placed.ts';
import type { StageNode } from './stage-topology.ts';

const width = 448;
const edge = 16;
const layerGap = 56;
const rowGap = 40;
/** Between rows inside the broker: lines enter queues from above, with their labels. */
const brokerRowGap = 64;
const nodeGap = 24;
const boxTitle = 24;
const boxPad = 16;

/** Places layers as rows. `masters` stand small on top. */
export function placeDown(layers: Layers, masters: readonly StageNode[]): Placement {
	const nodes = new Map<ActorId, PlacedNode>();
	const groups: PlacedGroup[] = [];
	let y = edge;
	masters.forEach((node, index) => {
		const x = width - edge - (index + 1) * (masterSize.width + 8) + 8;
		nodes.set(node.id, { node, head: 'right', x, y, ...masterSize });
	});
	if (masters.length > 0) y += masterSize.height + 16;
	let brokerFrom: number | null = null;
	for (const name of layerNames) {
		const blocks = layers[name];
		if (isInBroker(name) && brokerFrom === null && hasBroker(layers)) {
			brokerFrom = y;
			y += boxTitle + 8;
		}
		for (const block of blocks) {
			const top = y;
			if (block.title !== null) y += boxTitle + 8;
			y = placeRows(block.nodes, y, name, nodes);
			if (block.title === null) continue;
			y += boxPad;
			const box = { x: edge, y: top, width: width - 2 * edge, height: y - top };
			groups.push({ title: block.title, kind: 'servers', ...box });
			y += 24;
		}
		if (name === 'brokerFar' && brokerFrom !== null) {
			y += boxPad;
			const box = { x: edge, y: brokerFrom, width: width - 2 * edge, height: y - brokerFrom };
			groups.unshift({ title: 'Broker', kind: 'broker', ...box });
		}
		if (blocks.length > 0) y += name === 'brokerNear' ? brokerRowGap : layerGap;
	}
	return {
		size: { width, height: Math.max(snapToGrid(y - layerGap + edge), 2 * edge) },
		nodes,
		groups
	};
}

function hasBroker(layers: Layers): boolean {
	return layers.brokerNear.length + layers.brokerFar.length > 0;
}

/** Places figures in centred rows; gives back the lower edge. */
function placeRows(
	figures: readonly StageNode[],
	from: number,
	layer: LayerName,
	nodes: Map<ActorId, PlacedNode>
): number {
	let y = from;
	for (let first = 0; first < figures.length; first += 2) {
		const row = figures.slice(first, first + 2);
		const whole = row.reduce((sum, node) => sum + sizeOf(node).width, nodeGap * (row.length - 1));
		let x = snapToGrid((width - whole) / 2);
		let height = 0;
		for (const node of row) {
			const size = sizeOf(node);
			nodes.set(node.id, { node, head: layer === 'brokerNear' ? 'left' : 'right', x, y, ...size });
			x += size.width + nodeGap;
			height = Math.max(height, size.height);
		}
		if (first + 2 < figures.length) y += height + (isInBroker(layer) ? brokerRowGap : rowGap);
		else y += height;
	}
	return y;
}
