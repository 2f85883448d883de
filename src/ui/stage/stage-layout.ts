// Where everything stands, laid out once for a whole run: figures in layers by role, in the form that says most of those
// that can be read in the room there is, then the lines between them.
import { labelRoom } from './edge-labels.ts';
import { layersOf } from './layers.ts';
import { routeAll, type Routes } from './edge-routes.ts';
import { placeAcross } from './place-across.ts';
import { placeDown } from './place-down.ts';
import type { Direction, Placement } from './placed.ts';
import { blocksOf, formsOf, gridRows, type GroupChoices } from './stage-form.ts';
import type { StageEdge, StageNode } from './stage-graph.ts';
import { fitInto, fits, type Extent } from './view-transform.ts';

export interface StageLayout extends Placement, Routes {}

/** What a layout is made for. */
export interface StageRoom {
	readonly direction: Direction;
	/** Size of the pane, CSS pixels. */
	readonly pane: Extent;
	/** Groups that a person opened or folded. */
	readonly choices: GroupChoices;
}

/** Room without end: everything is shown, every group open. */
export const endlessRoom: StageRoom = {
	direction: 'across',
	pane: { width: Infinity, height: Infinity },
	choices: new Map()
};

/** Lays out a run. Pure: the same nodes, lines and room give the same picture. */
export function layoutStage(
	nodes: readonly StageNode[],
	edges: readonly StageEdge[],
	{ direction, pane, choices }: StageRoom = endlessRoom
): StageLayout {
	const layers = layersOf(nodes, edges);
	const masters = nodes.filter((node) => node.role === 'master');
	const bindings = edges.filter(({ kind }) => kind === 'bind');
	const bindingRoom = Math.max(0, ...bindings.map(labelRoom));
	let best: { readonly placement: Placement; readonly scale: number } | null = null;
	for (const form of formsOf(layers, choices, gridRows(pane.height))) {
		const blocks = blocksOf(layers, form, choices, direction);
		const placement =
			direction === 'across'
				? placeAcross(blocks, masters, bindingRoom)
				: placeDown(blocks, masters);
		const { scale } = fitInto(placement.size, pane);
		// Where none can be read, a form that says less must at least be shown larger.
		if (best === null || scale > best.scale) best = { placement, scale };
		if (fits(placement.size, pane)) break;
	}
	if (best === null) throw new Error('there is always a form');
	const { placement } = best;
	return { ...placement, ...routeAll(placement, edges, direction) };
}
