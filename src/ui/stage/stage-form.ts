// What form a run takes on the stage: how much its figures say and which groups are folded, so that everything can be read
// in the room there is. Chosen once for the whole run; what a person opened or folded stays as they wanted it. Pure.
import type { ActorId } from '#kernel/events';
import type { Block } from './block.ts';
import { isInBroker, mapLayers, type LayerName, type Layers } from './layers.ts';
import type { LikeFigures } from './like-groups.ts';
import type { Direction, FigureForm } from './placed.ts';

/** How a person wants a group: open, folded, or folded but for some of its members. */
export type GroupChoice = 'open' | 'folded' | readonly ActorId[];

/** Choices by the ids of groups. */
export type GroupChoices = ReadonlyMap<string, GroupChoice>;

/** One way to show a run; see `formsOf`. */
export interface StageForm {
	readonly density: Exclude<FigureForm, 'chip'>;
	/** Groups of some size are grids of small cards. */
	readonly hasGrids: boolean;
	/** Groups folded without anybody having asked for it. */
	readonly folded: ReadonlySet<string>;
	/** Small cards on top of each other in a grid, at most. */
	readonly rowsMax: number;
}

/** From the one that says most to the one that needs least room. */
const densities = [
	{ density: 'full', hasGrids: false },
	{ density: 'compact', hasGrids: false },
	{ density: 'narrow', hasGrids: false },
	{ density: 'compact', hasGrids: true },
	{ density: 'narrow', hasGrids: true }
] as const;
/** Smaller groups are never folded by themselves. */
const foldFrom = 4;
/** Open groups larger than this are grids whatever the density. */
const singleColumnMax = 8;
/** In forms with grids groups from this size on are grids. */
const gridFrom = 5;
/** Columns of a grid of small cards in a drawing that goes down. */
const downColumns = 2;

/** The forms of a run from the one that says most to the one that needs least room. */
export function formsOf(
	layers: Layers,
	choices: GroupChoices,
	rowsMax: number
): readonly StageForm[] {
	const groups = Object.values(layers)
		.flat()
		.flatMap(({ group }) => group ?? [])
		.filter(({ id, members }) => members.length >= foldFrom && !choices.has(id))
		.sort((a, b) => b.members.length - a.members.length);
	const forms: StageForm[] = [];
	for (let count = 0; count <= groups.length; count++) {
		const folded = new Set(groups.slice(0, count).map(({ id }) => id));
		for (const density of densities) forms.push({ ...density, folded, rowsMax });
	}
	return forms;
}

/** The blocks of a run in a form. */
export function blocksOf(
	layers: Layers,
	form: StageForm,
	choices: GroupChoices,
	direction: Direction
): Layers<Block> {
	return mapLayers(layers, (figures, name) => blockOf(figures, name, form, choices, direction));
}

function blockOf(
	{ group, nodes }: LikeFigures,
	layer: LayerName,
	form: StageForm,
	choices: GroupChoices,
	direction: Direction
): Block {
	const gaps = gapsOf(layer, form, direction);
	const isDown = direction === 'down';
	const plain = {
		group,
		nodes,
		folded: [],
		form: form.density,
		isBundled: false,
		...gaps
	} as const;
	const columns = isDown ? 2 : 1;
	if (group === null) return { ...plain, columns };
	const choice = choices.get(group.id) ?? (form.folded.has(group.id) ? 'folded' : 'open');
	if (choice === 'folded') return { ...plain, nodes: [], folded: nodes, columns: 1 };
	const shown = choice === 'open' ? nodes : nodes.filter(({ id }) => choice.includes(id));
	if (shown.length === 0) return { ...plain, nodes: [], folded: nodes, columns: 1 };
	const folded = nodes.filter((node) => !shown.includes(node));
	const gridMin = form.hasGrids ? gridFrom : singleColumnMax + 1;
	const isGrid = group.kind !== 'queues' && (folded.length > 0 || shown.length >= gridMin);
	if (!isGrid) return { ...plain, nodes: shown, folded, columns };
	return {
		...plain,
		nodes: shown,
		folded,
		form: 'chip',
		isBundled: true,
		columns: isDown ? downColumns : evenColumns(shown.length, form.rowsMax),
		gapX: 16,
		gapY: 8
	};
}

/** Columns of a grid so that none is much shorter than the others. */
function evenColumns(count: number, rowsMax: number): number {
	return Math.max(1, Math.ceil(count / rowsMax));
}

function gapsOf(
	layer: LayerName,
	{ density }: StageForm,
	direction: Direction
): Pick<Block, 'gapX' | 'gapY'> {
	if (direction === 'down') {
		return { gapX: 24, gapY: isInBroker(layer) ? 64 : density === 'full' ? 40 : 32 };
	}
	return { gapX: 16, gapY: isInBroker(layer) ? 24 : density === 'full' ? 24 : 16 };
}

/** How many small cards fit on top of each other. */
export function gridRows(roomHeight: number): number {
	return Math.max(4, Math.floor((roomHeight - 96) / 40));
}
