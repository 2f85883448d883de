// Where everything stands, laid out once for a whole run: figures in layers by role, then the lines between them.
import { labelRoom } from './edge-labels.ts';
import { routeAll } from './edge-routes.ts';
import { layersOf } from './layers.ts';
import { placeAcross } from './place-across.ts';
import { placeDown } from './place-down.ts';
import type { Direction, PlacedEdge, Placement } from './placed.ts';
import type { StageEdge, StageNode } from './stage-topology.ts';

export interface StageLayout extends Placement {
	readonly edges: ReadonlyMap<string, PlacedEdge>;
}

/** Lays out a run. Pure: the same nodes and lines give the same picture. */
export function layoutStage(
	nodes: readonly StageNode[],
	edges: readonly StageEdge[],
	direction: Direction = 'across'
): StageLayout {
	const layers = layersOf(nodes, edges);
	const masters = nodes.filter((node) => node.role === 'master');
	const bindings = edges.filter(({ kind }) => kind === 'bind');
	const placement =
		direction === 'across'
			? placeAcross(layers, masters, Math.max(0, ...bindings.map(labelRoom)))
			: placeDown(layers, masters);
	return { ...placement, edges: routeAll(placement, edges, direction) };
}
