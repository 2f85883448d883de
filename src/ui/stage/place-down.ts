// The stage down: layers as rows from top to bottom, for narrow and high panes.
import { boxTitle, extentOf, isBoxed, noPieces, placeBlock, type Block } from './block.ts';
import { snapToGrid } from './edge-router.ts';
import { isInBroker, layerNames, type Layers } from './layers.ts';
import { masterSize, type Placement } from './placed.ts';
import type { StageNode } from './stage-graph.ts';

/** Of the whole drawing: two cards beside each other. */
export const downWidth = 408;
const edge = 16;
const layerGap = 48;
/** Between rows inside the broker: lines enter queues from above, with their labels. */
const brokerGap = 64;
const boxGap = 24;
const brokerPad = 16;

/** Places layers as rows. `masters` stand small on top. */
export function placeDown(layers: Layers<Block>, masters: readonly StageNode[]): Placement {
	const pieces = noPieces();
	const { nodes, groups } = pieces;
	let y = edge;
	masters.forEach((node, index) => {
		const x = downWidth - edge - (index + 1) * (masterSize.width + 8) + 8;
		nodes.set(node.id, { node, form: 'full', head: 'right', x, y, ...masterSize });
	});
	if (masters.length > 0) y += masterSize.height + 16;
	const hasBroker = layers.brokerNear.length + layers.brokerFar.length > 0;
	let brokerFrom: number | null = null;
	for (const name of layerNames) {
		const blocks = layers[name];
		if (isInBroker(name) && brokerFrom === null && hasBroker) {
			brokerFrom = y;
			y += boxTitle + 8;
		}
		for (const block of blocks) {
			const { width, height } = extentOf(block);
			const own = isBoxed(block) ? Math.max(width, downWidth - 2 * edge) : width;
			const x = snapToGrid((downWidth - own) / 2);
			placeBlock(block, { x, y, width: own }, name === 'brokerNear' ? 'left' : 'right', pieces);
			y += height + boxGap;
		}
		if (blocks.length > 0) y -= boxGap;
		if (name === 'brokerFar' && brokerFrom !== null) {
			y += brokerPad;
			groups.unshift({
				title: 'Broker',
				kind: 'broker',
				group: null,
				isBundled: false,
				x: edge,
				y: brokerFrom,
				width: downWidth - 2 * edge,
				height: y - brokerFrom
			});
		}
		if (blocks.length > 0) y += name === 'brokerNear' ? brokerGap : layerGap;
	}
	const height = Math.max(snapToGrid(y - layerGap + edge), 2 * edge);
	return { size: { width: downWidth, height }, ...pieces };
}
